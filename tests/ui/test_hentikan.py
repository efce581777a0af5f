"""What lasts long and can be stopped is stopped from the status line; an empty page says what to do first."""

from __future__ import annotations

from threading import Event

import pytest

from tests.ui.layar import biarkan, cari, siap, tunggu
from ui.kit import jobs
from ui.kit import text as kit
from ui.kit.buttons import Button
from ui.kit.cards import EmptyState
from ui.kit.jobs import Maju
from ui.kit.labels import Label
from ui.shell import text
from ui.shell.frame import GUIDE, ITEMS, SETTINGS
from ui.shell.window import MainWindow


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a second is over soon."""
    monkeypatch.setattr(jobs, "TAMPIL_SETELAH", 0.0)


def lama(*, maju: Maju) -> None:
    """Work for ever, and say so."""
    while True:
        maju(3, 12)
        Event().wait(0.005)


def tombol_henti(w: MainWindow) -> list[Button]:
    return [b for b in w.findChildren(Button) if b.isVisible() and b.teks == kit.HENTIKAN]


def test_long_work_is_stopped_by_a_button_and_said(kantor: MainWindow) -> None:
    siap(kantor)
    berhenti: list[int] = []
    kantor.jobs.run(lama, apa="Menulis berkas", maju=True, batal=lambda: berhenti.append(1))
    tunggu(lambda: tombol_henti(kantor), "tombol Hentikan")
    assert cari(kantor, Label, lambda s: s.text() == "Menulis berkas… 3 dari 12")
    tombol_henti(kantor)[0].click()
    assert text.DIHENTIKAN.format(apa="Menulis berkas", nasib=kit.TIDAK_BERUBAH) in kantor.messages.teks()
    tunggu(lambda: berhenti, "berhenti")
    tunggu(lambda: not tombol_henti(kantor), "tombol pergi")


def test_what_runs_by_itself_is_not_offered(kantor: MainWindow) -> None:
    siap(kantor)
    job = kantor.jobs.run(lama, apa="Menghitung", maju=True, sendiri=True)
    biarkan(150)
    assert not tombol_henti(kantor)
    assert kantor.jobs.hentikan() == []
    job.cancel()


@pytest.mark.parametrize("kunci", [item.kunci for item in ITEMS if item.kunci not in (GUIDE, SETTINGS)])
def test_every_empty_page_says_what_to_do(kantor_kosong: MainWindow, kunci: str) -> None:
    kantor_kosong.show_page(kunci)
    siap(kantor_kosong)
    biarkan(10)
    kosong = cari(kantor_kosong.page, EmptyState)
    kata = [label.text() for label in kosong.findChildren(Label) if label.isVisible()]
    assert len(kata) == 2, "apa yang belum ada, dan apa yang dikerjakan dulu"
    assert kata[1].endswith(".")
