"""A sync that somebody stops: between two answers of the city, said, and not begun anew at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from sync.client.take import PUSH
from tests.ui.layar import halaman, pesan, tekan, tombol, tunggu
from tests.ui.test_sinkron import Pelan, akhiri, kata_muncul, pelan, w
from ui.kit import jobs
from ui.kit.buttons import Button
from ui.kit.text import HENTIKAN
from ui.shell import text, text_henti
from ui.shell.window import MainWindow

__all__ = ["pelan", "w"]


@pytest.mark.parametrize("sehari", [False, True])
def test_what_the_user_began_is_stopped_between_pages(
    w: MainWindow, pelan: Pelan, monkeypatch: pytest.MonkeyPatch, sehari: bool
) -> None:
    monkeypatch.setattr(jobs, "TAMPIL_SETELAH", 0.0)
    w.host.store.set_settings({PUSH: "4"})
    if sehari:
        akhiri(w)
    else:
        halaman(w, "sinkron")
        tekan(Qt.Key.Key_F5)
    tunggu(lambda: [b for b in w.findChildren(Button) if b.teks == HENTIKAN and b.isVisible()], "tombol Hentikan")
    tombol(w, HENTIKAN).click()
    pesan(w, text_henti.AKHIRI_HENTI if sehari else text_henti.SINKRON_HENTI)
    pelan.lepas.set()
    tunggu(lambda: not w.sync.running, "berhenti")
    assert not w.sync.failing
    assert w._office.status().waiting > 0
    assert w.sync._timer.remainingTime() > 60_000, "tidak dimulai lagi begitu saja"
    monkeypatch.setattr(jobs, "TAMPIL_SETELAH", 0.5)
    w.sync.run()
    kata_muncul(w, "Diterima kota · hari ini")


def test_a_sync_that_runs_by_itself_can_be_stopped_once_it_is_asked_for(
    w: MainWindow, pelan: Pelan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "TAMPIL_SETELAH", 0.0)
    w.sync.run(sendiri=True)
    assert w.jobs.hentikan() == []
    halaman(w, "sinkron")
    tekan(Qt.Key.Key_F5)
    assert [job.apa for job in w.jobs.hentikan()] == [text.SYNC_SEDANG]
    pelan.lepas.set()
    tunggu(lambda: not w.sync.running, "berhenti")
