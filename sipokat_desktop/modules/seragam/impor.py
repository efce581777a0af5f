"""Sizes from a spreadsheet: which row is about which head, previewed row by row, then saved as one act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sipokat_desktop.importing import table
from sipokat_desktop.importing.sheet import Sheet, Workbook, read, teks
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.impor import siapa
from sipokat_desktop.storage import backup, sqlite
from sipokat_desktop.storage.store import Done, Store

from . import rules, text_impor
from .model import HasilUkuran, IsianUkuran, Pemakai, Pengadaan
from .pemakai import Lingkup, kelurahan, per_jabatan
from .pengadaan import satu_pengadaan
from .ukuran_ops import TANPA, catat_ukuran

UBAH, SAMA, SALAH = "ubah", "sama", "salah"
"""What becomes of a row: a size is written, it is there already, or the row cannot be taken."""
_ISIAN = siapa.kenal(
    {
        **siapa.JUDUL,
        "ukuran": ("ukuran", "ukuranbaju", "ukuranseragam", "size", "ukuranpakaian", "ukuranbajuseragam"),
        "model": ("model", "modelbaju", "jenisbaju"),
        "cm": ("cm", "ukurankhusus", "ukuranbadan", "ukurancm", "lingkardada"),
    }
)
_PALING_SEDIKIT = 3
"""Columns titled with sizes from which on a cross under one is read as that size (L alone may be laki-laki)."""


class BarisUkuran(NamedTuple):
    """A row of the sheet: where it is, what it says, whom it is about, what becomes of it, and why."""

    lembar: str
    baris: int
    rt: str
    nama: str
    kelurahan: str
    ukuran: str
    model: str
    cm: str
    jabatan_id: str
    nasib: str
    kalimat: str


class RencanaUkuran(NamedTuple):
    """What an import would do, row by row."""

    berkas: str
    baris: tuple[BarisUkuran, ...]

    @property
    def bermasalah(self) -> tuple[BarisUkuran, ...]:
        """The rows that cannot be taken."""
        return tuple(satu for satu in self.baris if satu.nasib == SALAH)

    @property
    def kalimat(self) -> str:
        """The whole import in one sentence."""
        jumlah = {nasib: sum(b.nasib == nasib for b in self.baris) for nasib in (UBAH, SAMA, SALAH)}
        return text_impor.RINGKAS.format(dibaca=len(self.baris), **jumlah)


def buka(path: Path) -> Workbook:
    """Return the sheets of a file; raise InputSalah("berkas", one sentence) for anything that is not one."""
    return read(path)


def rencana(
    con: sqlite.Connection, berkas: Workbook, *, lingkup: Lingkup, hari: date, pengadaan_id: str = ""
) -> RencanaUkuran:
    """Return what the rows of a file would change for the heads of ``lingkup`` on ``hari``; nothing is written.

    Raises InputSalah where no sheet has a column of RT or names and one of sizes.
    """
    p = satu_pengadaan(con, pengadaan_id) if pengadaan_id else TANPA
    mereka = _pemakai(con, p, kelurahan(con, lingkup), hari)
    baris: list[BarisUkuran] = []
    for lembar in berkas.lembar:
        baris += _nasib(p, mereka, _baca(lembar))
    if not baris:
        raise InputSalah("berkas", text_impor.TANPA_KOLOM.format(nama=berkas.nama))
    return RencanaUkuran(berkas.nama, _sekali(baris))


def simpan(
    store: Store, rencana_: RencanaUkuran, *, pengadaan_id: str = "", hari: date | None = None
) -> Done[HasilUkuran]:
    """Write the sizes of an import, its good rows only, as one act."""
    isian = {
        b.jabatan_id: IsianUkuran(b.ukuran, b.model or None, b.cm or None) for b in rencana_.baris if b.nasib == UBAH
    }
    backup.before_import(store, len(isian))
    return catat_ukuran(store, isian, pengadaan_id=pengadaan_id, hari=hari, act="seragam.impor_ukuran")


def _tahu(judul: str) -> str:
    kunci = table.key(judul)
    ukuran = rules.kenal_ukuran(judul)
    return _ISIAN.get(kunci) or (f"={ukuran}" if ukuran and len(kunci) <= len("4xl") else "")


def _baca(lembar: Sheet) -> Iterator[tuple[siapa.Baris, BarisUkuran]]:
    kolom, rows = siapa.baca(lembar, _tahu)
    silang = {ke: isian[1:] for ke, isian in kolom.items() if isian.startswith("=")}
    silang = silang if len(silang) >= _PALING_SEDIKIT else {}
    if not ("ukuran" in kolom.values() or silang):
        return
    for b in rows:
        tanda = [ukuran for k, ukuran in silang.items() if k < len(b.asal) and teks(b.asal[k]).strip(" -0")]
        ukuran = b.sel.get("ukuran") or (" ".join(tanda))
        if not ukuran:
            continue
        yield b, BarisUkuran(
            b.lembar, b.baris, b.rt, b.nama, b.kelurahan, ukuran, b.sel.get("model", ""), b.sel.get("cm", ""), "",
            SALAH, "",
        )  # fmt: skip


def _pemakai(con: sqlite.Connection, p: Pengadaan, kode: Sequence[str], hari: date) -> siapa.Siapa[Pemakai]:
    ids = [r.jabatan_id for satu in kode for r in rt.roster(con, lingkup=satu, hari=hari)]
    return siapa.Siapa(con, kode, tuple(per_jabatan(con, p, ids, hari).values()))


def _nasib(
    p: Pengadaan, mereka: siapa.Siapa[Pemakai], semua: Iterator[tuple[siapa.Baris, BarisUkuran]]
) -> Iterator[BarisUkuran]:
    for asal, b in semua:
        try:
            satu = mereka.cari(asal)
            tertulis, di_sel = rules.pisah_khusus(b.ukuran)
            ukuran, cm = rules.baca_ukuran(tertulis), rules.baca_cm(b.cm or di_sel)
            model = rules.baca_model(b.model, p.model) if p.model else ""
        except InputSalah as exc:
            yield b._replace(kalimat=exc.pesan)
            continue
        sama = (ukuran, model or satu.model, cm or satu.cm) == (satu.ukuran_asli, satu.model, satu.cm)
        kata = "" if sama else text_impor.MENJADI.format(lama=satu.ukuran_asli or "—", baru=ukuran)
        yield b._replace(
            jabatan_id=satu.jabatan_id, rt=satu.nomor, nama=satu.nama, ukuran=ukuran, model=model, cm=cm,
            nasib=SAMA if sama else UBAH, kalimat=kata,
        )  # fmt: skip


def _sekali(semua: Sequence[BarisUkuran]) -> tuple[BarisUkuran, ...]:
    """Refuse the rows about one head that do not say the same size."""
    per: dict[str, set[str]] = {}
    for b in semua:
        per.setdefault(b.jabatan_id, set()).add(b.ukuran)
    hasil: list[BarisUkuran] = []
    for b in semua:
        beda = sorted(per[b.jabatan_id]) if b.jabatan_id else []
        kata = text_impor.DUA_UKURAN.format(rt=b.rt, ukuran=", ".join(beda))
        hasil.append(b._replace(nasib=SALAH, kalimat=kata) if len(beda) > 1 else b)
    return tuple(hasil)
