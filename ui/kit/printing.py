"""Sending the pages of a PDF to a printer in the exact paper size, in small steps so that nothing freezes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, QPoint, QRect, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.printing.testpage import Geser
from ui.kit import text

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

KERTAS_MM = {"F4": (215.0, 330.0), "A4": (210.0, 297.0)}
_DPI_HITAM_PUTIH = 400
_DPI_WARNA = 300
_DPI_CONTOH = 50
_TINGGI_JALUR = 512


@dataclass(frozen=True, slots=True)
class Cetakan:
    """What to print: paper name, number of copies, first and last page (from 1); how far it is moved on upright and on
    lying paper, so that it stands where it should on this printer."""

    kertas: str
    rangkap: int
    dari: int
    sampai: int
    geser: tuple[Geser, Geser] = (Geser(), Geser())


class Printers:
    """The printers of this computer."""

    def names(self) -> list[str]:
        """Return their names, the usual one first."""
        from PySide6.QtPrintSupport import QPrinterInfo

        usual = QPrinterInfo.defaultPrinterName()
        names = QPrinterInfo.availablePrinterNames()
        return sorted(names, key=lambda name: name != usual)

    def open(self, nama: str) -> QPrinter:
        """Return the printer ``nama`` at its own resolution."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        info = QPrinterInfo.printerInfo(nama)
        return QPrinter(info, QPrinter.PrinterMode.HighResolution)


def page_size(kertas: str) -> QPageSize:
    """Return the exact paper ("F4" is 215 × 330 mm, which Qt does not know)."""
    if kertas == "A4":
        return QPageSize(QPageSize.PageSizeId.A4)
    lebar, tinggi = KERTAS_MM[kertas]
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    return QPageSize(QSizeF(lebar, tinggi), QPageSize.Unit.Millimeter, kertas, exact)


class PrintRun(QObject):
    """Prints a document, one strip of a page per turn of the event loop.

    ``maju`` carries page and number of pages. A page is put together first and sent as one picture, for
    strips sent one by one leave seams where a printer's own grid differs from ours.
    """

    maju = Signal(int, int)
    selesai = Signal()
    gagal = Signal(object)

    def __init__(
        self, dokumen: QPdfDocument, printer: QPrinter, cetakan: Cetakan, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._dokumen, self._printer, self._cetakan = dokumen, printer, cetakan
        self._painter = QPainter()
        self._page, self._top = cetakan.dari - 1, 0
        self._picture = QImage()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Set paper and copies and begin; the rest happens while the window goes on living."""
        self._printer.setCopyCount(self._cetakan.rangkap)
        self._lay_page()
        if self._painter.begin(self._printer):
            self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
            self._timer.start()
        else:
            self._fail()

    def stop(self) -> None:
        """Print nothing more."""
        self._timer.stop()
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()

    def _lay_page(self) -> None:
        """Take the paper the way the page lies (a wide page means landscape)."""
        size = self._dokumen.pagePointSize(self._page)
        wide = size.width() > size.height()
        side = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        self._printer.setPageLayout(QPageLayout(page_size(self._cetakan.kertas), side, QMarginsF()))
        self._printer.setFullPage(True)

    def _step(self) -> None:
        if self._picture.isNull():
            self.maju.emit(self._page - self._cetakan.dari + 2, self._cetakan.sampai - self._cetakan.dari + 1)
            self._picture, self._top = self._blank(), 0
        elif self._top < self._picture.height():
            self._draw_strip()
        else:
            self._send_page()

    def _blank(self) -> QImage:
        """Return white paper in the resolution of the printer, without colour when the page has none."""
        size = self._dokumen.pagePointSize(self._page)
        sample = _pixels(size, _DPI_CONTOH)
        grey = render_strip(self._dokumen, self._page, sample, QRect(QPoint(), sample)).allGray()
        dpi = min(self._printer.resolution(), _DPI_HITAM_PUTIH if grey else _DPI_WARNA)
        paper = QImage(_pixels(size, dpi), QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32)
        paper.fill(Qt.GlobalColor.white)
        return paper

    def _draw_strip(self) -> None:
        size = self._picture.size()
        clip = QRect(0, self._top, size.width(), min(_TINGGI_JALUR, size.height() - self._top))
        painter = QPainter(self._picture)
        painter.drawImage(0, self._top, render_strip(self._dokumen, self._page, size, clip))
        painter.end()
        self._top += _TINGGI_JALUR

    def _send_page(self) -> None:
        size, dpi = self._dokumen.pagePointSize(self._page), self._printer.resolution()
        geser = self._cetakan.geser[size.width() > size.height()]
        target = QRectF(
            geser.kanan / 254 * dpi, geser.bawah / 254 * dpi, size.width() / 72 * dpi, size.height() / 72 * dpi
        )
        self._painter.drawImage(target, self._picture, QRectF(self._picture.rect()))
        self._picture = QImage()
        self._page += 1
        if self._page < self._cetakan.sampai:
            self._lay_page()
            if not self._printer.newPage():
                self._fail()
            return
        self._timer.stop()
        if self._painter.end():
            self.selesai.emit()
        else:
            self._fail()

    def _fail(self) -> None:
        self._timer.stop()
        pesan = text.CETAK_GAGAL.format(printer=self._printer.printerName())
        self.gagal.emit(Gangguan(pesan, text.CETAK_GAGAL_SARAN))


def _pixels(points: QSizeF, dpi: int) -> QSize:
    return QSize(round(points.width() / 72 * dpi), round(points.height() / 72 * dpi))


def render_strip(dokumen: QPdfDocument, page: int, size: QSize, clip: QRect) -> QImage:
    """Return the part ``clip`` (px) of a page drawn ``size`` px large, on white paper."""
    from PySide6.QtPdf import QPdfDocumentRenderOptions

    options = QPdfDocumentRenderOptions()
    options.setScaledSize(size)
    # QtPdf measures the clip from its first to its last pixel, one less than it is wide.
    options.setScaledClipRect(clip.adjusted(0, 0, 1, 1))
    drawn = dokumen.render(page, clip.size(), options)
    paper = QImage(clip.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper
