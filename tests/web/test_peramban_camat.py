"""A camat in a real browser: the second factor, fifty reports by keyboard, every page read by axe at two widths."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sipokat_desktop.modules.laporan import queries
from sipokat_desktop.modules.laporan.model import Saring
from tests.web import contoh_camat, panggung, tangkap
from tests.web.panggung import KEC_A, KEL_A, Pusat
from tests.web.tangkap import HP, Ukuran

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BANYAK = 34
"""With the 16 of the stage fifty reports wait."""
HALAMAN = (
    "/verifikasi", "/verifikasi/diputuskan",
    "/kesiapan", f"/kesiapan/{KEL_A}", "/rekap", "/stok", f"/stok/seragam/{KEL_A}", "/stok/barang",
    f"/stok/barang/{KEL_A}", "/evaluasi", f"/evaluasi?tempat={KEL_A}", "/rakor",
)  # fmt: skip

GELAP = ("/verifikasi", "/kesiapan", "/evaluasi")


@pytest.fixture(scope="module")
def kota(cetakan: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pusat]:
    """A city whose first kecamatan has work to do."""
    folder = tmp_path_factory.mktemp("camat")
    satu = panggung.tuang(cetakan, folder / "pusat")
    contoh_camat.lengkapi(satu, folder / "pc", banyak=BANYAK)
    contoh_camat.seragam_kecamatan(satu)
    yield satu
    satu.close()


def _masuk(page: Page, kota: Pusat) -> None:
    """Log in as people do: user name, password, six figures of the phone."""
    camat = kota.orang("camat")
    page.goto("/masuk")
    page.fill("[name=login]", camat.login)
    page.fill("[name=sandi]", camat.sandi)
    page.keyboard.press("Enter")
    page.wait_for_url("**/masuk/lanjut")
    page.fill("[name=kode]", camat.kode(kota.jam()))
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/masuk" not in url)


def test_halaman_terbaca(peramban: Browser, kota: Pusat) -> None:
    """No serious finding of axe-core on any page."""
    temuan: list[str] = []
    with tangkap.jendela(peramban, kota.url, kuki=dict(kota.masuk("camat").cookies)) as page:
        for jalan in HALAMAN:
            page.goto(jalan)
            temuan += tangkap.aksesibel(page)
    assert not temuan, "\n".join(temuan)


def test_halaman_di_hp(peramban: Browser, kota: Pusat) -> None:
    """On a phone, in dark colours: nothing is wider than the screen, and axe-core finds nothing serious either."""
    temuan: list[str] = []
    kuki = dict(kota.masuk("camat").cookies)
    with tangkap.jendela(peramban, kota.url, kuki=kuki, ukuran=HP, gelap=True) as page:
        for jalan in HALAMAN:
            page.goto(jalan)
            assert tangkap.melebar(page) == 0, jalan
            temuan += tangkap.aksesibel(page) if jalan in GELAP else []
    assert not temuan, "\n".join(temuan)


@pytest.mark.parametrize("ukuran", [tangkap.LAYAR, HP], ids=["1366", "hp"])
def test_tombol_putusan_terlihat(peramban: Browser, kota: Pusat, ukuran: Ukuran) -> None:
    """Ya and Tidak stand whole in the window, also with a message above; on a phone once the report is reached, and
    what they stick over can be scrolled free of them."""
    with tangkap.jendela(peramban, kota.url, kuki=dict(kota.masuk("camat").cookies), ukuran=ukuran) as page:
        page.goto("/verifikasi")
        page.evaluate(
            """() => { const p = document.createElement("p"); p.className = "kabar baik";
               p.textContent = "RT 01: ya. ".repeat(20); document.getElementById("kabar").append(p);
               if (innerWidth < 800) document.querySelector("#kartu").scrollIntoView(); }"""
        )
        for tombol in ("button[data-kunci=y]", ".putuskan button"):
            kotak = page.locator(f"#kartu {tombol}").bounding_box()
            assert kotak is not None
            assert kotak["y"] >= 0
            assert kotak["y"] + kotak["height"] <= ukuran[1], tombol
        page.evaluate("""() => { scrollTo(0, document.body.scrollHeight);
                         const k = document.querySelector("#kartu"); k.scrollTop = k.scrollHeight; }""")
        isi, bilah = page.locator("#kartu .banding").bounding_box(), page.locator(".putusan-baris").bounding_box()
        assert isi is not None
        assert bilah is not None
        assert isi["y"] + isi["height"] <= bilah["y"] + 1


def test_lima_puluh_dengan_papan_ketik(peramban: Browser, kota: Pusat) -> None:
    """Log in, then fifty reports with Y, T and a note; Alt+S, arrows, J, H, F and Z; the mouse is never used."""
    with tangkap.jendela(peramban, kota.url) as page:
        _masuk(page, kota)
        page.goto("/verifikasi")
        baris = page.locator("tbody[data-baris] tr")
        assert baris.count() == 50
        _sekaligus(page)
        _bergerak(page)
        _foto_besar(page)
        _urungkan(page)
        _tidak(page)
        for ke in range(49):
            _tekan_ya(page, ke + 1)
        page.wait_for_selector("#kartu .kosong")
        assert page.locator("[data-hitung=sudah]").inner_text() == "50"
        assert page.locator("[data-hitung=perlu]").inner_text() == "0"
    kantor = kota.offices.of(KEC_A)
    kantor.segarkan()
    jumlah = queries.jumlah(kantor.store.reader(), Saring(lingkup=KEC_A, lurah="ya"))
    assert (jumlah.camat_ya, jumlah.camat_tidak, jumlah.camat_belum) == (49, 1, 0)


def _kini(page: Page) -> str:
    """The report that is chosen in the list, once its card is shown."""
    id = page.locator('tbody[data-baris] tr[aria-selected="true"]').get_attribute("data-id")
    page.wait_for_selector(f'#kartu [data-laporan="{id}"]')
    return str(id)


def _sudah(page: Page, n: int) -> None:
    """Wait until the counter says that so many are done."""
    page.wait_for_selector(f"[data-hitung=sudah]:text-is('{n}')")


def _bergerak(page: Page) -> None:
    semua = [str(tr.get_attribute("data-id")) for tr in page.locator("tbody[data-baris] tr").all()[:5]]
    assert _kini(page) == semua[0]
    for tombol, ke in (("ArrowDown", 1), ("j", 2), ("h", 1), ("ArrowUp", 0)):
        page.keyboard.press(tombol)
        assert _kini(page) == semua[ke], tombol
    for tombol, ke in (("j", 4), ("h", 0)):
        for _ in range(4):
            page.keyboard.press(tombol)  # quicker than the server answers
        assert _kini(page) == semua[ke], tombol


def _sekaligus(page: Page) -> None:
    """Alt+S says ya to all without a finding as one act, Z takes all of it back."""
    bersih = page.locator("[data-hitung=bersih]").first.inner_text()
    page.keyboard.press("Alt+s")
    page.wait_for_selector(f"#kabar :text('{bersih} laporan: ya.')")
    assert page.locator("[data-bersih-tombol]").count() == 0
    page.keyboard.press("z")
    page.wait_for_selector(f"#kabar :text('{bersih} laporan menunggu lagi.')")
    page.goto("/verifikasi")
    assert page.locator("[data-hitung=bersih]").first.inner_text() == bersih


def _foto_besar(page: Page) -> None:
    page.wait_for_selector("#kartu [data-foto]")
    page.keyboard.press("f")
    page.wait_for_selector("dialog.foto-besar[open] img")
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog.foto-besar", state="detached")


def _urungkan(page: Page) -> None:
    """Y and then Z: the same report waits again, and its row bears no mark."""
    id = _kini(page)
    page.keyboard.press("y")
    page.wait_for_selector(f"#p-{id}:text('Ya')")
    _sudah(page, 1)
    page.keyboard.press("z")
    page.wait_for_selector(f"#kartu [data-laporan='{id}'] button[data-kunci=y]")
    page.wait_for_selector(f'tbody[data-baris] tr[data-id="{id}"][aria-selected="true"]')
    assert page.locator(f"#p-{id}").inner_text() == ""
    assert _kini(page) == id
    _sudah(page, 0)


def _tidak(page: Page) -> None:
    """T asks for the note, Enter records it; letters in the note are no keys."""
    id = _kini(page)
    page.keyboard.press("t")
    page.keyboard.type("Foto yang sama dipakai dua kali")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#p-{id}:text('Tidak')")
    _sudah(page, 1)
    assert _kini(page) != id


def _tekan_ya(page: Page, sudah: int) -> None:
    id = _kini(page)
    page.keyboard.press("y")
    page.wait_for_function(
        "n => document.querySelector('[data-hitung=sudah]').textContent === String(n)", arg=sudah + 1
    )
    assert page.locator(f"#p-{id}").inner_text() == "Ya"
