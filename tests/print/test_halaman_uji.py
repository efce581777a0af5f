"""The test page of a printer: its lines at exactly 20 mm, and what follows from what was measured."""

from __future__ import annotations

import re
from contextlib import suppress

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.printing import testpage
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.printing.testpage import GARIS_MM, TERJAUH, Geser
from tests.print import emas

KATA = ("Epson L3110, kertas F4, tegak", "Kedua garis tebal harus tepat 20 mm dari tepi kertas.")


@pytest.mark.parametrize(("nama", "mendatar"), [("tegak", False), ("mendatar", True)])
def test_the_page_looks_as_it_should(nama: str, mendatar: bool) -> None:
    emas.sama(f"halaman_uji_{nama}", testpage.gambar(Kertas.F4, KATA, mendatar=mendatar))


def test_both_lines_are_exactly_where_they_say() -> None:
    """Measured in the picture as a person does with a ruler: 10 pixels to a millimetre."""
    with pypdfium2.PdfDocument(testpage.gambar(Kertas.A4, KATA)) as pdf:
        gambar = pdf[0].render(scale=254 / 72).to_pil().convert("L")
    lebar, tinggi = gambar.size
    tegak = [x for x in range(lebar) if gambar.getpixel((x, tinggi - 60)) < 128]
    datar = [y for y in range(tinggi) if gambar.getpixel((lebar - 60, y)) < 128]
    for garis in (tegak, datar):
        assert sum(garis) / len(garis) == pytest.approx(GARIS_MM * 10, abs=1)


@given(
    st.tuples(st.integers(-50, 50), st.integers(-50, 50)), st.tuples(st.integers(-60, 60), st.integers(-60, 60)),
    st.sampled_from(",."),
)  # fmt: skip
def test_what_was_measured_sets_it_right(lama: tuple[int, int], selisih: tuple[int, int], tanda: str) -> None:
    """A printer off by ``selisih`` shows the lines that much off under what is set; after that it shows 20 mm."""
    setelan, salah = Geser(*lama), selisih
    terukur = [GARIS_MM * 10 + geser + luput for geser, luput in zip(setelan, salah, strict=True)]
    ketikan = [f"{satu // 10}{tanda}{satu % 10}" for satu in terukur]
    baru = testpage.disetel(setelan, *ketikan)
    assert tuple(baru) == (-salah[0], -salah[1])
    assert testpage.disetel(baru, "20", "20,0 mm") == baru


@given(st.text())
def test_no_other_word_is_a_distance(kata: str) -> None:
    with suppress(InputSalah):
        assert abs(testpage.disetel(Geser(), kata, "20").kanan) <= TERJAUH
        assert re.fullmatch(r"\s*\d{1,3}([.,]\d{0,3})?\s*(mm)?\s*", kata, re.ASCII)


def test_further_off_than_a_printer_can_be_is_refused() -> None:
    with pytest.raises(InputSalah, match="15 mm") as salah:
        testpage.disetel(Geser(0, 10), "20", "4")
    assert salah.value.field == "atas"
