"""Photos as small pictures side by side: read and made small in the background, placeholders until then."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap, QPixmapCache, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sipokat_desktop.storage import photos
from sipokat_desktop.storage.photos import Place
from sipokat_desktop.storage.store import Store
from ui.kit.bagian import Lapisan
from ui.kit.host import Host
from ui.kit.ink import brush, pen, rounded
from ui.kit.labels import set_shown
from ui.kit.theme import Role, Theme, theme_of

from . import text_foto as text

_CELAH = 6


class Kecil(NamedTuple):
    """A small picture, None where the photo is not here; and where it is."""

    gambar: QImage | None
    tempat: Place


def baca_kecil(store: Store, kunci: str, sisi: int) -> Kecil:
    """Read a photo and make it fit a square of ``sisi`` px; on any thread."""
    isi = photos.read(store, kunci)
    gambar = QImage.fromData(isi) if isi else QImage()
    if gambar.isNull():
        return Kecil(None, photos.places(store, [kunci])[kunci])
    besar, halus = Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    gambar = gambar.scaled(sisi, sisi, besar, halus)
    kiri, atas = (gambar.width() - sisi) // 2, (gambar.height() - sisi) // 2
    return Kecil(gambar.copy(kiri, atas, sisi, sisi), Place.SENT)


class JalurFoto(QWidget):
    """A line of photos of ``sisi`` px (scale 1.0) each; ``dibuka`` carries the place of the one clicked."""

    dibuka = Signal(int)

    def __init__(self, host: Host, sisi: int = 74, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host, self._sisi = host, sisi
        self._kunci: tuple[str, ...] = ()
        self._tempat: dict[str, Place] = {}
        self._dibaca: set[str] = set()
        self._bagian = Lapisan(self, self.dibuka.emit)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.retheme(theme_of(self))

    def set(self, kunci: Sequence[str]) -> None:
        """Show the photos with these keys."""
        if tuple(kunci) != self._kunci:
            self._kunci = tuple(kunci)
            self._dibaca = set()
            self.setAccessibleName(", ".join(text.NAMA.format(ke=ke) for ke in range(1, len(kunci) + 1)))
        set_shown(self, bool(kunci))
        self._susun()
        self._baca()
        self.update()

    def _susun(self) -> None:
        tampak = range(min(len(self._kunci), self._muat))
        self._bagian.set([(text.NAMA.format(ke=ke + 1), self._kotak(ke)) for ke in tampak])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the places of the photos anew."""
        super().resizeEvent(event)
        self._susun()

    @property
    def kunci(self) -> tuple[str, ...]:
        """The keys of the photos shown."""
        return self._kunci

    def lupakan(self) -> None:
        """Look again where the photos are: one may have come from the city."""
        self._dibaca, self._tempat = set(), {}
        self._baca()

    def _px(self) -> int:
        return round(self._theme.px(self._sisi) * self.devicePixelRatioF())

    def _nama(self, kunci: str) -> str:
        return f"laporan-{self._px()}-{kunci}"

    def _baca(self) -> None:
        for kunci in self._kunci[: self._muat + 1]:
            if kunci not in self._dibaca and not QPixmapCache.find(self._nama(kunci), QPixmap()):
                self._dibaca.add(kunci)
                self._host.jobs.run(
                    baca_kecil, self._host.store, kunci, self._px(), owner=self, done=partial(self._ada, kunci)
                )

    def _ada(self, kunci: str, kecil: Kecil) -> None:
        if kecil.gambar is None:
            self._tempat[kunci] = kecil.tempat
        else:
            QPixmapCache.insert(self._nama(kunci), QPixmap.fromImage(kecil.gambar))
        self.update()

    @property
    def _muat(self) -> int:
        """How many fit side by side."""
        satu = self._theme.px(self._sisi) + self._theme.px(_CELAH)
        return max(1, (self.width() + self._theme.px(_CELAH)) // satu)

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        self._theme = theme
        self.setFixedHeight(theme.px(self._sisi))
        self._susun()

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(self._theme.px(self._sisi) * 3, self._theme.px(self._sisi))

    def _kotak(self, ke: int) -> QRectF:
        sisi, celah = self._theme.px(self._sisi), self._theme.px(_CELAH)
        return QRectF(ke * (sisi + celah), 0, sisi, sisi)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the photo under the pointer."""
        for ke in range(min(len(self._kunci), self._muat)):
            if self._kotak(ke).contains(event.position()):
                self.dibuka.emit(ke)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as many as fit; the last place says how many more there are."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._baca()
        muat = self._muat
        for ke, kunci in enumerate(self._kunci[:muat]):
            lagi = len(self._kunci) - muat + 1 if ke == muat - 1 and len(self._kunci) > muat else 0
            self._lukis(painter, self._kotak(ke), kunci, lagi)
        painter.end()

    def _lukis(self, painter: QPainter, kotak: QRectF, kunci: str, lagi: int) -> None:
        t = self._theme
        bentuk = rounded(kotak.adjusted(0.5, 0.5, -0.5, -0.5), t.px(6))
        gambar = QPixmap()
        kata = {Place.AWAY: text.KECIL_DI_KOTA, Place.LOST: text.KECIL_HILANG}.get(self._tempat.get(kunci, Place.SENT))
        painter.fillPath(bentuk, brush(t.color("sorot")))
        if not lagi and QPixmapCache.find(self._nama(kunci), gambar):
            painter.save()
            painter.setClipPath(bentuk)
            painter.drawPixmap(kotak.toRect(), gambar)
            painter.restore()
        elif lagi or kata:
            painter.setFont(t.font(15 if lagi else 12, tebal=600 if lagi else 400))
            painter.setPen(t.color(Role.REDUP))
            tulis = text.KECIL_LAGI.format(n=lagi) if lagi else kata or ""
            painter.drawText(kotak, int(Qt.AlignmentFlag.AlignCenter), tulis)
        painter.strokePath(bentuk, pen(t.color("garis")))
