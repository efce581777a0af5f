"""The head of an office has the office's own word wherever the window and its papers name one: lurah, camat, kabag."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.storage import users
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import PIN
from tests.ui.layar import CTRL, ESC, dialog, isian, ketik, lembar, tekan, tertutup, tombol, tunggu
from tests.ui.orang import PIN_LURAH, masuk, tampak
from ui.shell import text, text_orang

KANTOR = (("16.73.01.1003", "Lurah"), ("kec:16.73.01", "Camat"), ("kota", "Kepala Bagian"))
SEMUA = {kepala for _, kepala in KANTOR}


def isi(folder: Path, kantor: str) -> None:
    with closing(Office(folder)) as office:
        office.store.set_setting("lingkup", kantor)
        users.add(office.store, name="Siti Aminah", pin=PIN)
        users.add(office.store, name="Hj. Rohana", pin=PIN_LURAH, role="lurah")


def disebut(kata: str) -> set[str]:
    """Which heads a text names; of their offices (Kantor Lurah) it may speak."""
    return {kepala for kepala in SEMUA if re.search(rf"(?<!Kantor )\b{kepala}\b", kata)}


def terlihat(akar: QWidget) -> str:
    pilihan = [b.itemText(n) for b in akar.findChildren(QComboBox) for n in range(b.count())]
    return "\n".join([tampak(), *pilihan])


@pytest.mark.parametrize(("kantor", "kepala"), KANTOR)
def test_pages_and_dialogs_about_people_say_the_word_of_the_office(
    tmp_path: Path, buka: Buka, kantor: str, kepala: str
) -> None:
    folder = tmp_path / "pc"
    isi(folder, kantor)
    w = buka(folder)
    tombol(w, text.MASUK_LUPA).click()
    lupa = lembar()
    assert disebut(terlihat(lupa)) == {kepala}
    tekan(ESC)
    tertutup(lupa)
    masuk(w)
    w.show_page("pengaturan", "orang")
    assert disebut(terlihat(w.page)) == {kepala}
    assert ("mengunci daftar" in terlihat(w.page)) is (kepala == "Lurah"), "hanya kelurahan mengunci daftar"
    tombol(w.page, text_orang.SET_TAMBAH).click()
    sheet = lembar()
    assert disebut(terlihat(sheet)) == {kepala}
    ketik("Budi Santoso")
    for kunci in ("pin", "pin_lagi"):
        isian(kunci, sheet)
        ketik("6152")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: QApplication.activeModalWidget() not in (None, sheet), "kepala kantor diminta")
    assert disebut(terlihat(dialog())) == {kepala}
    assert f"Persetujuan {kepala}" in tampak()
    ketik(PIN_LURAH)
    tekan(Qt.Key.Key_Return)
    tertutup(sheet)


@pytest.mark.parametrize(("kantor", "kepala"), KANTOR)
def test_the_sheet_of_the_recovery_code_names_whose_cupboard(tmp_path: Path, kantor: str, kepala: str) -> None:
    isi(tmp_path / "pc", kantor)
    with closing(Office(tmp_path / "pc")) as office:
        pdf = pypdfium2.PdfDocument(office.new_recovery_code()[1])
        kertas = pdf[0].get_textpage().get_text_bounded()
    assert f"lemari terkunci milik {kepala.lower()}," in " ".join(kertas.split())


def test_an_office_that_is_not_known_yet_speaks_of_the_lurah() -> None:
    assert wilayah.kepala("") == "Lurah"
