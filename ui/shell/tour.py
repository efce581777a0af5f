"""The tour of the first day: six things shown where they are, on Beranda, whenever one comes back to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from shiboken6 import isValid

from sipokat_desktop.kernel.values import NamedTuple
from ui.kit.buttons import Aksi

from . import text_tur as text
from .frame import GUIDE, HOME
from .home import HomePage

if TYPE_CHECKING:
    from sipokat_desktop.storage.store import Store

    from .frame import Frame
    from .tour_card import TourCard

SETTING, DONE = "tur", "selesai"
"""Where this computer keeps the step that comes next; it is empty where the tour was never begun."""


class Step(NamedTuple):
    """What is said, what it points at, and a page to go to from here ("" for none)."""

    judul: str
    isi: str
    sasaran: Callable[[Frame], QRect]
    kata: str = ""
    halaman: str = ""


def _end(frame: Frame) -> QRect:
    page = frame.page
    assert isinstance(page, HomePage)
    return frame.place_of(page.day.button)


STEPS = (
    Step(text.KEADAAN, text.KEADAAN_ISI, lambda frame: frame.state_place),
    Step(text.CARI, text.CARI_ISI, lambda frame: frame.entry_place(GUIDE)),
    Step(text.URUNG, text.URUNG_ISI, lambda frame: frame.top_place),
    Step(text.RT, text.RT_ISI, lambda frame: frame.entry_place("rt"), text.RT_BUKA, "rt"),
    Step(text.DAFTAR, text.DAFTAR_ISI, lambda frame: frame.entry_place("insentif"), text.DAFTAR_BUKA, "insentif"),
    Step(text.AKHIR, text.AKHIR_ISI, _end),
)


class Tour(QObject):
    """Shows the steps over ``frame()``; nothing else waits for it, and Esc ends it for good."""

    def __init__(self, store: Store, frame: Callable[[], Frame | None], go: Callable[[str], object]) -> None:
        super().__init__()
        self._store, self._frame, self._go = store, frame, go
        self._card: TourCard | None = None

    def begin(self) -> None:
        """Begin at the first step, on Beranda, with the keyboard in the card."""
        self._store.set_setting(SETTING, "0")
        self._go(HOME)
        self._show()
        if self._card is not None:
            QTimer.singleShot(0, self._card, self._card.begin)

    def shown(self, key: str) -> None:
        """A page is shown: the card stands on Beranda only, out of the way of work."""
        if key == HOME and self._step is not None:
            QTimer.singleShot(0, self, self._show)
        else:
            self._hide()

    @property
    def _step(self) -> int | None:
        kept = self._store.setting(SETTING, DONE)
        return int(kept) if kept.isdigit() and int(kept) < len(STEPS) else None

    def _show(self) -> None:
        step, frame = self._step, self._frame()
        if step is None or frame is None or frame.key != HOME:
            return
        from .tour_card import TourCard

        if self._card is None or not isValid(self._card) or self._card.parent() is not frame:
            self._hide()
            self._card = TourCard(frame)
            self._card.left.connect(self.end)
            frame.installEventFilter(self)
        one, card = STEPS[step], self._card
        card.say(text.LANGKAH.format(i=step + 1, n=len(STEPS)), one.judul, one.isi, self._buttons(step))
        card.show()
        card.point(one.sasaran(frame))

    def _buttons(self, step: int) -> list[Aksi]:
        one, last = STEPS[step], step == len(STEPS) - 1
        skip = Aksi(text.LEWATI, self.end, "Esc", pasang=False)
        back = Aksi(text.KEMBALI, lambda: self._turn(step - 1)) if step else skip
        visit = [Aksi(one.kata, lambda: self._visit(step))] if one.halaman else []
        if last:
            return [back, Aksi(text.SELESAI, self.end, utama=True)]
        return [back, *visit, Aksi(text.LANJUT, lambda: self._turn(step + 1), utama=True)]

    def _turn(self, step: int) -> None:
        self._store.set_setting(SETTING, str(step))
        self._show()

    def _visit(self, step: int) -> None:
        self._store.set_setting(SETTING, str(step + 1))
        self._go(STEPS[step].halaman)

    def end(self) -> None:
        """End the tour; it does not come back by itself."""
        self._store.set_setting(SETTING, DONE)
        self._hide()
        frame = self._frame()
        if frame is not None:
            frame.page.setFocus()

    def _hide(self) -> None:
        if self._card is not None and isValid(self._card):
            self._card.hide()
            self._card.deleteLater()
        self._card = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is pointed at when the window changes its size; lets every event pass."""
        if event.type() is QEvent.Type.Resize and self._card is not None:
            QTimer.singleShot(0, self, self._show)
        return super().eventFilter(watched, event)
