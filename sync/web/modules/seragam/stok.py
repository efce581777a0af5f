"""Stock of uniforms: a purchase at the kecamatan, by kelurahan, and the heads of one kelurahan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from starlette.responses import Response

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.seragam import queries
from sipokat_desktop.modules.seragam.model import Barang, Pengadaan, Ringkas
from sipokat_desktop.modules.seragam.queries import Neraca
from sipokat_desktop.modules.seragam.tempat import RT
from sipokat_desktop.storage import sqlite
from sync.web.kit.kunjungan import Kunjungan, TidakAda

from . import text


@dataclass(frozen=True, slots=True)
class BarisKelurahan:
    """A kelurahan in a purchase: pieces needed, what came there and left; pieces that its RT hold from elsewhere
    (``luar``; below zero: that others have from here); heads who received, who have not, and among those the ones whose
    size is missing."""

    lingkup: str
    nama: str
    perlu: int
    neraca: Neraca
    luar: int
    sudah: int
    belum: int
    tanpa_ukuran: int

    @property
    def penjelasan(self) -> str:
        """The equation of the row in words, and what heads have that did not pass through the kelurahan."""
        luar = text.LUAR if self.luar > 0 else text.KE_LUAR if self.luar < 0 else ""
        return " ".join(filter(None, (self.neraca.kalimat, luar.format(n=abs(self.luar)))))


@dataclass(frozen=True, slots=True)
class Isi:
    """A purchase as the kecamatan sees it: ``semua`` is what came into it and left it, whatever moved within."""

    pengadaan: Pengadaan
    ringkas: Ringkas
    kelurahan: tuple[BarisKelurahan, ...]
    stok: Mapping[Barang, Neraca]
    kecamatan: Neraca
    semua: Neraca
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
    """Show a purchase: what came, left and lies at the kecamatan and in each kelurahan."""
    semua, pilih = _pengadaan(k)
    isi = _isi(k.baca(), pilih, k.siapa.lingkup, _hari(k)) if pilih else None
    return k.tampil(
        "seragam/stok.html", isi=isi, pilihan=[(p.pengadaan_id, f"{p.nama} ({p.tahun})") for p in semua],
        kecamatan=wilayah.nama(k.siapa.lingkup),
    )  # fmt: skip


def _isi(con: sqlite.Connection, p: Pengadaan, kantor: str, hari: date) -> Isi:
    ringkas = queries.ringkas(con, p.pengadaan_id, lingkup=kantor, hari=hari)
    matriks = queries.matriks(con, p.pengadaan_id, lingkup=kantor, hari=hari)
    pemakai = queries.pemakai(con, p.pengadaan_id, lingkup=kantor, hari=hari)
    neraca = queries.neraca(con, p.pengadaan_id)
    baris = []
    for b in matriks.baris:
        di_sana = queries.jumlah_neraca(neraca.get(b.lingkup, {}))
        milik = [s for s in pemakai if s.lingkup == b.lingkup]
        sudah = sum(s.sudah for s in milik)
        belum = sum(not (s.sudah or s.kosong) for s in milik)
        luar = sum(b.diserahkan) - di_sana.ke.get(RT, 0) + di_sana.dari.get(RT, 0)
        angka = (sum(b.perlu), di_sana, luar, sudah, belum, b.tanpa_ukuran)
        baris.append(BarisKelurahan(b.lingkup, b.nama, *angka))
    baris.sort(key=lambda b: (-b.belum, b.nama))
    di_sini = neraca.get(kantor, {})
    kecamatan = queries.jumlah_neraca(di_sini)
    masalah = tuple(m.kalimat for m in queries.masalah(con, p.pengadaan_id, lingkup=kantor))
    return Isi(p, ringkas, tuple(baris), di_sini, kecamatan, _semua(kantor, kecamatan, baris), masalah)


def _semua(kantor: str, kecamatan: Neraca, baris: Sequence[BarisKelurahan]) -> Neraca:
    """Return the sum of places without what only moved between them."""
    dalam = {kantor, *(b.lingkup for b in baris)}
    dari, ke = Counter[str](), Counter[str]()
    for satu in (kecamatan, *(b.neraca for b in baris)):
        dari.update({lain: n for lain, n in satu.dari.items() if lain not in dalam})
        ke.update({lain: n for lain, n in satu.ke.items() if lain not in dalam})
    return Neraca(dari, ke)


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
        "seragam/kelurahan.html", pengadaan=p, nama=rt.nama_kelurahan(k.baca(), kode),
        kecamatan=wilayah.nama_kecamatan(kode), belum=belum, sudah=sudah,
        kosong_=[s for s in semua if s.kosong and not s.sudah],
    )  # fmt: skip
