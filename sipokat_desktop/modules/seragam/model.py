"""The shapes in which the module tells what it knows of a purchase, its pieces and who wears them (DOMAIN §4)."""

from __future__ import annotations

from typing import NamedTuple

from .model_dasar import SELESAI, Barang, Pegang, Pemakai, Pengadaan, memegang
from .tempat import PENGADAAN, sebut_tempat

__all__ = [
    "SELESAI", "Barang", "BarisMatriks", "BarisTerima", "Dilewati", "Gerak", "HasilSerah", "HasilUkuran",
    "IsianUkuran", "Kiriman", "Kuasa", "Lembar", "Masalah", "Matriks", "Pegang", "Pemakai", "Pengadaan", "Ringkas",
    "Stok", "memegang",
]  # fmt: skip


class Stok(NamedTuple):
    """Pieces of one kind at a place: ``masuk`` − ``keluar`` = ``ada``; below zero it is a discrepancy."""

    tempat: str
    barang: Barang
    masuk: int
    keluar: int

    @property
    def ada(self) -> int:
        """What is there by the ledger."""
        return self.masuk - self.keluar

    @property
    def nama(self) -> str:
        """The place in words."""
        return sebut_tempat(self.tempat)


class Kiriman(NamedTuple):
    """A delivery: all live rows of a surat jalan between two places on a day."""

    nomor: str
    tanggal: str
    dari: str
    ke: str
    lingkup: str
    isi: tuple[tuple[Barang, int], ...]
    gerak_ids: tuple[str, ...]
    alasan: str

    @property
    def jumlah(self) -> int:
        """Pieces in all."""
        return sum(jumlah for _, jumlah in self.isi)

    @property
    def diterima_kecamatan(self) -> bool:
        """Tell whether the pieces came straight out of the purchase."""
        return self.dari == PENGADAAN


class Gerak(NamedTuple):
    """An entry of the ledger as people read it; ``dibatalkan`` by another entry, with the reason."""

    gerak_id: str
    jenis: str
    tanggal: str
    dari: str
    ke: str
    barang: Barang
    jumlah: int
    kembali: Barang | None
    rt: str
    nama: str
    nomor: str
    alasan: str
    dibatalkan: str


class Masalah(NamedTuple):
    """A discrepancy to mend: ``jenis`` is ``kurang`` (below zero), ``yatim`` (exchanged, the first hand-over taken
    back) or ``ganda`` (two claims); ``jalan`` names ways out: kirim, sesuaikan, batal, putuskan."""

    jenis: str
    tempat: str
    barang: Barang
    jumlah: int
    jabatan_id: str
    gerak_ids: tuple[str, ...]
    kalimat: str
    jalan: tuple[str, ...]


class BarisMatriks(NamedTuple):
    """A kelurahan in the matrix: pieces per column needed, handed over and in stock; posts whose size is not known
    yet, and vacant posts."""

    lingkup: str
    nama: str
    kecamatan: str
    perlu: tuple[int, ...]
    diserahkan: tuple[int, ...]
    ada: tuple[int, ...]
    tanpa_ukuran: int
    kosong: int


class Matriks(NamedTuple):
    """Size × kelurahan (F8b): the columns are kinds of pieces in order; ``dibeli`` and the stock of the kecamatan
    (``di_kecamatan``) per column. ``seluruh``: the kelurahan are all for whom it was bought."""

    kolom: tuple[Barang, ...]
    baris: tuple[BarisMatriks, ...]
    dibeli: tuple[int, ...]
    di_kecamatan: tuple[int, ...]
    seluruh: bool

    def jumlah(self, apa: str) -> tuple[int, ...]:
        """Sum ``perlu``, ``diserahkan`` or ``ada`` over the kelurahan, per column."""
        return tuple(sum(getattr(b, apa)[k] for b in self.baris) for k in range(len(self.kolom)))

    @property
    def sisa(self) -> tuple[int, ...]:
        """What lies at the kelurahan and at the kecamatan per column."""
        return tuple(map(sum, zip(self.jumlah("ada"), self.di_kecamatan, strict=True)))

    @property
    def tersedia(self) -> tuple[int, ...]:
        """What there is for these kelurahan per column: what was bought, of a part of them what reached them."""
        return self.dibeli if self.seluruh else tuple(map(sum, zip(self.jumlah("diserahkan"), self.sisa, strict=True)))

    @property
    def kurang(self) -> tuple[int, ...]:
        """What is short per column: needed less there, at least 0."""
        return tuple(max(p - d, 0) for p, d in zip(self.jumlah("perlu"), self.tersedia, strict=True))

    @property
    def lebih(self) -> tuple[int, ...]:
        """What is there beyond need per column, at least 0."""
        return tuple(max(d - p, 0) for p, d in zip(self.jumlah("perlu"), self.tersedia, strict=True))


class BarisTerima(NamedTuple):
    """A row of the receipt list F8; ``tanggal`` is ISO, empty as long as nothing was handed over; ``barang`` is
    empty-sized where the size is not known yet."""

    no: int
    jabatan_id: str
    nama: str
    rt: str
    rw: str
    kelurahan: str
    barang: Barang
    jumlah: int
    tanggal: str
    keterangan: str


class Lembar(NamedTuple):
    """What the receipt list F8 says: rows, and pieces per kind in order."""

    pengadaan: Pengadaan
    baris: tuple[BarisTerima, ...]
    jumlah: tuple[tuple[Barang, int], ...]


class Ringkas(NamedTuple):
    """A purchase in figures over the asked kelurahan: posts, those with a head, those that received, heads who have
    not, heads whose size or model is missing; pieces bought (of the whole purchase), in stock at the places seen
    except what has not left the purchase, held by RT."""

    rt: int
    berketua: int
    sudah: int
    belum: int
    tanpa_ukuran: int
    dibeli: int
    ada: int
    diserahkan: int


class Dilewati(NamedTuple):
    """A post that an act passed over: ``sebab`` is kosong, ukuran, habis, sudah, salah; ``kalimat`` says it."""

    jabatan_id: str
    rt: str
    nama: str
    sebab: str
    kalimat: str


class HasilSerah(NamedTuple):
    """What a hand-over did: the posts that received, and those passed over."""

    diserahkan: tuple[str, ...]
    dilewati: tuple[Dilewati, ...]


class HasilUkuran(NamedTuple):
    """What an entry of sizes did: posts changed, posts that have it already, posts passed over."""

    diubah: tuple[str, ...]
    sama: int
    dilewati: tuple[Dilewati, ...]


class Kuasa(NamedTuple):
    """Who takes a piece for a head, with the number of the surat kuasa."""

    penerima: str
    surat_kuasa: str = ""


class IsianUkuran(NamedTuple):
    """What is entered for a post: None leaves a field as it is, empty clears it; texts as typed."""

    ukuran: str | None = None
    model: str | None = None
    cm: str | None = None
    catatan: str | None = None
