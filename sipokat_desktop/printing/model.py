"""What a receipt list says, as plain values: lines, signers, kop, the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from ..kernel.terbilang import terbilang
from . import text

Bentuk = Literal["pendek", "lengkap"]
Jenis = Literal["nomor", "nama", "teks", "kode", "uang", "tanda_tangan"]


@dataclass(frozen=True, slots=True)
class BarisTerima:
    """One person on the list; amounts in rupiah.

    ``keterangan`` is a small second line under the name ("kuasa: …", "Januari s.d. Februari").
    ``lanjutan`` marks a second line of the same post: it shares the post's box in the Jabatan column.
    """

    nama: str
    jabatan: str
    diterima: int
    identitas: str = ""
    besaran: int = 0
    bulan: int = 0
    bruto: int = 0
    pph: int = 0
    keterangan: str = ""
    lanjutan: bool = False


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: heading, width in mm (0: what the others leave), kind, its text or amount, and whether it is summed.

    Amounts that are not summed stay blank at 0 (a rate that differs from month to month). "teks" stands left,
    "kode" centred; the last column is the one to sign in.
    """

    judul: str
    lebar: float
    jenis: Jenis
    isi: Callable[[BarisTerima], str] | None = None
    nilai: Callable[[BarisTerima], int] | None = None
    dijumlah: bool = False


@dataclass(frozen=True, slots=True)
class Penanda:
    """A signer: lines above the signature, then name, rank and NIP; an empty name prints dots to fill in.

    ``ber_nip`` is False for people who are no civil servants: no dots for a NIP then.
    """

    sebutan: tuple[str, ...]
    nama: str = ""
    pangkat: str = ""
    nip: str = ""
    ber_nip: bool = True


@dataclass(frozen=True, slots=True)
class Kop:
    """Letterhead: up to three centred lines, an address, and as logo (20×24 mm) a JPEG or PNG (b"": none)."""

    baris: tuple[str, ...]
    alamat: str = ""
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class DaftarTerima:
    """A receipt list (F1, F11) ready for paper; every text is printed literally.

    ``bentuk``: "pendek" is portrait, "lengkap" landscape with gross, tax and an identity column headed
    ``identitas_judul``. ``kolom`` replaces the columns of the form by a paper's own, at least one of them summed;
    the amount in words is always the sum of ``diterima``. ``penanda`` holds up to three signers from left to right.
    ``nomor`` also stands as a bar code in the foot; ``batal`` strikes the paper through with a mark.
    """

    judul: tuple[str, ...]
    kepala: tuple[tuple[str, str], ...]
    baris: Sequence[BarisTerima]
    penanda: tuple[Penanda, ...]
    tempat_tanggal: str
    nomor: str
    revisi: int
    dicetak: str
    checksum: str
    draf: bool
    bentuk: Bentuk
    kop: Kop | None = None
    identitas_judul: str = "NIK"
    kolom: tuple[Kolom, ...] = ()
    batal: bool = False

    @property
    def penutup(self) -> tuple[str, ...]:
        """The sentences under the table: the sum in words."""
        jumlah = sum(b.diterima for b in self.baris)
        kata = f"minus {terbilang(-jumlah)}" if jumlah < 0 else terbilang(jumlah)
        return (text.TERBILANG + kata,)

    @property
    def kaki(self) -> str:
        """What names the list in the foot of its pages."""
        return text.kaki_nomor(self.nomor, self.revisi, draf=self.draf, batal=self.batal)
