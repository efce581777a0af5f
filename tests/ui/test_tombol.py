"""The sheet of all keys names each one that the window and its pages listen to, and what every view says of its own."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

import ui.modules
from sipokat_desktop.kernel import panduan
from sipokat_desktop.kernel.periode import triwulan
from sipokat_desktop.modules.insentif import ops
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.layar import siap
from ui.kit.anak import Anak
from ui.kit.buttons import key_words
from ui.kit.host import Page
from ui.shell.frame import ITEMS
from ui.shell.guide import text
from ui.shell.guiding import keys
from ui.shell.window import MainWindow

JENDELA = " ".join(kunci + " " + apa for kunci, apa in text.JENDELA) + " ".join(f"Alt+{n}" for n in range(1, 10))
SAMA = {"Return": "Enter", "Shift+Delete": "Del", "Delete": "Del"}


def didengar(akar: QWidget) -> set[str]:
    """The keys that something visible listens to."""
    return {
        s.key().toString()
        for s in akar.findChildren(QShortcut)
        if s.isEnabled() and isinstance(s.parent(), QWidget) and s.parent().isVisible()  # type: ignore[union-attr]
    }


def tak_disebut(kunci: set[str], bantuan: str) -> list[str]:
    """The keys that neither the help of the page nor that of the window names."""
    semua = f"{bantuan} {JENDELA}"
    kata = {re.sub(r"Return|Delete", lambda c: SAMA[c[0]], key_words(satu)) for satu in kunci}
    return sorted(satu for satu in kata if not re.search(rf"(?<![\w+]){re.escape(satu)}(?!\w)", semua))


def test_every_view_tells_its_keys_on_the_sheet() -> None:
    for satu in pkgutil.walk_packages(ui.modules.__path__, "ui.modules."):
        importlib.import_module(satu.name)
    daftar = set(keys().values())
    punya = {c.bantuan for c in Anak.__subclasses__() if c.__module__.startswith("ui.")}
    punya |= {c.help for c in Page.__subclasses__() if c.__module__.startswith("ui.")}
    assert len(punya) > 20
    assert punya - {""} <= daftar


@pytest.mark.parametrize("kunci", [*(item.kunci for item in ITEMS), "insentif/"])
def test_every_key_that_is_listened_to_is_named(kantor: MainWindow, kunci: str) -> None:
    id = ops.susun(kantor.host.store, KELURAHAN, triwulan(kantor.host.today)).value if kunci.endswith("/") else ""
    kantor.show_page(kunci.rstrip("/"), id)
    siap(kantor)
    assert tak_disebut(didengar(kantor), kantor.page.help) == []


def test_known_bad_a_key_that_nobody_names_is_found(kantor: MainWindow) -> None:
    QShortcut(Qt.Key.Key_F11, kantor.page)
    assert tak_disebut(didengar(kantor), kantor.page.help) == ["F11"]


def test_every_view_names_a_part_of_the_guide_that_exists() -> None:
    for satu in pkgutil.walk_packages(ui.modules.__path__, "ui.modules."):
        importlib.import_module(satu.name)
    disebut = {c.panduan for c in Anak.__subclasses__() if c.__module__.startswith("ui.")}
    disebut |= {c.panduan for c in Page.__subclasses__() if c.__module__.startswith("ui.")}
    assert len(disebut - {""}) > 12
    for tempat in disebut - {""}:
        kunci, _, bagian = tempat.partition("#")
        bab = panduan.bab(kunci)
        assert bab is not None, tempat
        assert bagian in dict(bab.bagian()), tempat
