"""A page that is printed with an offset stands just that far from its place, whole, unless the offset itself takes it
off the paper: F4 and A4, upright and lying."""

from __future__ import annotations

from io import BytesIO
from tempfile import TemporaryDirectory

import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from reportlab.pdfgen.canvas import Canvas

from sipokat_desktop.printing.testpage import TERJAUH, Geser
from tests.ui.layar import tunggu
from ui.kit.printing import KERTAS_MM, Cetakan, PrintRun

MM = 72 / 25.4
DPI = 100
TEPI_MM = 10
"""So far the ink is from every edge: what the papers of the program keep free, and a printer reaches."""
Kotak = tuple[int, int, int, int]
geser = st.integers(-TERJAUH, TERJAUH)


def halaman(ukuran: tuple[float, float]) -> bytes:
    """Return one page (mm) that is black but for its edges."""
    lebar, tinggi = ukuran
    isi = BytesIO()
    kanvas = Canvas(isi, (lebar * MM, tinggi * MM))
    kanvas.rect(TEPI_MM * MM, TEPI_MM * MM, (lebar - 2 * TEPI_MM) * MM, (tinggi - 2 * TEPI_MM) * MM, stroke=0, fill=1)
    kanvas.save()
    return isi.getvalue()


def cetak(pdf: bytes, kertas: str, satu: Geser, *, mendatar: bool) -> Image.Image:
    """Print a page on a printer that writes into a file, and return the sheet; the other way of the paper is set far
    off, which must not matter."""
    isi = QByteArray(pdf)
    buffer, dokumen = QBuffer(isi), QPdfDocument()
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    dokumen.load(buffer)
    lain = Geser(TERJAUH, -TERJAUH)
    with TemporaryDirectory() as folder:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setResolution(DPI)
        printer.setOutputFileName(f"{folder}/keluar.pdf")
        run = PrintRun(dokumen, printer, Cetakan(kertas, 1, 1, 1, (lain, satu) if mendatar else (satu, lain)))
        selesai: list[object] = []
        run.selesai.connect(lambda: selesai.append(True))
        run.start()
        tunggu(lambda: bool(selesai), "tercetak")
        with pypdfium2.PdfDocument(f"{folder}/keluar.pdf") as keluar:
            (lembar,) = keluar
            gambar: Image.Image = lembar.render(scale=DPI / 72).to_pil()
            return gambar.convert("L")


def tinta(lembar: Image.Image) -> Kotak:
    """Return where the ink is: left, top, right, bottom (px)."""
    kotak = ImageOps.invert(lembar).point(lambda terang: 255 if terang > 128 else 0).getbbox()
    assert kotak is not None
    return kotak


def semestinya(ukuran: tuple[float, float], satu: Geser) -> list[float]:
    """Return where the ink belongs (px), cut only where the offset takes it off the paper."""
    lebar, tinggi = ukuran
    tepi = (TEPI_MM, TEPI_MM, lebar - TEPI_MM, tinggi - TEPI_MM)
    pindah = (satu.kanan / 10, satu.bawah / 10) * 2
    batas = (lebar, tinggi) * 2
    return [min(max(mm + beda, 0), paling) / 25.4 * DPI for mm, beda, paling in zip(tepi, pindah, batas, strict=True)]


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("mendatar", [False, True], ids=["tegak", "mendatar"])
@pytest.mark.parametrize("kertas", ["F4", "A4"])
@settings(max_examples=8)
@example(kanan=0, bawah=0)
@example(kanan=99, bawah=-99)
@example(kanan=-TERJAUH, bawah=TERJAUH)
@given(kanan=geser, bawah=geser)
def test_the_ink_stands_where_the_offset_asks(kertas: str, mendatar: bool, kanan: int, bawah: int) -> None:
    lebar, tinggi = KERTAS_MM[kertas]
    ukuran = (tinggi, lebar) if mendatar else (lebar, tinggi)
    satu = Geser(kanan, bawah)
    lembar = cetak(halaman(ukuran), kertas, satu, mendatar=mendatar)
    assert lembar.size == pytest.approx([mm / 25.4 * DPI for mm in ukuran], abs=1.5)
    ada = tinta(lembar)
    assert list(ada) == pytest.approx(semestinya(ukuran, satu), abs=2)
    if max(abs(kanan), abs(bawah)) < TEPI_MM * 10 - 5:
        assert min(ada[0], ada[1], lembar.width - ada[2], lembar.height - ada[3]) > 0


def test_known_bad_an_offset_that_is_not_applied_is_seen() -> None:
    lembar = cetak(halaman(KERTAS_MM["A4"]), "A4", Geser(), mendatar=False)
    assert list(tinta(lembar)) != pytest.approx(semestinya(KERTAS_MM["A4"], Geser(12, 0)), abs=2)
