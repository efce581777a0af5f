"""Pemekaran RT: a new RT is split off an old one, as one act (DOMAIN §2)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import JABATAN, baru, ganti, ops, rules, text

KOSONG, BARU, PINDAH = "", "baru", "pindah"
"""Who heads the new RT: nobody yet, a new head, or the head of the old RT who moves over."""


def mekarkan(store: Store, asal_jabatan_id: str, isian: Mapping[str, str]) -> Done[str]:
    """Split a new RT off ``asal_jabatan_id`` as one act; returns the new post's id.

    ``isian`` holds ``nomor`` (and ``rw``, counts, ``batas``) of the new RT, ``ketua`` (one of KOSONG, BARU, PINDAH)
    and, where it gets a head, the inputs of the new term; its first day is ``tmt``. Raises InputSalah.
    """
    hari = ops.hari_ini(store)
    post = {k: v for k, v in isian.items() if k in {c.name for c in JABATAN.columns}}
    fields = rules.bersihkan({"nomor": ""} | post, hari)

    def work(tx: Tx) -> str:
        lingkup, _ = ops.jabatan(tx.con, asal_jabatan_id)
        jabatan_id = ops.jabatan_baru(tx, lingkup, fields)
        match isian.get("ketua", KOSONG):
            case "":
                pass
            case "baru":
                _isi(tx, lingkup, jabatan_id, isian, hari)
            case "pindah":
                _pindah(tx, lingkup, asal_jabatan_id, jabatan_id, isian, hari)
            case _:
                raise InputSalah("ketua", text.MEKAR_KETUA)
        return jabatan_id

    return store.write("rt.mekarkan", work)


def _isi(tx: Tx, lingkup: str, jabatan_id: str, isian: Mapping[str, str], hari: date) -> None:
    masa, orang, orang_id = baru.baca(tx.con, lingkup, _tanpa_pos(isian), hari)
    tmt = _tmt(masa)
    ganti.boleh_menjabat(tx.con, orang, orang_id, tmt, kecuali="")
    ganti.buka_masa(tx, lingkup, masa | {"jabatan_id": jabatan_id}, orang, orang_id=orang_id, sesudah=jabatan_id)


def _pindah(tx: Tx, lingkup: str, asal: str, tujuan: str, isian: Mapping[str, str], hari: date) -> None:
    """The head of the old RT goes with the new one: the old term ends the day before."""
    lama = ganti.masa_kini(tx.con, asal, hari)
    if lama is None:
        raise InputSalah("ketua", text.MEKAR_TANPA_KETUA.format(rt=ops.jabatan(tx.con, asal)[1]))
    masa, _, orang_id = baru.baca(tx.con, lingkup, _tanpa_pos(isian) | {"orang_id": lama.orang_id}, hari)
    akhir = (date.fromisoformat(_tmt(masa)) - timedelta(days=1)).isoformat()
    _belum_berakhir(tx, lama, asal, akhir)
    berakhir: Fields = {"akhir_nyata": akhir, "alasan_akhir": "pemekaran"}
    rules.periksa_masa({**berakhir, "tmt": lama.tmt})
    tx.update("rt_masa", lama.masa_id, berakhir)
    ganti.boleh_menjabat(tx.con, {}, orang_id, _tmt(masa), kecuali=lama.masa_id)
    ganti.buka_masa(tx, lingkup, masa | {"jabatan_id": tujuan}, {}, orang_id=orang_id, sesudah=tujuan)


def _belum_berakhir(tx: Tx, lama: ganti.MasaLama, asal: str, akhir: str) -> None:
    """Refuse to move an end later that was recorded already."""
    tercatat = tx.row("rt_masa", lama.masa_id)["akhir_nyata"]
    if tercatat and akhir > str(tercatat):
        kata = tanggal.panjang(date.fromisoformat(str(tercatat)))
        rt = ops.jabatan(tx.con, asal)[1]
        raise InputSalah("tmt", text.MEKAR_SUDAH_BERAKHIR.format(nama=lama.nama, rt=rt, akhir=kata))


def _tmt(masa: Fields) -> str:
    if not masa.get("tmt"):
        raise InputSalah("tmt", text.TMT_KOSONG)
    rules.periksa_masa(masa)
    return str(masa["tmt"])


def _tanpa_pos(isian: Mapping[str, str]) -> dict[str, str]:
    pos = {column.name for column in JABATAN.columns} | {"ketua"}
    return {field: nilai for field, nilai in isian.items() if field not in pos}
