"""No state by colour alone, and the window in high contrast where the user or Windows asks for it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sipokat_desktop.app import Office
from sipokat_desktop.storage import users
from tests.ui import layar
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.layar import TURUN, pesan, tekan
from tests.ui.warna_saja import warna_saja
from ui.kit import theme
from ui.kit.cards import Keadaan
from ui.kit.labels import MARK_OF, StatusDot
from ui.kit.marks import Mark, paint_mark
from ui.kit.table import Baris, DataTable, Kolom
from ui.kit.theme import GELAP, KONTRAS, TERANG, Role
from ui.shell import look, text_setelan
from ui.shell.window import MainWindow


class Windows:
    """Says what Windows is set to, in place of it."""

    kontras = False

    def __call__(self, _app: QApplication | None = None) -> bool:
        return self.kontras


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[Windows]:
    """Windows, without high contrast at first."""
    satu = Windows()
    monkeypatch.setattr(look, "windows_has_contrast", satu)
    monkeypatch.setattr(look, "contrast_at_start", satu)
    yield satu
    theme.apply(qapp)


def kantor(tmp_path: Path, buka: Buka, **setelan: str) -> MainWindow:
    office = Office(tmp_path / "pc")
    office.choose_kelurahan(KELURAHAN)
    users.add(office.store, name="Siti Aminah")
    office.store.set_settings(setelan)
    office.close()
    return buka("pc")


def bentuk(mark: Mark) -> bytes:
    """Return the pixels of a sign in one colour."""
    gambar = QImage(32, 32, QImage.Format.Format_Grayscale8)
    gambar.fill(255)
    painter = QPainter(gambar)
    paint_mark(painter, mark, QRectF(2, 2, 28, 28), QColor("#404040"))
    painter.end()
    return bytes(gambar.constBits())


def test_signs_of_states_differ_in_shape() -> None:
    for tanda in (
        [MARK_OF[role] for role in (Role.AKSEN, Role.BAIK, Role.PERHATIAN, Role.SALAH)],
        [keadaan.value[0] for keadaan in Keadaan],
    ):
        assert len({bentuk(satu) for satu in tanda}) == len(tanda)


def test_known_bad_the_same_words_in_two_colours(qtbot: QtBot) -> None:
    akar = QWidget()
    qtbot.addWidget(akar)
    tabel, titik = DataTable((Kolom("nama", "Nama"), Kolom("sisa", "Sisa")), parent=akar), StatusDot("", parent=akar)
    tabel.resize(400, 300)
    baris = [Baris("1", ("Adi", "3"), (None, Role.SALAH)), Baris("2", ("Budi", "3"), (None, Role.BAIK))]
    tabel.set_rows(baris)
    akar.show()
    assert warna_saja(akar) == ["hanya warna: Sisa “3”", "hanya warna: StatusDot tanpa kata"]
    titik.set("Terhubung", Role.BAIK)
    tabel.set_rows([baris[0], Baris("2", ("Budi", "3 cukup"), (None, Role.BAIK))])
    assert warna_saja(akar) == []


def test_high_contrast_is_chosen_by_keys(tmp_path: Path, buka: Buka, windows: Windows) -> None:
    w = kantor(tmp_path, buka)
    w.show_page("pengaturan", "tampilan.warna")
    tekan(TURUN, TURUN, TURUN)
    pesan(w, text_setelan.WARNA_DIUBAH.format(pilihan="Kontras tinggi"))
    assert theme.theme_of().warna == KONTRAS
    assert w.host.store.setting(look.COLOURS) == text_setelan.KONTRAS
    tekan(Qt.Key.Key_Z, mod=layar.CTRL)
    layar.biarkan(20)
    assert theme.theme_of().warna != KONTRAS
    assert not windows.kontras


def test_windows_asks_for_it_and_nobody_chose(tmp_path: Path, buka: Buka, windows: Windows, qapp: QApplication) -> None:
    windows.kontras = True
    w = kantor(tmp_path, buka)
    assert theme.theme_of().warna == KONTRAS
    w.look.follow(w, w.rebuild)
    w.look.change(scale=1.25, colours=w.look.colours)
    assert theme.theme_of().warna == KONTRAS, "the size alone chooses no colours"
    windows.kontras = False
    hints = qapp.styleHints()
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert theme.theme_of().warna == TERANG


def test_an_own_choice_stands(tmp_path: Path, buka: Buka, windows: Windows, qapp: QApplication) -> None:
    windows.kontras = True
    w = kantor(tmp_path, buka, **{look.COLOURS: text_setelan.GELAP})
    assert theme.theme_of().warna == GELAP
    w.look.follow(w, w.rebuild)
    hints = qapp.styleHints()
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert theme.theme_of().warna == GELAP


def test_what_the_system_says_is_read_again_and_again(qapp: QApplication) -> None:
    assert [look.windows_has_contrast(qapp) for _ in range(3)] == [False] * 3


def test_what_the_start_did_not_know_is_made_good(tmp_path: Path, buka: Buka, windows: Windows) -> None:
    w = kantor(tmp_path, buka)
    assert theme.theme_of().warna == TERANG
    windows.kontras = True
    w.look.follow(w, w.rebuild)
    assert theme.theme_of().warna == KONTRAS


@pytest.mark.parametrize(("flags", "tinggi"), [("127", True), ("126", False), ("rusak", False), (None, False)])
def test_the_registry_is_read_before_the_first_paint(
    monkeypatch: pytest.MonkeyPatch, flags: str | None, tinggi: bool
) -> None:
    def buka_kunci(akar: str, jalan: str) -> AbstractContextManager[str]:
        assert (akar, jalan) == ("HKCU", "Control Panel\\Accessibility\\HighContrast")
        if flags is None:
            raise FileNotFoundError(2, "tidak ada")
        return nullcontext(flags)

    palsu = SimpleNamespace(HKEY_CURRENT_USER="HKCU", OpenKey=buka_kunci, QueryValueEx=lambda kunci, _nama: (kunci, 1))
    monkeypatch.setitem(sys.modules, "winreg", palsu)
    monkeypatch.setattr(sys, "platform", "win32")
    assert look.contrast_at_start() is tinggi
