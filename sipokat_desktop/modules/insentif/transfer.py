"""The file for a bank that pays a list by transfer: its columns as the bank wants them, accounts as text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sipokat_desktop.exporting.separated import harmless
from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.printing.output import tulis_utuh
from sipokat_desktop.storage.sqlite import Connection

from . import cetakan, queries
from . import text_cetak as text
from .baris import Baris
from .daftar import Daftar
from .komponen import setelan

if TYPE_CHECKING:
    from sipokat_desktop.exporting.workbook import Table

KOLOM, JUDUL, PEMISAH = "transfer.kolom", "transfer.judul", "transfer.pemisah"
"""Settings: the columns in order (keys of :data:`text_cetak.KOLOM_TRANSFER`), ``ya``/``tidak``, the separator."""
_TIDAK = ("tidak", "0", "t")
_HIASAN = re.compile(r"[\s.\-]+")
_LEBAR = {"no": 6, "rt": 6, "jumlah": 16, "rekening": 22}


class BarisTransfer(NamedTuple):
    """One transfer; ``jumlah`` in rupiah, ``rekening`` without blanks, dots and dashes."""

    no: int
    bank: str
    rekening: str
    atas_nama: str
    nama: str
    rt: str
    jumlah: int
    keterangan: str
    daftar: str


class Tata(NamedTuple):
    """How the bank wants the file."""

    kolom: tuple[str, ...]
    berjudul: bool
    pemisah: str


@dataclass(frozen=True, slots=True)
class Transfer:
    """What is to be transferred for a list: ``total`` in rupiah, ``kurang`` are those without an account."""

    nomor: str
    baris: tuple[BarisTransfer, ...]
    total: int
    kurang: tuple[str, ...]
    harus: int
    tata: Tata

    @property
    def rows(self) -> list[tuple[str | int, ...]]:
        """The cells of the file, without the head."""
        return [tuple(getattr(b, kolom) for kolom in self.tata.kolom) for b in self.baris]


def berkas(con: Connection, nomor: str) -> Transfer:
    """Gather the transfers of a locked list: those who received already and those postponed are left out.

    Raises InputSalah for an unknown number, a draft, and a layout that cannot be read.
    """
    d = queries.cari_daftar(con, nomor)
    cetakan.berlaku(d, text.TRANSFER_DRAF)
    semua = queries.baris(con, daftar_id=d.daftar_id)
    perlu = [b for b in semua if b.sisa and not b.ditunda]
    rekening = {m.masa_id: m for m in rt.masa(con, lingkup=d.lingkup)}
    hasil = [_baris(d, b, rekening.get(b.masa_id)) for b in perlu]
    ada = tuple(b for b in hasil if b.rekening)
    kurang = tuple(text.TRANSFER_SIAPA.format(rt=b.rt, nama=b.nama) for b in hasil if not b.rekening)
    harus = d.sisa - sum(b.sisa for b in semua if b.ditunda)
    return Transfer(nomor, ada, sum(b.jumlah for b in ada), kurang, harus, tata(con, lingkup=d.lingkup))


def tulis(con: Connection, nomor: str, path: Path) -> Transfer:
    """Write the file, .xlsx or .csv by the suffix of ``path``, and return what stands in it.

    Refused (InputSalah, nothing is written): a line without account, nothing to transfer, a total that is not what
    the list still owes, an unknown suffix. Gangguan when the file cannot be written.
    """
    t = berkas(con, nomor)
    _periksa(t)
    match path.suffix.lower():
        case ".csv":
            tulis_utuh(path, lambda b: b.write(ke_csv(t).encode("utf-8")))
        case ".xlsx":
            from sipokat_desktop.exporting import workbook

            tulis_utuh(path, lambda b: workbook.write(b, tabel(t)))
        case _:
            raise InputSalah("keluaran", text.TRANSFER_AKHIRAN)
    return t


def ke_csv(t: Transfer) -> str:
    """Return the file as CSV: amounts as plain digits, a cell that a sheet would take for a formula made harmless."""
    tujuan = io.StringIO()
    penulis = csv.writer(tujuan, delimiter=t.tata.pemisah, lineterminator="\r\n")
    if t.tata.berjudul:
        penulis.writerow([text.KOLOM_TRANSFER[kolom] for kolom in t.tata.kolom])
    penulis.writerows([[_jinak(nilai) for nilai in baris] for baris in t.rows])
    return tujuan.getvalue()


def tabel(t: Transfer) -> Table:
    """Return the file as a sheet: everything text but number and amount."""
    from sipokat_desktop.exporting.workbook import Column, Table

    kolom = tuple(
        Column(text.KOLOM_TRANSFER[satu], "angka" if satu in ("no", "jumlah") else "teks", _LEBAR.get(satu, 28))
        for satu in t.tata.kolom
    )
    return Table(text.TRANSFER_LEMBAR, (), kolom, t.rows, text.KAKI_DAFTAR.format(nomor=t.nomor), t.tata.berjudul)


def tata(con: Connection, *, lingkup: str) -> Tata:
    """Return the layout of this office's bank file; raise InputSalah when a setting cannot be read."""
    isi = {
        kunci: setelan(con, lingkup=lingkup, kunci=kunci, bawaan=bawaan).strip()
        for kunci, bawaan in ((KOLOM, text.TRANSFER_BAWAAN), (JUDUL, "ya"), (PEMISAH, "titik_koma"))
    }
    return baca_tata(isi)


def baca_tata(isi: Mapping[str, str]) -> Tata:
    """Read the layout from its settings; raise InputSalah(key) for an unknown column or separator."""
    kolom = tuple(isi[KOLOM].replace(",", " ").split())
    asing = [satu for satu in kolom if satu not in text.KOLOM_TRANSFER]
    if asing or not kolom:
        ada = ", ".join(text.KOLOM_TRANSFER)
        raise InputSalah(KOLOM, text.TRANSFER_KOLOM_SALAH.format(kolom=", ".join(asing), ada=ada))
    pemisah = text.PEMISAH.get(isi[PEMISAH].casefold().replace(" ", "_"), isi[PEMISAH])
    if pemisah not in text.PEMISAH.values():
        raise InputSalah(PEMISAH, text.TRANSFER_PEMISAH_SALAH)
    return Tata(kolom, isi[JUDUL].casefold() not in _TIDAK, pemisah)


def _periksa(t: Transfer) -> None:
    if t.kurang:
        raise InputSalah("rekening", text.TRANSFER_KURANG.format(siapa=", ".join(t.kurang)))
    if not t.baris:
        raise InputSalah("nomor", text.TRANSFER_KOSONG.format(nomor=t.nomor))
    if t.total != t.harus:
        kalimat = text.TRANSFER_BEDA.format(
            berkas=rupiah.uang(t.total), nomor=t.nomor, daftar=rupiah.uang(t.harus)
        )  # fmt: skip
        raise InputSalah("jumlah", kalimat)


def _baris(d: Daftar, b: Baris, kini: rt.Masa | None) -> BarisTransfer:
    """Return a transfer to the account on the line, else to the one recorded for the person today."""
    sumber: Sequence[str | None] = (b.bank, b.rekening, b.atas_nama)
    if not b.rekening.strip() and kini is not None:
        sumber = (kini.bank, kini.rekening, kini.atas_nama)
    bank, rekening, atas_nama = ((satu or "").strip() for satu in sumber)
    keterangan = text.TRANSFER_KETERANGAN.format(
        komponen=d.komponen, periode=periode.baca(d.periode).nama, rt=b.nomor_rt
    )
    return BarisTransfer(
        b.no, bank, _HIASAN.sub("", rekening), atas_nama or b.nama, b.nama, b.nomor_rt, b.sisa, keterangan, d.nomor
    )


def _jinak(nilai: str | int) -> str | int:
    return nilai if isinstance(nilai, int) else harmless(" ".join(nilai.split()))
