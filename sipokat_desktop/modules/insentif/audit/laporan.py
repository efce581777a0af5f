"""The report of an audit pack: summary, lists, red flags, the chain behind each payment, and the files' hashes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import rupiah, tanggal, wilayah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.printing import grid
from sipokat_desktop.printing.grid import Lajur, Lembar
from sipokat_desktop.printing.model import Penanda
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.printing.sheet import Kaki
from sipokat_desktop.storage import sqlite

from .. import text as text_
from .. import text_audit
from ..temuan_merah import ringkas
from . import text_laporan as text
from .kumpul import Kumpulan
from .rantai import Rantai, rantai
from .tabel_csv import Csv, Sel


def gambar(
    con: sqlite.Connection, k: Kumpulan, periode: str, csv: Sequence[Csv], *, dicetak: str, hari: date
) -> tuple[bytes, int]:
    """Return the report as a PDF, and its pages."""
    atas = (
        text.JUDUL,
        f"KELURAHAN {k.kelurahan.upper()} KECAMATAN {wilayah.nama_kecamatan(k.lingkup).upper()}",
        periode.upper(),
    )
    kaki = Kaki(text.KAKI.format(kelurahan=k.kelurahan, periode=periode), dicetak)
    lembar = [
        _lembar(atas, text.RINGKASAN, kaki, text.KOLOM_RINGKASAN, list(_ringkasan(k)), _kepala(k)),
        _lembar(atas, text.DAFTAR, kaki, text.KOLOM_DAFTAR, [_daftar(row) for row in k.daftar]),
        _lembar(atas, text.TEMUAN, kaki, text.KOLOM_TEMUAN, list(_temuan(k))),
        _lembar(atas, text.RANTAI, kaki, text.KOLOM_RANTAI, [_rantai(r) for r in rantai(k.pembayaran)]),
        _lembar(
            atas, text.SIDIK, kaki, text.KOLOM_SIDIK, [(c.nama, rupiah.titik(c.baris), c.ujung) for c in csv],
            penanda=_penanda(con, k.lingkup, hari), tempat=f"Lubuk Linggau, {tanggal.panjang(hari)}",
        ),
    ]  # fmt: skip
    return grid.gambar(lembar, Kertas.F4), grid.halaman(lembar, Kertas.F4)


def _lembar(
    atas: tuple[str, ...], judul: str, kaki: Kaki, kolom: Sequence[Lajur], baris: Sequence[Sequence[str]],
    kepala: tuple[tuple[str, str], ...] = (), *, penanda: tuple[Penanda, ...] = (), tempat: str = "",
) -> Lembar:  # fmt: skip
    isi = baris or [(text.KOSONG, *[""] * (len(kolom) - 1))]
    return Lembar((*atas, judul), tuple(kolom), isi, penanda, tempat, kaki, kepala=kepala)


def _kepala(k: Kumpulan) -> tuple[tuple[str, str], ...]:
    balik = [row for row in k.pembayaran if row[1] != "bayar"]
    dibalik = rupiah.uang(-sum(int(row[7] or 0) for row in balik))
    berat = Counter(satu.berat for satu in k.bendera)
    temuan = text_audit.RINGKAS.format(
        n=len(k.bendera), berat=berat["berat"], sedang=berat["sedang"], ringan=berat["ringan"]
    )
    return (
        (text.PEMBAYARAN, rupiah.titik(len(k.pembayaran) - len(balik))),
        (text.DIBATALKAN, f"{rupiah.titik(len(balik))} ({dibalik})" if balik else text.KOSONG),
        (text.UANG_KELUAR, rupiah.uang(sum(int(row[7] or 0) for row in k.pembayaran))),
        (text.JUMLAH_TEMUAN, temuan if k.bendera else text_audit.TAK_ADA),
    )


def _ringkasan(k: Kumpulan) -> Iterable[tuple[str, ...]]:
    """Months against components: heads paid, rupiah out, red flags of each kind."""
    nama = sorted({str(row[3]) for row in k.pembayaran})
    for komponen in nama:
        for bulan in k.bulan:
            milik = [row for row in k.pembayaran if row[3] == komponen and row[2] == bulan]
            if not milik:
                continue
            keluar = sum(int(row[7] or 0) for row in milik)
            bersih: Counter[str] = Counter()
            for row in milik:
                bersih[str(row[4])] += int(row[7] or 0)
            orang = sum(uang > 0 for uang in bersih.values())
            yield (komponen, periode_.nama_bulan(bulan), str(orang), rupiah.titik(keluar), "")
    for satu in ringkas(k.bendera):
        yield (
            f"{text.TEMUAN_KATA}: {satu.judul}", "", str(satu.banyak), rupiah.titik(satu.jumlah),
            text_audit.BERAT[satu.berat],
        )  # fmt: skip


def _daftar(row: Sequence[Sel]) -> tuple[str, ...]:
    def isi(ke: int) -> str:
        return str(row[ke] or "")

    sp2d = " ".join(filter(None, (isi(15), _hari(isi(16)))))
    return (
        isi(1), isi(2), periode_.baca(isi(3)).nama, text_.KEADAAN.get(isi(4), isi(4)),
        " ".join(filter(None, (isi(9), _hari(isi(10))))), isi(17),
        *(rupiah.titik(int(row[ke] or 0)) for ke in (18, 19, 20, 21)), sp2d,
    )  # fmt: skip


def _temuan(k: Kumpulan) -> Iterable[tuple[str, ...]]:
    for satu in k.bendera:
        yield (
            text_audit.BERAT[satu.berat], text_audit.JENIS[satu.jenis], satu.kalimat, rupiah.titik(satu.jumlah),
            satu.daftar,
        )  # fmt: skip


def _rantai(r: Rantai) -> tuple[str, ...]:
    return (
        r.rt, r.nama, " ".join(filter(None, (r.sk, f"({_hari(r.sk_tanggal)})" if r.sk_tanggal else ""))),
        " s.d. ".join(filter(None, (_hari(r.mulai), _hari(r.akhir)))), r.tarif, r.daftar, r.tanda, r.bulan,
        rupiah.titik(r.dibayar), r.dibatalkan, r.catatan,
    )  # fmt: skip


def _hari(iso: str) -> str:
    return tanggal.pendek(date.fromisoformat(iso)) if iso else ""


def _penanda(con: sqlite.Connection, lingkup: str, hari: date) -> tuple[Penanda, ...]:
    orang = rt.pejabat(con, lingkup=lingkup, peran="lurah", hari=hari)
    sebutan = (text.MENGETAHUI, text.LURAH.format(kelurahan=rt.nama_kelurahan(con, lingkup)))
    return (Penanda(sebutan, orang.nama, orang.pangkat, orang.nip) if orang else Penanda(sebutan),)
