"""The logo of the office: from a file of any size into every letterhead, on both computers, undone and taken off."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from pypdfium2 import raw
from PySide6.QtWidgets import QFileDialog

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import kantor, logo
from sipokat_desktop.modules.rt.ops import tulis_kantor
from sipokat_desktop.printing import letter
from sipokat_desktop.printing.letter import Alinea, Surat
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.printing.sheet import Kaki
from sipokat_desktop.storage import users
from tests.ui import layar
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from ui.modules.rt import more, text
from ui.shell.window import MainWindow


@pytest.fixture
def window(tmp_path: Path, buka: Buka) -> MainWindow:
    office = Office(tmp_path / "pc")
    office.store.set_setting("lingkup", KELURAHAN)
    users.add(office.store, name="Siti Aminah")
    office.close()
    shown = buka("pc")
    shown.show_page("rt")
    return shown


def pilih(window: MainWindow, kata: str) -> None:
    dict(more.pilihan(window.page, window.host, list, None))[kata]()
    layar.tunggu(lambda: not window.jobs.sedang, "tersimpan")


def gambar_di_kop(window: MainWindow) -> bool:
    """Whether a letter of this office has a picture in its head."""
    kepala = kantor.kop(window.host.store.reader(), KELURAHAN)
    pdf = letter.gambar(Surat(kepala, ("SURAT",), "", (Alinea("Isi."),), "", (), Kaki("", "")), Kertas.F4)
    with pypdfium2.PdfDocument(pdf) as dokumen:
        return any(dokumen[0].get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]))


def test_a_large_picture_becomes_the_logo_and_goes_again(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    berkas = tmp_path / "lambang.jpg"
    Image.effect_noise((3000, 3600), 90).convert("RGB").save(berkas)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(berkas), ""))
    assert not gambar_di_kop(window)
    pilih(window, text.LOGO)
    layar.pesan(window, text.LOGO_TERPASANG)
    isi = logo.logo(window.host.store.reader(), KELURAHAN)
    assert 0 < len(isi) <= logo.BATAS_KB * 1024
    assert gambar_di_kop(window)
    window.host.undo()
    layar.tunggu(lambda: not logo.milik(window.host.store.reader(), KELURAHAN), "diurungkan")
    pilih(window, text.LOGO)
    pilih(window, text.LOGO_LEPAS)
    assert not gambar_di_kop(window)


def test_what_is_no_picture_is_said(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    berkas = tmp_path / "lambang.png"
    berkas.write_bytes(b"bukan gambar")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(berkas), ""))
    pilih(window, text.LOGO)
    layar.pesan(window, "bukan gambar")
    for isi in (b"x", b"x" * 70_000):
        with pytest.raises(InputSalah):
            logo.pasang(window.host.store, KELURAHAN, isi)


def test_an_office_without_its_own_prints_the_citys(window: MainWindow, tmp_path: Path) -> None:
    berkas = tmp_path / "kota.png"
    Image.new("RGB", (20, 24)).save(berkas)
    satu, store = berkas.read_bytes(), window.host.store
    store.set_setting("lingkup", wilayah.KOTA)
    logo.pasang(store, wilayah.KOTA, satu)
    store.set_setting("lingkup", KELURAHAN)
    assert kantor.kop(store.reader(), KELURAHAN).logo == satu
    Image.new("RGB", (40, 48)).save(berkas)
    logo.pasang(store, KELURAHAN, berkas.read_bytes())
    assert kantor.kop(store.reader(), KELURAHAN).logo == berkas.read_bytes()
    assert kantor.kop(store.reader(), wilayah.KOTA).logo == satu


def test_a_damaged_logo_of_another_program_stops_no_paper(window: MainWindow) -> None:
    store = window.host.store
    for rusak in ("bukan base64!", "eA=="):
        tulis_kantor(store, "rt.logo", KELURAHAN, {"logo": rusak})
        assert kantor.kop(store.reader(), KELURAHAN).logo == b""
        assert not gambar_di_kop(window)
