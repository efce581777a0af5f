"""The chapters of HASIL.md: a campaign replaces its own and leaves the table of the benches and the others alone."""

from __future__ import annotations

from pathlib import Path

from .hasil import tulis_bab
from .kampanye import Hasil, Kejadian, akhir, ringkas, sesuai

TABEL = "# Hasil bench\n\n| a |\n|---|\n| 1 |\n"


def test_a_chapter_replaces_the_one_of_its_name_only(tmp_path: Path) -> None:
    berkas = tmp_path / "HASIL.md"
    berkas.write_text(TABEL)
    for judul, isi in (("Satu", "lama"), ("Dua", "dua"), ("Satu", "baru\n\nsekali")):
        tulis_bab(judul, isi, berkas)
    assert berkas.read_text() == f"{TABEL}\n## Dua\n\ndua\n\n## Satu\n\nbaru\n\nsekali\n"


def test_a_group_must_lose_nothing_in_time_and_the_control_must_lose() -> None:
    baik, lambat = Kejadian("bunuh", 18.0, 19.0, 30.0, 0), Kejadian("beku", 30.5, 31.0, 40.0, 0)
    diam, hilang = Kejadian("salinan", 45.0, 46.0, 50.0, 0), Kejadian("tertinggal", 18.0, 19.0, 30.0, 7)
    assert sesuai(Hasil((baik, diam), 9, 0, 0, serempak=True))
    for kejadian, tak_tercatat, beda in (((baik, lambat), 0, 0), ((hilang,), 0, 0), ((baik,), 1, 0), ((baik,), 0, 1)):
        assert not sesuai(Hasil(kejadian, 9, tak_tercatat, beda, serempak=True))
    assert sesuai(Hasil((hilang,), 9, 0, 0, serempak=False))
    assert not sesuai(Hasil((baik,), 9, 0, 0, serempak=False))
    assert ringkas(Hasil((baik, baik), 9, 0, 0, serempak=True)) == [
        "| Pemimpin dibunuh (-9, dengan Patroni-nya) | 2 | 18,0 s | 18,0 s | 19,0 s | 0 |"
    ]
    assert akhir(Hasil((), 12_345, 0, 0, serempak=True)).startswith("12.345 perubahan")
