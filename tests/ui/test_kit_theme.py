"""Colours that can be read, sizes that follow the text scale, fonts that ship with the program."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.kit import theme
from ui.kit.icons import Icons
from ui.kit.labels import Label
from ui.kit.theme import GELAP, KONTRAS, TERANG, Role, Warna

PAIRS = [
    *((role.value, ground) for role in Role for ground in ("latar", "kartu", "pilihan", "sorot")),
    ("baik", "baik_lembut"),
    ("perhatian", "perhatian_lembut"),
    ("salah", "salah_lembut"),
    *(("teks", f"{name}_lembut") for name in ("baik", "perhatian", "salah")),
    ("di_tombol", "isi_tombol"),
    ("di_tombol", "isi_tombol_tekan"),
    ("di_tombol_redup", "isi_tombol"),
]


GROUNDS = ("latar", "kartu", "pilihan", "sorot")
PARTS = [
    *(("garis_tombol", ground) for ground in GROUNDS),
    *(("aksen", ground) for ground in GROUNDS),
    ("isi_tombol", "latar"),
    ("isi_tombol", "kartu"),
    ("di_tombol", "isi_tombol"),
    *((name, f"{name}_lembut") for name in ("baik", "perhatian", "salah")),
]
"""Edges of inputs and rings of the focus, filled buttons and the ring in them, edges of messages."""
themes = pytest.mark.parametrize("warna", [TERANG, GELAP, KONTRAS], ids=["terang", "gelap", "kontras"])


@themes
@pytest.mark.parametrize(("depan", "latar"), PAIRS)
def test_text_contrast(warna: Warna, depan: str, latar: str) -> None:
    assert theme.contrast(getattr(warna, depan), getattr(warna, latar)) >= 4.5


@themes
@pytest.mark.parametrize(("depan", "latar"), PARTS)
def test_edges_and_rings_can_be_seen(warna: Warna, depan: str, latar: str) -> None:
    assert theme.contrast(getattr(warna, depan), getattr(warna, latar)) >= 3.0


@themes
def test_every_colour_of_a_theme_is_measured(warna: Warna) -> None:
    measured = {name for pair in (*PAIRS, *PARTS) for name in pair}
    assert set(warna._fields) - measured == {"garis"}, "hairlines only part what is apart already"


def test_high_contrast_is_stronger() -> None:
    for role in Role:
        assert theme.contrast(getattr(KONTRAS, role.value), KONTRAS.kartu) >= 7
    for ground in ("garis", "pilihan"):
        assert theme.contrast(getattr(KONTRAS, ground), KONTRAS.kartu) >= 3


def test_contrast_of_known_pairs() -> None:
    assert theme.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert theme.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("skala", "baris", "judul"), [(1.0, 36, 20), (1.25, 45, 25), (1.5, 54, 30)])
def test_sizes_follow_the_scale(qapp: QApplication, skala: float, baris: int, judul: int) -> None:
    made = theme.apply(qapp, skala=skala)
    assert (made.tinggi_baris, made.font(20).pixelSize()) == (baris, judul)
    assert qapp.font().pixelSize() == round(14 * skala)
    assert theme.theme_of() is made
    theme.apply(qapp)


def test_fonts_of_the_program_are_used(qapp: QApplication) -> None:
    made = theme.apply(qapp)
    assert "Noto Sans" in QFontDatabase.families()
    for tebal in (400, 600, 700):
        info = QFontInfo(made.font(tebal=tebal))
        assert (info.family(), info.weight()) == ("Noto Sans", tebal)
        metrics = QFontMetrics(made.font(tebal=tebal))
        assert len({metrics.horizontalAdvance(digit * 8) for digit in "0123456789"}) == 1


def test_a_label_takes_over_a_new_theme(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp)
    label = Label("Siap", role=Role.BAIK)
    qtbot.addWidget(label)
    theme.apply(qapp, gelap=True, skala=1.5)
    assert label.palette().color(label.foregroundRole()) == QColor(GELAP.baik)
    assert label.font().pixelSize() == 21
    theme.apply(qapp)
    assert label.palette().color(label.foregroundRole()) == QColor(TERANG.baik)


@pytest.mark.usefixtures("qapp")
def test_icons_are_tinted_and_kept() -> None:
    icons = Icons()
    picture = icons.pixmap("home", QColor("#0F5E8C"), 24)
    assert picture.deviceIndependentSize().toSize() == QSize(24, 24)
    assert icons.pixmap("home", QColor("#0F5E8C"), 24) is picture
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    inked = [image.pixelColor(x, y) for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() == 255]
    assert inked
    assert all(colour.name() == "#0f5e8c" for colour in inked)
    with pytest.raises(FileNotFoundError):
        icons.pixmap("tidak-ada", QColor("black"))


def test_what_a_first_paint_imports_stays_small() -> None:
    code = (
        "import sys; from PySide6 import QtCore, QtGui, QtWidgets; "
        "import ui.kit.theme, ui.kit.widgets, ui.kit.table, ui.kit.jobs; "
        "print(*[m for m in sys.modules if m in ("
        "'PySide6.QtSvg','PySide6.QtPdf','PySide6.QtPrintSupport','PySide6.QtPdfWidgets','PySide6.QtNetwork',"
        "'concurrent.futures','reportlab','requests','sqlite_utils')])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.split() == []
