"""Evaluation of reports: the very figures of the desktop, as charts and tables, F6 on paper and as a sheet."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.responses import Response

from sipokat_desktop.kernel import persen, wilayah
from sipokat_desktop.modules.laporan import evaluasi, evaluasi_kata, penilaian, penilaian_cetak, rentang
from sipokat_desktop.modules.laporan.evaluasi_kurun import kurun
from sipokat_desktop.modules.laporan.evaluasi_model import Bagian, Baris, Evaluasi
from sync.web.kit import unduhan
from sync.web.kit.kunjungan import Kunjungan

from . import pilihan, text

Batang = tuple[str, int, int, str]
"""A bar: its label, how much of what whole, and the words behind it."""


def _hitung(k: Kunjungan) -> Evaluasi:
    tahun = rentang.tahun(pilihan.hari_ini(k).year)
    return evaluasi.hitung(k.baca(), pilihan.tempat(k), pilihan.jangka(k, tahun))


def halaman(k: Kunjungan) -> Response:
    """Show the figures of a place and some days."""
    e = _hitung(k)
    hari = pilihan.hari_ini(k)
    bulan = kurun(e.bulan)
    return k.tampil(
        "laporan/evaluasi.html", e=e, sebutan=pilihan.sebutan(k, e.lingkup), tempat=pilihan.pilihan_tempat(k),
        rentang=pilihan.kunci(e.rentang),
        pilihan_rentang=pilihan.pilihan_rentang(hari, rentang.tahun(hari.year), e.rentang),
        bidang=batang(e.bidang), lurah=batang(e.lurah), camat=batang(e.camat), kategori=batang(e.kategori),
        bulan=_terhadap_terbanyak(bulan), per_tahun=bulan != e.bulan, jenis=_terhadap_terbanyak(e.jenis),
        ujung=_ujung(e), per_kelurahan=wilayah.beberapa(e.lingkup), baris=_baris(e),
    )  # fmt: skip


def batang(semua: Sequence[Bagian]) -> list[Batang]:
    """Return the parts of a whole as bars, in the words of the module."""
    return [(b.nama, b.jumlah, b.dari, evaluasi_kata.bagian(b)) for b in semua]


def _terhadap_terbanyak(semua: Sequence[Bagian]) -> list[Batang]:
    """Return parts as bars that are measured against the largest one."""
    paling = max((b.jumlah for b in semua), default=0)
    return [(b.nama, b.jumlah, paling, evaluasi_kata.bagian(b)) for b in semua]


def _ujung(e: Evaluasi) -> list[tuple[str, str, str]]:
    """Return who did most and least: of the kelurahan where there are several, of the RT."""
    dua = [("Kelurahan", e.ujung_kelurahan)] if len(e.kelurahan) > 1 else []
    return [(apa, *evaluasi_kata.ujungnya(u, e)) for apa, u in (*dua, ("RT", e.ujung_rt))]


def _baris(e: Evaluasi) -> list[tuple[Baris, str]]:
    """Return the lines of the table, the most reports first, each with its share to a tenth of a percent."""
    semua = e.kelurahan if wilayah.beberapa(e.lingkup) else e.per_rt
    bagi = persen.bagi([b.angka.jumlah for b in semua], satuan=1000)
    kata = [text.PERSEN.format(utuh=n // 10, pecah=n % 10) for n in bagi]
    return sorted(zip(semua, kata, strict=True), key=lambda satu: (-satu[0].angka.jumlah, satu[0].lingkup))


def pdf(k: Kunjungan) -> Response:
    """Give F6 away."""
    e = _hitung(k)
    isi = penilaian_cetak.cetak(k.baca(), e.lingkup, e.rentang, kertas="F4", sekarang=k.now)
    return unduhan.pdf(k, isi, text.NAMA_PENILAIAN, e.tempat, e.rentang.nama)


def xlsx(k: Kunjungan) -> Response:
    """Give the same as a sheet away."""
    e = _hitung(k)
    return unduhan.xlsx(k, penilaian.tabel(e), text.NAMA_PENILAIAN, e.tempat, e.rentang.nama)
