"""The charts of the kit: honest lengths, labels that do not touch, every value by keyboard, as words and as a table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import akses, layar
from tests.ui.layar import CTRL, tekan
from ui.kit import text_diagram, theme
from ui.kit.bagian import Bagian
from ui.kit.diagram import DiagramBatang
from ui.kit.diagram_dasar import Diagram
from ui.kit.diagram_garis import DiagramGaris
from ui.kit.diagram_isi import Garis, Nilai, Titik
from ui.kit.diagram_kolom import DiagramKolom
from ui.kit.scroll import scroll_of

K = Qt.Key
BIDANG = (
    Nilai("1", "Pemerintahan", 640, 1000, "64 % · 640 dari 1.000"),
    Nilai("2", "Kesehatan Lingkungan", 240, 1000, "24 % · 240 dari 1.000"),
    Nilai("3", "Keamanan dan Ketertiban", 120, 1000, "12 % · 120 dari 1.000"),
    Nilai("4", "Sosial Kemasyarakatan", 0, 1000, "0 % · 0 dari 1.000"),
)
BULAN = tuple(Nilai(f"2026-{ke:02d}", nama, ke * 1000, 0, "", f"{nama} 2026") for ke, nama in enumerate(
    ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"), 1))  # fmt: skip
DOSIS = (
    Garis("Dosis 1", (Titik("2026-01-05", 100), Titik("2026-02-05", 300), Titik("2026-04-05", 900))),
    Garis("Dosis 2", (Titik("2026-02-05", 200), Titik("2026-04-05", 890))),
    Garis("Booster", (Titik("2026-04-05", 880),)),
)


@pytest.fixture(params=[1.0, 1.25])
def skala(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    """The size of the text."""
    theme.apply(qapp, skala=request.param)
    yield request.param
    theme.apply(qapp)


def tampil(qtbot: QtBot, diagram: Diagram, lebar: int, tinggi: int = 260) -> QImage:
    """Show a chart and return what it paints."""
    qtbot.addWidget(diagram)
    diagram.resize(lebar, max(tinggi, diagram.minimumHeight()))
    diagram.show()
    diagram.activateWindow()
    layar.tunggu(diagram.isActiveWindow, "jendela aktif")
    return diagram.grab().toImage()


@pytest.mark.parametrize("lebar", [900, 480, 300, 160])
def test_bars_are_as_long_as_their_figures(qtbot: QtBot, skala: float, lebar: int) -> None:
    d = DiagramBatang("Laporan per bidang", utuh=True)
    d.set(BIDANG)
    tampil(qtbot, d, round(lebar * skala))
    panjang = [d.panjang(ke) for ke in range(4)]
    assert panjang[0] > 0
    assert [round(p / panjang[0], 6) for p in panjang] == [1, 0.375, 0.1875, 0]
    kotak = [t.kotak for t in d.tanda()]
    assert all(a.bottom() <= b.top() + 0.01 for a, b in pairwise(kotak))
    assert kotak[-1].bottom() <= d.height()


def test_label_bar_and_words_never_lie_on_one_another(qtbot: QtBot, skala: float) -> None:
    for lebar in range(140, 1000, 60):
        d = DiagramBatang("", utuh=False)
        d.set([n._replace(label=n.label * 2) for n in BIDANG])
        tampil(qtbot, d, round(lebar * skala))
        for label, batang, kata in d.bagian():
            for a, b in ((label, batang), (batang, kata), (label, kata)):
                assert not a.adjusted(0.5, 0.5, -0.5, -0.5).intersects(b.adjusted(0.5, 0.5, -0.5, -0.5))
            assert kata.right() <= d.width()
            assert batang.width() > 40


def test_columns_stand_on_one_ground_from_nothing(qtbot: QtBot, skala: float) -> None:
    d = DiagramKolom("Per bulan")
    d.set(BULAN)
    for lebar in (900, 420, 200):
        tampil(qtbot, d, round(lebar * skala))
        kotak = [d.kotak(ke) for ke in range(12)]
        assert len({round(k.bottom(), 3) for k in kotak}) == 1
        assert [round(k.height() / kotak[0].height(), 3) for k in kotak] == [float(ke) for ke in range(1, 13)]
        assert all(a.right() < b.left() for a, b in pairwise(kotak))
        tempat = d.tanda()[0].kotak.width() * d.berlabel()
        assert tempat >= d.fontMetrics().horizontalAdvance("Des") * 0.8


def test_names_of_lines_do_not_meet(qtbot: QtBot, skala: float) -> None:
    d = DiagramGaris("Kemajuan")
    d.set(DOSIS, batas=1000)
    tampil(qtbot, d, round(520 * skala))
    letak = sorted(d.letak_nama())
    assert all(b - a >= 17 * skala for a, b in pairwise(letak))
    label = d.label_hari()
    assert (label[0][1], label[-1][1]) == ("05/01/2026", "05/04/2026")
    satu, dua, tiga = (p.x() for p in d.titik(0))
    assert (dua - satu) / (tiga - satu) == pytest.approx(31 / 90)
    assert d.titik(0)[-1].y() < d.titik(1)[-1].y() < d.titik(2)[-1].y()


def test_lines_differ_without_colour(qtbot: QtBot) -> None:
    """Grey paper: two series over the same points must still look different."""
    gambar = []
    for ke in range(3):
        d = DiagramGaris("")
        isi = [Garis("", ()) for _ in range(3)]
        isi[ke] = Garis("", DOSIS[0].titik)
        d.set(isi)
        abu = tampil(qtbot, d, 500).convertToFormat(QImage.Format.Format_Mono)
        gambar.append(bytes(abu.constBits()))
    assert len(set(gambar)) == 3


@pytest.mark.parametrize("jenis", [DiagramBatang, DiagramKolom, DiagramGaris])
def test_without_data_it_says_so(qtbot: QtBot, jenis: type[Diagram]) -> None:
    d = jenis("Judul")
    tampil(qtbot, d, 400)
    assert not d.tanda()
    assert d.accessibleDescription() == text_diagram.BELUM_ADA_DATA
    tekan(K.Key_Right, K.Key_Return)


@pytest.mark.parametrize("angka", [(), (0,), (1,), (0, 0), (1, 3, 7), (10**9,)])
def test_any_figures_can_be_painted(qtbot: QtBot, angka: tuple[int, ...]) -> None:
    nilai = [Nilai(str(ke), f"n{ke}", n, n, str(n)) for ke, n in enumerate(angka)]
    hari = tuple(Titik(f"2026-01-{ke + 1:02d}", n) for ke, n in enumerate(angka))
    batang, kolom, garis = DiagramBatang("a", utuh=True), DiagramKolom("b"), DiagramGaris("c")
    batang.set(nilai)
    kolom.set(nilai)
    garis.set([Garis("g", hari)] if hari else [])
    for d in (batang, kolom, garis):
        tampil(qtbot, d, 300)
        assert len(d.tanda()) == len(angka)


def test_every_value_is_reached_by_keyboard(window: QWidget) -> None:
    d = DiagramBatang("Laporan per bidang", parent=window)
    d.set(BIDANG)
    d.resize(600, d.height())
    d.show()
    window.activateWindow()
    layar.tunggu(window.isActiveWindow, "jendela aktif")
    d.setFocus()
    assert "Pemerintahan: 64 % · 640 dari 1.000" in d.accessibleDescription()
    assert "Sosial Kemasyarakatan" in d.accessibleDescription()
    dibuka: list[str] = []
    d.dibuka.connect(dibuka.append)
    tekan(K.Key_Return)
    assert dibuka == []
    tekan(K.Key_Down, K.Key_Down)
    assert d.accessibleDescription() == "Kesehatan Lingkungan: 24 % · 240 dari 1.000"
    tekan(K.Key_Return, K.Key_End, K.Key_Space, K.Key_Home, K.Key_Up, K.Key_Return)
    assert dibuka == ["2", "4", "1"]
    tekan(K.Key_C, mod=CTRL)
    salinan = QGuiApplication.clipboard().text().splitlines()
    assert salinan[0] == "Pemerintahan\t640\t1000"
    assert len(salinan) == 4
    d.set(BIDANG[:2])
    assert d.terpilih() == "1"
    d.set(BIDANG[1:])
    assert d.terpilih() == ""


def test_mouse_opens_and_explains(window: QWidget) -> None:
    d = DiagramKolom("Per bulan", parent=window)
    d.set(BULAN)
    d.resize(700, 260)
    d.show()
    dibuka: list[str] = []
    d.dibuka.connect(dibuka.append)
    titik = d.tanda()[2].kotak.center().toPoint()
    QTest.mouseMove(d, titik)
    QTest.mouseClick(d, Qt.MouseButton.LeftButton, pos=titik)
    QTest.mouseClick(d, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert dibuka == ["2026-03"]
    assert d.kata_kini() == "Mar 2026: 3.000"
    QApplication.sendEvent(d, QHelpEvent(QEvent.Type.ToolTip, titik, d.mapToGlobal(titik)))
    assert "Mar 2026" in QToolTip.text()
    assert d.tanda()[2].kotak.contains(QPointF(titik))


def test_the_chosen_bar_of_a_long_chart_is_seen(window: QWidget) -> None:
    d = DiagramBatang("Panjang")
    d.set([Nilai(str(ke), f"Jenis {ke}", 40 - ke, 0, str(40 - ke)) for ke in range(40)])
    area = scroll_of(d, window)
    area.resize(500, 300)
    area.show()
    window.activateWindow()
    layar.tunggu(window.isActiveWindow, "jendela aktif")
    d.setFocus()

    def tampak(ke: int) -> bool:
        kotak = d.tanda()[ke].kotak
        return d.visibleRegion().boundingRect().contains(kotak.center().toPoint())

    assert not tampak(39)
    tekan(K.Key_End)
    assert tampak(39)
    assert not tampak(0)
    tekan(K.Key_Home)
    assert tampak(0)


def test_marks_that_open_something_are_buttons_with_a_name(qtbot: QtBot) -> None:
    diagram, dibuka = DiagramBatang("Bidang"), list[str]()
    diagram.dibuka.connect(dibuka.append)
    diagram.set(BIDANG)
    tampil(qtbot, diagram, 480)
    tombol = [w for w in diagram.findChildren(Bagian) if w.isVisible()]
    assert {akses.peran(w) for w in tombol} == {QAccessible.Role.Button}
    assert [akses.nama(w) for w in tombol] == [t.kata for t in diagram.tanda()]
    tombol[1].click()
    QTest.mouseClick(diagram, Qt.MouseButton.LeftButton, pos=diagram.tanda()[2].kotak.center().toPoint())
    assert dibuka == ["2", "3"]
    diagram.set(BIDANG[:1])
    assert len([w for w in diagram.findChildren(Bagian) if w.isVisible()]) == 1


def test_marks_that_open_nothing_are_no_buttons(qtbot: QtBot) -> None:
    diagram = DiagramBatang("Bidang")
    diagram.set(BIDANG)
    tampil(qtbot, diagram, 480)
    assert not diagram.findChildren(Bagian)
