"""States in a theme of one ink on one ground: what still looks different is not told by colour alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.kit import theme
from ui.kit.cards import Butir, Keadaan, ProgressLine
from ui.kit.chips import ChipRow
from ui.kit.labels import Label, Notice
from ui.kit.messagebar import MessageBar
from ui.kit.nav import NavItem, NavList
from ui.kit.page import Stepper
from ui.kit.table import Baris, DataTable, Kolom
from ui.kit.theme import Role, Warna

TERANG, TINTA = "#FFFFFF", "#000000"
LATAR = ("latar", "kartu", "pilihan", "sorot", "di_tombol", "di_tombol_redup")
SATU = Warna(*(TERANG if n in LATAR or n.endswith("_lembut") else TINTA for n in Warna._fields))


@pytest.fixture(autouse=True)
def satu_warna(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Dress everything in one ink."""
    with monkeypatch.context() as patch:
        patch.setattr(theme, "TERANG", SATU)
        theme.apply(qapp)
        yield
    theme.apply(qapp)


def foto(qtbot: QtBot, widget: QWidget) -> bytes:
    qtbot.addWidget(widget)
    widget.resize(420, 260)
    widget.show()
    gambar = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    return bytes(gambar.constBits())


def pesan(kind: str) -> MessageBar:
    bar = MessageBar()
    getattr(bar, kind)("Daftar disimpan.")
    return bar


def butir(keadaan: Keadaan) -> ProgressLine:
    line = ProgressLine()
    line.set([Butir("Kirim", keadaan)])
    return line


def chips(kunci: str) -> ChipRow:
    row = ChipRow([("semua", "Semua"), ("kosong", "Kosong")])
    row.set_jumlah({"semua": 2, "kosong": 1})
    row.pilih(kunci)
    return row


def nav(kunci: str, jumlah: int = 0, *, ringkas: bool = False) -> NavList:
    made = NavList("Sipokat", "", [NavItem("rt", "Data RT", "users"), NavItem("keputusan", "Perlu keputusan", "cash")])
    made.set_ringkas(ringkas)
    made.pilih(kunci)
    made.set_badge("keputusan", jumlah)
    return made


def tabel(id: str) -> DataTable:
    made = DataTable((Kolom("nama", "Nama"),))
    made.set_rows([Baris("1", ("Adi",)), Baris("2", ("Budi",))])
    made.select(id)
    return made


RUPA: dict[str, list[Callable[[], QWidget]]] = {
    "pesan": [partial(pesan, k) for k in ("info", "berhasil", "perhatian", "salah")],
    "kalimat": [partial(Notice, "Ada 3.", r) for r in (Role.AKSEN, Role.BAIK, Role.PERHATIAN, Role.SALAH)],
    "butir": [partial(butir, k) for k in Keadaan],
    "saringan": [partial(chips, k) for k in ("semua", "kosong")],
    "langkah": [partial(Stepper, ("Disusun", "Dikunci"), n) for n in (0, 1)],
    "halaman": [lambda: nav("rt"), lambda: nav("keputusan"), lambda: nav("rt", 5)],
    "baris": [lambda: tabel("1"), lambda: tabel("2")],
    "ikon": [
        lambda: nav("rt", ringkas=True), lambda: nav("keputusan", ringkas=True), lambda: nav("rt", 5, ringkas=True),
    ],
}  # fmt: skip


@pytest.mark.parametrize("apa", RUPA)
def test_each_state_has_a_sign_of_its_own(qtbot: QtBot, apa: str) -> None:
    assert len({foto(qtbot, buat()) for buat in RUPA[apa]}) == len(RUPA[apa])


def test_known_bad_words_in_two_colours_look_the_same(qtbot: QtBot) -> None:
    assert foto(qtbot, Label("12", role=Role.BAIK)) == foto(qtbot, Label("12", role=Role.SALAH))
