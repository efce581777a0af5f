"""The forms of money in a real browser: a rule typed as rows by keyboard, a tariff withdrawn; nothing hard to use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from sipokat_desktop.kernel import periode, tanggal
from sipokat_desktop.kernel.clock import now_ms
from tests.web.panggung import KEC_A, KEL_A, Pusat
from tests.web.tangkap import HP, LAYAR, aksesibel, jendela, melebar
from tests.web.test_bagian_ketetapan import TARIF
from tests.web.test_bagian_tarif import tetapkan

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DEPAN = periode.geser(f"{tanggal.wib(now_ms()).date():%Y-%m}", 6)


@pytest.fixture
def halaman(peramban: Browser, pusat: Pusat) -> Iterator[Page]:
    """A window of somebody of Bagian Tata Pemerintahan who is logged in."""
    with jendela(peramban, pusat.url, kuki=dict(pusat.masuk("bagian").cookies)) as page:
        yield page


def _isi(page: Page, nama: str) -> list[str]:
    return [satu.input_value() for satu in page.locator(f"[name={nama}]").all()]


def test_the_rows_of_a_rule_by_keyboard(halaman: Page) -> None:
    """Enter sends the form, not a button of a row; a row that is added is where one goes on typing."""
    halaman.goto("/ketetapan/aturan")
    halaman.locator("[name=batas]").first.focus()
    for tombol in ("Control+A", "0", "Tab", "5", "0", "Tab", "Tab", "3", "Tab", "7", "5"):
        halaman.keyboard.press(tombol)
    halaman.get_by_role("button", name="Tambah baris").focus()
    halaman.keyboard.press("Enter")
    halaman.locator("[name=batas]").nth(2).wait_for()
    assert (_isi(halaman, "batas"), _isi(halaman, "persen")) == (["0", "3", ""], ["50", "75", ""])
    for tombol in ("5", "Tab", "1", "0", "1", "Enter"):
        halaman.keyboard.press(tombol)
    pesan = halaman.locator("#p-pita-2")
    pesan.wait_for()
    assert "0 sampai 100" in pesan.inner_text()
    assert halaman.locator("[name=batas]").nth(2).evaluate("el => el === document.activeElement")
    assert aksesibel(halaman) == []
    for tombol in ("Tab", "Control+A", "1", "0", "0", "Enter"):
        halaman.keyboard.press(tombol)
    halaman.get_by_role("heading", name="periksa dulu, belum ditetapkan").wait_for()
    assert "0–2 laporan: 50 %, 3–4 laporan: 75 %, mulai 5 laporan: 100 %" in halaman.inner_text("main")


def test_a_tariff_to_come_is_withdrawn_by_keyboard(halaman: Page, pusat: Pusat) -> None:
    tetapkan(pusat.masuk("bagian"), "tarif", TARIF | {"mulai": DEPAN})
    halaman.goto("/ketetapan")
    halaman.get_by_role("link", name="Cabut…").focus()
    halaman.keyboard.press("Enter")
    tombol = halaman.get_by_role("button", name="Cabut tarif ini")
    tombol.focus()
    assert aksesibel(halaman) == []
    halaman.keyboard.press("Enter")
    halaman.locator("#kabar", has_text="dicabut").wait_for()
    assert halaman.get_by_role("link", name="Cabut…").count() == 0


def test_pages_of_money_can_be_used_by_everybody(peramban: Browser, pusat: Pusat) -> None:
    """axe finds nothing serious on what was added, in dark colours neither; on a phone nothing is wider than it."""
    orang = {
        "bagian": ("/ketetapan/aturan", "/ketetapan/acara", f"/total?kecamatan={KEC_A}", f"/total?periode={DEPAN}"),
        "camat": ("/rekap", "/rekap?periode=2025-TW1", "/kesiapan", f"/kesiapan/{KEL_A}"),
    }
    for siapa, semua in orang.items():
        kuki = dict(pusat.masuk(siapa).cookies)
        for ukuran in (LAYAR, HP):
            with jendela(peramban, pusat.url, kuki=kuki, ukuran=ukuran, gelap=ukuran is HP) as page:
                for jalan in semua:
                    page.goto(jalan)
                    assert melebar(page) == 0, jalan
                    assert aksesibel(page) == [], jalan
