"""The roster's commands beyond the import: export, print, change of head, minutes, duplicates, the own name."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import resources
from sipokat_desktop import cli

ROSTER = str(resources.path("contoh", "roster_contoh.xlsx"))
KELURAHAN = "16.73.01.1003"
GANTI = (
    "rt", "ganti", "3", "--akhir-nyata", "14/3/2026", "--alasan-akhir", "pindah", "--nama", "Budi Santoso",
    "--sk-nomor", "141/9", "--serah-hp", "HP Samsung J2 Prime",
)  # fmt: skip

Jalankan = Callable[..., tuple[int, str, str]]


@pytest.fixture
def kantor(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Jalankan:
    """Run a command on an office that has imported its roster; returns exit code, output, and error line."""

    def run(*words: str) -> tuple[int, str, str]:
        code = cli.main(["--data", str(tmp_path / "data"), *words])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out, said.err.strip()

    assert run("impor", "rt", ROSTER, "--kelurahan", KELURAHAN)[0] == 0
    return run


def jawab(kantor: Jalankan, *words: str) -> dict[str, object]:
    """The answer for machines."""
    code, out, err = kantor(*words, "--json")
    assert code == 0, err
    isi = json.loads(out)
    assert isinstance(isi, dict)
    return isi


def test_export_and_print(kantor: Jalankan, tmp_path: Path) -> None:
    lembar, daftar = tmp_path / "rt.xlsx", tmp_path / "rt.pdf"
    assert jawab(kantor, "rt", "ekspor", str(lembar), "--nik-penuh")["baris"] == 9
    assert lembar.read_bytes().startswith(b"PK")
    assert jawab(kantor, "rt", "cetak", str(daftar), "--kertas", "A4")["halaman"] == 1
    assert daftar.read_bytes().startswith(b"%PDF")
    code, out, err = kantor("rt", "ekspor", str(tmp_path / "tidak" / "ada.xlsx"))
    assert (code, out) == (1, "")
    assert "tidak ada" in err


def test_a_change_of_head_is_looked_at_then_made_and_printed(kantor: Jalankan, tmp_path: Path) -> None:
    lihat = jawab(kantor, *GANTI, "--lihat")
    assert (lihat["rt"], lihat["lama"], lihat["baru"]) == ("03", "Iskandar Muda", "Budi Santoso")
    assert lihat["bulan"] == ["Maret 2026: tanggal 1–14 Iskandar Muda, tanggal 15–31 Budi Santoso"]
    assert "masa_id" not in lihat
    code, out, _ = kantor(*GANTI)
    assert code == 0
    assert out.startswith("Ketua RT 03 sekarang Budi Santoso.")
    berita = tmp_path / "ba.pdf"
    assert jawab(kantor, "rt", "berita-acara", "03", str(berita), "--saksi", "Ali", "--saksi", "Umar")["halaman"] == 1
    assert berita.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("perintah", "kalimat"),
    [
        (("rt", "ganti", "3"), "Tanggal berakhir belum diisi"),
        (("rt", "ganti", "77", "--nama", "A"), "RT 77 tidak ada"),
        (("rt", "ganti", "x"), "Nomor RT"),
        ((*GANTI, "--tmt", "1/3/2026"), "paling awal 15 Maret 2026"),
        (("rt", "berita-acara", "77", "x.pdf"), "RT 77 tidak ada"),
    ],
)
def test_what_is_wrong_is_one_sentence(kantor: Jalankan, perintah: tuple[str, ...], kalimat: str) -> None:
    code, out, err = kantor(*perintah)
    assert (code, out) == (2, "")
    assert kalimat in err
    assert len(err.splitlines()) == 1


def test_duplicates_and_the_own_name(kantor: Jalankan) -> None:
    assert "tercatat dua kali" in kantor("rt", "kembar")[1]
    assert jawab(kantor, "rt", "kelurahan", "--nama", "Taba Lestari", "--alamat", "Jl. A") == {
        "nama": "Taba Lestari", "alamat": "Jl. A",
    }  # fmt: skip
    assert jawab(kantor, "rt", "kelurahan", "--nama", "")["nama"] == "Taba Jemekeh"
