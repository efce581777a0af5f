"""Kominfo and the public in a real browser, by keyboard: invite, revoke and allow again, answer, look up figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from sipokat_desktop.app import Office
from sync.server.schema import INVITE
from tests.web.panggung import KEL_A, Pusat
from tests.web.tangkap import HP, aksesibel, jendela, melebar

LAIN = "16.73.01.1001"
PUBLIK = ("/", "/kelurahan", f"/kelurahan/{KEL_A}", "/data", "/data/kegiatan", "/data/usulan")
KOMINFO = ("/perangkat", "/undangan", "/server", "/bantuan?tampil=semua")


@pytest.fixture
def page(peramban: Browser, pusat: Pusat) -> Iterator[Page]:
    """A window of somebody of Kominfo."""
    with jendela(peramban, pusat.url, kuki=dict(pusat.masuk("kominfo").cookies)) as satu:
        yield satu


def tab_ke(page: Page, kata: str) -> None:
    """Press Tab until the button or link with these words has the focus."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").strip().startswith(kata):
            return
    raise AssertionError(f"{kata} tidak tercapai dengan Tab")


def test_an_office_is_invited_and_its_code_taken(page: Page, pusat: Pusat, tmp_path: Path) -> None:
    page.goto("/perangkat")
    tab_ke(page, "Undang kantor")
    page.keyboard.press("Enter")
    page.get_by_label("Kantor").select_option(LAIN)
    tab_ke(page, "Buat surat undangan")
    page.keyboard.press("Enter")
    kode = page.locator(".kode-besar")
    expect(kode).to_have_text(re.compile(r"[A-Z0-9]{5}-[A-Z0-9]{5}"))
    expect(page.locator(".surat svg")).to_be_visible()
    with page.expect_download() as unduhan:
        page.get_by_role("link", name="Simpan berkas undangan").click()
    assert unduhan.value.suggested_filename == f"undangan-{LAIN}.json"
    assert not aksesibel(page)
    with closing(Office(tmp_path / "baru")) as kantor:
        assert kantor.enrol(server=pusat.url, code=kode.inner_text(), name="Rudi") == LAIN
    page.goto("/perangkat")
    expect(page.get_by_role("row", name=re.compile("Rudi"))).to_be_visible()


def test_a_computer_is_revoked_and_allowed_again(page: Page) -> None:
    page.goto("/perangkat")
    page.get_by_role("link", name="PC-1").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Cabut izin")).to_be_visible()
    page.get_by_label("Alasan").focus()
    page.keyboard.type("komputer hilang")
    tab_ke(page, "Cabut izin")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Izin komputer ini dicabut")).to_be_visible()
    expect(page.locator("#kabar")).to_contain_text("ditahan")
    expect(page.get_by_role("button", name="Izinkan lagi")).to_be_visible()
    tab_ke(page, "Izinkan lagi")
    page.keyboard.press("Enter")
    expect(page.locator("#kabar")).to_contain_text("boleh sinkron lagi")


@pytest.mark.parametrize("siapa", ["tamu", "kominfo"])
def test_pages_fit_everybody_and_a_phone(peramban: Browser, pusat_baca: Pusat, siapa: str) -> None:
    jalan, kuki = (PUBLIK, {}) if siapa == "tamu" else (KOMINFO, dict(pusat_baca.masuk("kominfo").cookies))
    with (
        jendela(peramban, pusat_baca.url, kuki=kuki) as page,
        jendela(peramban, pusat_baca.url, kuki=kuki, ukuran=HP) as hp,
    ):
        for satu in jalan:
            page.goto(satu)
            assert not aksesibel(page), satu
            hp.goto(satu)
            assert melebar(hp) == 0, satu


def test_the_public_looks_up_a_kelurahan_without_a_name(peramban: Browser, pusat_baca: Pusat) -> None:
    with jendela(peramban, pusat_baca.url) as page:
        page.goto("/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Kegiatan RT Kota Lubuk Linggau")
        tab_ke(page, "Per kelurahan")
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Taba Jemekeh").click()
        expect(page.get_by_role("row", name=re.compile(r"^Laporan masuk"))).to_contain_text("12")
        page.get_by_label("Tahun").select_option("2025")
        expect(page.get_by_text("tahun 2025")).to_be_visible()
        page.goto("/perangkat")
        assert page.url.endswith("/masuk"), "what is not public asks for a name"


def test_a_reload_makes_no_second_invitation(page: Page, pusat: Pusat) -> None:
    page.goto(f"/undangan?kantor={LAIN}")
    page.get_by_role("button", name="Buat surat undangan").click()
    expect(page.locator(".kode-besar")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Belum dipakai")).to_be_visible()
    with pusat.db.read() as con:
        assert len(con.execute(select(INVITE.c.code_hash).where(INVITE.c.scope == LAIN)).all()) == 1
