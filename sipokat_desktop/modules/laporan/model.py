"""What module laporan reads and returns: a report with its verification, its photos, filters, results of acts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from . import sebutan, text

YA, TIDAK = "ya", "tidak"
LURAH, CAMAT = "lurah", "camat"
"""Who verifies: the columns of a report begin with it."""


class Laporan(NamedTuple):
    """A report as lists show it; days are ISO, texts empty where nothing is known.

    ``nomor`` is the RT's number ("?" where it is not here), ``pelapor`` who headed it on the day, ``foto`` how many
    photos; ``berubah_lurah`` and ``berubah_camat``: it says something else than what was verified.
    """

    laporan_id: str
    lingkup: str
    jabatan_id: str
    nomor: str
    rw: str
    masa_id: str
    tanggal: str
    bidang: str
    jenis: str
    uraian: str
    lokasi: str
    peserta: int | None
    kategori: str
    asal: str
    pelapor: str
    diubah_oleh: str
    lurah: str
    lurah_catatan: str
    lurah_hari: str
    lurah_isi: str
    camat: str
    camat_catatan: str
    camat_hari: str
    camat_isi: str
    foto: int
    isi: str

    @property
    def rt(self) -> str:
        """``RT 05``, with the RW where it has one: ``RT 05/02``."""
        return sebutan.sebut_rt(self.nomor, self.rw)

    @property
    def kata_bidang(self) -> str:
        """The name of the field of activity."""
        return sebutan.KATA["bidang"](self.bidang)

    @property
    def kata_jenis(self) -> str:
        """The name of the kind of activity."""
        return sebutan.jenis(self.jenis)

    @property
    def kata_kategori(self) -> str:
        """*Kinerja* or *Biasa*."""
        return sebutan.KATA["kategori"](self.kategori)

    @property
    def kata_lurah(self) -> str:
        """The lurah's word: *Ya*, *Tidak*, *Belum*."""
        return text.PUTUSAN.get(self.lurah, text.BELUM)

    @property
    def kata_camat(self) -> str:
        """The camat's word: *Ya*, *Tidak*, *Belum*."""
        return text.PUTUSAN.get(self.camat, text.BELUM)

    @property
    def kata_asal(self) -> str:
        """How it came in: *dicatat kantor*, or *dikirim ketua RT* (and who of the office changed it)."""
        kata = sebutan.KATA["asal"](self.asal)
        return f"{kata}, {text.DIUBAH_OLEH.format(nama=self.diubah_oleh)}" if self.diubah_oleh else kata

    @property
    def berubah_lurah(self) -> bool:
        """Whether it says something else than what the lurah verified last."""
        return bool(self.lurah_isi) and self.lurah_isi != self.isi

    @property
    def berubah_camat(self) -> bool:
        """Whether it says something else than what the camat verified."""
        return bool(self.camat_isi) and self.camat_isi != self.isi

    @property
    def verifikasi_ulang(self) -> bool:
        """Whether the lurah's word was cleared because the report was changed after it."""
        return not self.lurah and self.berubah_lurah


class Foto(NamedTuple):
    """A photo of a report: ``kunci`` names the picture (SHA-256), ``sidik`` tells how it looks (16 hex digits)."""

    foto_id: str
    laporan_id: str
    kunci: str
    sidik: str
    ukuran: int
    lebar: int
    tinggi: int
    urutan: int


class FotoBaru(NamedTuple):
    """A picture that is kept on this computer and may be added to a report; ``hari`` is the day on which it was taken
    (ISO, empty where the file did not tell): only to suggest the day of the report."""

    kunci: str
    sidik: str
    ukuran: int
    lebar: int
    tinggi: int
    hari: str = ""


class Rinci(NamedTuple):
    """A report with its photos, in their order."""

    laporan: Laporan
    foto: tuple[Foto, ...]


class Saring(NamedTuple):
    """Which reports a list holds; what is empty does not narrow it.

    ``lingkup``: a kelurahan code, ``kec:…`` or ``kota``; ``dari`` and ``sampai`` are days (ISO, both included);
    ``lurah`` and ``camat``: ``belum``, ``ya``, ``tidak``; ``foto``: ``ada``, ``tanpa``; ``asal``: ``kantor``, ``rt``;
    ``teks``: words that uraian, lokasi or pelapor hold; ``ids``: only these.
    """

    lingkup: str = ""
    jabatan_id: str = ""
    dari: str = ""
    sampai: str = ""
    bidang: str = ""
    jenis: str = ""
    kategori: str = ""
    lurah: str = ""
    camat: str = ""
    foto: str = ""
    asal: str = ""
    teks: str = ""
    ids: tuple[str, ...] = ()


class Jumlah(NamedTuple):
    """How many reports a filter holds, and how many of them are how."""

    semua: int
    kinerja: int
    lurah_ya: int
    lurah_tidak: int
    lurah_belum: int
    camat_ya: int
    camat_tidak: int
    camat_belum: int
    tanpa_foto: int


class Bekal(NamedTuple):
    """What was entered last, to begin the next report with."""

    bidang: str
    jenis: str
    lokasi: str
    kategori: str
    tanggal: str


class PilihanRt(NamedTuple):
    """An RT that a report can be of, with who heads it on the day ("" vacant)."""

    jabatan_id: str
    nomor: str
    rw: str
    masa_id: str
    nama: str

    @property
    def rt(self) -> str:
        """``RT 05``."""
        return sebutan.sebut_rt(self.nomor, self.rw)


class Peringatan(NamedTuple):
    """A doubt about what was saved: ``field`` names the input that mends it; it never blocks."""

    field: str
    kalimat: str


class Tercatat(NamedTuple):
    """Reports that were recorded: their ids in the order of the RT (and days), and the doubts about them."""

    ids: tuple[str, ...]
    peringatan: tuple[Peringatan, ...]


class Diubah(NamedTuple):
    """What a change did: whether anything changed, whether it cleared the lurah's word, whether the camat verified it
    as it was before, sentences to show, and the doubts."""

    berubah: bool
    dicabut: bool
    kata: tuple[str, ...]
    peringatan: tuple[Peringatan, ...]


class Dilewati(NamedTuple):
    """A report that an act passed over, and why."""

    laporan_id: str
    kalimat: str


class HasilPutusan(NamedTuple):
    """What a verification wrote: for how many reports, how many said so already, and those passed over."""

    tertulis: int
    sudah: int
    dilewati: tuple[Dilewati, ...]


Isian = Mapping[str, str]
"""What was typed, by field: ``tanggal``, ``bidang``, ``jenis``, ``uraian``, ``lokasi``, ``peserta``, ``kategori``."""
