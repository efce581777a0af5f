"""Sums of the city and of a kecamatan: the module's figures, what is only on lists beside what was received, F3."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sipokat_desktop.importing import sheet
from sipokat_desktop.kernel import periode, rupiah, tanggal, wilayah
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.modules.insentif import rekap
from tests.web.isolasi import teks
from tests.web.panggung import KEC_A, KEL_A, KEL_B, Klien, Pusat

TW = periode.triwulan(tanggal.wib(now_ms()).date()).kode


@pytest.fixture(scope="module")
def bagian(pusat_baca: Pusat) -> Klien:
    """Somebody of Bagian Tata Pemerintahan."""
    return pusat_baca.masuk("bagian")


def test_the_sums_are_those_of_the_module(pusat_baca: Pusat, bagian: Klien) -> None:
    con = pusat_baca.offices.of(wilayah.KOTA).store.reader()
    isi = rekap.kecamatan(con, periode=TW, lingkup=wilayah.kelurahan_dari("kota"))
    (anggaran,) = rekap.anggaran(con, tahun=int(TW[:4]), lingkup=wilayah.kelurahan_dari("kota"))
    halaman = bagian.get("/total").text
    assert isi.jumlah.netto > 0
    for n in (isi.jumlah.netto, isi.jumlah.bruto, anggaran.terkunci, anggaran.realisasi):
        assert rupiah.titik(n) in halaman
    satu = bagian.get("/total", params={"kecamatan": KEC_A}).text
    per = {b.kelurahan: rupiah.titik(b.netto) for b in isi.baris}
    assert "Taba Jemekeh" in satu
    assert per["Taba Jemekeh"] in satu
    assert "Air Teman" not in satu
    assert bagian.get("/total/f3.pdf").content.startswith(b"%PDF")
    assert bagian.get("/total/f3.xlsx", params={"kecamatan": KEC_A}).content.startswith(b"PK")
    for aneh in ({"periode": "'"}, {"tahun": "x"}, {"komponen": "x"}, {"kecamatan": KEL_A}):
        assert bagian.get("/total", params=aneh).status_code == 200


def test_the_sums_of_a_kecamatan_are_its_own(pusat_baca: Pusat, bagian: Klien) -> None:
    """Filtered by kecamatan the year is that of the kecamatan, without the budget of the whole city."""
    con = pusat_baca.offices.of(wilayah.KOTA).store.reader()
    kota, sendiri = (
        rekap.anggaran(con, tahun=int(TW[:4]), lingkup=wilayah.kelurahan_dari(tempat))[0] for tempat in ("kota", KEC_A)
    )
    assert 0 < sendiri.terkunci < kota.terkunci
    assert 0 < sendiri.realisasi < kota.realisasi
    satu = bagian.get("/total", params={"kecamatan": KEC_A}).text
    tahunan = satu[satu.index("Tahun anggaran ") :]
    for n in (sendiri.terkunci, sendiri.realisasi):
        assert f">{rupiah.titik(n)}<" in tahunan
    for n in (kota.terkunci, kota.realisasi):
        assert rupiah.titik(n) not in tahunan
    assert "pagu belum dicatat" not in tahunan
    assert "serapan tidak dihitung per kecamatan" in tahunan
    assert f"<h1>Jumlah {wilayah.nama_kantor(KEC_A)}</h1>" in satu


def test_a_month_without_a_list_says_so(bagian: Klien) -> None:
    """Where lists are made by triwulan its month says that, and leads there; a month of none is no table of zeros."""
    bulan = periode.baca(TW).bulan[0]
    halaman = bagian.get("/total", params={"periode": bulan}).text
    assert f"Belum ada daftar yang dikunci untuk {periode.nama_bulan(bulan)}" in halaman
    assert "3 kelurahan membayar bulan ini lewat daftar triwulan" in halaman
    assert re.search(rf'href="/total\?periode={TW}"', halaman)
    lama = bagian.get("/total", params={"periode": "2019-01"}).text
    assert "Belum ada daftar yang dikunci untuk Januari 2019" in lama
    for satu in (halaman, lama):
        assert "Di daftar terkunci</dt>" not in satu
        assert "Netto" not in satu


def test_f3_of_the_city_on_paper_and_as_a_sheet(bagian: Klien, tmp_path: Path) -> None:
    """The paper has the letterhead of the Bagian and the sum of each kecamatan, the sheet says each kecamatan."""
    kertas = teks(bagian.get("/total/f3.pdf"))
    for kata in ("BAGIAN TATA PEMERINTAHAN", f"Jumlah {wilayah.nama(KEC_A)}", "daftar yang sudah dikunci"):
        assert kata in " ".join(kertas.split()), kata
    satu = " ".join(teks(bagian.get("/total/f3.pdf", params={"kecamatan": KEC_A})).split())
    assert f"KECAMATAN {wilayah.nama(KEC_A).upper()}" in satu
    assert f"Jumlah {wilayah.nama(KEC_A)}" not in satu
    berkas = tmp_path / "f3.xlsx"
    berkas.write_bytes(bagian.get("/total/f3.xlsx").content)
    baris = [[str(s) for s in row] for lembar in sheet.read(berkas).lembar for row in lembar.rows]
    assert [KEL_B, wilayah.nama_kecamatan(KEL_B), "Air Teman"] in [row[:3] for row in baris]
