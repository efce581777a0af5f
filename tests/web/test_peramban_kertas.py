"""What is printed from a page: tables stay tables, and dark text on white whatever the screen's colours are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.panggung import Pusat
from tests.web.tangkap import Ukuran, jendela

if TYPE_CHECKING:
    from playwright.sync_api import Browser

A4 = Ukuran(718, 1000)
"""What is left of an upright A4 sheet between its margins, in CSS pixels."""


@pytest.mark.parametrize(("peran", "jalan"), [("camat", "/rekap"), ("bagian", "/total"), ("", "/kelurahan")])
def test_a_printed_table_is_a_table_in_black(peramban: Browser, pusat_baca: Pusat, peran: str, jalan: str) -> None:
    kuki = dict(pusat_baca.masuk(peran).cookies) if peran else {}
    with jendela(peramban, pusat_baca.url, kuki=kuki, ukuran=A4, gelap=True) as page:
        page.goto(jalan)
        baris = "getComputedStyle(document.querySelector('table.kartu-kecil tbody tr')).display"
        warna = "getComputedStyle(document.querySelector('h1')).color.match(/\\d+/g).map(Number)"
        assert page.evaluate(baris) == "block", "on a narrow screen they are cards"
        assert min(page.evaluate(warna)) > 128, "light on dark"
        page.emulate_media(media="print", color_scheme="dark")
        assert page.evaluate(baris) == "table-row"
        assert max(page.evaluate(warna)) < 128
        assert page.evaluate(
            "[...document.querySelectorAll('.gulir')].every((e) => getComputedStyle(e).overflow === 'visible')"
        )
