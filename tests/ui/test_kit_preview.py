"""The preview shows and prints the very PDF in the exact paper, and says what to do without a printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from ui.kit import text, theme
from ui.kit.preview import Preview
from ui.kit.printing import Cetakan, Printers, PrintRun, page_size, render_strip

MM = 72 / 25.4
CTRL = Qt.KeyboardModifier.ControlModifier


def make_pdf(berkas: Path, pages: int = 3, size: tuple[float, float] = (215 * MM, 330 * MM)) -> Path:
    """Write pages that are full of lines, so that a lost or doubled strip shows."""
    canvas = Canvas(str(berkas), pagesize=size)
    for page in range(pages):
        canvas.setFont("Helvetica", 9)
        for line in range(int(size[1] // 14)):
            canvas.drawString(40, 10 + 14 * line, f"Halaman {page + 1} baris {line} Rp1.650.000")
            canvas.line(20, 8 + 14 * line, size[0] - 20, 8 + 14 * line)
        canvas.showPage()
    canvas.save()
    return berkas


class PrinterToFile(Printers):
    """A printer that writes what it is sent into a file."""

    def __init__(self, berkas: Path, names: tuple[str, ...] = ("Epson L3110", "HP LaserJet")) -> None:
        self.berkas, self._names = berkas, names
        self.printer: QPrinter | None = None

    def names(self) -> list[str]:
        return list(self._names)

    def open(self, nama: str) -> QPrinter:
        assert nama in self._names
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.printer.setResolution(300)
        self.printer.setOutputFileName(str(self.berkas))
        return self.printer


Make = Callable[..., Preview]


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Make:
    theme.apply(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()

    def build(**more: object) -> Preview:
        more.setdefault("printers", PrinterToFile(tmp_path / "keluar.pdf"))
        shown = Preview("Pratinjau", make_pdf(tmp_path / "daftar.pdf").read_bytes(), parent=window, **more)  # type: ignore[arg-type]
        with qtbot.waitActive(shown):
            shown.open()
            shown.activateWindow()
        qtbot.waitUntil(lambda: text.MENCARI_PRINTER not in shown.panel.form.field("printer").placeholderText())  # type: ignore[union-attr]
        return shown

    return build


def picture(berkas: Path, page: int = 0, dpi: int = 100) -> Image.Image:
    with pypdfium2.PdfDocument(berkas) as document:
        image: Image.Image = document[page].render(scale=dpi / 72).to_pil()
        return image.convert("L")


def test_prints_all_pages_in_exact_f4(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    remembered: list[str] = []
    preview = make(ingat=remembered.append, ingatan="HP LaserJet")
    assert preview.panel.printer == "HP LaserJet"
    with qtbot.waitSignal(preview.dicetak, timeout=20_000) as printed:
        QTest.keyClick(preview, Qt.Key.Key_P, CTRL)
    assert printed.args == [1]
    assert remembered == ["HP LaserJet"]
    assert "HP LaserJet" in preview.pesan.teks()
    with pypdfium2.PdfDocument(tmp_path / "keluar.pdf") as out:
        assert len(out) == 3
        assert [side / MM for side in out[0].get_size()] == pytest.approx([215, 330], abs=0.2)
    for page in range(3):
        before, after = picture(tmp_path / "daftar.pdf", page), picture(tmp_path / "keluar.pdf", page)
        assert abs(before.height - after.height) <= 1
        diff = ImageChops.difference(before.crop((0, 0, *after.size)), after)
        assert sum(diff.histogram()[128:]) / (before.width * before.height) < 0.002


@pytest.mark.parametrize(("typed", "pages"), [("2", 1), ("2-3", 2), ("", 3), ("semua", 3)])
def test_chosen_pages(qtbot: QtBot, make: Make, tmp_path: Path, typed: str, pages: int) -> None:
    preview = make()
    preview.panel.form.field("halaman").isi(typed)
    with qtbot.waitSignal(preview.dicetak, timeout=20_000):
        preview.cetak()
    with pypdfium2.PdfDocument(tmp_path / "keluar.pdf") as out:
        assert len(out) == pages


@pytest.mark.parametrize(
    ("kunci", "typed"), [("halaman", "4"), ("halaman", "3-2"), ("halaman", "x"), ("rangkap", "0"), ("rangkap", "x")]
)
def test_wrong_choices_are_said_at_their_field(make: Make, kunci: str, typed: str) -> None:
    preview = make()
    preview.panel.form.field(kunci).isi(typed)
    preview.cetak()
    assert preview.panel.form.pesan(kunci)


def test_copies_reach_the_printer(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    printers = PrinterToFile(tmp_path / "keluar.pdf")
    preview = make(printers=printers)
    preview.panel.form.field("rangkap").isi("2")
    with qtbot.waitSignal(preview.dicetak, timeout=20_000) as printed:
        preview.cetak()
    assert printed.args == [2]
    assert printers.printer is not None
    assert printers.printer.copyCount() == 2


def test_without_a_printer_it_says_what_to_do(make: Make, tmp_path: Path) -> None:
    preview = make(printers=PrinterToFile(tmp_path / "keluar.pdf", ()))
    words = [notice.teks() for notice in preview.panel.findChildren(type(preview.panel._none)) if notice.isVisible()]
    assert words == [text.TANPA_PRINTER]
    QTest.keyClick(preview, Qt.Key.Key_P, CTRL)
    assert not (tmp_path / "keluar.pdf").exists()


def test_esc_stops_printing_then_closes(qtbot: QtBot, make: Make) -> None:
    preview = make()
    preview.cetak()
    QTest.keyClick(preview.lihat, Qt.Key.Key_Escape)
    assert preview.isVisible()
    assert preview.pesan.teks() == text.CETAK_DIHENTIKAN
    QTest.keyClick(preview.lihat, Qt.Key.Key_Escape)
    with qtbot.waitSignal(preview.rejected):
        QTest.keyClick(preview.lihat, Qt.Key.Key_Escape)


def test_saves_the_very_bytes(qtbot: QtBot, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = make()
    goal = tmp_path / "salinan.pdf"
    monkeypatch.setattr(Preview, "pilih_tujuan", lambda _self: str(goal))
    with qtbot.waitSignal(preview.disimpan):
        preview.simpan()
    assert goal.read_bytes() == (tmp_path / "daftar.pdf").read_bytes()
    monkeypatch.setattr(Preview, "pilih_tujuan", lambda _self: str(tmp_path / "tidak" / "ada.pdf"))
    preview.simpan()
    assert preview.pesan.teks().startswith(text.PDF_GAGAL_DISIMPAN)


def test_other_paper_is_made_anew(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    asked: list[str] = []
    preview = make(ganti_kertas=asked.append)
    paper = preview.panel.form.field("kertas")
    paper.setFocus()
    QTest.keyClick(paper, Qt.Key.Key_Down)
    assert asked == ["A4"]
    preview.muat(make_pdf(tmp_path / "a4.pdf", 2, (210 * MM, 297 * MM)).read_bytes(), "A4")
    assert preview.dokumen.pageCount() == 2
    with qtbot.waitSignal(preview.dicetak, timeout=20_000):
        preview.cetak()
    with pypdfium2.PdfDocument(tmp_path / "keluar.pdf") as out:
        assert [round(side / MM) for side in out[0].get_size()] == [210, 297]


def test_a_broken_file_is_trouble_not_a_crash(make: Make, tmp_path: Path) -> None:
    preview = make()
    for rusak in (b"bukan pdf", b""):
        preview.muat(rusak, "F4")
        assert preview.pesan.teks().startswith(text.PDF_TIDAK_TERBUKA)
    preview.muat((tmp_path / "daftar.pdf").read_bytes(), "F4")
    assert preview.dokumen.pageCount() == 3


def test_zoom_by_keys(make: Make) -> None:
    preview = make()
    assert preview.lihat.zoomMode() is preview.lihat.ZoomMode.FitToWidth
    QTest.keyClick(preview, Qt.Key.Key_Plus, CTRL)
    larger = preview.lihat.zoomFactor()
    QTest.keyClick(preview, Qt.Key.Key_Minus, CTRL)
    assert preview.lihat.zoomFactor() < larger
    QTest.keyClick(preview, Qt.Key.Key_0, CTRL)
    assert preview.lihat.zoomMode() is preview.lihat.ZoomMode.FitToWidth


def test_strips_join_without_a_seam(tmp_path: Path) -> None:
    document = QPdfDocument()
    document.load(str(make_pdf(tmp_path / "x.pdf", 1)))
    size = QSize(1269, 1949)
    whole = render_strip(document, 0, size, QRect(0, 0, size.width(), size.height()))
    for top in (0, 517, 1024):
        part = render_strip(document, 0, size, QRect(0, top, size.width(), 400))
        same = whole.copy(0, top, size.width(), 400)
        wrong = sum(
            abs(part.pixelColor(x, y).lightness() - same.pixelColor(x, y).lightness()) > 64
            for y in range(0, 400, 3)
            for x in range(0, size.width(), 7)
        )
        assert wrong == 0


def test_landscape_pages_turn_the_paper(qtbot: QtBot, tmp_path: Path) -> None:
    document = QPdfDocument()
    document.load(str(make_pdf(tmp_path / "x.pdf", 1, (330 * MM, 215 * MM))))
    printer = PrinterToFile(tmp_path / "keluar.pdf").open("HP LaserJet")
    run = PrintRun(document, printer, Cetakan("F4", 1, 1, 1))
    with qtbot.waitSignal(run.selesai, timeout=20_000):
        run.start()
    with pypdfium2.PdfDocument(tmp_path / "keluar.pdf") as out:
        assert [round(side / MM) for side in out[0].get_size()] == [330, 215]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_trouble(qtbot: QtBot, tmp_path: Path) -> None:
    document = QPdfDocument()
    document.load(str(make_pdf(tmp_path / "x.pdf", 1)))
    printer = PrinterToFile(tmp_path / "tidak" / "ada.pdf").open("HP LaserJet")
    run = PrintRun(document, printer, Cetakan("F4", 1, 1, 1))
    with qtbot.waitSignal(run.gagal):
        run.start()


def test_f4_is_exact() -> None:
    size = page_size("F4").size(page_size("F4").Unit.Millimeter)
    assert (size.width(), size.height()) == (215.0, 330.0)
