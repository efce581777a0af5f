"""The papers of module insentif: F1, the receipt list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from hashlib import blake2b
from pathlib import Path
from sqlite3 import Connection

from sipokat_desktop.kernel import canonical, nik, periode, tanggal, wilayah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.printing.model import BarisTerima, DaftarTerima, Penanda
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.printing.receipt import cetak as cetak_daftar
from sipokat_desktop.printing.receipt import gambar
from sipokat_desktop.storage.module import Document
from sipokat_desktop.storage.store import Store

from . import ops, queries, text
from .queries import Baris, Daftar

_PENANDA = (
    ("lurah", ("Mengetahui,", "Lurah {kelurahan}")),
    ("pptk", ("PPTK",)),
    ("bendahara", ("Bendahara Pengeluaran", "Pembantu")),
)


def cetak(
    store: Store, nomor: str, *, kertas: str, keluaran: Path, lengkap: bool = False,
    maju: Callable[[int, int], None] | None = None,
) -> int:  # fmt: skip
    """Write the receipt list of a number as PDF and count the printing of a locked one; returns its pages."""
    con = store.reader()
    if queries.cari_daftar(con, nomor).keadaan != "draf":
        ops.catat_cetak(store, nomor)
    dokumen = susun(con, nomor, sekarang=store.clock(), lengkap=lengkap)
    return cetak_daftar(dokumen, kertas=Kertas[kertas], keluaran=keluaran, maju=maju)


def pratinjau(con: Connection, nomor: str, *, sekarang: int, kertas: str, lengkap: bool = False) -> bytes:
    """Return the very PDF that printing would give, without counting it as a printing."""
    return gambar(susun(con, nomor, sekarang=sekarang, lengkap=lengkap), Kertas[kertas])


def susun(con: Connection, nomor: str, *, sekarang: int, lengkap: bool) -> DaftarTerima:
    """Gather a list for paper as of now (UTC ms); raise InputSalah for an unknown number."""
    daftar = queries.cari_daftar(con, nomor)
    p = periode.baca(daftar.periode)
    baris = queries.baris(con, daftar_id=daftar.daftar_id)
    kini = tanggal.wib(sekarang)
    kelurahan = rt.nama_kelurahan(con, daftar.lingkup)
    kecamatan = wilayah.nama_kecamatan(daftar.lingkup)
    return DaftarTerima(
        judul=(
            text.JUDUL_CETAK,
            f"KELURAHAN {kelurahan.upper()} KECAMATAN {kecamatan.upper()}",
            f"{p.judul} TAHUN ANGGARAN {p.tahun}",
        ),
        kepala=_kepala(con, daftar),
        baris=_baris(con, daftar, baris, p),
        penanda=_penanda(con, daftar.lingkup, kelurahan, kini.date()),
        tempat_tanggal=f"Lubuk Linggau, .............................. {kini.year}",
        nomor=daftar.nomor,
        revisi=0,
        dicetak=f"{tanggal.pendek(kini.date())} {tanggal.jam_wib(sekarang)}",
        checksum=checksum(daftar, baris),
        draf=daftar.keadaan == "draf",
        bentuk="lengkap" if lengkap else "pendek",
    )


def checksum(daftar: Daftar, baris: list[Baris]) -> str:
    """Return 8 hex digits over number, names and amounts: another content has another checksum."""
    isi = canonical.dumps({"nomor": daftar.nomor, "baris": [[b.no, b.nama, b.nomor_rt, b.diterima] for b in baris]})
    return blake2b(isi.encode(), digest_size=4).hexdigest().upper()


def _kepala(con: Connection, daftar: Daftar) -> tuple[tuple[str, str], ...]:
    k = next((k for k in queries.komponen(con, lingkup=daftar.lingkup) if k.komponen_id == daftar.komponen_id), None)
    isi = (k.sumber_dana, k.program, k.kegiatan, k.kode_rekening) if k else ("", "", "", "")
    pasangan = zip(text.KEPALA, (*isi, daftar.dasar), strict=True)
    return tuple((label, nilai or "-") for label, nilai in pasangan if nilai or label != text.KEPALA[0])


def _baris(con: Connection, daftar: Daftar, baris: list[Baris], p: periode.Periode) -> list[BarisTerima]:
    catatan = queries.catatan(con, daftar)
    per_masa = {m.masa_id: m for m in rt.masa(con, lingkup=daftar.lingkup)}
    hasil: list[BarisTerima] = []
    sebelum = ""
    for b in baris:
        bulan = periode.rentang(b.bulan) if b.bulan != p.bulan else ""
        keterangan = " · ".join(filter(None, (bulan, catatan.get(b.masa_id, ""))))
        masa = per_masa.get(b.masa_id)
        hasil.append(
            BarisTerima(
                b.nama, f"Ketua RT {b.nomor_rt}", b.diterima, identitas=nik.samarkan(masa.nik if masa else None),
                besaran=b.rincian[-1][1], bulan=len(b.rincian), bruto=b.bruto, pph=b.pph, keterangan=keterangan,
                lanjutan=b.jabatan_id == sebelum,
            )
        )  # fmt: skip
        sebelum = b.jabatan_id
    return hasil


def _penanda(con: Connection, lingkup: str, kelurahan: str, hari: date) -> tuple[Penanda, ...]:
    hasil: list[Penanda] = []
    for peran, sebutan in _PENANDA:
        orang = rt.pejabat(con, lingkup=lingkup, peran=peran, hari=hari)
        baris = tuple(s.format(kelurahan=kelurahan) for s in sebutan)
        if orang is None:
            hasil.append(Penanda(baris))
            continue
        if orang.sebutan:
            baris = (*baris[:-1], orang.sebutan)
        hasil.append(Penanda(baris, orang.nama, orang.pangkat, orang.nip))
    return tuple(hasil)


def _contoh(con: Connection) -> bytes:
    row = con.execute("SELECT nomor FROM insentif_daftar ORDER BY nomor DESC LIMIT 1").fetchone()
    if row:
        return pratinjau(con, str(row[0]), sekarang=0, kertas="F4")
    kosong = DaftarTerima(
        (text.JUDUL_CETAK,),
        (),
        (),
        tuple(Penanda(s) for _, s in _PENANDA),
        "Lubuk Linggau,",
        "-",
        0,
        "-",
        "-",
        True,
        "pendek",
    )
    return gambar(kosong, Kertas.F4)


DOCUMENTS = (Document("tanda-terima", "Daftar tanda terima insentif", _contoh),)
