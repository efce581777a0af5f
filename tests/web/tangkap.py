"""``python -m tests.web.tangkap PERAN FOLDER [JALAN…]``: a picture of the pages of a role, wide and on a phone."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

CHROMIUM = "/usr/bin/chromium"
_BERAT = frozenset({"serious", "critical"})


class Ukuran(NamedTuple):
    """The size of a screen in CSS pixels."""

    lebar: int
    tinggi: int


LAYAR, HP = Ukuran(1366, 768), Ukuran(390, 844)


@contextmanager
def peramban() -> Iterator[Browser]:
    """Run Debian's Chromium, without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as p:
        satu = p.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield satu
        finally:
            satu.close()


@contextmanager
def jendela(
    browser: Browser, url: str, *, kuki: Mapping[str, str] | None = None, ukuran: Ukuran = LAYAR, gelap: bool = False,
    **lain: Any,
) -> Iterator[Page]:  # fmt: skip
    """Open a window on the server at ``url`` (paths are enough for ``page.goto``); ``kuki`` are those of somebody who
    is logged in (``dict(klien.cookies)``). A script's error, or what the CSP forbids, fails at the end."""
    konteks: BrowserContext = browser.new_context(
        base_url=url, viewport={"width": ukuran.lebar, "height": ukuran.tinggi}, locale="id-ID",
        timezone_id="Asia/Jakarta", color_scheme="dark" if gelap else "light", **lain,
    )  # fmt: skip
    if kuki:
        konteks.add_cookies([{"name": nama, "value": isi, "url": url} for nama, isi in kuki.items()])
    keluhan: list[str] = []
    page = konteks.new_page()
    page.on("pageerror", lambda galat: keluhan.append(str(galat)))
    page.on("console", lambda pesan: keluhan.append(pesan.text) if "Content Security Policy" in pesan.text else None)
    try:
        yield page
    finally:
        konteks.close()
    assert not keluhan, keluhan


def foto(page: Page, folder: Path, nama: str = "") -> Path:
    """Keep a picture of the whole page, named by its path and width."""
    folder.mkdir(parents=True, exist_ok=True)
    jalan = nama or re.sub(r"[^a-z0-9]+", "-", page.url.partition("://")[2].partition("/")[2].lower()).strip("-")
    lebar = (page.viewport_size or {"width": 0})["width"]
    berkas = folder / f"{jalan or 'beranda'}_{lebar}.png"
    page.screenshot(path=str(berkas), full_page=True)
    return berkas


def tangkap(
    browser: Browser, url: str, kuki: Mapping[str, str], jalan: Iterable[str], folder: Path, *, gelap: bool = False
) -> list[Path]:
    """Keep pictures of these paths at 1366×768 and 390×844."""
    hasil: list[Path] = []
    dipilih = list(jalan)
    for ukuran in (LAYAR, HP):
        with jendela(browser, url, kuki=kuki, ukuran=ukuran, gelap=gelap) as page:
            for satu in dipilih:
                page.goto(satu)
                hasil.append(foto(page, folder))
    return hasil


def aksesibel(page: Page) -> list[str]:
    """Return the serious and critical findings of axe-core on the page as it stands, one sentence each."""
    from axe_playwright_python.sync_playwright import Axe

    temuan = Axe().run(page).response["violations"]
    return [
        f"{page.url}: {satu['id']} ({satu['impact']}): {satu['help']}: {simpul['html'][:160]}"
        for satu in temuan
        if satu["impact"] in _BERAT
        for simpul in satu["nodes"]
    ]


def melebar(page: Page) -> int:
    """Return by how many pixels the page is wider than its window: a phone would have to scroll sideways."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def menu(page: Page) -> list[str]:
    """Return the paths of the menu of the page as it stands."""
    return [str(a.get_attribute("href")) for a in page.locator("nav.menu a").all()]


def main(peran: str, folder: Path, jalan: list[str]) -> None:
    """Fill a city, log in as ``peran``, and keep pictures of these paths (none: of the role's menu)."""
    from tempfile import TemporaryDirectory

    from tests.web import contoh_camat, panggung

    with TemporaryDirectory() as sementara, peramban() as browser:
        cetakan = Path(sementara) / "cetak"
        (cetakan / "cetakan").mkdir(parents=True)
        pusat = panggung.tuang(panggung.cetak(cetakan), Path(sementara) / "pusat")
        try:
            contoh_camat.lengkapi(pusat, Path(sementara) / "pc", banyak=24)
            contoh_camat.seragam_kecamatan(pusat)
            klien = pusat.masuk(peran) if peran != "tamu" else pusat.tamu()
            kuki = dict(klien.cookies)
            if not jalan:
                with jendela(browser, pusat.url, kuki=kuki) as page:
                    page.goto("/")
                    jalan = menu(page) or ["/"]
            for berkas in tangkap(browser, pusat.url, kuki, jalan, folder):
                print(berkas)
        finally:
            pusat.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3:])
