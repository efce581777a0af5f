"""The card of an RT, a term or a person: what was received, when, for which months, from which purse, what is due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.queries import Masa
from sipokat_desktop.storage import sqlite

from . import posisi, text_siklus
from .baris import Entri
from .daftar import Langkah
from .posisi import BulanMasa

if TYPE_CHECKING:
    from sipokat_desktop.exporting.workbook import Table


@dataclass(frozen=True, slots=True)
class MasaKartu:
    """A term on the card; days as ISO, ``akhir`` empty while it lasts."""

    masa_id: str
    jabatan_id: str
    nomor_rt: str
    nama: str
    tmt: str
    akhir: str
    sk: str


@dataclass(frozen=True, slots=True)
class BulanKartu:
    """A month from one purse; amounts in rupiah taken home, days as ISO. See :class:`posisi.BulanMasa`."""

    bulan: str
    komponen_id: str
    komponen: str
    masa_id: str
    nomor_rt: str
    nama: str
    hak: int
    nomor: str
    langkah: Langkah | None
    tercantum: int
    dibayar: int
    sisa: int
    lebih: int
    tanggal: str
    cara: str
    tanda: str
    penerima: str
    surat_kuasa: str
    sp2d_nomor: str
    sp2d_tanggal: str
    tunda: str
    sebab: str
    entri: tuple[Entri, ...]


@dataclass(frozen=True, slots=True)
class Dompet:
    """What one purse owed, gave and still owes (rupiah); ``bulan_sisa`` are the months outstanding."""

    komponen_id: str
    komponen: str
    hak: int
    dibayar: int
    dikembalikan: int
    sisa: int
    lebih: int
    bulan_sisa: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kartu:
    """A card; ``sampai`` is the last month counted as due."""

    lingkup: str
    judul: str
    nomor_rt: str
    sampai: str
    masa: tuple[MasaKartu, ...]
    bulan: tuple[BulanKartu, ...]
    dompet: tuple[Dompet, ...]

    @property
    def sisa(self) -> int:
        """Rupiah outstanding from all purses."""
        return sum(d.sisa for d in self.dompet)

    @property
    def dibayar(self) -> int:
        """Rupiah received from all purses, refunds taken off."""
        return sum(d.dibayar for d in self.dompet)

    @property
    def kalimat(self) -> str:
        """What is outstanding, from which purse, in a sentence."""
        bulan = periode_.nama_bulan(self.sampai)
        if not self.sisa:
            return text_siklus.KARTU_LUNAS.format(bulan=bulan)
        dompet = "; ".join(
            text_siklus.KARTU_DOMPET.format(
                komponen=d.komponen, jumlah=rupiah.uang(d.sisa), bulan=periode_.rentang_tahun(d.bulan_sisa)
            )
            for d in self.dompet
            if d.sisa
        )
        return text_siklus.KARTU_SISA.format(jumlah=rupiah.uang(self.sisa), bulan=bulan, dompet=dompet)


def susun(con: sqlite.Connection, id: str, *, hari: date, sampai: str = "") -> Kartu:
    """Return the card of a post (with all its heads), of a term, or of a person (with all their terms).

    ``sampai`` is the last month counted as due, "": the last that has ended on ``hari``. Raises InputSalah for an id
    that is none of these here.
    """
    lingkup, dipilih = _masa(con, id)
    akhir = sampai or posisi.bulan_lalu(hari)
    jabatan = {m.jabatan_id for m in dipilih} | _jabatan_baris(con, id) or {id}
    pilih = {m.masa_id for m in dipilih}
    semua = [
        b
        for b in posisi.baca(con, lingkup=lingkup, sampai=akhir, jabatan=jabatan)
        if b.masa.masa_id in pilih or id in (b.masa.jabatan_id, b.masa.masa_id, b.masa.orang_id)
    ]
    bulan = tuple(_bulan(b, akhir) for b in semua)
    dipilih = [*dipilih, *{b.masa.masa_id: b.masa for b in semua if b.masa.masa_id not in pilih}.values()]
    nomor = dipilih[-1].nomor if dipilih else rt.sebut_jabatan(con, id).removeprefix("RT ")
    satu_orang = len({m.orang_id for m in dipilih}) == 1 and id not in {m.jabatan_id for m in dipilih}
    judul = f"RT {nomor} · {dipilih[-1].nama}" if satu_orang else f"RT {nomor}"
    return Kartu(
        lingkup, judul, nomor, akhir, tuple(_masa_kartu(m) for m in dipilih),
        tuple(sorted(bulan, key=lambda b: (b.bulan, b.komponen, b.masa_id))), _dompet(bulan),
    )  # fmt: skip


def _masa(con: sqlite.Connection, id: str) -> tuple[str, list[Masa]]:
    row = con.execute(
        """SELECT lingkup FROM rt_jabatan WHERE id = :id
           UNION ALL SELECT lingkup FROM rt_masa WHERE id = :id OR orang_id = :id
           UNION ALL SELECT lingkup FROM rt_orang WHERE id = :id
           UNION ALL SELECT lingkup FROM insentif_baris
                     WHERE jabatan_id = :id OR masa_id = :id OR orang_id = :id LIMIT 1""",
        {"id": id},
    ).fetchone()
    if row is None:
        raise InputSalah("rt", text_siklus.KARTU_TIDAK_ADA)
    lingkup = str(row[0])
    return lingkup, [m for m in rt.masa(con, lingkup=lingkup) if id in (m.jabatan_id, m.masa_id, m.orang_id)]


def _jabatan_baris(con: sqlite.Connection, id: str) -> set[str]:
    """Return the posts on lists of a post, term or person: the roster may have lost them."""
    rows = con.execute(
        "SELECT DISTINCT jabatan_id FROM insentif_baris WHERE :id IN (jabatan_id, masa_id, orang_id)", {"id": id}
    )
    return {str(row[0]) for row in rows}


def cari_jabatan(con: sqlite.Connection, *, lingkup: str, nomor: str) -> str:
    """Return the id of the post with an RT number (``3``, ``03`` or ``RT 03``); raise InputSalah when there is none."""
    dicari = nomor.upper().removeprefix("RT").strip().lstrip("0")
    for row in con.execute("SELECT id, nomor FROM rt_jabatan WHERE lingkup = ? ORDER BY nomor, rw", (lingkup,)):
        if str(row[1]).lstrip("0") == dicari:
            return str(row[0])
    rows = con.execute(
        """SELECT DISTINCT b.jabatan_id, b.nomor_rt FROM insentif_baris b JOIN insentif_daftar d ON d.id = b.daftar_id
           WHERE b.lingkup = ? AND d.keadaan = 'dikunci' ORDER BY b.nomor_rt, b.jabatan_id""",
        (lingkup,),
    )
    for row in rows:
        if str(row[1]).lstrip("0") == dicari:
            return str(row[0])
    raise InputSalah("rt", text_siklus.KARTU_TIDAK_ADA)


def _masa_kartu(m: Masa) -> MasaKartu:
    akhir = min(filter(None, (m.akhir_nyata, m.akhir_sk)), default="")
    return MasaKartu(m.masa_id, m.jabatan_id, m.nomor, m.nama, m.tmt or "", akhir, m.sk_nomor or "")


def _bulan(b: BulanMasa, sampai: str) -> BulanKartu:
    hidup = [e for e in b.entri if e.hidup]
    jatuh_tempo = b.bulan <= sampai or b.terkunci
    sisa = b.sisa if jatuh_tempo else 0
    d, baris = b.daftar, b.baris
    bayar = hidup[-1] if hidup else None
    tanda = baris if baris and b.terkunci else None
    return BulanKartu(
        b.bulan, b.komponen.komponen_id, b.komponen.nama, b.masa.masa_id, b.masa.nomor, b.masa.nama, b.hak,
        d.nomor if d else "", d.langkah if d else None, b.tercantum, b.dibayar, sisa, b.lebih,
        bayar.tanggal if bayar else "", bayar.cara if bayar else "", tanda.tanda if tanda else "",
        tanda.penerima if tanda else "", tanda.surat_kuasa if tanda else "", d.sp2d_nomor if d else "",
        d.sp2d_tanggal if d else "", tanda.tunda if tanda else "", b.sebab if sisa else "", b.entri,
    )  # fmt: skip


def _dompet(bulan: Sequence[BulanKartu]) -> tuple[Dompet, ...]:
    hasil: list[Dompet] = []
    for komponen_id, nama in dict.fromkeys((b.komponen_id, b.komponen) for b in bulan):
        milik = sorted((b for b in bulan if b.komponen_id == komponen_id), key=lambda b: b.bulan)
        kembali = -sum(e.jumlah for b in milik for e in b.entri if e.sts and e.jumlah < 0)
        sisa = tuple(dict.fromkeys(b.bulan for b in milik if b.sisa))
        hasil.append(
            Dompet(
                komponen_id, nama, sum(b.hak for b in milik), sum(b.dibayar for b in milik), kembali,
                sum(b.sisa for b in milik), sum(b.lebih for b in milik), sisa,
            )
        )  # fmt: skip
    return tuple(hasil)


def tabel(kartu: Kartu) -> Table:
    """Return the card as a sheet, a row per month and purse."""
    from sipokat_desktop.exporting.workbook import Column, Table

    kolom = tuple(
        Column(judul, "angka" if 4 <= ke <= 7 else "tanggal" if ke in (8, 9) else "teks", lebar)
        for ke, (judul, lebar) in enumerate(zip(text_siklus.KOLOM_KARTU, text_siklus.LEBAR_KARTU, strict=True))
    )
    rows = [
        (
            periode_.nama_bulan(b.bulan), b.komponen, b.nama, b.nomor, b.hak, b.dibayar, b.sisa, b.lebih,
            date.fromisoformat(b.tanggal) if b.tanggal else None, date.fromisoformat(b.tanda) if b.tanda else None,
            b.sebab,
        )
        for b in kartu.bulan
    ]  # fmt: skip
    judul = (text_siklus.JUDUL_KARTU.format(judul=kartu.judul.upper()), kartu.kalimat)
    return Table("Kartu", judul, kolom, rows, kartu.judul)
