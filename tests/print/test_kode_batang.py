"""The bar code in the foot of each page says the number of the list, read back from the printed picture."""

from __future__ import annotations

from typing import Literal

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from sipokat_desktop.printing import barcode
from sipokat_desktop.printing.receipt import Kertas, gambar
from tests.print import kode128
from tests.print.contoh_daftar import daftar, halaman_teks

NOMOR = "INS-2026TW1-A3K-01"
INCI = 25.4


def baca(pdf: bytes, dpi: int = 300, ke: int = 0) -> str:
    """Read the code of a page as a printer of so many dots would have put it there."""
    with pypdfium2.PdfDocument(pdf) as dokumen:
        halaman: Image.Image = dokumen[ke].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
    mm = dpi / INCI
    y, kiri = halaman.height - round(13 * mm), round(10 * mm)
    kanan = next(x for x in range(round(20 * mm), halaman.width) if _tenang(halaman, x, y, round(2.6 * mm)))
    return kode128.baca(halaman, y, kiri, kanan + round(2.6 * mm))


def _tenang(halaman: Image.Image, x: int, y: int, banyak: int) -> bool:
    kotak = halaman.crop((x, y, x + banyak, y + 1)).getextrema()
    return isinstance(kotak[0], (int, float)) and kotak[0] >= kode128.HITAM


@pytest.mark.parametrize("kertas", list(Kertas))
@pytest.mark.parametrize("bentuk", ["pendek", "lengkap"])
def test_every_page_says_its_number(kertas: Kertas, bentuk: Literal["pendek", "lengkap"]) -> None:
    pdf = gambar(daftar(40, bentuk=bentuk, nomor=NOMOR), kertas)
    assert [baca(pdf, ke=ke) for ke in range(len(halaman_teks(pdf)))] == [NOMOR] * len(halaman_teks(pdf))


@pytest.mark.parametrize("dpi", [203, 300, 360, 600])
def test_printers_of_any_fineness(dpi: int) -> None:
    assert baca(gambar(daftar(1, nomor="INS-202511R05-3ML-01"), Kertas.F4), dpi) == "INS-202511R05-3ML-01"


@settings(deadline=None, max_examples=40)
@given(st.text("ABCDEFGHJKMNPQRSTVWXYZ0123456789-/. abc", min_size=1, max_size=26))
def test_any_number_that_fits(nomor: str) -> None:
    pdf = gambar(daftar(1, nomor=nomor), Kertas.F4)
    if barcode.kode_batang(nomor, 185 * 72 / INCI * 0.45) is not None:
        assert baca(pdf, 600) == nomor


def test_another_number_is_not_taken_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The known-bad controls: a code of another number, and one bar that is missing."""
    asli = barcode.kode_batang

    def lain(teks: str, lebar: float) -> barcode.KodeBatang | None:
        return asli(teks[:-1] + "2", lebar)

    monkeypatch.setattr("sipokat_desktop.printing.receipt.kode_batang", lain)
    assert baca(gambar(daftar(1, nomor=NOMOR), Kertas.F4)) == NOMOR[:-1] + "2"

    def cacat(teks: str, lebar: float) -> barcode.KodeBatang | None:
        kode = asli(teks, lebar)
        return kode and barcode.KodeBatang(kode.batang[:9] + kode.batang[10:], kode.lebar)

    monkeypatch.setattr("sipokat_desktop.printing.receipt.kode_batang", cacat)
    with pytest.raises(ValueError):  # noqa: PT011
        baca(gambar(daftar(1, nomor=NOMOR), Kertas.F4))


@pytest.mark.parametrize("nomor", ["", "NO\u00c9", "X\n", "INS-" * 20])
def test_no_code_where_it_could_not_be_scanned(nomor: str) -> None:
    assert barcode.kode_batang(nomor, 236.0) is None
    gambar(daftar(1, nomor=nomor), Kertas.F4)


def test_bars_are_wide_and_high_enough() -> None:
    kode = barcode.kode_batang(NOMOR, 236.0)
    assert kode is not None
    assert min(lebar for _, lebar in kode.batang) == pytest.approx(0.25 * 72 / INCI)
    assert barcode.TINGGI >= 6 * 72 / INCI
    assert kode.lebar == pytest.approx(sum(kode.batang[-1]))
