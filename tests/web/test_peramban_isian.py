"""What was typed is not lost when somebody has to log in again; another person in the same window does not see it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.web.panggung import Masukan, Pusat
from tests.web.tangkap import aksesibel, jendela

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DASAR = "Perwal Nomor 12 Tahun 2026 tentang insentif"
TARIF = re.compile("/ketetapan/tarif$")
COBA = re.compile(r"/ketetapan/tarif/coba\?")


@pytest.fixture
def halaman(peramban: Browser, pusat: Pusat) -> Iterator[Page]:
    """A window of somebody of Bagian Tata Pemerintahan who is logged in."""
    with jendela(peramban, pusat.url, kuki=dict(pusat.masuk("bagian").cookies)) as page:
        yield page


def _ketik(page: Page) -> None:
    page.goto("/ketetapan/tarif")
    page.fill("[name=jumlah]", "750.000")
    page.fill("[name=dasar]", DASAR)


def _masuk(page: Page, pusat: Pusat, m: Masukan) -> None:
    page.fill("[name=login]", m.login)
    page.fill("[name=sandi]", m.sandi)
    page.keyboard.press("Enter")
    page.wait_for_url("**/masuk/lanjut")
    page.fill("[name=kode]", m.kode(pusat.jam()))
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/masuk" not in url)


def test_what_was_typed_comes_back_after_logging_in_again(halaman: Page, pusat: Pusat) -> None:
    _ketik(halaman)
    pusat.jam.maju(menit=31)
    halaman.click("main button.utama")
    halaman.wait_for_url("**/masuk")
    _masuk(halaman, pusat, pusat.orang("bagian"))
    halaman.wait_for_url(TARIF)
    assert halaman.input_value("[name=jumlah]") == "750.000"
    assert halaman.input_value("[name=dasar]") == DASAR
    assert "belum tersimpan dan dikembalikan" in halaman.locator("#kabar").inner_text()
    assert aksesibel(halaman) == []
    halaman.click("main button.utama")
    halaman.wait_for_url(COBA)


def test_at_the_last_step_too(halaman: Page, pusat: Pusat) -> None:
    """The page of the trial has an address of its own: it is there again, and what was tried is laid down."""
    _ketik(halaman)
    halaman.click("main button.utama")
    halaman.wait_for_url(COBA)
    pusat.jam.maju(menit=31)
    halaman.click("main button.utama")
    halaman.wait_for_url("**/masuk")
    _masuk(halaman, pusat, pusat.orang("bagian"))
    halaman.wait_for_url(COBA)
    assert DASAR in halaman.locator("main").inner_text()
    halaman.click("main form[method=post] button.utama")
    halaman.wait_for_url(re.compile("/ketetapan$"))


def test_another_person_in_the_same_window_sees_nothing_of_it(halaman: Page, pusat: Pusat) -> None:
    _ketik(halaman)
    pusat.jam.maju(menit=31)
    halaman.click("main button.utama")
    halaman.wait_for_url("**/masuk")
    assert DASAR in str(halaman.evaluate("sessionStorage.getItem('sipokat-isian')"))
    _masuk(halaman, pusat, pusat.orang("camat"))
    assert halaman.evaluate("sessionStorage.getItem('sipokat-isian')") is None


def test_what_arrived_is_not_offered_again(halaman: Page) -> None:
    _ketik(halaman)
    halaman.click("main button.utama")
    halaman.wait_for_url(COBA)
    halaman.click("main form[method=post] button.utama")
    halaman.wait_for_url(re.compile("/ketetapan$"))
    assert halaman.evaluate("sessionStorage.getItem('sipokat-isian')") is None
    halaman.goto("/ketetapan/tarif")
    assert halaman.input_value("[name=dasar]") == ""
