"""522 scans through the real window of the door, by keys as a scanner sends them: none lost, none wrong."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout

from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.modules.bimtek import hadir_ops
from sipokat_desktop.modules.bimtek import ops as acara_ops
from tests.ui import layar
from tests.ui.contoh_pintu import LAIN, SORE, TAMU, ketik, pindai, tekan
from tests.ui.panggung_pintu import Panggung, acara, p
from ui.modules.bimtek import pintu_fokus
from ui.modules.bimtek.pintu_antre import Antrean, Tugas, _jalankan

K = Qt.Key
__all__ = ["acara", "p"]
"""Fixtures."""
HADIR = 522
"""So many came to the seed's event."""


class Hasil(NamedTuple):
    """What a replay left: marks that are missing, marks nobody asked for, and how often the line was not in focus."""

    hilang: set[str]
    salah: set[str]
    fokus: int


def _putar(p: Panggung, urutan: list[str], gangguan: dict[int, Callable[[], object]], *, jeda: float = 0) -> Hasil:
    """Scan these posts in this order; at some places something else happens meanwhile."""
    lepas = 0
    for ke, id in enumerate(urutan):
        if ke in gangguan:
            gangguan[ke]()
        mulai = time.monotonic()
        pindai(p.kode[id])
        lepas += QApplication.focusWidget() is not p.sesi.isian
        if ke % 3 == 0 or jeda:
            layar.biarkan(max(1, round(1000 * (mulai + jeda - time.monotonic()))))
    p.beres()
    ada = {id for id, tanda in p.semua() if tanda == "hadir"}
    return Hasil(set(urutan) - ada, ada - set(urutan), lepas)


def _kotak(p: Panggung) -> QDialog:
    """A dialog of the program that comes by itself, as a fault or a message of the sync would."""
    kotak = QDialog(p.w)
    QVBoxLayout(kotak).addWidget(QLabel("Ada kabar"))
    kotak.setWindowModality(Qt.WindowModality.WindowModal)
    kotak.open()
    kotak.activateWindow()
    return kotak


def _gangguan(p: Panggung, banyak: int) -> dict[int, Callable[[], object]]:
    """Return what happens at which scan: dialogs, messages, marks of another door that a sync brings, walk-ins,
    a writer that is busy."""
    store = p.w.host.store

    def sinkron() -> None:
        hadir_ops.catat(store, p.acara.sesi_id, p.pos[-1], pintu=LAIN)
        p.w.host.changed.emit(Changes("", {"bimtek_hadir": (p.pos[-1],)}))

    def kunjungan() -> None:
        p.baris("1 Air Kuti")
        tekan(K.Key_F9)

    apa: list[Callable[[], object]] = [
        lambda: _kotak(p), lambda: p.w.messages.salah("Sambungan putus."), sinkron, kunjungan,
        p.w.activateWindow, lambda: p.w.host.go("rt"), lambda: ketik("bud"),
    ]  # fmt: skip
    hasil = {(ke + 1) * banyak // (len(apa) + 1): satu for ke, satu in enumerate(apa)}
    return hasil | _penulis_sibuk(p, banyak // 10)


def _penulis_sibuk(p: Panggung, mula: int) -> dict[int, Callable[[], object]]:
    """While eight people are scanned somebody else writes, as the sync does when it takes over what came."""
    tulis = p.w.host.store._writing
    return {mula: tulis.acquire, mula + 8: tulis.release}


def _urutan(p: Panggung, banyak: int) -> list[str]:
    """Return so many posts in random order, every tenth of them scanned once more a little later."""
    acak = random.Random(522)
    semua = [*p.pos[:-1], *(id for id in p.kode if id not in p.pos and id != SORE)][:banyak]
    urutan = list(semua)
    acak.shuffle(urutan)
    for id in semua[::10]:
        urutan.insert(acak.randrange(urutan.index(id) + 1, len(urutan) + 1), id)
    return urutan


@pytest.fixture
def satu_sesi(p: Panggung) -> Panggung:
    """The door after the event was opened to everybody: 527 are invited to its one session."""
    store = p.w.host.store
    acara_ops.simpan_sesi(store, p.acara.kegiatan_id, {"sasaran": ""}, sesi_id=p.acara.sesi_id)
    p.sesi.kerja.pintu.segarkan()
    return p


def test_522_scans_none_lost_none_wrong_and_the_focus_stays(satu_sesi: Panggung) -> None:
    p = satu_sesi
    urutan = _urutan(p, HADIR)
    assert len(set(urutan)) == HADIR
    assert len(urutan) > HADIR + 50
    hasil = _putar(p, urutan, _gangguan(p, len(urutan)))
    assert hasil == Hasil(set(), {TAMU, p.pos[-1]} - set(urutan), 0)
    assert set(p.semua().values()) == {1}, "nobody has two marks"
    assert p.semua()[TAMU, "hadir"] == 1, "the walk-in was recorded by one key"
    kode = {e.teks: e.orang.jabatan_id for e in p.sesi.kerja.terakhir(2000) if e.orang and e.cara == "pindai"}
    assert all(p.kode[id] == teks for teks, id in kode.items()), "every code was answered with its own person"
    layar.tunggu(lambda: p.sesi.meja.hadir.kata().startswith("523 "), "hitungan")
    assert "Pintu ini 523" in p.sesi.meja.hadir.kata()
    assert "Semua pintu 524" in p.sesi.meja.hadir.kata()


def test_sixty_scans_at_ten_a_second(satu_sesi: Panggung) -> None:
    urutan = _urutan(satu_sesi, 50)
    hasil = _putar(satu_sesi, urutan[:60], _gangguan(satu_sesi, 60), jeda=0.1)
    assert hasil == Hasil(set(), {TAMU, satu_sesi.pos[-1]}, 0)


def test_known_bad_a_door_that_lets_a_dialog_have_the_keys(
    satu_sesi: Panggung, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pintu_fokus.PenjagaFokus, "eventFilter", lambda *_: False)
    monkeypatch.setattr(pintu_fokus.PenjagaFokus, "ambil", lambda _self: None)
    urutan = _urutan(satu_sesi, 40)
    hasil = _putar(satu_sesi, urutan, {10: lambda: _kotak(satu_sesi)})
    assert hasil.hilang
    assert hasil.fokus


def test_known_bad_a_door_without_a_queue(satu_sesi: Panggung, monkeypatch: pytest.MonkeyPatch) -> None:
    def tanpa_antrean(self: Antrean, tugas: Tugas) -> None:
        if self._kini is None:
            job = self._jobs.run(_jalankan, tugas.kerja, done=self._usai, owner=self)
            self._kini = (job, tugas)

    monkeypatch.setattr(Antrean, "tambah", tanpa_antrean)
    hasil = _putar(satu_sesi, _urutan(satu_sesi, 40), _penulis_sibuk(satu_sesi, 5))
    assert hasil.hilang
    satu_sesi.sesi.kerja.antrean._menunggu.clear()
