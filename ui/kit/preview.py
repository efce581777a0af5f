"""The preview: the very PDF that is printed or saved, with paper, printer, copies and pages beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.printing.testpage import Geser
from ui.kit import bantuan, text
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.cards import SidePanel
from ui.kit.labels import Gaya, Label
from ui.kit.messagebar import MessageBar
from ui.kit.page import PageTitle
from ui.kit.print_panel import PrintPanel
from ui.kit.printing import Printers, PrintRun
from ui.kit.ring import Ring
from ui.kit.scroll import ThinScrollBar
from ui.kit.theme import theme_of

_LANGKAH_ZOOM = 1.25


class Preview(QDialog):
    """Shows ``isi``, a PDF, and prints exactly that; it is in no file before the user saves it.

    ``ganti_kertas`` is called with "F4" or "A4" when the user wants other paper; the giver makes the PDF
    anew and calls `muat`; ``bentuk`` are the forms that the document can take, ``ganti_bentuk`` is called with
    another one. ``ingat`` gets the printer used, ``ingatan`` is the one used last time; ``geser`` tells how far prints
    on a printer are moved.
    ``dicetak`` carries the number of copies sent, ``disimpan`` the path of the copy.
    """

    dicetak = Signal(int)
    disimpan = Signal(str)

    def __init__(
        self,
        judul: str,
        isi: bytes,
        *,
        kertas: str = "F4",
        ganti_kertas: Callable[[str], object] | None = None,
        ingat: Callable[[str], object] | None = None,
        ingatan: str = "",
        geser: Callable[[str], tuple[Geser, Geser]] | None = None,
        nama_simpan: str = "sipokat.pdf",
        bentuk: Sequence[tuple[str, str]] = (),
        nama_bentuk: str = text.BENTUK,
        ganti_bentuk: Callable[[str], object] | None = None,
        printers: Printers | None = None,
        parent: QWidget | None = None,
    ) -> None:
        from PySide6.QtPdf import QPdfDocument
        from PySide6.QtPdfWidgets import QPdfView

        super().__init__(parent)
        self.setWindowTitle(judul)
        self._ganti_bentuk, self._geser = ganti_bentuk, geser
        self._ganti_kertas, self._ingat, self._ingatan = ganti_kertas, ingat, ingatan
        self._nama, self._printers = nama_simpan, printers or Printers()
        self._run: PrintRun | None = None
        self._bytes = QByteArray()
        self.dokumen = QPdfDocument(self)
        self.lihat = QPdfView(self)
        self.pesan = MessageBar(self)
        self.panel = PrintPanel(kertas, self, bentuk=bentuk, nama_bentuk=nama_bentuk)
        self.finished.connect(self.deleteLater)
        self._lay_out(judul)
        self._set_up_view()
        self._attach()
        self.muat(isi, kertas)
        QTimer.singleShot(0, self, self._find_printers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 explains the page below, over this preview."""
        if not bantuan.minta(self, event):
            super().keyPressEvent(event)

    def _lay_out(self, judul: str) -> None:
        theme = theme_of(self)
        self._jumlah = Label("", Gaya.KECIL)
        self._cetak = PrimaryButton(text.CETAK, "Ctrl+P", on=self.cetak)
        self._cetak.setEnabled(False)
        self._simpan = SecondaryButton(text.SIMPAN_PDF, "Ctrl+S", on=self.simpan)
        side = SidePanel(300, self)
        side.add(self._jumlah)
        side.add(self.panel)
        side.add_bottom(self._cetak, self._simpan, SecondaryButton(text.TUTUP, on=self.reject))
        middle = QHBoxLayout()
        middle.setSpacing(theme.px(10))
        middle.addWidget(Ring(self.lihat), 1)
        middle.addWidget(side)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(14))
        box.setSpacing(theme.px(10))
        box.addWidget(PageTitle(judul))
        box.addWidget(self.pesan)
        box.addLayout(middle, 1)
        box.addWidget(Label(text.PETUNJUK_LIHAT, Gaya.KECIL, potong=True))
        owner = self.parentWidget()
        room = owner.window().size() if owner is not None else self.screen().availableSize()
        self.resize(min(room.width() - 24, theme.px(1240)), room.height() - 24)

    def _set_up_view(self) -> None:
        theme = theme_of(self)
        self.lihat.setDocument(self.dokumen)
        self.lihat.setPageMode(self.lihat.PageMode.MultiPage)
        self.lihat.setZoomMode(self.lihat.ZoomMode.FitToWidth)
        self.lihat.setPageSpacing(theme.px(12))
        self.lihat.setFrameShape(self.lihat.Shape.NoFrame)
        self.lihat.setVerticalScrollBar(ThinScrollBar(self.lihat))
        self.lihat.setHorizontalScrollBar(ThinScrollBar(self.lihat, lying=True))
        palette = self.lihat.palette()
        palette.setColor(QPalette.ColorRole.Dark, theme.color("garis"))
        self.lihat.setPalette(palette)
        self.lihat.setFocus()

    def _attach(self) -> None:
        for keys, factor in (("Ctrl++", _LANGKAH_ZOOM), ("Ctrl+=", _LANGKAH_ZOOM), ("Ctrl+-", 1 / _LANGKAH_ZOOM)):
            QShortcut(QKeySequence(keys), self, lambda factor=factor: self._zoom(factor))
        QShortcut(QKeySequence("Ctrl+0"), self, lambda: self._zoom(0))
        self.panel.form.batal.connect(self.reject)
        self.panel.form.simpan.connect(self.cetak)
        paper = self.panel.form.field("kertas")
        paper.setEnabled(self._ganti_kertas is not None)
        paper.diubah.connect(self._other_paper)
        if self.panel.bentuk:
            self.panel.form.field("bentuk").diubah.connect(self._other_form)

    def muat(self, isi: bytes, kertas: str) -> None:
        """Show another PDF, made for ``kertas``."""
        self.panel.set_kertas(kertas)
        self._bytes = QByteArray(isi)
        buffer = QBuffer(self._bytes, self.dokumen)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.dokumen.load(buffer)
        if self.dokumen.error() is not self.dokumen.Error.None_ or not self.dokumen.pageCount():
            self._unreadable()
            return
        halaman = text.JUMLAH_HALAMAN.format(n=self.dokumen.pageCount())
        self._jumlah.setText(halaman)
        self.lihat.setAccessibleName(text.PRATINJAU.format(judul=self.windowTitle(), halaman=halaman))
        self._allow()

    def _unreadable(self) -> None:
        self._bytes = QByteArray()
        self._allow()
        self.pesan.gangguan(Gangguan(text.PDF_TIDAK_TERBUKA, text.PDF_TIDAK_TERBUKA_SARAN))

    def _allow(self) -> None:
        ready = bool(self._bytes.size())
        self._cetak.setEnabled(ready and bool(self.panel.printer))
        self._simpan.setEnabled(ready)

    def _find_printers(self) -> None:
        self.panel.set_printers(self._printers.names(), self._ingatan)
        self._allow()

    def _other_paper(self) -> None:
        if self._ganti_kertas is not None and self.panel.kertas:
            self._ganti_kertas(self.panel.kertas)

    def _other_form(self) -> None:
        if self._ganti_bentuk is not None and self.panel.bentuk:
            self._ganti_bentuk(self.panel.bentuk)

    def _zoom(self, factor: float) -> None:
        """Enlarge by ``factor``; 0 fits the page to the width again."""
        if factor == 0:
            self.lihat.setZoomMode(self.lihat.ZoomMode.FitToWidth)
            return
        self.lihat.setZoomFactor(min(5.0, max(0.2, self._shown_factor() * factor)))
        self.lihat.setZoomMode(self.lihat.ZoomMode.Custom)

    def _shown_factor(self) -> float:
        if self.lihat.zoomMode() is self.lihat.ZoomMode.Custom:
            return self.lihat.zoomFactor()
        lebar = self.dokumen.pagePointSize(0).width() * self.logicalDpiX() / 72
        return self.lihat.viewport().width() / lebar if lebar else 1.0

    def cetak(self) -> None:
        """Print what is chosen; a second call while printing stops it."""
        if self._run is not None:
            self._stop()
            return
        if not self._cetak.isEnabled():
            return
        try:
            cetakan = self.panel.read(self.dokumen.pageCount())
        except InputSalah as error:
            self.panel.form.salah(error)
            return
        if self._geser is not None:
            cetakan = replace(cetakan, geser=self._geser(self.panel.printer))
        run = PrintRun(self.dokumen, self._printers.open(self.panel.printer), cetakan, self)
        run.maju.connect(self._printing)
        run.gagal.connect(self._failed)
        run.selesai.connect(lambda: self._printed(cetakan.rangkap))
        self._run = run
        self._cetak.set_teks(text.BERHENTI_MENCETAK)
        run.start()

    def _printing(self, i: int, n: int) -> None:
        self.pesan.info(text.MENCETAK.format(i=i, n=n))

    def _printed(self, rangkap: int) -> None:
        self._end_run()
        nama, kertas = self.panel.printer, self.panel.kertas
        self.pesan.berhasil(text.SUDAH_DIKIRIM.format(printer=nama, kertas=text.UKURAN_KERTAS[kertas]))
        if self._ingat is not None:
            self._ingat(nama)
        self.dicetak.emit(rangkap)

    def _failed(self, trouble: Gangguan) -> None:
        self._end_run()
        self.pesan.gangguan(trouble)

    def _stop(self) -> None:
        if self._run is not None:
            self._run.stop()
        self._end_run()
        self.pesan.perhatian(text.CETAK_DIHENTIKAN)

    def _end_run(self) -> None:
        if self._run is not None:
            self._run.deleteLater()
        self._run = None
        self._cetak.set_teks(text.CETAK)

    def simpan(self) -> None:
        """Ask where to, and write the very bytes shown there."""
        tujuan = self.pilih_tujuan()
        if not tujuan:
            return
        try:
            Path(tujuan).write_bytes(self._bytes.data())
        except OSError:
            self.pesan.gangguan(Gangguan(text.PDF_GAGAL_DISIMPAN, text.PDF_GAGAL_SARAN))
            return
        self.pesan.berhasil(text.PDF_TERSIMPAN.format(berkas=tujuan))
        self.disimpan.emit(tujuan)

    def pilih_tujuan(self) -> str:
        """Return the path the user chooses for the copy, "" for none."""
        tujuan, _ = QFileDialog.getSaveFileName(self, text.JUDUL_SIMPAN_PDF, self._nama, text.JENIS_PDF)
        return tujuan

    def reject(self) -> None:
        """Close; while printing, stop that first."""
        if self._run is not None:
            self._stop()
        else:
            super().reject()
