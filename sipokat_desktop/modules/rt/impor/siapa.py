"""Which post a row of a sheet is about: found by RT and kelurahan, else by the name of its head."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from sipokat_desktop.importing import table
from sipokat_desktop.importing.sheet import Sheet, teks
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import queries
from sipokat_desktop.storage import sqlite

from . import cocok, kata, tempat_sel
from .hasil import Sel

JUDUL: Mapping[str, tuple[str, ...]] = {
    "rt": ("rt", "nort", "nomorrt", "rtrw", "nortrw", "jabatan", "ketuart"),
    "rw": ("rw", "norw", "nomorrw"),
    "nama": ("nama", "namaketua", "namaketuart", "namalengkap", "namart"),
    "kelurahan": ("kelurahan", "namakelurahan", "kel", "desakelurahan"),
    "-": ("no", "nourut", "nomorurut", "nik", "alamat", "hp", "nohp", "tandatangan", "ttd", "keterangan", "ket"),
}
"""What columns are titled that say who a row is about (``-``: known, not read)."""


class Pos(Protocol):
    """A post that may be meant."""

    @property
    def lingkup(self) -> str: ...
    @property
    def nomor(self) -> str: ...
    @property
    def rw(self) -> str: ...
    @property
    def nama(self) -> str: ...
    @property
    def kosong(self) -> bool: ...


P = TypeVar("P", bound=Pos)


class Baris(NamedTuple):
    """A row of a sheet: where it is, the RT (``03`` or ``03/02``), name and kelurahan it says, and the cells read."""

    lembar: str
    baris: int
    rt: str
    nama: str
    kelurahan: str
    sel: Mapping[str, str]
    asal: Sequence[object]


def baca(lembar: Sheet, tahu: Callable[[str], str]) -> tuple[Mapping[int, str], Iterator[Baris]]:
    """Return which field each column of a sheet is, as ``tahu`` knows it by its title, and the rows that say an RT or
    a name. Without a header, or with one that has neither column, there are none."""
    kepala = table.find(lembar, lambda _atas, judul: tahu(judul))
    if kepala is None:
        return {}, iter(())
    kolom = {ke: tahu(judul.bottom) for ke, judul in enumerate(kepala.titles)}
    if not {"rt", "nama"} & {*kolom.values()}:
        return {}, iter(())
    return kolom, _rows(lembar, kolom, kepala.last + 1)


def kenal(isian: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return which field a title's key (:func:`table.key`) stands for."""
    return {judul: field for field, semua in isian.items() for judul in semua}


def _rows(lembar: Sheet, kolom: Mapping[int, str], awal: int) -> Iterator[Baris]:
    nomor = tempat_sel.nomor()
    for ke, row in enumerate(lembar.rows[awal:], awal + 1):
        sel = {isian: teks(row[k]) for k, isian in kolom.items() if isian and k < len(row) and row[k] is not None}
        if not (sel.get("rt") or sel.get("nama")):
            continue
        asal = next((row[k] for k, isian in kolom.items() if isian == "rt" and k < len(row)), None)
        rt, rw = _nomor(nomor(asal), sel.get("rw", ""))
        rt = f"{rt}/{rw}" if rw else rt
        yield Baris(lembar.name, ke, rt, sel.get("nama", ""), sel.get("kelurahan", ""), sel, row)


def _nomor(nilai: object, kolom_rw: str) -> tuple[str, str]:
    if isinstance(nilai, Sel):
        return str(nilai.isi or ""), str(nilai.lain.get("rw") or "")
    rw = "".join(ch for ch in kolom_rw if ch.isdigit())
    return str(nilai or ""), rw.lstrip("0").zfill(2) if rw.strip("0") else ""


class Siapa(Generic[P]):
    """The posts of kelurahan, to be found by RT and by name."""

    def __init__(self, con: sqlite.Connection, kelurahan: Sequence[str], semua: Sequence[P]) -> None:
        self._tempat = {
            wilayah.kunci_cari(satu): kode for kode in kelurahan for satu in queries.sebutan_kelurahan(con, kode)
        } | {wilayah.kunci_cari(kode): kode for kode in kelurahan}
        self._semua = semua
        self._bernomor: dict[str, list[P]] = {}
        self._bernama: dict[str, list[P]] = {}
        for satu in semua:
            self._bernomor.setdefault(satu.nomor, []).append(satu)
            self._bernama.setdefault(cocok.kunci(satu.nama), []).append(satu)

    def cari(self, b: Baris) -> P:
        """Return the post with a head that a row is about; raise InputSalah with the reason where there is none."""
        kode = self._kode(b.kelurahan)
        calon = self._ber_rt(b.rt, kode) if b.rt else self._ber_nama(b.nama, kode)
        if len(calon) > 1 and b.nama:
            calon = [s for s in calon if cocok.mirip(b.nama, s.nama) >= cocok.SAMA] or calon
        if not calon:
            pesan = kata.POS_TIDAK_ADA if b.rt else kata.POS_NAMA
            raise InputSalah("rt", pesan.format(rt=b.rt, nama=b.nama))
        if len(calon) > 1:
            raise InputSalah("rt", kata.POS_BANYAK.format(rt=b.rt, nama=b.nama))
        satu = calon[0]
        if satu.kosong:
            raise InputSalah("rt", kata.POS_KOSONG.format(rt=satu.nomor))
        if b.nama and cocok.mirip(b.nama, satu.nama) < cocok.SAMA:
            raise InputSalah("nama", kata.POS_LAIN.format(rt=satu.nomor, ketua=satu.nama, nama=b.nama))
        return satu

    def _kode(self, nama: str) -> str:
        if not nama:
            return ""
        kode = self._tempat.get(wilayah.kunci_cari(nama))
        if kode is None:
            raise InputSalah("kelurahan", kata.POS_KELURAHAN.format(nama=nama))
        return kode

    def _ber_rt(self, rt: str, kode: str) -> list[P]:
        nomor, _, rw = rt.partition("/")
        return [
            s for s in self._bernomor.get(nomor, ())
            if (not kode or s.lingkup == kode) and (not rw or not s.rw or s.rw.lstrip("0") == rw.lstrip("0"))
        ]  # fmt: skip

    def _ber_nama(self, nama: str, kode: str) -> list[P]:
        """Return the heads of that name, else those whose names are most like it."""
        persis = [s for s in self._bernama.get(cocok.kunci(nama), ()) if s.nama and (not kode or s.lingkup == kode)]
        if persis:
            return persis
        skor = [(cocok.mirip(nama, s.nama), s) for s in self._semua if s.nama and (not kode or s.lingkup == kode)]
        terbaik = max((n for n, _ in skor), default=0.0)
        return [s for n, s in skor if n == terbaik >= cocok.SAMA]
