"""The way in and the people's pages in a real browser: first set-up by keyboard with the QR code, both widths, axe."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import zxingcpp
from PIL import Image

from sync.web.akun import orang
from sync.web.akun.orang import Baru
from sync.web.akun.peran import Peran
from tests.web import tangkap
from tests.web.panggung import KATA, KEC_A, SANDI, Masukan, Pusat

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def periksa(page: Page) -> None:
    """Fail where axe-core finds something serious, or a phone would have to scroll sideways."""
    assert tangkap.aksesibel(page) == []
    for ukuran in (tangkap.HP, tangkap.LAYAR):
        page.set_viewport_size({"width": ukuran.lebar, "height": ukuran.tinggi})
        assert tangkap.melebar(page) == 0, page.url


def ketik(page: Page, *kata: str) -> None:
    """Type into the fields in their order, and Enter."""
    for ke, satu in enumerate(kata):
        if ke:
            page.keyboard.press("Tab")
        page.keyboard.type(satu)
    page.keyboard.press("Enter")


def rahasia(page: Page) -> bytes:
    """Read the QR code as a phone does; its secret is the one that stands below it."""
    import base64

    (kode,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(page.locator(".qr").screenshot())))
    isi = urlsplit(kode.text)
    assert (isi.scheme, isi.netloc, isi.path) == ("otpauth", "totp", "/Sipokat%20Pusat:maryam")
    (polos,) = parse_qs(isi.query)["secret"]
    assert page.locator(".rahasia").inner_text().replace(" ", "") == polos
    return base64.b32decode(polos)


def test_the_first_time_by_keyboard(pusat: Pusat, peramban: Browser) -> None:
    baru = Baru("maryam", "Hj. Maryam, S.IP", Peran.CAMAT, KEC_A)
    akun, kata = orang.tambah(pusat.db, SANDI, baru, oleh="Dedi", now=pusat.jam())
    with tangkap.jendela(peramban, pusat.url) as page:
        page.goto("/masuk")
        periksa(page)
        ketik(page, "maryam", "bukan yang ini")
        page.get_by_text("tidak cocok").wait_for()
        periksa(page)
        page.locator("input[name=sandi]").focus()
        ketik(page, kata)
        page.get_by_role("heading", name="Buat kata sandi").wait_for()
        periksa(page)
        page.locator("input[name=sandi]").focus()
        ketik(page, KATA, KATA)
        page.locator(".qr").wait_for()
        periksa(page)
        m = Masukan(akun.orang, "maryam", KATA, rahasia(page))
        page.locator("input[name=kode]").focus()
        ketik(page, m.kode(pusat.jam()))
        page.locator(".pemulihan").wait_for()
        periksa(page)
        page.get_by_role("link", name="Sudah saya simpan").click()
        page.get_by_role("button", name="Keluar").wait_for()
        page.goto("/akun")
        periksa(page)


def test_a_password_is_shown_when_wanted_and_capitals_are_said(pusat: Pusat, peramban: Browser) -> None:
    with tangkap.jendela(peramban, pusat.url) as page:
        page.goto("/masuk")
        assert page.evaluate("document.activeElement.name") == "login"
        sandi, kapital = page.locator("input[name=sandi]"), page.locator("[data-kapital]")
        assert (sandi.get_attribute("type"), kapital.is_visible()) == ("password", False)
        page.get_by_label("Perlihatkan kata sandi").check()
        assert sandi.get_attribute("type") == "text"
        sandi.evaluate("el => el.dispatchEvent(new KeyboardEvent('keydown', "
                       "{key: 'A', modifierCapsLock: true, bubbles: true}))")  # fmt: skip
        assert kapital.is_visible()
        periksa(page)
        page.locator("input[name=login]").focus()
        ketik(page, "maryam")
        page.get_by_text("tidak cocok").wait_for()
        assert page.evaluate("document.activeElement.name") == "sandi", "the name stays, the password is asked again"


def test_pages_of_those_who_look_after_people(pusat: Pusat, peramban: Browser) -> None:
    k = pusat.masuk("kominfo")
    with tangkap.jendela(peramban, pusat.url, kuki=dict(k.cookies)) as page:
        for jalan in ("/pengguna", f"/pengguna/{pusat.orang('camat').orang.id}", "/jejak", "/pengguna/tambah"):
            page.goto(jalan)
            periksa(page)
        page.locator("input[name=login]").focus()
        ketik(page, "rudi.timur1", "Rudi Hartono")
        page.locator(".serah-terima").wait_for()
        periksa(page)
    assert orang.bernama(pusat.db, "rudi.timur1")
