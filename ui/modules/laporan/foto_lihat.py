"""The viewer of photos: large, left and right, closer and farther; one only at the city is fetched on demand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.storage import photos
from sipokat_desktop.storage.photos import Place
from ui.kit import bantuan
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.host import Host
from ui.kit.jobs import Job
from ui.kit.labels import Gaya, Label, Notice, set_shown
from ui.kit.theme import Role, theme_of

from . import text_foto as text

_LANGKAH = 1.25
_TERBESAR = 8.0


class Lihat(NamedTuple):
    """A photo to look at: the key of the picture and the id of its row ("" where none can be taken off)."""

    kunci: str
    foto_id: str = ""


class Kanvas(QWidget):
    """One picture: it fits the room, comes closer by wheel and keys, and is moved with the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._gambar = QPixmap()
        self._kali, self._geser = 1.0, QPointF()
        self._pegang: QPointF | None = None

    def set(self, gambar: QPixmap) -> None:
        """Show another picture, whole."""
        self._gambar = gambar
        self.pas()

    @property
    def kali(self) -> float:
        """How many times larger than fitting it is shown."""
        return self._kali

    def pas(self) -> None:
        """Show all of it."""
        self._kali, self._geser = 1.0, QPointF()
        self.update()

    def perbesar(self, kali: float) -> None:
        """Come closer (or go farther with a factor below 1), at the middle."""
        baru = min(_TERBESAR, max(1.0, self._kali * kali))
        self._geser = self._geser * (baru / self._kali) if baru > 1 else QPointF()
        self._kali = baru
        self.update()

    def sizeHint(self) -> QSize:
        """Return a large picture."""
        return QSize(theme_of(self).px(900), theme_of(self).px(560))

    def _kotak(self) -> QRectF:
        ukuran = QSize(self._gambar.size() / self._gambar.devicePixelRatio())
        muat = min(self.width() / max(1, ukuran.width()), self.height() / max(1, ukuran.height()), 1.0) * self._kali
        lebar, tinggi = ukuran.width() * muat, ukuran.height() * muat
        tengah = QRectF(self.rect()).center() + self._geser
        return QRectF(tengah.x() - lebar / 2, tengah.y() - tinggi / 2, lebar, tinggi)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Come closer or go farther."""
        self.perbesar(_LANGKAH if event.angleDelta().y() > 0 else 1 / _LANGKAH)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        self._pegang = event.position() - self._geser

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move a picture that is larger than the room."""
        if self._pegang is not None and self._kali > 1:
            self._geser = event.position() - self._pegang
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._gambar.isNull():
            painter.drawPixmap(self._kotak(), self._gambar, QRectF(self._gambar.rect()))
        painter.end()


class LihatFoto(QDialog):
    """Photos one at a time; ``berubah`` comes when one came from the city, ``dihapus`` with the id to take off,
    ``tambah`` asks for photos in the place of one that is lost."""

    berubah = Signal()
    dihapus = Signal(str)
    tambah = Signal()

    def __init__(self, parent: QWidget, host: Host, semua: Sequence[Lihat], apa: str, mulai: int = 0) -> None:
        super().__init__(parent)
        self._host, self._semua, self._apa = host, list(semua), apa
        self._ke = max(0, min(mulai, len(self._semua) - 1))
        self._kerja: Job | None = None
        self._judul = Label("", Gaya.SUBJUDUL, potong=True)
        self._kanvas = Kanvas(self)
        self._kata = Notice("", Role.AKSEN)
        self._ambil = PrimaryButton(text.AMBIL, "Enter", pasang=False, on=self.ambil)
        self._tambah = PrimaryButton(text.TAMBAH, "Alt+G", on=self._minta_tambah)
        self._hapus = SecondaryButton(text.HAPUS, "Delete", pasang=False, on=self._minta_hapus)
        self._build(parent)
        self.finished.connect(self.deleteLater)
        self._tampil()

    def _build(self, parent: QWidget) -> None:
        theme, kaki = theme_of(self), QHBoxLayout()
        self._kiri = SecondaryButton(text.SEBELUM, "←", pasang=False, on=partial(self.geser, -1))
        self._kanan = SecondaryButton(text.SESUDAH, "→", pasang=False, on=partial(self.geser, 1))
        kaki.setSpacing(theme.px(8))
        for bagian in (self._kiri, self._kanan):
            kaki.addWidget(bagian)
        kaki.addWidget(Label(text.PETUNJUK, Gaya.KECIL, potong=True), 1)
        for bagian in (self._hapus, SecondaryButton(text.TUTUP, "Esc", pasang=False, on=self.reject)):
            kaki.addWidget(bagian)
        minta = QHBoxLayout()
        minta.addStretch(1)
        minta.addWidget(self._kata)
        minta.addWidget(self._ambil)
        minta.addWidget(self._tambah)
        minta.addStretch(1)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        tata.setSpacing(theme.px(8))
        tata.addWidget(self._judul)
        tata.addLayout(minta)
        tata.addWidget(self._kanvas, 1)
        tata.addLayout(kaki)
        for tombol in (self._ambil, self._tambah, self._hapus, self._kiri, self._kanan):
            tombol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        window = parent.window()
        self.resize(window.width() - theme.px(40), window.height() - theme.px(40))
        self.move(window.mapToGlobal(window.rect().center()) - self.rect().center())
        self.setFocus()

    @property
    def kini(self) -> Lihat:
        """The photo that is shown."""
        return self._semua[self._ke]

    def kata(self) -> str:
        """Return what is said in the place of a photo that is not here, "" otherwise."""
        return "" if self._kata.isHidden() else self._kata.teks()

    @property
    def terlihat(self) -> bool:
        """Whether a picture is shown."""
        return not self._kanvas._gambar.isNull()

    def geser(self, jauh: int) -> None:
        """Go to the next photo or the one before."""
        tujuan = self._ke + jauh
        if 0 <= tujuan < len(self._semua):
            self._ke = tujuan
            self._tampil()

    def _tampil(self) -> None:
        judul = text.JUDUL.format(i=self._ke + 1, n=len(self._semua), apa=self._apa)
        self._judul.setText(judul)
        self.setWindowTitle(judul)
        self._kiri.setEnabled(self._ke > 0)
        self._kanan.setEnabled(self._ke + 1 < len(self._semua))
        set_shown(self._hapus, bool(self.kini.foto_id))
        self._katakan("")
        self._kanvas.set(QPixmap())
        self._jalankan(partial(photos.read, self._host.store, self.kini.kunci), self._tak_di_sini)

    def _jalankan(self, kerja: Callable[[], bytes | None], tiada: Callable[[], object]) -> None:
        if self._kerja is not None:
            self._kerja.cancel()

        def buka() -> QImage | None:
            isi = kerja()
            return QImage.fromData(isi) if isi else None

        def ada(gambar: QImage | None) -> None:
            self._kerja = None
            if gambar is None or gambar.isNull():
                tiada()
            else:
                self._katakan("")
                self._kanvas.set(QPixmap.fromImage(gambar))

        self._kerja = self._host.jobs.run(buka, apa=text.MENGAMBIL, done=ada, failed=self._gagal, owner=self)

    def _tak_di_sini(self) -> None:
        tempat = photos.places(self._host.store, [self.kini.kunci])[self.kini.kunci]
        if tempat is Place.AWAY:
            self._katakan(text.DI_KOTA, ambil=text.AMBIL)
        else:
            self._katakan(photos.SAID[Place.LOST] if tempat is Place.LOST else text.RUSAK, Role.PERHATIAN)
            set_shown(self._tambah, bool(self.kini.foto_id))

    def ambil(self) -> None:
        """Fetch the photo from the city."""
        if not self._ambil.isHidden():
            self._katakan(f"{text.MENGAMBIL}…")
            self._jalankan(partial(self._host.photo, self.kini.kunci), self._belum_sampai)
            self.berubah.emit()

    def _belum_sampai(self) -> None:
        self._katakan(text.BELUM_SAMPAI, Role.PERHATIAN, ambil=text.LAGI)

    def _gagal(self, error: Exception) -> None:
        sebab = error.pesan if isinstance(error, Gangguan | InputSalah) else str(error)
        self._katakan(text.TAK_TERSAMBUNG.format(sebab=sebab), Role.PERHATIAN, ambil=text.LAGI)

    def _katakan(self, kata: str, role: Role = Role.AKSEN, *, ambil: str = "") -> None:
        theme = theme_of(self)
        lebar = QFontMetrics(theme.font(tebal=600)).horizontalAdvance(kata) + theme.px(48)
        self._kata.setFixedWidth(min(lebar, theme.px(680)))
        self._kata.set(kata, role)
        self._ambil.set_teks(ambil or text.AMBIL)
        set_shown(self._ambil, bool(ambil))
        set_shown(self._tambah, False)

    def _minta_tambah(self) -> None:
        self.accept()
        self.tambah.emit()

    def _minta_hapus(self) -> None:
        if self.kini.foto_id:
            self.dihapus.emit(self.kini.foto_id)
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to other photos, + and - closer and farther, 0 shows all, Enter fetches, Delete takes off."""
        lakukan = self._tombol().get(Qt.Key(event.key()))
        if lakukan is not None:
            lakukan()
        elif not bantuan.minta(self, event):
            super().keyPressEvent(event)

    def _tombol(self) -> Mapping[Qt.Key, Callable[[], object]]:
        mundur, maju = partial(self.geser, -1), partial(self.geser, 1)
        dekat, jauh = partial(self._kanvas.perbesar, _LANGKAH), partial(self._kanvas.perbesar, 1 / _LANGKAH)
        k = Qt.Key
        return {
            k.Key_Left: mundur, k.Key_Up: mundur, k.Key_Right: maju, k.Key_Down: maju, k.Key_Space: maju,
            k.Key_Plus: dekat, k.Key_Equal: dekat, k.Key_Minus: jauh, k.Key_0: self._kanvas.pas,
            k.Key_Return: self.ambil, k.Key_Enter: self.ambil, k.Key_Delete: self._minta_hapus,
        }  # fmt: skip
