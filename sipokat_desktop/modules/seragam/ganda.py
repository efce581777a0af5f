"""The ways out where two hand-overs claim the same: a wrong entry is taken back, a true second one is a replacement."""

from __future__ import annotations

from collections.abc import Mapping

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.manifest import Ask, WayOut
from sipokat_desktop.storage.sqlite import Connection
from sipokat_desktop.storage.tx import Tx, replacement_id

from . import rules, text
from .masalah import ujung
from .model import Barang, Pegang, memegang
from .pemakai import HIDUP, pegangan
from .tempat import RT

TABEL = "seragam_gerak"
SALAH_CATAT, MEMANG_DUA = "salah catat", "memang dua"
DUA = "dua"
"""What a reversal says in its field ``jenis`` where the pieces went out all the same; a plain one says ``balik``."""


def salah_catat(tx: Tx, entri: str, isian: Mapping[str, str]) -> None:
    """The pieces went out once, this entry is a mistake: taken back with the reason."""
    tx.reverse(TABEL, entri, isian["alasan"].strip())


def memang_dua(tx: Tx, entri: str, isian: Mapping[str, str]) -> None:
    """Both happened: the entry is taken back and recorded after the other one, with the reason, in one act; a second
    hand-over becomes a replacement. Two computers that decide so record it once.

    Raises InputSalah where two exchanges gave out the same: one of them did not happen.
    """
    lama, alasan = tx.row(TABEL, entri), isian["alasan"].strip()
    isi: Fields = {k: v for k, v in lama.items() if k not in ("id", "lingkup")} | {"alasan": alasan}
    isi |= _sesudah_rt(tx.con, lama) if lama["ke"] == RT else _kiriman_kedua(tx.con, lama)
    tx.reverse(TABEL, entri, text.DUA_BALIK.format(alasan=alasan), jenis=DUA)
    tx.append(TABEL, isi, scope=str(lama["lingkup"]), row_id=replacement_id(TABEL, entri))


def keterangan(balik: Fields) -> str:
    """Return what a reversal says of the pieces: that they went out as a second one, else nothing."""
    return text.JENIS[DUA] if balik.get("jenis") == DUA else ""


def _sesudah_rt(con: Connection, lama: Fields) -> Fields:
    """Return how the entry is recorded after the others of its post: on the end of their chain. An exchange brought
    back what it says where the post still has as much of it; else what the other one gave out."""
    pengadaan_id, jabatan_id = str(lama["pengadaan_id"]), str(lama["jabatan_id"])
    lain = [p for p in pegangan(con, pengadaan_id).get(jabatan_id, ()) if not _bergantung(p, str(lama["id"]))]
    akhir = ujung(lain)
    if akhir is None:
        raise InputSalah("", text.DUA_TANPA_LAIN)
    slot: Fields = {"slot": rules.slot_rt(pengadaan_id, jabatan_id, akhir.gerak_id)}
    if lama["jenis"] != "tukar":
        return slot | {"jenis": "ganti"}
    kembali = Barang(str(lama["model_kembali"] or ""), str(lama["ukuran_kembali"]))
    if memegang(lain).get(kembali, 0) >= int(str(lama["jumlah"])):
        return slot
    if akhir.barang == Barang(str(lama["model"] or ""), str(lama["ukuran"])):
        raise InputSalah("", text.DUA_TUKAR_SAMA)
    return slot | {"model_kembali": akhir.barang.model or None, "ukuran_kembali": akhir.barang.ukuran}


def _bergantung(satu: Pegang, entri: str) -> bool:
    """Tell whether an entry is ``entri`` or follows it."""
    return satu.gerak_id == entri or satu.slot.endswith(f"|{entri}")


def _kiriman_kedua(con: Connection, lama: Fields) -> Fields:
    """Return how a second delivery under one surat jalan is recorded: after the other one."""
    row = con.execute(
        f"SELECT m.id FROM {TABEL} m WHERE m.slot = ? AND m.id <> ? AND {HIDUP} ORDER BY m.id",
        (lama["slot"], lama["id"]),
    ).fetchone()
    if row is None:
        raise InputSalah("", text.DUA_TANPA_LAIN)
    return {"slot": f"{lama['slot']}|{row[0]}"}


_ALASAN = Ask("alasan", text.ALASAN, example=text.ALASAN_SALAH)
JALAN_KELUAR = (
    WayOut(SALAH_CATAT, text.SALAH, text.SALAH_ISI, (_ALASAN,), salah_catat),
    WayOut(MEMANG_DUA, text.DUA, text.DUA_ISI, (_ALASAN._replace(example=text.ALASAN_DUA),), memang_dua),
)
