"""One main action at a time, keys as people read them, and the same words for the same thing on all pages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import ui
from ui.kit.buttons import Aksi, PrimaryButton, SecondaryButton, key_words
from ui.kit.cards import EmptyState, SidePanel
from ui.kit.page import PageTitle


def test_the_head_of_a_page_lets_go_of_its_colour_while_the_page_has_a_main_action(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    kepala, panel = PrimaryButton("Catat"), SidePanel()
    kosong = EmptyState("Belum ada", "", Aksi("Catat", lambda: None, utama=True))
    tata = QVBoxLayout(page)
    for bagian in (PageTitle("Usulan", SecondaryButton("Cetak"), kepala), kosong, panel):
        tata.addWidget(bagian)
    page.show()
    assert not kepala.menonjol, "yang di halaman kosong"
    lebar = kepala.sizeHint()
    kosong.hide()
    assert kepala.menonjol
    assert kepala.sizeHint() == lebar, "tidak bergeser"
    panel.set("RT 02 kosong", aksi=[Aksi("Isi ketua", lambda: None, utama=True)])
    qtbot.waitUntil(lambda: not kepala.menonjol)
    panel.set("RT 03")
    assert kepala.menonjol
    lembar = QDialog(page)
    QVBoxLayout(lembar).addWidget(PrimaryButton("Simpan"))
    lembar.show()
    kosong.show()
    kosong.hide()
    assert kepala.menonjol, "lembar di atasnya jendela sendiri"


@pytest.mark.parametrize(("tombol", "kata"), [("Ctrl+Up", "Ctrl+↑"), ("Ctrl+Down", "Ctrl+↓"), ("Alt+L", "Alt+L")])
def test_arrows_are_shown_as_arrows(qtbot: QtBot, tombol: str, kata: str) -> None:
    b = SecondaryButton("Naikkan", tombol)
    qtbot.addWidget(b)
    assert key_words(tombol) == b._shortcut == kata


def _kata() -> Iterator[tuple[str, str]]:
    """Every constant text of the window, with the file it stands in."""
    akar = Path(ui.__file__).parent
    for berkas in akar.rglob("*.py"):
        for satu in ast.walk(ast.parse(berkas.read_text(encoding="utf-8"))):
            if isinstance(satu, ast.Constant) and isinstance(satu.value, str):
                yield berkas.relative_to(akar).as_posix(), satu.value


def test_the_same_thing_has_the_same_words_on_all_pages() -> None:
    salah = [
        (di, kata)
        for di, kata in _kata()
        if (kata in ("Excel", "Excel…", "Kolom") and di != "kit/table.py")
        or kata.startswith(("Boleh kosong", "Ekspor"))
        or (kata.endswith("ke Excel…") and not kata.startswith("Simpan"))
    ]
    assert not salah
