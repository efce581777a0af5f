"""The table of the benches: every line is named once, and a line that is measured again replaces the former one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.bench.ukur import KEPALA_TABEL, Hasil, baris, diganti

HASIL = Path(__file__).parents[1] / "bench" / "HASIL.md"


def _ukuran(apa: str, kita: str) -> Hasil:
    return Hasil(apa, kita, "2 ms", 1.5, 2.0, "")


def test_every_line_is_named_once() -> None:
    isi = HASIL.read_text(encoding="utf-8").partition(KEPALA_TABEL)[2].partition("\n\n")[0]
    nama = Counter(satu.split(" | ")[0] for satu in isi.splitlines())
    assert len(nama) > 100
    assert [satu for satu, n in nama.items() if n > 1] == []


def test_a_new_figure_replaces_the_old_one_of_its_name() -> None:
    lama = "kepala\n" + KEPALA_TABEL + baris(_ukuran("satu", "1 ms")) + baris(_ukuran("dua", "1 ms"))
    isi = diganti(lama, [_ukuran("dua", "9 ms"), _ukuran("tiga", "9 ms")])
    assert isi == baris(_ukuran("satu", "1 ms")) + baris(_ukuran("dua", "9 ms")) + baris(_ukuran("tiga", "9 ms"))


def test_two_measures_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="bernama sama: satu"):
        diganti("", [_ukuran("satu", "1 ms"), _ukuran("satu", "2 ms")])
