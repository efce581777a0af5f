"""F9, the hand-over minutes of goods between two parties, for every module that hands goods out (DOMAIN §8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sipokat_desktop.kernel import terbilang
from sipokat_desktop.printing.grid import Lajur
from sipokat_desktop.printing.letter import Alinea, Blok, Butir, Pasang, Surat
from sipokat_desktop.printing.letter_table import TabelSurat
from sipokat_desktop.printing.model import Penanda
from sipokat_desktop.printing.sheet import Kaki
from sipokat_desktop.storage.sqlite import Connection

from . import berita, text
from . import text_bast as kata
from .kantor import Pihak, kop, tempat
from .kantor import kepala as kepala_kantor
from .kantor import penanda_kepala as mengetahui

__all__ = [
    "ALIH", "KEMBALI", "SERAH", "TARIK", "Barang", "Bast", "Pihak", "identitas", "kepala_kantor", "kop", "kuasa",
    "mengetahui", "susun", "tabel_barang",
]  # fmt: skip

SERAH, KEMBALI, ALIH, TARIK = "serah", "kembali", "alih", "tarik"
_LAJUR = (
    Lajur(kata.KOLOM[0], 8, "tengah"),
    Lajur(kata.KOLOM[1], 22),
    Lajur(kata.KOLOM[2], 26),
    Lajur(kata.KOLOM[3], 38),
    Lajur(kata.KOLOM[4], 32),
    Lajur(kata.KOLOM[5], 10, "tengah"),
    Lajur(kata.KOLOM[6], 18, "tengah"),
    Lajur(kata.KOLOM[7], 30),
)


@dataclass(frozen=True, slots=True)
class Barang:
    """A registered good in the table: ``seri`` holds serial number and IMEI, ``kode`` the inventory code."""

    nama: str
    merek: str = ""
    seri: str = ""
    kode: str = ""
    kondisi: str = ""
    kelengkapan: str = ""


@dataclass(frozen=True, slots=True)
class Bast:
    """Hand-over minutes in plain values; ``jenis`` is serah, kembali, alih or tarik, ``jumlah`` counts the goods of
    ``tabel``, ``lain`` are further sentences; ``ketentuan`` replaces the usual duties."""

    jenis: str
    nomor: str
    hari: date
    pertama: Pihak
    kedua: Pihak
    tabel: TabelSurat
    jumlah: int = 1
    satuan: str = "unit"
    alasan: str = ""
    lain: tuple[str, ...] = ()
    ketentuan: tuple[str, ...] = ()
    mengetahui: Penanda | None = None


def susun(con: Connection, lingkup: str, isi: Bast, *, dicetak: str) -> Surat:
    """Return the minutes ready for paper, under the letterhead of the office ``lingkup``."""
    judul = kata.JUDUL[isi.jenis]
    tengah = (isi.mengetahui,) if isi.mengetahui else ()
    return Surat(
        kop=kop(con, lingkup),
        judul=(judul,),
        nomor=kata.NOMOR.format(nomor=isi.nomor or text.TITIK),
        isi=tuple(_isi(con, lingkup, isi)),
        tempat_tanggal="",
        tanda=((isi.pertama.penanda(text.PIHAK_PERTAMA), *tengah, isi.kedua.penanda(text.PIHAK_KEDUA)),),
        kaki=Kaki(kata.KAKI.format(judul=judul.capitalize(), nomor=isi.nomor).strip(), dicetak),
    )


def kuasa(jenis: str, nama: str, surat: str) -> str:
    """Return the sentence that names who came in place of the head; empty where nobody did."""
    if not nama:
        return ""
    dengan = kata.SURAT_KUASA.format(nomor=surat) if surat else ""
    return (kata.KUASA_KEMBALI if jenis == KEMBALI else kata.KUASA).format(nama=nama, dengan=dengan)


def tabel_barang(barang: Sequence[Barang]) -> TabelSurat:
    """Return the table of registered goods of F9, one a line."""
    return TabelSurat(
        _LAJUR,
        [(str(ke), b.nama, b.merek, b.seri, b.kode, "1", b.kondisi, b.kelengkapan) for ke, b in enumerate(barang, 1)],
    )


def identitas(nomor: str, pihak: Pihak) -> list[Blok]:
    """Return a party as a numbered point with what identifies it."""
    isi = (
        (kata.NIP, pihak.nip),
        (kata.PANGKAT, pihak.pangkat),
        (kata.JABATAN, pihak.jabatan),
        (kata.ALAMAT, pihak.alamat),
    )
    return [Butir(nomor, pihak.nama or text.TITIK), *(Pasang(label, nilai) for label, nilai in isi if nilai)]


def _isi(con: Connection, lingkup: str, isi: Bast) -> list[Blok]:
    hari = berita.hari_terbilang(isi.hari)
    banyak = kata.BARANG.format(n=isi.jumlah, kata=terbilang.kata(isi.jumlah), satuan=isi.satuan)
    alasan = (kata.ALASAN_TARIK.format(alasan=isi.alasan),) if isi.alasan and isi.jenis == TARIK else ()
    return [
        Alinea(kata.PEMBUKA.format(hari=hari, tempat=tempat(con, lingkup)), masuk=True),
        *identitas("1.", isi.pertama),
        Alinea(kata.SEBUT.format(pihak=text.PIHAK_PERTAMA)),
        *identitas("2.", isi.kedua),
        Alinea(kata.SEBUT.format(pihak=text.PIHAK_KEDUA)),
        Alinea(kata.MENYERAHKAN[isi.jenis].format(jumlah=banyak)),
        isi.tabel,
        *(Alinea(kalimat) for kalimat in (*alasan, *isi.lain) if kalimat),
        Alinea(kata.KETENTUAN),
        *(Butir(f"{ke}.", kalimat) for ke, kalimat in enumerate(isi.ketentuan or _ketentuan(isi.jenis), 1)),
        Alinea(kata.PENUTUP, masuk=True),
    ]


def _ketentuan(jenis: str) -> tuple[str, ...]:
    """Return the duties: a holder's where somebody holds the goods afterwards, else who answers from now on."""
    if jenis in (SERAH, ALIH):
        return kata.WAJIB_PEMEGANG
    return (kata.LEPAS_PEMEGANG.format(pihak=text.PIHAK_KEDUA if jenis == KEMBALI else text.PIHAK_PERTAMA),)
