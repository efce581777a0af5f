"""Proposals on the command line, and what leaves the program: .xlsx and .csv that no formula can hide in."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from sipokat_desktop import cli
from sipokat_desktop.importing.sheet import read
from sipokat_desktop.modules.usulan import ekspor
from tests.unit import kantor
from tests.unit.usulan_contoh import penuh, usulkan

Jalan = Callable[..., tuple[int, str, str]]


@pytest.fixture
def jalan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Jalan:
    """Run ``sipokat …`` in an office with five heads; returns exit code, output and error."""

    def run(*kata: str) -> tuple[int, str, str]:
        kode = cli.main([*kata, "--data", str(tmp_path / "kantor")])
        keluar = capsys.readouterr()
        return kode, keluar.out, keluar.err

    with kantor.buka(tmp_path / "kantor") as store:
        store.set_setting("lingkup", kantor.KELURAHAN)
        kantor.isi_rt(store, 5)
    return run


def test_from_proposal_to_fate(jalan: Jalan, tmp_path: Path) -> None:
    tahun = ("--tahun", "2025")
    assert jalan("usulan", "daftar", *tahun)[:2] == (0, "Belum ada usulan tahun 2025.\n")
    buat = ("usulan", "buat", "Perbaikan siring Jalan Kenanga", "--rt", "1", "--kategori", "drainase", *tahun)
    kode, kata, _ = jalan(
        *buat, "--volume", "1.250,5", "--satuan", "m", "--biaya", "25.000.000", "--tanggal", "5/1/2025"
    )
    assert (kode, kata) == (0, "Usulan dicatat: Perbaikan siring Jalan Kenanga.\n")
    jalan("usulan", "buat", "Siring jalan Kenanga", "--rt", "2", "--kategori", "drainase", *tahun)
    jalan("usulan", "buat", "Pos ronda", "--kategori", "pos_ronda", *tahun)
    assert "1 Perbaikan siring Jalan Kenanga  dan  2 Siring jalan Kenanga" in jalan("usulan", "kembar", *tahun)[1]
    assert jalan("usulan", "gabung", "1", "2", *tahun)[1] == (
        "Digabung: Perbaikan siring Jalan Kenanga, dari RT 01, RT 02.\n"
    )
    assert jalan("usulan", "urut", "2,1", *tahun)[0] == 0
    assert "kini Diverifikasi lurah" in jalan("usulan", "status", "1,2", "lurah", "--tanggal", "9/1/2025", *tahun)[1]
    assert jalan("usulan", "status", "1", "ditolak", *tahun)[0] == 2
    assert jalan("usulan", "status", "1", "ditunda", "--alasan", "dana", "--tanggal", "9/2/2025", *tahun)[0] == 0
    _sesudah_musrenbang(jalan, tmp_path, tahun)


def _sesudah_musrenbang(jalan: Jalan, tmp_path: Path, tahun: tuple[str, str]) -> None:
    """What is listed, told to the RT, carried on, parted, written into files."""
    kata = jalan("usulan", "daftar", *tahun)[1]
    assert [baris.split()[0] for baris in kata.splitlines()[:3]] == ["1", "2", "2.1"]
    assert "2 usulan · 2 terbuka · perkiraan biaya Rp25.000.000 (1 usulan tanpa perkiraan biaya)" in kata
    kata = jalan("usulan", "kabar", "--rt", "2", *tahun)[1]
    assert "  9 Januari 2025: Diperiksa dan diterima oleh lurah.\n" in kata
    assert (
        json.loads(jalan("usulan", "kabar", "1", "--json", *tahun)[1])[0]["langkah"][-1][1] == "Ditunda. Alasan: dana."
    )
    assert jalan("usulan", "lagi", "--dari", "2025", "--ke", "2026")[1] == (
        "2 usulan tahun 2025 diusulkan lagi untuk tahun 2026.\n"
    )
    assert jalan("usulan", "pisah", "2", *tahun)[1] == "Dipisahkan: 1 usulan berdiri sendiri lagi.\n"
    assert jalan("usulan", "ubah", "3", "--judul", "Siring lain", *tahun)[1] == "Usulan diubah: Siring lain.\n"
    assert jalan("usulan", "hapus", "3", *tahun)[0] == 0
    assert jalan("usulan", "hapus", "9", *tahun)[2] == (
        "Tidak ada usulan 9 pada daftar tahun 2025. Nomornya ada pada perintah usulan daftar.\n"
    )
    for akhiran in ("xlsx", "csv"):
        assert "2 usulan ditulis" in jalan("usulan", akhiran, str(tmp_path / f"u.{akhiran}"), *tahun)[1]
    for apa, lain in (("usulan", ()), ("kabar-usulan", ("--rt", "1"))):
        file = tmp_path / f"{apa}.pdf"
        assert jalan("cetak", apa, *lain, "--keluaran", str(file), *tahun)[0] == 0
        assert file.read_bytes().startswith(b"%PDF")


def test_sheets_hold_everything_and_no_formula(tmp_path: Path) -> None:
    with kantor.buka(tmp_path) as store:
        penuh(store)
        usulkan(store, '=HYPERLINK("http://jahat";"klik")', lokasi="@SUM(A1)", uraian='-1+1; "kutip"', manfaat="+62")
        isi = ekspor.tabel(store.reader(), kantor.KELURAHAN, 2026, hari=date(2026, 4, 10))
        for nama in ("u.xlsx", "u.csv"):
            assert ekspor.simpan(tmp_path / nama, isi) == 6
    mentah = (tmp_path / "u.csv").read_bytes()
    assert mentah.startswith(b"\xef\xbb\xbf")
    baris = list(csv.reader(StringIO(mentah.decode("utf-8-sig")), delimiter=";"))
    assert len({len(satu) for satu in baris}) == 1
    assert not [sel for satu in baris for sel in satu if sel.startswith(("=", "+", "-", "@"))]
    jahat = dict(zip(baris[0], next(satu for satu in baris if "HYPERLINK" in satu[6]), strict=True))
    assert (jahat["Usulan"][0], jahat["Lokasi"], jahat["Uraian"]) == ("'", "'@SUM(A1)", '\'-1+1; "kutip"')
    pertama = dict(zip(baris[0], baris[1], strict=True))
    assert (pertama["Volume"], pertama["Perkiraan biaya"], pertama["RT"], pertama["Jumlah KK"]) == (
        "1.250,5", "185000000", "RT 01, RT 02", "105"
    )  # fmt: skip
    assert pertama["Tanggal status"] == "03/02/2026"
    lembar = read(tmp_path / "u.xlsx")
    assert any("HYPERLINK" in str(sel) for satu in lembar.lembar[0].rows for sel in satu)
