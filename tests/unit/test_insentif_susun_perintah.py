"""Components, tariffs, funding, rule, figures, overrides and lists on the command line of an office."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sipokat_desktop import cli
from sipokat_desktop.app import Office
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN

Jalankan = Callable[..., dict[str, object]]


@pytest.fixture
def pc(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Jalankan:
    """Run the program on a small office with three heads; the answer for machines, or the sentence of a refusal."""
    office = Office(tmp_path / "pc")
    office.choose_kelurahan(KELURAHAN)
    kantor.isi_rt(office.store, 3)
    office.close()

    def run(*words: str, code: int = 0) -> dict[str, object]:
        assert cli.main(["--data", str(tmp_path / "pc"), "insentif", *words, "--json"]) == code
        said = capsys.readouterr()
        if code:
            assert len(said.err.strip().splitlines()) == 1
            return {"kalimat": said.err.strip()}
        assert not said.err
        isi = json.loads(said.out)
        return isi if isinstance(isi, dict) else {"isi": isi}

    return run


def _baris(hasil: dict[str, object], kunci: str = "baris") -> list[dict[str, Any]]:
    isi = hasil[kunci]
    assert isinstance(isi, list)
    return isi


def test_from_component_to_list(pc: Jalankan) -> None:
    pc("komponen", "simpan", "Dana Kecamatan", "--sumber-dana", "Kecamatan", "--skema", "bruto", "--hari-acuan", "15")
    tarif = pc("tarif", "--komponen", "Dana Kecamatan", "--jumlah", "350.000", "--mulai", "2026-01", "--dasar", "SK 7")
    assert tarif["akibat"] == []
    naik = pc("tarif", "--komponen", "Dana Kecamatan", "--jumlah", "400000", "--mulai", "2026-03")
    assert naik["akibat"] == ["Tarif Rp350.000 sebelumnya berlaku sampai Februari 2026."]
    dana = pc("dana", "--tahun", "2026", "--kode-rekening", "5.1.02", "--pagu", "12.600.000", "--dasar", "SK Camat 3")
    assert (dana["sumber_dana"], dana["kode_rekening"], dana["pagu"]) == ("Kecamatan", "5.1.02", 12_600_000)
    daftar = pc("susun", "--periode", "2026-TW1")
    assert (daftar["total"], daftar["pph"], daftar["jumlah_penerima"]) == (3 * 1_100_000, 3 * 55_000, 3)
    assert _baris(daftar)[0]["hitungan"] == (
        "Januari dan Februari 2026: 2 × 350.000 = 700.000; Maret 2026: 400.000; PPh 21 5 % × 1.100.000 = 55.000"
    )
    (komponen,) = _baris(pc("komponen", "daftar"), "isi")
    assert [komponen[k] for k in ("milik", "skema", "hari_acuan", "terbuka")] == ["kantor", "bruto", 15, False]
    assert "persen" in str(pc("komponen", "simpan", "Dana Kecamatan", "--skema", "persen", code=2)["kalimat"])


def test_the_performance_rule_and_its_figures(pc: Jalankan) -> None:
    pc("tarif", "--jumlah", "550000", "--mulai", "2026-01")
    assert pc("aturan-kinerja")["isi"] == []
    (aturan,) = _baris(pc("aturan-kinerja", "--pita", "0=50 3=100", "--mulai", "2026-01"), "isi")
    assert (aturan["versi"], aturan["pita"], aturan["ukuran"]) == (1, "0=5000 3=10000", "laporan")
    pc("kinerja", "catat", "2026-01", "01=2", "02=3", "--sumber", "Rekap Januari")
    daftar = pc("susun", "--periode", "2026-01")
    assert [b["bruto"] for b in _baris(daftar)] == [275_000, 550_000, 550_000]
    assert daftar["temuan"] == ["No 3 RT 03: Belum ada angka kinerja Januari 2026: dihitung penuh"]
    (temuan,) = _baris(daftar)[2]["temuan"]
    assert temuan["tujuan"] == {"halaman": "insentif", "id": "lain/ketetapan", "isian": "kinerja"}
    pc("aturan-kinerja", "--akhiri", "2026-01")
    assert pc("susun", "--periode", "2026-02")["total"] == 3 * 550_000
    assert "RT 09" in str(pc("kinerja", "catat", "2026-01", "09=2", code=2)["kalimat"])
    assert "angka bulat" in str(pc("kinerja", "catat", "2026-01", "01=dua", code=2)["kalimat"])


def test_rapel_leaving_out_and_override(pc: Jalankan) -> None:
    pc("tarif", "--jumlah", "550000", "--mulai", "2025-01")
    rapel = pc("susun", "--dari", "2025-11", "--sampai", "2026-03", "--lewati", "2")
    assert (rapel["periode"], rapel["total"], rapel["jumlah_penerima"]) == ("2025-11R05", 2 * 5 * 550_000, 2)
    assert rapel["temuan"] == ["RT 02 · Ketua 02 dilewati dan tetap belum dibayar"]
    assert pc("susun", "--periode", "2025-11R05")["jumlah_penerima"] == 2
    assert pc("susun", "--periode", "2025-11R05", "--lewati", "tidak")["jumlah_penerima"] == 3
    nomor = str(rapel["nomor"])
    khusus = pc("khusus", nomor, "3", "2025-12=300.000", "--alasan", "cuti", "--oleh", "Lurah")
    assert (khusus["total"], _baris(khusus)[2]["bruto"]) == (14 * 550_000 + 300_000, 4 * 550_000 + 300_000)
    assert pc("khusus", nomor, "3")["total"] == 15 * 550_000
    for kata, kalimat in (
        (("susun", "--periode", "2026-01", "--dari", "2026-01"), "--dari dan --sampai"),
        (("susun", "--dari", "2026-03", "--sampai", "2026-01"), "Bulan akhir"),
        (("susun", "--periode", "2025-11R05", "--lewati", "semua"), "nomor urut"),
        (("susun", "--periode", "2025-11R05", "--lewati", "1,2,3"), "Tidak ada baris"),
        (("khusus", nomor, "03", "2026-09=1", "--alasan", "a", "--oleh", "b"), "bukan bulan dari daftar"),
        (("khusus", nomor, "03", "2026-01", "--alasan", "a", "--oleh", "b"), "bulan dan jumlahnya"),
        (("khusus", nomor, "03", "2026-01=1", "--oleh", "b"), "alasan"),
        (("tarif", "--jumlah", "550000", "--mulai", "2024-01"), "Isi Sampai paling akhir Desember 2024"),
        (("tarif", "--jumlah", "nol", "--mulai", "2026-01"), "angka"),
        (("dana", "--tahun", "26", "--dasar", "x"), "empat angka"),
    ):
        assert kalimat in str(pc(*kata, code=2)["kalimat"])
