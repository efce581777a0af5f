"""The papers of module insentif: F1, the receipt list; F11 where it pays an event."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from hashlib import blake2b
from pathlib import Path

from sipokat_desktop.kernel import canonical, nik, periode, tanggal
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.printing.model import BarisTerima, DaftarTerima
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.printing.receipt import cetak as cetak_daftar
from sipokat_desktop.printing.receipt import gambar
from sipokat_desktop.storage.module import Document
from sipokat_desktop.storage.sqlite import Connection
from sipokat_desktop.storage.store import Store

from . import cetak_acara, cetakan, ops, queries, text, text_cetak
from . import text_tanda_terima as kata
from .baris import Baris
from .daftar import Daftar
from .keterangan import Bahan, keterangan, sama
from .komponen import dana
from .model import Komponen
from .terkoreksi import Koreksi

_PENANDA = (("lurah", text_cetak.MENGETAHUI), ("pptk", ""), ("bendahara", ""))


def cetak(
    store: Store, nomor: str, *, kertas: str, keluaran: Path, lengkap: bool = False,
    maju: Callable[[int, int], None] | None = None,
) -> int:  # fmt: skip
    """Write the receipt list of a number as PDF and count the printing of a locked one; returns its pages."""
    con = store.reader()
    dokumen = susun(con, nomor, sekarang=store.clock(), lengkap=lengkap)
    halaman = cetak_daftar(dokumen, kertas=Kertas[kertas], keluaran=keluaran, maju=maju)
    if queries.cari_daftar(con, nomor).keadaan == "dikunci":
        ops.catat_cetak(store, nomor)
    return halaman


def pratinjau(con: Connection, nomor: str, *, sekarang: int, kertas: str, lengkap: bool = False) -> bytes:
    """Return the very PDF that printing would give, without counting it as a printing."""
    return gambar(susun(con, nomor, sekarang=sekarang, lengkap=lengkap), Kertas[kertas])


def susun(con: Connection, nomor: str, *, sekarang: int, lengkap: bool) -> DaftarTerima:
    """Gather a list for paper as of now (UTC ms); raise InputSalah for an unknown number."""
    daftar = queries.cari_daftar(con, nomor)
    kini = tanggal.wib(sekarang)
    koreksi = queries.koreksi(con, daftar_id=daftar.daftar_id)
    komponen = queries.komponen(con, lingkup=daftar.lingkup)
    k = next((k for k in komponen if k.komponen_id == daftar.komponen_id), None)
    tahun = tahun_anggaran(daftar, kini.date())
    hari = _hari_tanda_tangan(daftar, koreksi, kini.date())
    transfer, acara = k is not None and k.cara == "transfer", k.acara if k else None
    isi = DaftarTerima(
        judul=_judul(con, daftar, tahun),
        kepala=_kepala(con, daftar, k, tahun, ganda=len(komponen) > 1),
        baris=_baris(con, daftar, koreksi, lengkap=lengkap, transfer=transfer, masa=acara is None),
        penanda=tuple(
            cetakan.penanda(con, daftar.lingkup, peran, hari, di_atas=di_atas) for peran, di_atas in _PENANDA
        ),
        tempat_tanggal=kata.TEMPAT.format(tahun=kini.year),
        nomor=daftar.nomor,
        revisi=daftar.revisi,
        dicetak=f"{tanggal.pendek(kini.date())} {tanggal.jam_wib(sekarang)}",
        checksum="",
        draf=daftar.keadaan == "draf",
        bentuk="lengkap" if lengkap else "pendek",
        identitas_judul=kata.BANK_REKENING if transfer else kata.NIK,
        batal=daftar.keadaan == "batal",
    )
    if acara:
        baris = queries.baris(con, daftar_id=daftar.daftar_id)
        isi = cetak_acara.ubah(isi, acara, baris, komponen=daftar.komponen, tahun=tahun)
    return replace(isi, checksum=checksum(isi))


def checksum(daftar: DaftarTerima) -> str:
    """Return 8 hex digits over everything that the paper says but the day and time of printing."""
    isi = asdict(replace(daftar, tempat_tanggal="", dicetak="", checksum="", kop=None, kolom=()))
    return blake2b(canonical.dumps(isi).encode(), digest_size=4).hexdigest().upper()


def tahun_anggaran(daftar: Daftar, hari: date) -> int:
    """Return the budget year that pays a list: of its months; arrears are paid by the year in which it was locked.

    ``hari`` stands for the day of locking while the list is a draft.
    """
    p = periode.baca(daftar.periode)
    terakhir = int(p.bulan[-1][:4])
    if not p.rapel:
        return terakhir
    return max(terakhir, int(daftar.dikunci_pada[:4]) if daftar.dikunci_pada else hari.year)


def _judul(con: Connection, daftar: Daftar, tahun: int) -> tuple[str, ...]:
    masa = kata.JUDUL_PERIODE.format(judul=periode.baca(daftar.periode).judul, tahun=tahun)
    return (
        text.JUDUL_CETAK,
        cetakan.tempat(con, daftar.lingkup),
        kata.JUDUL_REVISI.format(judul=masa, revisi=daftar.revisi) if daftar.revisi else masa,
    )


def _kepala(
    con: Connection, daftar: Daftar, k: Komponen | None, tahun: int, *, ganda: bool
) -> tuple[tuple[str, str], ...]:
    """The head pairs, funded as in the budget year; with no source of funds an office of two purses names the one."""
    d = dana(con, lingkup=daftar.lingkup, komponen=k, tahun=tahun) if k else None
    isi = (d.sumber_dana, d.program, d.kegiatan, d.kode_rekening) if d else ("", "", "", "")
    dompet = () if isi[0] or not ganda else ((kata.KOMPONEN, daftar.komponen),)
    pasangan = zip(text.KEPALA, (*isi, daftar.dasar), strict=True)
    return (*dompet, *((label, nilai or "-") for label, nilai in pasangan if nilai or label != text.KEPALA[0]))


def _baris(
    con: Connection, daftar: Daftar, koreksi: list[Koreksi], *, lengkap: bool, transfer: bool, masa: bool
) -> tuple[BarisTerima, ...]:
    """Return the lines; ``masa``: months in office are paid, so that a note says who came or went in them."""
    per_baris = {b: [k for k in koreksi if k.baris_id == b] for b in {k.baris_id for k in koreksi}}
    semua = queries.baris(con, daftar_id=daftar.daftar_id)
    menunggu = queries.koreksi_beda(con, semua) if koreksi else {}
    catatan = queries.catatan(con, daftar) if masa else {}
    bahan = Bahan(periode.baca(daftar.periode), catatan, per_baris, lengkap, menunggu)
    nik_masa = {m.masa_id: m.nik for m in rt.masa(con, lingkup=daftar.lingkup)}
    hasil: list[BarisTerima] = []
    sebelum = ""
    for b in semua:
        hasil.append(
            BarisTerima(
                b.nama, f"Ketua RT {b.nomor_rt}", b.diterima,
                identitas=_rekening(b) if transfer else nik.samarkan(nik_masa.get(b.masa_id)),
                besaran=b.rincian[0][1] if sama(b.rincian) else 0, bulan=len(b.rincian), bruto=b.bruto, pph=b.pph,
                keterangan=keterangan(b, bahan), lanjutan=b.jabatan_id == sebelum,
            )
        )  # fmt: skip
        sebelum = b.jabatan_id
    return tuple(hasil)


def _rekening(b: Baris) -> str:
    """Bank and account as they were listed, and whose account it is where the name differs."""
    if not b.rekening:
        return text.REKENING_KOSONG
    lain = b.atas_nama and b.atas_nama.casefold() != b.nama.casefold()
    return " ".join(filter(None, (b.bank, b.rekening, kata.ATAS_NAMA.format(nama=b.atas_nama) if lain else "")))


def _hari_tanda_tangan(daftar: Daftar, koreksi: list[Koreksi], kini: date) -> date:
    """Return the day whose office holders sign: of locking or the latest correction; today for a draft."""
    hari = max([daftar.dikunci_pada, *(k.tanggal for k in koreksi)])
    return date.fromisoformat(hari[:10]) if hari else kini


def _contoh(con: Connection) -> bytes:
    row = con.execute("SELECT nomor FROM insentif_daftar ORDER BY nomor DESC LIMIT 1").fetchone()
    if row:
        return pratinjau(con, str(row[0]), sekarang=0, kertas="F4")
    kosong = DaftarTerima(
        judul=(text.JUDUL_CETAK,), kepala=(), baris=(), penanda=(), tempat_tanggal=kata.TEMPAT.format(tahun=""),
        nomor="", revisi=0, dicetak="-", checksum="", draf=True, bentuk="pendek",
    )  # fmt: skip
    return gambar(kosong, Kertas.F4)


DOCUMENTS = (Document("tanda-terima", "Daftar tanda terima insentif", _contoh),)
