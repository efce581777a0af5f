"""Bagian Tata Pemerintahan in a real browser, by keyboard: a double payment, a tariff; no page hard to use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sipokat_desktop.kernel import periode, tanggal, wilayah
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.modules.insentif import komponen as ketetapan
from tests.sync import dunia
from tests.sync.dunia import LEDGER
from tests.web import panggung
from tests.web.bagian import acara, dibayar_dua
from tests.web.panggung import KEC_A, KEL_A, Pusat
from tests.web.tangkap import HP, LAYAR, aksesibel, jendela, melebar

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from sipokat_desktop.app import Office

TARIF = 550_000
SAMA = ("/ketetapan/aturan", "/ketetapan/komponen", "/ketetapan/dana")
"""Forms of the template of /ketetapan/tarif."""
NANTI = periode.geser(periode.triwulan(tanggal.wib(now_ms()).date()).bulan[0], 6)


@pytest.fixture(scope="module")
def pusat(cetakan: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pusat]:
    """One city for this file: its tests follow one another."""
    with closing(panggung.tuang(cetakan, tmp_path_factory.mktemp("bagian"))) as satu:
        yield satu


@pytest.fixture(scope="module")
def dua(pusat: Pusat, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Office, Office]]:
    """Two PCs that both paid RT 03."""
    with dibayar_dua(pusat, tmp_path_factory.mktemp("dua")) as keduanya:
        yield keduanya


@pytest.fixture
def halaman(peramban: Browser, pusat: Pusat) -> Iterator[Page]:
    """A window of somebody of Bagian Tata Pemerintahan who is logged in."""
    with jendela(peramban, pusat.url, kuki=dict(pusat.masuk("bagian").cookies)) as page:
        yield page


def test_every_page_can_be_used_by_everybody(peramban: Browser, pusat: Pusat, dua: tuple[Office, Office]) -> None:
    """axe finds nothing serious, in dark colours neither; on a phone no page is wider than the screen."""
    assert len(dua) == 2
    bimtek, _ = pusat.offices.of(wilayah.KOTA).tulis("Uji", acara)
    kuki = dict(pusat.masuk("bagian").cookies)
    for ukuran in (LAYAR, HP):
        with jendela(peramban, pusat.url, kuki=kuki, ukuran=ukuran, gelap=ukuran is HP) as page:
            page.goto("/roster")
            kartu = page.locator("td a").first.get_attribute("href")
            page.goto("/putusan")
            hal = page.locator("td a.tombol").first.get_attribute("href")
            page.goto(str(hal))
            catatan = page.locator(".sisi a.tombol").first.get_attribute("href")
            for jalan in (
                "/putusan", hal, catatan, "/roster", kartu, "/ketetapan", "/ketetapan/tarif", "/ketetapan/aturan",
                "/ketetapan/komponen", "/ketetapan/dana", "/total", f"/total?kecamatan={KEC_A}", "/total/audit",
                "/bimtek", f"/bimtek/{bimtek}?kecamatan={KEC_A}", f"/bimtek/{bimtek}/absen",
            ):  # fmt: skip
                page.goto(str(jalan))
                assert melebar(page) == 0, jalan
                if jalan in (catatan, "/total") if ukuran is HP else jalan not in SAMA:
                    assert aksesibel(page) == []


def _urungkan(peramban: Browser, pusat: Pusat) -> None:
    """Take two decisions back by keyboard, one on a phone: from what waits to what was decided, and back."""
    kuki = dict(pusat.masuk("bagian").cookies)
    for ukuran in (HP, LAYAR):
        with jendela(peramban, pusat.url, kuki=kuki, ukuran=ukuran) as page:
            page.goto("/putusan")
            page.get_by_role("link", name="Sudah diputuskan").press("Enter")
            page.wait_for_url(re.compile("/putusan/diputuskan$"))
            assert melebar(page) == 0
            assert aksesibel(page) == []
            page.get_by_role("button", name="Urungkan").first.press("Enter")
            page.locator("#kabar", has_text="menunggu lagi di Perlu keputusan").wait_for()
            page.get_by_role("link", name="Yang menunggu").press("Enter")
            page.wait_for_url(re.compile("/putusan$"))


def test_a_double_payment_is_settled_and_undone_by_keyboard(
    peramban: Browser, halaman: Page, pusat: Pusat, dua: tuple[Office, Office]
) -> None:
    halaman.goto("/putusan")
    assert halaman.locator("tbody tr").count() == 1, "three months of one list are one card"
    for _ in range(3):
        halaman.locator("tbody tr a.tombol:focus").wait_for()
        halaman.keyboard.press("ArrowDown")
        halaman.keyboard.press("ArrowUp")
        halaman.keyboard.press("Enter")
        halaman.wait_for_url(re.compile(r"/putusan/[0-9a-f]{16}$"))
        ke = "1" if "Rudi" in halaman.locator(".sisi > li").first.inner_text() else "2"
        halaman.keyboard.press(ke)
        halaman.wait_for_url(re.compile("catatan="))
        form = halaman.locator("form", has_text="Uangnya hanya keluar sekali")
        alasan = form.get_by_label("Alasan")
        for _tab in range(30):
            halaman.keyboard.press("Tab")
            if alasan.evaluate("e => e === document.activeElement"):
                break
        halaman.keyboard.type("Uang keluar sekali")
        halaman.keyboard.press("Enter")
        halaman.wait_for_url(re.compile("/putusan$"))
        assert "Salah catat dicatat" in halaman.locator("#kabar").inner_text()
    assert halaman.get_by_text("Tidak ada yang perlu diputuskan").is_visible()
    for kantor in dua:
        kantor.sync()
    kota = pusat.offices.of(wilayah.KOTA)
    jumlah = [
        satu.store.reader().execute(f"SELECT sum(jumlah) FROM {LEDGER} WHERE lingkup = ?", (KEL_A,)).fetchone()[0]
        for satu in (*dua, kota)
    ]
    assert jumlah == [6 * TARIF] * 3, "two heads, three months each"
    dunia.periksa_tenang(pusat.db, dua, KEL_A)
    _urungkan(peramban, pusat)
    dua[0].sync()
    assert [d.jenis for d in dua[0].status().decisions] == ["pembayaran ganda"] * 2


def test_a_tariff_is_tried_and_laid_down_by_keyboard(halaman: Page, dua: tuple[Office, Office]) -> None:
    halaman.goto("/ketetapan")
    halaman.keyboard.press("t")
    halaman.wait_for_url(re.compile("/ketetapan/tarif$"))
    halaman.locator("form select:focus").wait_for()
    halaman.keyboard.press("Tab")
    halaman.keyboard.type("750.000")
    halaman.keyboard.press("Tab")
    halaman.keyboard.type(periode.nama_bulan(NANTI))
    halaman.keyboard.press("Tab")
    halaman.keyboard.press("Tab")
    halaman.keyboard.type("Perwal 12 Tahun 2026")
    halaman.keyboard.press("Enter")
    halaman.wait_for_url(re.compile(r"/ketetapan/tarif/coba\?"))
    assert "belum ditetapkan" in halaman.locator("h1").inner_text()
    assert "Anggaran naik Rp28.800.000" in halaman.locator("main").inner_text()
    assert aksesibel(halaman) == []
    halaman.keyboard.press("t")
    halaman.wait_for_url(re.compile("/ketetapan$"))
    assert "Semua kantor menerimanya saat sinkron" in halaman.locator("#kabar").inner_text()
    dua[0].sync()
    (k,) = ketetapan.komponen(dua[0].store.reader(), lingkup=KEL_A)
    assert [(t.mulai, t.jumlah, t.dasar_hukum) for t in k.tarif][-1] == (NANTI, 750_000, "Perwal 12 Tahun 2026")


def test_the_audit_pack_says_how_far_and_comes(halaman: Page, tmp_path: Path) -> None:
    halaman.goto("/total/audit")
    halaman.get_by_role("button", name="Buat paket").press("Enter")
    halaman.wait_for_url(re.compile(r"/total/audit/[0-9a-f-]{36}$"))
    halaman.get_by_role("link", name="Unduh paket").wait_for(timeout=60_000)
    with halaman.expect_download() as unduhan:
        halaman.get_by_role("link", name="Unduh paket").click()
    unduhan.value.save_as(tmp_path / "paket.zip")
    assert (tmp_path / "paket.zip").read_bytes().startswith(b"PK")


def test_a_nik_comes_where_it_is_asked_for(halaman: Page) -> None:
    halaman.goto("/roster")
    halaman.keyboard.press("/")
    halaman.keyboard.type("Zamrud B")
    halaman.keyboard.press("Enter")
    halaman.wait_for_url(re.compile("cari="))
    halaman.locator("td a", has_text="Zamrud B").press("Enter")
    halaman.wait_for_url(re.compile(r"/roster/[0-9a-f-]{36}"))
    assert "••••" in halaman.locator("#nik").inner_text()
    halaman.keyboard.press("n")
    halaman.locator("#nik", has_not_text="•").wait_for()
    assert re.fullmatch(r"\d{16}", halaman.locator("#nik").inner_text().strip())
