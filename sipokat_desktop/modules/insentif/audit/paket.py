"""Writes an audit pack: CSVs with chained rows, the report, instructions, a checker, and the hashes of them all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import resources
from sipokat_desktop.importing.sheet import Maju, diam
from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.printing.output import tulis_utuh
from sipokat_desktop.storage.store import Store

from .. import text_audit
from . import text_paket as text
from .bungkus import DAFTAR_SIDIK, bungkus, daftar_sidik, sha
from .kumpul import Kumpulan, kumpulkan
from .tabel_csv import Csv, Sel, buat


class Isi(NamedTuple):
    """A file of a pack: name, size in bytes, SHA-256."""

    nama: str
    ukuran: int
    sha256: str


class Paket(NamedTuple):
    """A finished pack; ``sidik`` (SHA-256 of sha256.txt) belongs into the minutes of handing it over."""

    berkas: Path
    sidik: str
    isi: tuple[Isi, ...]
    pembayaran: int
    bendera: int
    halaman: int
    periode: str

    @property
    def kalimat(self) -> str:
        """The pack in one sentence."""
        return text.KALIMAT.format(periode=self.periode, n=self.pembayaran, bendera=self.bendera, halaman=self.halaman)


class Rentang(NamedTuple):
    """The months of a pack and what people call them."""

    bulan: tuple[str, ...]
    nama: str
    kode: str


def rentang(kode: str) -> Rentang:
    """Read ``2026-TW1``, ``2026-01``, ``2026-01R05`` or a year ``2026``; raise InputSalah for anything else."""
    bersih = kode.strip()
    if re.fullmatch(r"(?:19|20)[0-9]{2}", bersih):
        return Rentang(periode_.gabung(f"{bersih}-01", f"{bersih}-12").bulan, f"Tahun {bersih}", bersih)
    p = periode_.baca(bersih)
    return Rentang(p.bulan, p.nama, p.kode)


def nama_usulan(kelurahan: str, kode: str) -> str:
    """Return the name that a pack is saved under unless told."""
    return text.NAMA_BERKAS.format(kelurahan=kelurahan, kode=kode)


def simpan_paket(
    store: Store, lingkup: str, kode: str, keluaran: Path, *, nik_penuh: bool = False, maju: Maju = diam
) -> Paket:
    """Write the pack of a period as one zip; the same data at the same time give the same bytes.

    Raises InputSalah for a period that cannot be read, Gangguan when the file cannot be written.
    """
    waktu = rentang(kode)
    isi, kumpulan, halaman = susun(
        store, lingkup, waktu, nik_penuh=nik_penuh, sekarang=store.clock(), oleh=store.user or "Operator", maju=maju
    )
    arsip = bungkus(isi)
    tulis_utuh(keluaran, lambda berkas: berkas.write(arsip))
    daftar = tuple(Isi(nama, len(isi[nama]), sha(isi[nama])) for nama in sorted(isi))
    return Paket(
        keluaran, sha(isi[DAFTAR_SIDIK]), daftar, len(kumpulan.pembayaran), len(kumpulan.bendera), halaman, waktu.nama
    )


def susun(
    store: Store, lingkup: str, waktu: Rentang, *, nik_penuh: bool, sekarang: int, oleh: str, maju: Maju = diam
) -> tuple[dict[str, bytes], Kumpulan, int]:
    """Return the files of a pack as of ``sekarang`` (UTC ms), what they were made from, and the report's pages."""
    from .laporan import gambar

    con = store.reader()
    hari = tanggal.wib(sekarang).date()
    maju(0, 4)
    kumpulan = kumpulkan(con, lingkup=lingkup, bulan=waktu.bulan, hari=hari, nik_penuh=nik_penuh)
    maju(1, 4)
    csv = tabel(kumpulan)
    maju(2, 4)
    saat = f"{tanggal.pendek(hari)} {tanggal.jam_wib(sekarang)}"
    pdf, halaman = gambar(con, kumpulan, waktu.nama, csv, dicetak=saat, hari=hari)
    isi = {satu.nama: satu.isi for satu in csv}
    isi |= {text.LAPORAN: pdf, text.PEMERIKSA: pemeriksa()}
    isi[text.BACA_SAYA] = petunjuk(
        kumpulan, waktu, nik_penuh=nik_penuh, saat=saat, oleh=oleh, kelurahan=rt.nama_kelurahan(con, lingkup)
    )
    isi[DAFTAR_SIDIK] = daftar_sidik(isi)
    maju(4, 4)
    return isi, kumpulan, halaman


def pemeriksa() -> bytes:
    """Return the checker that travels in every pack: standard library only, apart from the program."""
    return resources.path("audit", "periksa.py.txt").read_text(encoding="utf-8").replace("\r\n", "\n").encode()


def tabel(k: Kumpulan) -> list[Csv]:
    """Return the CSVs of a pack in their order."""
    temuan: list[list[Sel]] = [
        [b.berat, text_audit.JENIS[b.jenis], b.kalimat, b.jumlah, b.rt, b.nama, b.bulan, b.daftar, b.tabel, b.row_id]
        for b in k.bendera
    ]
    isi: tuple[tuple[str, Sequence[Sequence[Sel]]], ...] = (
        (text.PEMBAYARAN, k.pembayaran), (text.DAFTAR, k.daftar), (text.BARIS, k.baris), (text.KOREKSI, k.koreksi),
        (text.KETETAPAN, k.ketetapan), (text.MASA, k.masa), (text.TEMUAN, temuan), (text.OP, k.op), (text.KOTA, k.kota),
    )  # fmt: skip
    return [buat(nama, text.KOLOM[nama], rows) for nama, rows in isi]


def petunjuk(kumpulan: Kumpulan, waktu: Rentang, *, nik_penuh: bool, saat: str, oleh: str, kelurahan: str) -> bytes:
    """Return ``BACA SAYA.txt``."""
    isi = "\n".join(f"  {nama:<22} {kata}" for nama, kata in text.ISI.items())
    teks = text.PETUNJUK.format(
        kelurahan=kelurahan, kode_kelurahan=kumpulan.lingkup, periode=waktu.nama, waktu=saat, oleh=oleh,
        isi=f"{isi}\n  {DAFTAR_SIDIK:<22} sidik semua berkas", nik=text.NIK_UTUH if nik_penuh else text.NIK_SAMAR,
        op=text.OP, pembayaran=text.PEMBAYARAN, kota=text.KOTA,
    )  # fmt: skip
    return ("\ufeff" + teks.replace("\n", "\r\n")).encode()
