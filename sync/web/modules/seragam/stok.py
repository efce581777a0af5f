"""Stock of uniforms: a purchase at the kecamatan, by kelurahan, and the heads of one kelurahan."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date

from starlette.responses import Response

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.seragam import queries
from sipokat_desktop.modules.seragam.model import Pengadaan, Ringkas, Stok
from sync.web.kit.kunjungan import Kunjungan, TidakAda


@dataclass(frozen=True, slots=True)
class BarisKelurahan:
    """A kelurahan in a purchase: pieces needed, lying at the kelurahan and held by RT; heads who received, who have
    not, and among those the ones whose size is missing."""

    lingkup: str
    nama: str
    perlu: int
    ada: int
    diserahkan: int
    sudah: int
    belum: int
    tanpa_ukuran: int


@dataclass(frozen=True, slots=True)
class Isi:
    """A purchase as the kecamatan sees it."""

    pengadaan: Pengadaan
    ringkas: Ringkas
    kelurahan: tuple[BarisKelurahan, ...]
    stok: tuple[Stok, ...]
    masalah: tuple[str, ...]


def _hari(k: Kunjungan) -> date:
    return tanggal.wib(k.now).date()


def _pengadaan(k: Kunjungan) -> tuple[list[Pengadaan], Pengadaan | None]:
    """Return the purchases here and the one asked for, else the newest that is open."""
    semua = queries.pengadaan(k.baca(), lingkup=k.siapa.lingkup)
    diminta = k.tanya("pengadaan")
    if diminta:
        pilih = next((p for p in semua if p.pengadaan_id == diminta), None)
        if pilih is None:
            raise TidakAda
        return semua, pilih
    return semua, next((p for p in semua if not p.selesai), semua[0] if semua else None)


def halaman(k: Kunjungan) -> Response:
    """Show a purchase: what lies at the kecamatan, and each kelurahan."""
    semua, pilih = _pengadaan(k)
    isi = _isi(k.baca(), pilih, k.siapa.lingkup, _hari(k)) if pilih else None
    return k.tampil(
        "seragam/stok.html", isi=isi, pilihan=[(p.pengadaan_id, f"{p.nama} ({p.tahun})") for p in semua],
        kecamatan=wilayah.nama(k.siapa.lingkup),
    )  # fmt: skip


def _isi(con: sqlite3.Connection, p: Pengadaan, kantor: str, hari: date) -> Isi:
    ringkas = queries.ringkas(con, p.pengadaan_id, lingkup=kantor, hari=hari)
    matriks = queries.matriks(con, p.pengadaan_id, lingkup=kantor, hari=hari)
    pemakai = queries.pemakai(con, p.pengadaan_id, lingkup=kantor, hari=hari)
    baris = []
    for b in matriks.baris:
        milik = [s for s in pemakai if s.lingkup == b.lingkup]
        sudah = sum(s.sudah for s in milik)
        belum = sum(not (s.sudah or s.kosong) for s in milik)
        angka = (sum(b.perlu), sum(b.ada), sum(b.diserahkan), sudah, belum, b.tanpa_ukuran)
        baris.append(BarisKelurahan(b.lingkup, b.nama, *angka))
    baris.sort(key=lambda b: (-b.belum, b.nama))
    di_sini = tuple(s for s in queries.stok(con, p.pengadaan_id, lingkup=kantor) if s.tempat == kantor)
    masalah = tuple(m.kalimat for m in queries.masalah(con, p.pengadaan_id, lingkup=kantor))
    return Isi(p, ringkas, tuple(baris), di_sini, masalah)


def kelurahan(k: Kunjungan) -> Response:
    """Show every head of a kelurahan: who received, and who has not picked up."""
    kode = k.jalan("kode")
    _, p = _pengadaan(k)
    if kode not in k.wilayah or p is None:
        raise TidakAda
    semua = queries.pemakai(k.baca(), p.pengadaan_id, lingkup=kode, hari=_hari(k))
    belum = [s for s in semua if not (s.sudah or s.kosong)]
    sudah = [s for s in semua if s.sudah]
    return k.tampil(
        "seragam/kelurahan.html", pengadaan=p, nama=rt.nama_kelurahan(k.baca(), kode), belum=belum, sudah=sudah,
        kosong_=[s for s in semua if s.kosong and not s.sudah],
    )  # fmt: skip
