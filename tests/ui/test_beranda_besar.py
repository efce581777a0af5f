"""Beranda with large letters and a message above: cards in even lines, one bar beside the table's, the day can end."""

from __future__ import annotations

from itertools import groupby

import pytest
from PySide6.QtWidgets import QScrollArea

from sipokat_desktop.kernel.errors import Gangguan
from tests.ui import layar
from ui.kit.kartu_angka import KartuAngka
from ui.shell.home import HomePage
from ui.shell.window import MainWindow

CUKUP = {1.0: True, 1.15: True, 1.25: True, 1.5: False}
"""At these sizes of text the button that ends the day needs no scrolling on 1366×768."""


@pytest.mark.parametrize("skala", CUKUP)
def test_cards_are_even_and_the_day_can_end(kantor: MainWindow, skala: float) -> None:
    kantor.look.change(scale=skala, colours=kantor.look.colours)
    kantor.rebuild()
    kantor.messages.gangguan(Gangguan("Disk penuh (sisa 2 MB).", "Kosongkan tempat, lalu simpan lagi."))
    halaman = layar.cari(kantor, HomePage)
    layar.tunggu(lambda: halaman._tugas is not None, "tabel tugas")
    layar.biarkan(20)
    kartu = [(k.y(), k.height()) for k in halaman.findChildren(KartuAngka)]
    for _y, baris in groupby(kartu, key=lambda satu: satu[0]):
        assert len({tinggi for _, tinggi in baris}) == 1
    assert len({y for y, _ in kartu}) == 2
    bergulir = [a for a in halaman.findChildren(QScrollArea) if a.verticalScrollBar().isVisible()]
    assert len(bergulir) <= 1
    tombol = halaman.day.button
    utuh = tombol.visibleRegion().boundingRect().height() == tombol.height()
    assert utuh or not CUKUP[skala]
    tombol.setFocus()
    layar.tunggu(lambda: tombol.visibleRegion().boundingRect().height() == tombol.height(), "terlihat dengan Tab")
