"""A command that has a key shows it in the menu and in Ctrl+K alike, and no two commands of a page share one."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from tests.ui.layar import biarkan, siap
from ui.kit.buttons import Button
from ui.kit.commands import commands_of
from ui.kit.menu import MenuButton, kata_dan_tombol, menu_of
from ui.modules.vaksinasi import text as vaksinasi
from ui.shell.anywhere import Anywhere
from ui.shell.frame import ITEMS
from ui.shell.window import MainWindow


@pytest.mark.parametrize(("baris", "kata", "tombol"), [
    ("Isi ukuran (F2)", "Isi ukuran", "F2"), ("Ukuran dari Excel… (Ctrl+I)", "Ukuran dari Excel…", "Ctrl+I"),
    ("Akhiri hari (Ctrl+Enter)", "Akhiri hari", "Ctrl+Enter"), ("Sampah…", "Sampah…", ""),
    ("Kunci layar (Ctrl+Shift+L)", "Kunci layar", "Ctrl+Shift+L"), ("RT 01 (Plt)", "RT 01 (Plt)", ""),
])  # fmt: skip
def test_a_line_and_its_key(baris: str, kata: str, tombol: str) -> None:
    assert kata_dan_tombol(baris) == (kata, tombol)


@pytest.mark.usefixtures("qapp")
def test_the_menu_shows_the_key_at_the_right() -> None:
    induk = QWidget()
    menu = menu_of(induk, [(vaksinasi.RIWAYAT, str), ("Sampah & lain", str)])
    assert [a.text() for a in menu.actions()] == ["Semua angka RT ini\tAlt+R", "Sampah && lain"]


def berbagi(akar: QWidget) -> list[str]:
    """The keys to which more than one command answers at once."""
    semua = Counter(
        s.key().toString()
        for s in akar.findChildren(QShortcut)
        if s.isEnabled() and isinstance(s.parent(), QWidget) and s.parent().isVisible()  # type: ignore[union-attr]
    )
    return [kunci for kunci, berapa in semua.items() if berapa > 1]


@pytest.mark.parametrize("kunci", [item.kunci for item in ITEMS])
def test_no_two_commands_of_a_page_share_a_key(kantor: MainWindow, kunci: str) -> None:
    kantor.show_page(kunci)
    siap(kantor)
    biarkan(10)
    assert berbagi(kantor) == []
    perintah = commands_of(kantor.page)
    dipakai = Counter(satu.shortcut for satu in perintah if satu.shortcut)
    assert [k for k, n in dipakai.items() if n > 1] == []
    menu = [baris for b in kantor.page.findChildren(MenuButton) if b.isVisible() for baris, _ in b.pilihan()]
    bertombol = {b.teks: b.tombol for b in kantor.page.findChildren(Button) if b.isVisible() and b.tombol}
    assert [baris for baris in menu if bertombol.get(baris)] == [], "tombolnya juga ditulis di menu"


def test_control_a_shared_key_is_noticed(kantor: MainWindow) -> None:
    """Known-bad control."""
    siap(kantor)
    QShortcut("Ctrl+K", kantor.page, str)
    assert berbagi(kantor) == ["Ctrl+K"]


def test_the_palette_shows_the_keys_of_the_window(kantor: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    semua: list[Anywhere] = []
    monkeypatch.setattr(Anywhere, "open", lambda self, _window: semua.append(self))
    siap(kantor)
    kantor._palette()
    kata = {t.name: t.where for t in semua[0].targets()}
    assert kata["Akhiri hari"].endswith("Ctrl+Enter")
    assert any(di.endswith("Ctrl+Shift+L") for di in kata.values())
    assert any(di.endswith("F10") for di in kata.values())
