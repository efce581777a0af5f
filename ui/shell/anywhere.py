"""What Ctrl+K can go to from anywhere: pages, commands, kelurahan, chapters of the guide, records."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import panduan
from sipokat_desktop.storage.store import Store
from ui.kit.commands import commands_of
from ui.kit.host import Host, Page
from ui.kit.menu import kata_dan_tombol
from ui.registry import PAGES

from . import text, wilayah
from .frame import DECISIONS, GUIDE, ITEMS, SETTINGS, SYNC
from .palette import Target, open_list

RECENT, KEPT = "palet_terakhir", 8
"""Where the store keeps what was gone to last, and how many of it."""


def shell_commands() -> dict[str, Sequence[str]]:
    """Return the commands of the window's own pages, by page."""
    from . import text_orang, text_pembaruan, text_printer
    from .decide import text as decide

    return {
        DECISIONS: (decide.LIHAT_SELESAI, decide.LIHAT_KOTA),
        SYNC: (text.SINKRONKAN, text.FD_TULIS, text.FD_BACA),
        SETTINGS: (
            text.SET_CADANGKAN, text.PULIH_BUKA, text.CAD_PILIH, text.SET_SAMPAH, text.SET_LAPOR, text.JAR_UJI,
            text.JAR_ATUR, text.SET_KUNCI_BUAT, text_orang.SET_TAMBAH, text_orang.SET_PIN, text_printer.UJI,
            text_pembaruan.CARI,
        ),
    }  # fmt: skip


class Anywhere:
    """``go`` opens a page at an id, ``page`` is the one that is open, ``show`` shows another kelurahan."""

    def __init__(
        self, host: Host, go: Callable[[str, str], object], page: Callable[[], Page], show: Callable[[str], object],
        commands: Sequence[tuple[str, Callable[[], object]]], key: str,
    ) -> None:  # fmt: skip
        """``commands`` are those of the window itself, ``key`` that of the open page."""
        self._host, self._go, self._page, self._show = host, go, page, show
        self._commands, self._key = commands, key

    def open(self, parent: QWidget) -> None:
        """Open the list in the middle of ``parent``."""
        store = self._host.store
        open_list(
            parent, self.targets(), text.PALET_CONTOH, recent=recent(store), gone=partial(remember, store)
        )  # fmt: skip

    def targets(self) -> list[Target]:
        """Return everything that can be gone to."""
        return [
            *(Target(item.teks, text.PALET_HALAMAN, partial(self._go, item.kunci, "")) for item in ITEMS),
            *(self._own(kata_dan_tombol(line), action) for line, action in self._commands),
            *self._here(),
            *self._elsewhere(),
            *wilayah.targets(self._host, self._show, text.WILAYAH_PALET),
            *self._chapters(),
            *(
                Target(name, spec.title, partial(self._go, spec.key, id))
                for spec in PAGES
                for name, id in spec.find(self._host)
            ),
        ]

    def _own(self, line: tuple[str, str], action: Callable[[], object]) -> Target:
        return Target(line[0], " · ".join(filter(None, (text.PALET_PERINTAH, line[1]))), action)

    def _here(self) -> list[Target]:
        return [
            Target(one.teks, text.PALET_SEKARANG.format(tombol=one.shortcut).strip(" ·"), one.lakukan)
            for one in commands_of(self._page())
        ]

    def _elsewhere(self) -> list[Target]:
        titles = {item.kunci: item.teks for item in ITEMS}
        words = {spec.key: spec.commands() for spec in PAGES} | shell_commands()
        return [
            Target(one, titles[key], partial(self._do, key, one))
            for key, semua in words.items()
            for one in semua
            if key != self._key
        ]

    def _do(self, key: str, words: str) -> None:
        """Open a page and do there what a button or a menu with these words does, where it is there now."""
        self._go(key, "")
        page = self._page()

        def press() -> None:
            found = next((one for one in commands_of(page) if one.teks == kata_dan_tombol(words)[0]), None)
            if found is None:
                self._host.messages.info(text.PALET_TIDAK.format(kata=words))
            else:
                found.lakukan()

        QTimer.singleShot(0, page, press)

    def _chapters(self) -> list[Target]:
        return [
            Target(bab.judul, text.PANDUAN, partial(self._go, GUIDE, bab.kunci), bab.kata) for bab in panduan.semua()
        ]


def recent(store: Store) -> list[str]:
    """Return the keys of what was gone to last, the latest first."""
    with suppress(ValueError):
        kept = json.loads(store.setting(RECENT, "[]"))
        return [str(one) for one in kept] if isinstance(kept, list) else []
    return []


def remember(store: Store, key: str) -> None:
    """Put a key in front of what was gone to last."""
    keys = [key, *(one for one in recent(store) if one != key)][:KEPT]
    store.set_setting(RECENT, json.dumps(keys, ensure_ascii=False))
