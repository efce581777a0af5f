"""Invited posts from a spreadsheet: which row means which post, previewed row by row, then invited as one act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sipokat_desktop.importing import table
from sipokat_desktop.importing.sheet import Sheet, Workbook, read
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.impor import siapa
from sipokat_desktop.storage import backup, sqlite
from sipokat_desktop.storage.store import Done, Store

from . import text_impor, undang_ops, undangan
from .kegiatan import satu_kegiatan
from .model import Calon, HasilUndang, Lingkup

UNDANG, SUDAH, SALAH = "undang", "sudah", "salah"
"""What becomes of a row: the post is invited, it is already (or by an earlier row), or the row cannot be taken."""
_ISIAN = siapa.kenal(
    {
        **{isian: judul for isian, judul in siapa.JUDUL.items() if isian != "-"},
        "lain": siapa.JUDUL["-"],
        "kecamatan": ("kecamatan", "kec", "namakecamatan"),
    }
)
"""A number column or an address beside the names is enough to tell the header of a list."""


class BarisUndangan(NamedTuple):
    """A row of the sheet: where it is, what it says, whom it means, what becomes of it, and why."""

    lembar: str
    baris: int
    rt: str
    nama: str
    kelurahan: str
    jabatan_id: str
    nasib: str
    kalimat: str


class RencanaUndangan(NamedTuple):
    """What an import would do, row by row."""

    berkas: str
    baris: tuple[BarisUndangan, ...]

    @property
    def bermasalah(self) -> tuple[BarisUndangan, ...]:
        """The rows that cannot be taken."""
        return tuple(satu for satu in self.baris if satu.nasib == SALAH)

    @property
    def kalimat(self) -> str:
        """The whole import in one sentence."""
        jumlah = {nasib: sum(b.nasib == nasib for b in self.baris) for nasib in (UNDANG, SUDAH, SALAH)}
        return text_impor.RINGKAS.format(dibaca=len(self.baris), **jumlah)


def buka(path: Path) -> Workbook:
    """Return the sheets of a file; raise InputSalah("berkas", one sentence) for anything that is not one."""
    return read(path)


def rencana(
    con: sqlite.Connection, berkas: Workbook, kegiatan_id: str, *, lingkup: Lingkup = wilayah.KOTA, hari: date
) -> RencanaUndangan:
    """Return whom the rows of a file would invite to an event among the posts of ``lingkup``; nothing is written.

    Raises InputSalah where no sheet has a column of RT or names.
    """
    k = satu_kegiatan(con, kegiatan_id)
    per_hari = undangan.hari_calon(con, k.kegiatan_id, k.lingkup, lingkup=lingkup, hari=hari)
    mereka = siapa.Siapa(con, [*per_hari], undangan.calon_hari(con, k.kegiatan_id, per_hari))
    baris = [satu for lembar in berkas.lembar for satu in _nasib(mereka, _baca(lembar))]
    if not baris:
        raise InputSalah("berkas", text_impor.TANPA_KOLOM.format(nama=berkas.nama))
    return RencanaUndangan(berkas.nama, tuple(_sekali(baris)))


def simpan(store: Store, rencana_: RencanaUndangan, kegiatan_id: str) -> Done[HasilUndang]:
    """Invite whom the good rows of an import mean, as one act."""
    ids = [b.jabatan_id for b in rencana_.baris if b.nasib != SALAH]
    backup.before_import(store, len(ids))
    return undang_ops.undang(store, kegiatan_id, jabatan_ids=ids, act="bimtek.impor_undangan")


def _baca(lembar: Sheet) -> Iterator[siapa.Baris]:
    return siapa.baca(lembar, lambda judul: _ISIAN.get(table.key(judul), ""))[1]


def _nasib(mereka: siapa.Siapa[Calon], semua: Iterable[siapa.Baris]) -> Iterator[BarisUndangan]:
    for b in semua:
        tertulis = (b.lembar, b.baris, b.rt, b.nama, b.kelurahan)
        try:
            satu = mereka.cari(b)
        except InputSalah as exc:
            yield BarisUndangan(*tertulis, "", SALAH, exc.pesan)
            continue
        nasib, kata = (SUDAH, text_impor.SUDAH) if satu.undangan_id else (UNDANG, "")
        yield BarisUndangan(b.lembar, b.baris, satu.nomor, satu.nama, satu.kelurahan, satu.jabatan_id, nasib, kata)


def _sekali(semua: Iterable[BarisUndangan]) -> Iterator[BarisUndangan]:
    """Say of the rows about a post that an earlier row is about that they add nothing."""
    pernah: set[str] = set()
    for b in semua:
        if b.nasib == UNDANG and b.jabatan_id in pernah:
            yield b._replace(nasib=SUDAH, kalimat=text_impor.DUA_KALI)
            continue
        pernah.add(b.jabatan_id)
        yield b
