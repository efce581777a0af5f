"""The receipt list as a PDF: sizes, margins, rows per page, carries, signers, literal and long texts."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pytest

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.kernel.rupiah import titik
from sipokat_desktop.kernel.terbilang import terbilang
from sipokat_desktop.printing.receipt import BarisTerima, Kertas, Kop, Penanda, gambar
from tests.print.contoh_daftar import PENANDA, baris, daftar, halaman_teks, huruf, kotak_teks

MM = 72 / 25.4
TANDA_TANGAN = re.compile(r"(\d+)\. \.{5,}")
BANYAK = (1, 2, 7, 15, 16, 18, 19, 36, 528)


def _nomor(teks: str) -> list[int]:
    """Numbers at the signature places of a page."""
    return sorted(int(n) for n in TANDA_TANGAN.findall(teks))


def _halaman(pdf: bytes) -> list[list[int]]:
    return [_nomor(teks) for teks in halaman_teks(pdf)]


@pytest.mark.parametrize(
    ("kertas", "bentuk", "ukuran"),
    [
        (Kertas.F4, "pendek", (215, 330)),
        (Kertas.A4, "pendek", (210, 297)),
        (Kertas.F4, "lengkap", (330, 215)),
        (Kertas.A4, "lengkap", (297, 210)),
    ],
)
def test_page_size(kertas: Kertas, bentuk: str, ukuran: tuple[int, int]) -> None:
    with pypdfium2.PdfDocument(gambar(daftar(30, bentuk=bentuk), kertas)) as pdf:
        for halaman in pdf:
            assert [sisi / MM for sisi in halaman.get_size()] == pytest.approx(ukuran, abs=0.01 / MM)


@pytest.mark.parametrize("kertas", list(Kertas))
@pytest.mark.parametrize("bentuk", ["pendek", "lengkap"])
@pytest.mark.parametrize("draf", [False, True])
def test_all_text_stays_within_the_margins(kertas: Kertas, bentuk: str, draf: bool) -> None:
    pdf = gambar(daftar(40, bentuk=bentuk, draf=draf), kertas)
    lebar, tinggi = kertas.value if bentuk == "pendek" else kertas.value[::-1]
    for halaman in kotak_teks(pdf):
        for kiri, bawah, kanan, atas, teks in halaman:
            assert 20 * MM - 0.5 <= kiri < kanan <= (lebar - 10) * MM + 0.5, teks
            assert 10 * MM - 0.5 <= bawah < atas <= (tinggi - 12) * MM + 0.5, teks


@pytest.mark.parametrize(
    ("kertas", "satu_halaman"), [(Kertas.F4, 18), (Kertas.A4, 15)], ids=["F4 18 rows", "A4 15 rows"]
)
@pytest.mark.parametrize("banyak", BANYAK)
def test_rows_per_page(kertas: Kertas, satu_halaman: int, banyak: int) -> None:
    halaman = _halaman(gambar(daftar(banyak), kertas))
    assert [n for isi in halaman for n in isi] == list(range(1, banyak + 1))
    assert (len(halaman) == 1) == (banyak <= satu_halaman)
    assert all(len(isi) % 2 == 0 for isi in halaman[:-1])
    assert len(halaman[-1]) >= min(banyak, 2)


@pytest.mark.parametrize(
    ("kertas", "banyak", "tinggi"),
    [(Kertas.F4, 15, 12), (Kertas.F4, 16, 10), (Kertas.F4, 18, 10), (Kertas.F4, 19, 12),
     (Kertas.A4, 12, 12), (Kertas.A4, 13, 10), (Kertas.A4, 15, 10), (Kertas.A4, 16, 12)],
)  # fmt: skip
def test_row_height(kertas: Kertas, banyak: int, tinggi: float) -> None:
    kotak = kotak_teks(gambar(daftar(banyak), kertas))[0]
    alas = {int(m[1]): k[1] for k in kotak if (m := TANDA_TANGAN.match(k[4]))}
    assert (alas[1] - alas[3]) / 2 / MM == pytest.approx(tinggi, abs=0.2)


def test_seven_rows_of_the_full_form_fit_one_page() -> None:
    for kertas in Kertas:
        assert len(_halaman(gambar(daftar(7, bentuk="lengkap"), kertas))) == 1


@pytest.mark.parametrize("kertas", list(Kertas))
def test_odd_numbers_sign_left_even_ones_right(kertas: Kertas) -> None:
    kiri_ttd, kanan_ttd = (kertas.value[0] - 10 - 60) * MM, (kertas.value[0] - 10) * MM
    tengah = (kiri_ttd + kanan_ttd) / 2
    for halaman in kotak_teks(gambar(daftar(41), kertas)):
        for kiri, _, kanan, _, teks in halaman:
            if cocok := TANDA_TANGAN.match(teks):
                ganjil = int(cocok[1]) % 2 == 1
                assert (kiri_ttd < kiri and kanan < tengah) if ganjil else (tengah < kiri and kanan < kanan_ttd)


def test_carried_sums_agree() -> None:
    semua = tuple(replace(baris(n), diterima=1_000 + n) for n in range(60))
    teks = halaman_teks(gambar(daftar(60, baris=semua), Kertas.F4))
    sampai = 0
    for ke, isi in enumerate(teks):
        if ke:
            assert f"Jumlah pindahan {titik(sum(b.diterima for b in semua[:sampai]))}" in isi
        sampai += len(_nomor(isi))
        jumlah = titik(sum(b.diterima for b in semua[:sampai]))
        label = "JUMLAH" if ke == len(teks) - 1 else "Jumlah dipindahkan"
        assert f"{label} {jumlah}" in isi
    assert sampai == 60
    assert f"Terbilang: {terbilang(sum(b.diterima for b in semua))}" in teks[-1]


def test_full_form_sums_gross_tax_and_received() -> None:
    (teks,) = halaman_teks(gambar(daftar(7, bentuk="lengkap"), Kertas.F4))
    assert "JUMLAH 11.550.000 577.500 10.972.500" in teks
    assert "Terbilang: sepuluh juta sembilan ratus tujuh puluh dua ribu lima ratus rupiah" in teks
    assert "NIK" in teks
    assert "1673••••••••0001" in teks


def test_identity_heading_can_be_the_account() -> None:
    (teks,) = halaman_teks(gambar(daftar(2, bentuk="lengkap", identitas_judul="Nomor Rekening"), Kertas.F4))
    assert "Nomor Rekening" in teks


@pytest.mark.parametrize("kertas", list(Kertas))
@pytest.mark.parametrize("bentuk", ["pendek", "lengkap"])
def test_signers_never_stand_alone(kertas: Kertas, bentuk: str) -> None:
    for banyak in range(1, 61):
        *depan, akhir = halaman_teks(gambar(daftar(banyak, bentuk=bentuk), kertas))
        assert len(_nomor(akhir)) >= min(banyak, 2)
        for isi in ("JUMLAH", "Terbilang", "SYAMSUL BAHRI", "NIP. 19900303 201501 1 003", "20 November 2026"):
            assert isi in akhir
            assert isi == "20 November 2026" or not any(isi in teks for teks in depan)


def test_heads_and_foot_on_each_page() -> None:
    teks = halaman_teks(gambar(daftar(60), Kertas.F4))
    for ke, isi in enumerate(teks, 1):
        assert "Nama Penerima" in isi
        assert "Tanda Tangan" in isi
        assert re.search(r"^1 2 3 4 5\s*$", isi, re.MULTILINE)
        assert f"Halaman {ke} dari {len(teks)}" in isi
        assert "Daftar No. 045/INS/TJ/2026 · Revisi 1" in isi
        assert "Dicetak 20 November 2026 15.58 WIB · a1b2-c3d4" in isi
        assert ("(lanjutan)" in isi) == (ke > 1)


def test_draft_is_marked_on_each_page_and_only_then() -> None:
    for isi in halaman_teks(gambar(daftar(40, draf=True, nomor=""), Kertas.F4)):
        assert "DRAF" in isi
        assert "belum dikunci, bukan bukti pembayaran" in isi
        assert "tanpa nomor" in isi
    assert "DRAF" not in "".join(halaman_teks(gambar(daftar(40), Kertas.F4)))


def test_markup_is_printed_literally() -> None:
    nama = "Budi <b>Santoso</b> & Co (\\) %s {0}"
    (teks,) = halaman_teks(gambar(daftar(1, baris=(BarisTerima(nama, "<i>RT</i>", 1),)), Kertas.F4))
    assert nama in teks
    assert "<i>RT</i>" in teks


def test_missing_letters_are_seen() -> None:
    orang = BarisTerima("Ali\u200b 漢\U0001f600 Ba\nwi\u0007", "Ketua RT 01", 1)
    (teks,) = halaman_teks(gambar(daftar(1, baris=(orang,)), Kertas.F4))
    assert "Ali □□ Ba wi□" in teks


PANJANG = (
    "Drs. H. Raden Mas Kusumadiningrat Prawirasentana Djojohadikusumo Wirjosandjojo, S.H., M.Si., Ph.D.",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "Muhammad " * 60,
)


@pytest.mark.parametrize("kertas", list(Kertas))
@pytest.mark.parametrize("banyak", [6, 15])
def test_long_texts_stay_in_their_cells(kertas: Kertas, banyak: int) -> None:
    semua = tuple(
        BarisTerima(PANJANG[n % 3], PANJANG[n % 2], 999_999_999_999, keterangan=PANJANG[0] if n % 2 else "")
        for n in range(banyak)
    )
    pdf = gambar(daftar(banyak, baris=semua), kertas)
    tepi = [20, 29, *((85, 113, 145) if kertas is Kertas.F4 else (80, 108, 140)), kertas.value[0] - 10]
    alas = {int(m[1]): k[1] for k in kotak_teks(pdf)[0] if (m := TANDA_TANGAN.match(k[4]))}
    tinggi = (alas[1] - alas[3]) / 2
    assert tinggi / MM == pytest.approx(13 if kertas is Kertas.F4 else 18, abs=0.1), "small lines stay legible"
    garis = [alas[1] + tinggi - 3 * MM - n * tinggi for n in range(len(alas) + 1)]
    badan = [k for k in huruf(pdf) if garis[-1] < (k[1] + k[3]) / 2 < garis[0]]
    for kiri, bawah, kanan, atas, ch in badan:
        assert any(a * MM <= kiri and kanan <= b * MM for a, b in pairwise(tepi)), ch
        assert any(dasar - 1 <= bawah and atas <= puncak + 1 for puncak, dasar in pairwise(garis))
    nama = "".join(k[4] for k in badan if 29 * MM <= k[0] < tepi[2] * MM)
    assert nama.count("W") == sum((b.nama + b.keterangan).count("W") for b in semua[: len(alas)])


def test_long_title_and_head_wrap() -> None:
    panjang = "KELURAHAN DENGAN NAMA YANG SANGAT PANJANG SEKALI " * 4
    pdf = gambar(daftar(5, judul=(panjang,), kepala=(("Dasar Pembayaran", panjang),)), Kertas.F4)
    (teks,) = halaman_teks(pdf)
    assert teks.count("SEKALI") == 8
    assert all(k[0] >= 20 * MM - 0.5 and k[2] <= 205 * MM + 0.5 for k in kotak_teks(pdf)[0])


def test_signers_without_name_show_dots() -> None:
    (teks,) = halaman_teks(gambar(daftar(2, penanda=(Penanda(("Lurah Taba Jemekeh",)),)), Kertas.F4))
    assert "(………………………)" in teks
    assert "NIP. …………………" in teks


@pytest.mark.parametrize("banyak", [0, 1, 2, 3])
def test_any_number_of_signers(banyak: int) -> None:
    (teks,) = halaman_teks(gambar(daftar(2, penanda=PENANDA[:banyak]), Kertas.F4))
    assert [p.nama in teks for p in PENANDA] == [n < banyak for n in range(3)]
    assert "Lubuk Linggau, 20 November 2026" in teks


def test_empty_and_negative_lists() -> None:
    (kosong,) = halaman_teks(gambar(daftar(0), Kertas.F4))
    assert "JUMLAH 0" in kosong
    assert "nol rupiah" in kosong
    (minus,) = halaman_teks(gambar(daftar(1, baris=(BarisTerima("A", "B", -82_500),)), Kertas.F4))
    assert "Terbilang: minus delapan puluh dua ribu lima ratus rupiah" in minus


def test_kop_and_its_logo() -> None:
    kop = Kop(("PEMERINTAH KOTA LUBUK LINGGAU", "KECAMATAN TIMUR I", "KELURAHAN TABA JEMEKEH"), "Jalan Yos Sudarso")
    (teks,) = halaman_teks(gambar(daftar(7, kop=kop), Kertas.F4))
    assert "PEMERINTAH KOTA LUBUK LINGGAU" in teks
    assert "Jalan Yos Sudarso" in teks
    with pytest.raises(Gangguan, match="Logo kantor tidak dapat dibaca"):
        gambar(daftar(7, kop=replace(kop, logo=b"bukan gambar")), Kertas.F4)


def test_same_list_gives_the_same_bytes() -> None:
    assert gambar(daftar(40), Kertas.F4) == gambar(daftar(40), Kertas.F4)


def test_metadata() -> None:
    with pypdfium2.PdfDocument(gambar(daftar(2), Kertas.F4)) as pdf:
        data = pdf.get_metadata_dict()
    assert data["Title"].startswith("DAFTAR TANDA TERIMA")
    assert data["Author"] == "Sipokat Desktop"
    assert b"/Lang (id-ID)" in gambar(daftar(2), Kertas.F4)


def test_too_long_a_head_is_told() -> None:
    with pytest.raises(InputSalah, match="terlalu panjang"):
        gambar(daftar(2, judul=("JUDUL",) * 80), Kertas.A4)


def test_importing_is_cheap() -> None:
    kode = (
        "import sys, sipokat_desktop.printing.receipt;"
        "sys.exit(any(m.startswith(('reportlab', 'PIL')) for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", kode], check=False).returncode == 0
