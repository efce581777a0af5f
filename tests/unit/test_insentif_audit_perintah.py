"""The commands of simulation, flags, audit packs and the opening balance, as typed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from sipokat_desktop import cli
from sipokat_desktop.modules.insentif import ops
from tests.unit import kantor
from tests.unit.kantor import buka
from tests.unit.lembar import tulis_xlsx


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An office whose first quarter was locked and paid, two of three heads."""
    with buka(tmp_path / "data") as store:
        nomor = kantor.terkunci(store, 3)
        ops.terima(store, nomor, kecuali=[3], hari=date(2026, 4, 2))
        store.set_setting("lingkup", kantor.KELURAHAN)
    return tmp_path / "data"


def _jalankan(capsys: pytest.CaptureFixture[str], data: Path, *kata: str) -> tuple[int, str, str]:
    kode = cli.main(["--data", str(data), *kata])
    keluar = capsys.readouterr()
    return kode, keluar.out, keluar.err


def test_a_simulation(data: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    kata = ("insentif", "simulasi", "--dari", "2026-01", "--sampai", "2026-12", "--tarif", "2026-07=750.000")
    kode, keluar, _ = _jalankan(capsys, data, *kata, "--kinerja", "0=50 3=100", "--kinerja-mulai", "2026-07", "--json")
    isi = json.loads(keluar)
    assert (kode, isi["kini"], isi["nanti"]) == (0, 3 * 12 * 550_000, 3 * 6 * (550_000 + 750_000))
    assert sum(b["terkunci"] for b in isi["bulan"]) == 3 * 3 * 550_000
    kode, keluar, _ = _jalankan(capsys, data, *kata, "--keluaran", str(tmp_path / "s.xlsx"))
    assert "Anggaran naik Rp3.600.000" in keluar
    assert (tmp_path / "s.xlsx").read_bytes()[:2] == b"PK"
    kode, _, salah = _jalankan(capsys, data, *kata[:-1], "750000")
    assert (kode, "2026-07=750000" in salah) == (2, True)


def test_flags_and_a_pack(data: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    kode, keluar, _ = _jalankan(capsys, data, "insentif", "temuan", "--periode", "2026-TW1", "--batas", "0", "--json")
    isi = json.loads(keluar)
    assert kode == 0
    assert [b["jenis"] for b in isi] == ["lama_belum"]
    assert isi[0]["halaman"] == "insentif"
    kode, keluar, _ = _jalankan(capsys, data, "insentif", "temuan", "--periode", "2019")
    assert keluar == "Tidak ada temuan merah.\n"
    zip_ = tmp_path / "paket.zip"
    kata = ("insentif", "audit", "buat", "--periode", "2026-TW1", "--keluaran", str(zip_), "--json")
    kode, keluar, _ = _jalankan(capsys, data, *kata)
    sidik = json.loads(keluar)["sidik"]
    kode, keluar, _ = _jalankan(capsys, data, "insentif", "audit", "periksa", str(zip_), "--sidik", sidik)
    assert (kode, "Paket utuh" in keluar) == (0, True)
    zip_.write_bytes(zip_.read_bytes()[:-30] + b"x" * 30)
    kode, _, salah = _jalankan(capsys, data, "insentif", "audit", "periksa", str(zip_))
    assert kode == 2
    assert salah


def test_an_opening_balance(data: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["RT", "Nama", "Bulan", "Jumlah"],
        ["01", "Ketua 01", "TW IV 2025", 1_650_000],
        ["77", "Entah", "Mei 2025", 1],
    ]
    path = str(tulis_xlsx(tmp_path / "lama.xlsx", {"A": rows}))
    kode, keluar, _ = _jalankan(capsys, data, "insentif", "saldo-awal", path, "--pratinjau", "--json")
    isi = json.loads(keluar)
    assert (kode, isi["dicatat"], isi["dilewati"], isi["act_id"]) == (0, 1, 1, "")
    kode, _, salah = _jalankan(capsys, data, "insentif", "saldo-awal", path)
    assert (kode, "Belum ada yang disimpan" in salah) == (2, True)
    kode, keluar, _ = _jalankan(capsys, data, "insentif", "saldo-awal", path, "--lewati-bermasalah", "--json")
    assert (kode, json.loads(keluar)["rupiah"]) == (0, 1_650_000)
    kode, keluar, _ = _jalankan(capsys, data, "insentif", "saldo-daftar")
    assert "Rp1.650.000" in keluar
    kode, keluar, _ = _jalankan(capsys, data, "insentif", "saldo-batalkan")
    assert (kode, "3 pembayaran saldo awal dibatalkan" in keluar) == (0, True)
    kode, _, salah = _jalankan(capsys, data, "insentif", "saldo-batalkan")
    assert (kode, salah) == (2, "Belum ada impor saldo awal.\n")
