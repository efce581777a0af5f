"""Transport money on the command line: event, attendance, component, list, payment, paper."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sipokat_desktop import cli

NAMA, UANG = "Bimtek Ketua RT", "Uang transport Bimtek"


@pytest.fixture
def jalan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """``jalan("insentif", "daftar")`` runs a command and returns its JSON; ``gagal=2`` its sentence."""

    def run(*kata: str, gagal: int = 0) -> Any:
        kode = cli.main([*kata, "--data", str(tmp_path / "data"), "--json"])
        keluar = capsys.readouterr()
        assert kode == gagal, keluar
        return keluar.err.strip() if gagal else json.loads(keluar.out)

    return run


def test_from_the_event_to_the_paper(jalan: Any, tmp_path: Path) -> None:
    lembar = tmp_path / "rt.csv"
    lembar.write_text("No RT;Nama;TMT\n01;Ahmad Fauzi;01/01/2023\n02;Siti Aminah;01/01/2023\n", encoding="utf-8")
    jalan("impor", "rt", str(lembar), "--kelurahan", "16.73.01.1003")
    jalan("bimtek", "kegiatan", "buat", NAMA, "--tempat", "Gedung Kesenian", "--tanggal", "20/11/2024")
    jalan("bimtek", "undang")
    jalan("bimtek", "hadir", "01")
    kata = jalan("insentif", "komponen", "simpan", UANG, "--acara", "Bimtek", "--per", "sesi", gagal=2)
    assert "Kegiatan “Bimtek” tidak ada di komputer ini." in kata
    k = jalan("insentif", "komponen", "simpan", UANG, "--acara", NAMA.lower(), "--per", "sesi")
    assert (k["acara"]["sumber"], k["acara"]["per"], k["acara"]["nama"]) == ("bimtek", "sesi", NAMA)
    jalan("insentif", "tarif", "--komponen", UANG, "--jumlah", "150000", "--mulai", "2024-01")
    kata = jalan("insentif", "susun", "--periode", "2024-TW4", "--komponen", UANG, gagal=2)
    assert kata.endswith("Susun daftar November 2024.")
    daftar = jalan("insentif", "susun", "--periode", "2024-11", "--komponen", UANG)
    (satu,) = daftar["baris"]
    assert (satu["nama"], satu["diterima"]) == ("Ahmad Fauzi", 150_000)
    assert satu["hitungan"] == "November 2024: 1 sesi × 150.000 = 150.000"
    nomor = str(daftar["nomor"])
    jalan("insentif", "kunci", nomor, "--lurah", "Lurah")
    assert jalan("insentif", "terima", nomor)["dicatat"] == [1]
    keluar = tmp_path / "f11.pdf"
    assert jalan("cetak", "tanda-terima", nomor, "--keluaran", str(keluar))["halaman"] == 1
    assert keluar.read_bytes().startswith(b"%PDF")
