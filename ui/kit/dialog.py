"""The one kind of dialog: title, body, a main and a second button; leaving never loses what was typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from ui.kit import bantuan, text
from ui.kit.buttons import Aksi, PrimaryButton, SecondaryButton
from ui.kit.form import Form
from ui.kit.labels import Gaya, Label, set_shown
from ui.kit.messagebar import MessageBar
from ui.kit.scroll import scroll_of
from ui.kit.tab import tab_order
from ui.kit.theme import theme_of

_GROWING = (QEvent.Type.Show, QEvent.Type.Resize, QEvent.Type.LayoutRequest)


class Sheet(QDialog):
    """A window-modal sheet around ``isi``; show it with `open`, close it with `accept` once all is saved.

    ``disimpan`` comes with the main button (or from the form inside, when ``isi`` is one). Esc and the
    second button leave; when ``kotor()`` is true, a bar inside asks first.
    """

    disimpan = Signal()

    def __init__(
        self,
        judul: str,
        isi: QWidget,
        *,
        sub: str = "",
        utama: str = text.SIMPAN,
        kedua: str = text.BATAL,
        shortcut: str = "Ctrl+S",
        lebar: int = 560,
        kotor: Callable[[], bool] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(judul)
        self._isi, self._lebar, self._kotor = isi, lebar, kotor
        self._mundur: tuple[Callable[[], bool], Callable[[], object]] | None = None
        self._kata = kedua
        self.pesan = MessageBar(self)
        for part in (self.pesan, isi):
            part.installEventFilter(self)
        self.finished.connect(self.deleteLater)
        self._lay_out(judul, sub)
        self._lay_out_foot(kedua, utama, shortcut)
        if isinstance(isi, Form):
            self._adopt(isi)
        else:
            self.utama.clicked.connect(self.disimpan)

    def _lay_out(self, judul: str, sub: str) -> None:
        theme = theme_of(self)
        m = theme.px(24)
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(m, theme.px(18), theme.px(10), theme.px(18))
        box.setSpacing(theme.px(12))
        box.addWidget(Label(judul, Gaya.JUDUL, potong=True, parent=self))
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, theme.px(14), 0)
        top.setSpacing(theme.px(12))
        self._sub = Label(sub, lipat=True, parent=self)
        set_shown(self._sub, bool(sub))
        top.addWidget(self._sub)
        top.addWidget(self.pesan)
        box.addLayout(top)
        self._scroll = scroll_of(self._isi, self)
        self._isi.setContentsMargins(0, 0, theme.px(14), 0)
        box.addWidget(self._scroll, 1)

    def _lay_out_foot(self, kedua: str, utama: str, shortcut: str) -> None:
        """Put the buttons below; made after the body, they come after it by the Tab key too."""
        theme = theme_of(self)
        self.kedua = SecondaryButton(kedua, on=self.reject, parent=self)
        self.utama = PrimaryButton(utama, shortcut, parent=self)
        self._foot = foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, theme.px(14), 0)
        foot.setSpacing(theme.px(10))
        foot.addStretch(1)
        foot.addWidget(self.kedua)
        foot.addWidget(self.utama)
        self._box.addLayout(foot)

    def _adopt(self, form: Form) -> None:
        self.utama.clicked.connect(form.kirim)
        form.simpan.connect(self.disimpan)
        form.batal.connect(self.reject)
        if self._kotor is None:
            self._kotor = lambda: form.berubah

    def tambah_tombol(self, *aksi: Aksi) -> None:
        """Put further buttons at the left of the foot."""
        tombol = [SecondaryButton(satu.teks, satu.shortcut, on=satu.lakukan, parent=self) for satu in aksi]
        for ke, satu in enumerate(tombol):
            self._foot.insertWidget(ke, satu)
        foot = (self._foot.itemAt(i) for i in range(self._foot.count()))
        tab_order(*(item.widget() for item in foot if item is not None))

    def mundur(self, bisa: Callable[[], bool], kembali: Callable[[], object], kata: str) -> None:
        """Let Esc and the second button go back a step while ``bisa()``; the button then says ``kata``."""
        self._mundur, self._kata_mundur = (bisa, kembali), kata

    def pas(self) -> None:
        """Fit words and size to another step of the body."""
        if self._mundur is not None:
            self.kedua.set_teks(self._kata_mundur if self._mundur[0]() else self._kata)
        if self.isVisible():
            self._fit()
            self._scroll.verticalScrollBar().setValue(0)

    def sibuk(self, sedang: bool) -> None:
        """Take the main button out of use while saving, so that nothing is saved twice."""
        self.utama.setEnabled(not sedang)

    def gagal(self, error: Exception, *aksi: Aksi, isi: Form | None = None) -> None:
        """Say here why nothing was saved, beside the input of ``isi`` where it has one, and let it be tried again."""
        self.sibuk(False)
        if isinstance(error, Gangguan):
            self.pesan.gangguan(error)
        elif isi is None or not isinstance(error, InputSalah) or not isi.salah(error):
            self.pesan.salah(str(error), *aksi)

    def reject(self) -> None:
        """Leave, or go back a step; with something not saved, ask in the bar first."""
        if self._mundur is not None and self._mundur[0]():
            self._mundur[1]()
            return
        if self._kotor is None or not self._kotor():
            super().reject()
            return
        self.pesan.perhatian(
            text.BELUM_DISIMPAN, Aksi(text.KEMBALI_MENGISI, self._isi.setFocus), Aksi(text.BUANG_ISIAN, self.buang)
        )

    def buang(self) -> None:
        """Leave without saving and without asking."""
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 explains the page below, over this sheet."""
        if not bantuan.minta(self, event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the size to the body and to the room there is, and go to the first input."""
        super().showEvent(event)
        if not event.spontaneous():
            self._fit()
            now = self.focusWidget()
            if now is None or not self._isi.isAncestorOf(now):
                self._isi.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Make room for a message that appears in the bar or under an input; lets every event pass."""
        if event.type() in _GROWING and self.isVisible():
            QTimer.singleShot(0, self, self._grow)
        return False

    def _grow(self) -> None:
        if self._fitting().height() > self.height():
            self._fit()

    def _fit(self) -> None:
        """Take the size that the body asks for, in the middle of the window."""
        self.resize(self._fitting())
        parent = self.parentWidget()
        if parent is not None:
            window = parent.window()
            place = window.mapToGlobal(window.rect().center()) - self.rect().center()
            room = (self.screen() or QGuiApplication.primaryScreen()).availableGeometry()
            x = min(max(place.x(), room.left()), room.right() - self.width())
            y = min(max(place.y(), room.top()), room.bottom() - self.height())
            self.move(max(room.left(), x), max(room.top(), y))

    def _within(self, parent: QWidget) -> QWidget:
        """Return the window in which there must be room."""
        return parent.window()

    def _fitting(self) -> QSize:
        theme, parent = theme_of(self), self.parentWidget()
        screen = self.screen() or QGuiApplication.primaryScreen()
        room = screen.availableSize()
        if parent is not None:
            room = room.boundedTo(self._within(parent).size())
        lebar = min(theme.px(self._lebar), room.width() - theme.px(32))
        dalam = lebar - theme.px(34)
        isi = self._isi.heightForWidth(dalam) if self._isi.hasHeightForWidth() else self._isi.sizeHint().height()
        box = self._box
        semua = box.totalHeightForWidth(lebar) if box.hasHeightForWidth() else box.totalSizeHint().height()
        frame = semua - self._scroll.sizeHint().height()
        tinggi = max(isi, self._isi.minimumHeight()) + frame + theme.px(8)
        return QSize(lebar, min(tinggi, room.height() - theme.px(24)))


def table_height(parent: QWidget) -> int:
    """Return how high (px) the body of a sheet with a table may be in the window of ``parent``."""
    theme = theme_of(parent)
    return min(theme.px(420), parent.window().height() - theme.px(190))
