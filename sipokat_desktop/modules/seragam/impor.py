"""Sizes from a spreadsheet: which row is about which head, previewed row by row, then saved as one act."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sipokat_desktop.importing import table
from sipokat_desktop.importing.sheet import Sheet, Workbook, read, teks
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.impor import cocok, tempat_sel
from sipokat_desktop.modules.rt.impor.hasil import Sel
from sipokat_desktop.storage.store import Done, Store

from . import rules, text_impor
from .model import HasilUkuran, IsianUkuran, Pemakai, Pengadaan
from .pemakai import Lingkup, kelurahan, per_jabatan
from .pengadaan import satu_pengadaan
from .ukuran_ops import TANPA, catat_ukuran

UBAH, SAMA, SALAH = "ubah", "sama", "salah"
"""What becomes of a row: a size is written, it is there already, or the row cannot be taken."""
_JUDUL = {
    "rt": ("rt", "nort", "nomorrt", "rtrw", "nortrw", "jabatan", "ketuart"),
    "rw": ("rw", "norw", "nomorrw"),
    "nama": ("nama", "namaketua", "namaketuart", "namalengkap", "namart"),
    "kelurahan": ("kelurahan", "namakelurahan", "kel", "desakelurahan"),
    "ukuran": ("ukuran", "ukuranbaju", "ukuranseragam", "size", "ukuranpakaian", "ukuranbajuseragam"),
    "model": ("model", "modelbaju", "jenisbaju"),
    "cm": ("cm", "ukurankhusus", "ukuranbadan", "ukurancm", "lingkardada"),
    "-": ("no", "nourut", "nomorurut", "nik", "alamat", "hp", "nohp", "tandatangan", "ttd", "keterangan", "ket"),
}
_ISIAN = {judul: isian for isian, semua in _JUDUL.items() for judul in semua}
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
    con: sqlite3.Connection, berkas: Workbook, *, lingkup: Lingkup, hari: date, pengadaan_id: str = ""
) -> RencanaUkuran:
    """Return what the rows of a file would change for the heads of ``lingkup`` on ``hari``; nothing is written.

    Raises InputSalah where no sheet has a column of RT or names and one of sizes.
    """
    p = satu_pengadaan(con, pengadaan_id) if pengadaan_id else TANPA
    siapa = _Siapa(con, p, lingkup, hari)
    baris: list[BarisUkuran] = []
    for lembar in berkas.lembar:
        baris += _nasib(p, siapa, _baca(lembar))
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
    return catat_ukuran(store, isian, pengadaan_id=pengadaan_id, hari=hari, act="seragam.impor_ukuran")


# reading


def _tahu(_atas: str, judul: str) -> str:
    kunci = table.key(judul)
    ukuran = rules.kenal_ukuran(judul)
    return _ISIAN.get(kunci) or (f"={ukuran}" if ukuran and len(kunci) <= len("4xl") else "")


def _baca(lembar: Sheet) -> Iterator[BarisUkuran]:
    kepala = table.find(lembar, _tahu)
    if kepala is None:
        return
    kolom = {ke: _tahu(judul.top, judul.bottom) for ke, judul in enumerate(kepala.titles)}
    silang = {ke: isian[1:] for ke, isian in kolom.items() if isian.startswith("=")}
    silang = silang if len(silang) >= _PALING_SEDIKIT else {}
    isian_ = {isian for isian in kolom.values() if isian}
    if not isian_ & {"rt", "nama"} or not ("ukuran" in isian_ or silang):
        return
    nomor = tempat_sel.nomor()
    for ke, row in enumerate(lembar.rows[kepala.last + 1 :], kepala.last + 2):
        sel = {isian: teks(row[k]) for k, isian in kolom.items() if isian and k < len(row) and row[k] is not None}
        tanda = [ukuran for k, ukuran in silang.items() if k < len(row) and teks(row[k]).strip(" -0")]
        ukuran = sel.get("ukuran") or (" ".join(tanda))
        if not ukuran or not (sel.get("rt") or sel.get("nama")):
            continue
        asal = next((row[k] for k, isian in kolom.items() if isian == "rt" and k < len(row)), None)
        rt_, rw = _nomor(nomor(asal), sel)
        yield BarisUkuran(
            lembar.name, ke, f"{rt_}/{rw}" if rw else rt_, sel.get("nama", ""), sel.get("kelurahan", ""), ukuran,
            sel.get("model", ""), sel.get("cm", ""), "", SALAH, "",
        )  # fmt: skip


def _nomor(nilai: object, sel: Mapping[str, str]) -> tuple[str, str]:
    if isinstance(nilai, Sel):
        return str(nilai.isi or ""), str(nilai.lain.get("rw") or "")
    rw = "".join(ch for ch in sel.get("rw", "") if ch.isdigit())
    return str(nilai or ""), rw.lstrip("0").zfill(2) if rw.strip("0") else ""


# who is who


class _Siapa:
    """The heads of the kelurahan, to be found by RT and by name."""

    def __init__(self, con: sqlite3.Connection, p: Pengadaan, lingkup: Lingkup, hari: date) -> None:
        self.kode = kelurahan(con, lingkup)
        self.nama = {
            wilayah.kunci_cari(satu): kode for kode in self.kode for satu in rt.sebutan_kelurahan(con, kode)
        } | {wilayah.kunci_cari(kode): kode for kode in self.kode}
        ids = [r.jabatan_id for kode in self.kode for r in rt.roster(con, lingkup=kode, hari=hari)]
        self.semua = tuple(per_jabatan(con, p, ids, hari).values())

    def cari(self, b: BarisUkuran) -> Pemakai:
        """Return the post that a row is about; raise InputSalah with the reason where there is no one such."""
        calon = [s for s in self._di(b.kelurahan) if self._nomor(b.rt, s)] if b.rt else self._bernama(b)
        if len(calon) > 1 and b.nama:
            calon = [s for s in calon if cocok.mirip(b.nama, s.nama) >= cocok.SAMA] or calon
        if not calon:
            kata = text_impor.RT_TIDAK_ADA if b.rt else text_impor.NAMA_TIDAK_ADA
            raise InputSalah("rt", kata.format(rt=b.rt, nama=b.nama))
        if len(calon) > 1:
            raise InputSalah("rt", text_impor.RT_BANYAK.format(rt=b.rt, nama=b.nama))
        satu = calon[0]
        if satu.kosong:
            raise InputSalah("rt", text_impor.RT_KOSONG.format(rt=satu.nomor))
        if b.nama and cocok.mirip(b.nama, satu.nama) < cocok.SAMA:
            raise InputSalah("nama", text_impor.NAMA_LAIN.format(rt=satu.nomor, ketua=satu.nama, nama=b.nama))
        return satu

    def _di(self, nama: str) -> Sequence[Pemakai]:
        if not nama:
            return self.semua
        kode = self.nama.get(wilayah.kunci_cari(nama))
        if kode is None:
            raise InputSalah("kelurahan", text_impor.KELURAHAN_LAIN.format(nama=nama))
        return [s for s in self.semua if s.lingkup == kode]

    def _nomor(self, rt_: str, s: Pemakai) -> bool:
        nomor, _, rw = rt_.partition("/")
        return s.nomor == nomor and (not rw or not s.rw or s.rw.lstrip("0") == rw.lstrip("0"))

    def _bernama(self, b: BarisUkuran) -> list[Pemakai]:
        skor = {s: cocok.mirip(b.nama, s.nama) for s in self._di(b.kelurahan) if s.nama}
        terbaik = max(skor.values(), default=0)
        return [s for s, n in skor.items() if n == terbaik >= cocok.SAMA]


def _nasib(p: Pengadaan, siapa: _Siapa, semua: Iterator[BarisUkuran]) -> Iterator[BarisUkuran]:
    for b in semua:
        try:
            satu = siapa.cari(b)
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
