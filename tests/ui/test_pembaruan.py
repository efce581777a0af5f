"""New versions in the window: offered, agreed to, never in the middle of work; from a flash disk as well."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

import sipokat_desktop
from sipokat_desktop.updates import look, state
from sync.client.pembaruan import DariFolder
from tests.sync.gudang_uji import Penerbit
from ui.shell import text_pembaruan as text
from ui.shell.autoupdate import AutoUpdate
from ui.shell.updatecard import UpdateCard
from ui.shell.window import MainWindow

from . import layar

BARU = "99.2"


@pytest.fixture
def terbit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Penerbit:
    """A release maker whose root this program has; it was set up on this computer."""
    made = Penerbit(tmp_path / "penerbit")
    program = tmp_path / "program"
    (program / "versi" / sipokat_desktop.__version__).mkdir(parents=True)
    monkeypatch.setattr(state, "program", lambda: program)
    monkeypatch.setattr(look, "_root", lambda: made.root)
    return made


def _kartu(w: MainWindow) -> UpdateCard:
    w.show_page("pengaturan", "kabar")
    return layar.cari(w.page, UpdateCard)


def test_card_on_a_checkout_says_who_brings_it_up_to_date(kantor: MainWindow) -> None:
    layar.siap(kantor)
    kartu = _kartu(kantor)
    assert "petugas Kominfo" in kartu._catatan.text()
    assert not [t for t in (kartu._cari, kartu._flashdisk, kartu._pasang, kartu._jangan) if t.isVisible()]


def test_flash_disk_offers_and_somebody_agrees(
    kantor: MainWindow, terbit: Penerbit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    layar.siap(kantor)
    terbit.publish(BARU)
    stick = tmp_path / "flashdisk"
    terbit.store.write(stick)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(stick))
    kartu = _kartu(kantor)
    assert "Belum ada versi baru" in kartu._keadaan.text()
    kartu._flashdisk.setFocus()
    layar.tekan(layar.SPASI)
    layar.pesan(kantor, f"Sipokat {BARU} siap dipasang waktu Sipokat ditutup. Versi {BARU}.")
    assert kartu._keadaan.text().startswith(f"Versi {BARU} siap")
    layar.tombol(kartu, text.PASANG).setFocus()
    layar.tekan(layar.SPASI)
    layar.pesan(kantor, "silakan terus bekerja")
    assert state.load(kantor._office.store.folder).setuju
    layar.tombol(kartu, text.JANGAN).setFocus()
    layar.tekan(layar.SPASI)
    layar.pesan(kantor, "tidak dipasang dulu")
    assert not state.load(kantor._office.store.folder).setuju


def test_stick_with_false_signatures_is_told(
    kantor: MainWindow, terbit: Penerbit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    layar.siap(kantor)
    assert terbit.root
    other = Penerbit(tmp_path / "lain")
    other.publish(BARU)
    other.store.write(tmp_path / "palsu")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(tmp_path / "palsu"))
    layar.tombol(_kartu(kantor), text.FLASHDISK).click()
    layar.pesan(kantor, "bukan dari Kominfo")
    assert state.load(kantor._office.store.folder).versi == ""


def test_looked_for_after_a_sync_once_a_day(
    kantor: MainWindow, terbit: Penerbit, monkeypatch: pytest.MonkeyPatch
) -> None:
    layar.siap(kantor)
    terbit.publish(BARU)
    asked: list[int] = []

    def from_city(_http: object) -> DariFolder:
        asked.append(1)
        return DariFolder(terbit.public)

    monkeypatch.setattr("sync.client.pembaruan.DariKota", from_city)
    store = kantor._office.store
    store.save_identity(store.identity._replace(device_id="0" * 32, server="http://127.0.0.1:9"))
    updates = kantor.updates
    updates.look()
    layar.pesan(kantor, f"Sipokat {BARU} siap dipasang")
    updates.look()
    layar.siap(kantor)
    assert asked == [1]
    layar.tombol(kantor.messages, text.PASANG).click()
    layar.pesan(kantor, "silakan terus bekerja")
    kini = store.clock
    store.clock = lambda: kini() + 25 * 3600 * 1000
    kantor.messages.tutup()
    updates.look()
    layar.siap(kantor)
    assert asked == [1, 1]
    assert kantor.messages.teks() == "", "agreed to: nothing more to say"


def test_trouble_of_a_look_by_itself_says_nothing(
    kantor: MainWindow, terbit: Penerbit, monkeypatch: pytest.MonkeyPatch
) -> None:
    layar.siap(kantor)
    assert terbit.root
    store = kantor._office.store
    store.save_identity(store.identity._replace(device_id="0" * 32, server="http://127.0.0.1:9"))
    failed: list[Exception] = []
    monkeypatch.setattr(AutoUpdate, "_failed", lambda _self, error: failed.append(error))
    kantor.messages.tutup()
    kantor.updates.look()
    layar.siap(kantor)
    assert len(failed) == 1
    assert kantor.messages.teks() == ""


def test_version_that_was_left_is_told_at_the_next_start(kantor: MainWindow, terbit: Penerbit) -> None:
    layar.siap(kantor)
    assert terbit.root
    program = state.program()
    assert program is not None
    (program / state.FAILED).write_text(f"{BARU}\r\n", encoding="ascii")
    kantor.messages.tutup()
    kantor.updates.started()
    layar.pesan(kantor, f"Sipokat {BARU} tidak dapat dibuka di komputer ini")
