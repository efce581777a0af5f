"""Colours that can be read, sizes that follow the text scale, fonts that ship with the program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.unit import kantor
from ui.kit import theme, theme_tegas
from ui.kit.icons import Icons
from ui.kit.labels import Label
from ui.kit.theme import GELAP, TEGAS_GELAP, TEGAS_TERANG, TERANG, Role, Warna
from ui.shell.look import Look

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


SEMUA_WARNA = pytest.mark.parametrize(
    "warna", [TERANG, GELAP, TEGAS_TERANG, TEGAS_GELAP], ids=["terang", "gelap", "tegas terang", "tegas gelap"]
)


@SEMUA_WARNA
@pytest.mark.parametrize(("depan", "latar"), PAIRS)
def test_text_contrast(warna: Warna, depan: str, latar: str) -> None:
    paling_sedikit = 7.0 if warna in (TEGAS_TERANG, TEGAS_GELAP) else 4.5
    assert theme.contrast(getattr(warna, depan), getattr(warna, latar)) >= paling_sedikit


@SEMUA_WARNA
@pytest.mark.parametrize(
    ("bagian", "latar"),
    [
        *((b, g) for b in ("garis_tombol", "aksen", "baik", "perhatian", "salah") for g in ("latar", "kartu", "sorot")),
        *(("isi_tombol", g) for g in ("latar", "kartu")),
    ],
)
def test_parts_can_be_seen(warna: Warna, bagian: str, latar: str) -> None:
    """Edges of inputs, the ring of the focus, buttons, and what a chart or a mark is drawn with."""
    assert theme.contrast(getattr(warna, bagian), getattr(warna, latar)) >= 3.0


def test_every_colour_has_a_rule() -> None:
    """A colour that is added is added to the pairs above; hairlines and grounds part nothing that words do not say."""
    depan = {satu for satu, _ in PAIRS} | {"garis_tombol", "isi_tombol"}
    latar = {satu for _, satu in PAIRS}
    assert set(Warna._fields) - depan - latar == {"garis"}


@pytest.mark.parametrize(("sistem", "dipilih", "warna"), [
    (True, False, TEGAS_TERANG), (True, True, TEGAS_GELAP), (False, False, TERANG), (False, True, GELAP),
])  # fmt: skip
def test_the_system_asks_for_high_contrast(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, sistem: bool, dipilih: bool, warna: Warna
) -> None:
    monkeypatch.setattr(theme_tegas, "gelap_diminta", lambda _app: False)
    assert theme.apply(qapp, gelap=dipilih, tegas=sistem).warna == warna
    assert qapp.palette().windowText().color() == QColor(warna.teks)
    monkeypatch.undo()
    theme.apply(qapp)


def test_the_window_follows_the_system_while_it_is_open(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with kantor.buka(tmp_path) as store:
        look = Look(qapp, store)
        look.apply()
        assert not look.follow()
        assert theme.theme_of().warna == TERANG
        monkeypatch.setattr(theme_tegas, "diminta", lambda _app: True)
        hints = qapp.styleHints()
        hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
        assert theme.theme_of().warna == TEGAS_TERANG
        monkeypatch.undo()
        hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
        assert theme.theme_of().warna == TERANG


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
