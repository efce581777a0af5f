"""The life of a list, cards and rekaps on the command line, as a script uses them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sipokat_desktop import cli
from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.clock import now_ms

TAHUN = 2024
"""Long past, so that the days of the test have come."""


@pytest.fixture
def jalan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """``jalan("insentif", "daftar")`` runs a command and returns its JSON; ``gagal=2`` its sentence."""

    def run(*kata: str, gagal: int = 0) -> Any:
        kode = cli.main([*kata, "--data", str(tmp_path / "data"), "--json"])
        keluar = capsys.readouterr()
        assert kode == gagal, keluar
        return keluar.err.strip() if gagal else json.loads(keluar.out)

    return run


@pytest.fixture
def nomor(jalan: Any, tmp_path: Path) -> str:
    """A locked list of two heads of RT for the first quarter of 2024."""
    lembar = tmp_path / "rt.csv"
    lembar.write_text(
        "No RT;Nama;TMT;Akhir masa jabatan;Nomor SK;Tanggal SK\n"
        "01;Ahmad Fauzi;01/01/2023;01/01/2028;141/1;20/12/2022\n"
        "02;Siti Aminah;01/01/2023;01/01/2028;141/2;20/12/2022\n",
        encoding="utf-8",
    )
    jalan("impor", "rt", str(lembar), "--kelurahan", "16.73.01.1003")
    jalan("insentif", "tarif", "--jumlah", "550000", "--mulai", f"{TAHUN}-01", "--dasar", "SK 1/2024")
    hasil = str(jalan("insentif", "susun", "--periode", f"{TAHUN}-TW1")["nomor"])
    jalan("insentif", "periksa", hasil, "--oleh", "Rina")
    jalan("insentif", "kunci", hasil, "--lurah", "Lurah", "--alasan", "uji")
    return hasil


def test_the_life_of_a_list(jalan: Any, nomor: str) -> None:
    hari = tanggal.pendek(tanggal.wib(now_ms()).date())
    assert jalan("insentif", "spp", nomor, "12/SPP", "--tanggal", hari)["langkah"] == "diajukan"
    assert jalan("insentif", "sp2d", nomor, "77", "--tanggal", hari)["sp2d_nomor"] == "77"
    tunda = jalan("insentif", "tunda", nomor, "2", "--alasan", "NIK belum ada")
    assert [b["tunda"] for b in tunda["baris"]] == ["", "NIK belum ada"]
    assert jalan("insentif", "tandatangan", nomor, "--kuasa", "SK/1")["ditandatangani"] == 1
    assert jalan("insentif", "terima", nomor, "--cara", "transfer")["dicatat"] == [1]
    jalan("insentif", "lanjutkan", nomor, "2")
    lihat = jalan("insentif", "koreksi", nomor, "2", "--bulan", f"{TAHUN}-03=0", "--lihat")
    assert lihat["diterima"] == 1_100_000
    assert jalan("insentif", "koreksi", nomor, "2", "--bulan", f"{TAHUN}-03=0", "--alasan", "Pindah")["revisi"] == 1
    assert jalan("insentif", "terima", nomor)["langkah"] == "lunas"
    kata = jalan("insentif", "koreksi", nomor, "2", "--bulan", "maret", "--alasan", "x", gagal=2)
    assert kata == "Koreksi ditulis bulan=jumlah, misalnya --bulan 2026-03=0."
    kembali = jalan(
        "insentif", "kembalikan", nomor, "1", "--sts", "STS/1", "--tanggal", hari, "--alasan", "Temuan", "--bulan",
        f"{TAHUN}-02",
    )  # fmt: skip
    assert (kembali["revisi"], kembali["baris"][0]["dikembalikan"]) == (2, 550_000)
    assert "sudah menerima" in jalan("insentif", "batal", nomor, "--alasan", "x", gagal=2)


def test_a_cancelled_list(jalan: Any, nomor: str) -> None:
    assert jalan("insentif", "batal", nomor, "--alasan", "Salah tarif")["langkah"] == "batal"
    assert jalan("insentif", "susun", "--periode", f"{TAHUN}-TW1")["nomor"] != nomor


def test_cards_and_rekaps(jalan: Any, nomor: str) -> None:
    jalan("insentif", "terima", nomor, "--hanya", "1")
    kartu = jalan("insentif", "kartu", "2", "--sampai", f"{TAHUN}-03")
    assert (kartu["judul"], kartu["sisa"], kartu["dibayar"]) == ("RT 02", 1_650_000, 0)
    umur = jalan("insentif", "umur", "--sampai", f"{TAHUN}-03")
    assert [(b["nomor_rt"], b["jumlah"]) for b in umur["baris"]] == [("02", 1_650_000)]
    assert jalan("insentif", "rekap", "rt", str(TAHUN))["jumlah"][0]["jumlah"] == 1_650_000
    f3 = jalan("insentif", "rekap", "periode", f"{TAHUN}-TW1")
    assert (f3["jumlah"]["dibayar"], f3["jumlah"]["belum"], f3["jumlah"]["netto"]) == (2, 1, 3_300_000)
    assert jalan("insentif", "rekap", "anggaran", str(TAHUN))[0]["terkunci"] == 3_300_000
    assert "tidak ada di kelurahan" in jalan("insentif", "kartu", "9", gagal=2)
    assert "ringkasan" in [f["nama"] for f in jalan("periksa")["hasil"]]


@pytest.mark.parametrize("pilihan", ["--hanya", "--kecuali"])
@pytest.mark.parametrize("perintah", ["terima", "tandatangan"])
def test_an_empty_variable_of_a_script_pays_nobody(jalan: Any, nomor: str, perintah: str, pilihan: str) -> None:
    kata = jalan("insentif", perintah, nomor, pilihan, "", gagal=2)
    assert kata == f"Pilihan {pilihan} kosong. Tulis nomor urutnya, misalnya 3,7, atau jangan pakai pilihan itu."
    daftar = jalan("insentif", "daftar")[0]
    assert (daftar["dibayar"], daftar["ditandatangani"]) == (0, 0)
    assert "angka dan koma" in jalan("insentif", "tunda", nomor, "", "--alasan", "x", gagal=2)


def test_what_no_calendar_knows_is_refused_in_one_sentence(jalan: Any, nomor: str, tmp_path: Path) -> None:
    pdf = str(tmp_path / "a.pdf")
    salah = (
        ("insentif", "susun", "--periode", "0000-01"), ("insentif", "kartu", "1", "--sampai", "0000-01"),
        ("insentif", "umur", "--sampai", "0000-01"), ("insentif", "rekap", "periode", "0000-01"),
        ("insentif", "temuan", "--periode", "0000-01"), ("cetak", "rekap", "0000-01", "--keluaran", pdf),
        ("insentif", "kembalikan", nomor, "1", "--sts", "1", "--tanggal", "1/5/2024", "--alasan", "x", "--bulan", ""),
        ("insentif", "koreksi", nomor, "1", "--bulan", f"{TAHUN}-01=0", "--pph", "", "--lihat"),
        *(("insentif", "rekap", apa, tahun) for apa in ("rt", "anggaran") for tahun in ("9" * 24, "-1", "1899")),
        ("cetak", "rekap-rt", "9" * 24, "--keluaran", pdf), ("cetak", "tanda-terima", nomor, "--keluaran", ""),
        ("cetak", "umur", "--keluaran", " "), ("insentif", "temuan", "--periode", f"{TAHUN}", "--batas", "-1"),
        ("insentif", "audit", "periksa", "\0"), ("insentif", "kunci", "\ud800"), ("insentif", "terima", "a\nb"),
        ("insentif", "kunci", nomor, "--lurah", ""),
    )  # fmt: skip
    for kata in salah:
        kalimat = jalan(*kata, gagal=2)
        assert kalimat.endswith((".", "--help")), (kata, kalimat)
        assert "\n" not in kalimat
    assert jalan("insentif", "terima", "a\nb", gagal=2) == "Daftar nomor a b tidak ada di komputer ini."
