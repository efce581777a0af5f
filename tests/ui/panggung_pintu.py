"""The open door with what a test needs to know of it: the answer, the marks in the store, the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from sipokat_desktop.modules.bimtek import queries
from tests import cetakan
from tests.ui import contoh_pintu, layar
from tests.ui.conftest import Buka
from tests.ui.contoh_pintu import Acara, ketik, tekan
from ui.modules.bimtek.pintu import JendelaPintu
from ui.modules.bimtek.pintu_kata import Tampilan
from ui.modules.bimtek.pintu_sesi import SesiPintu
from ui.shell.window import MainWindow

K = Qt.Key


class Panggung(NamedTuple):
    """The window, the door, its session, the event, the code of each post and the posts of the first session."""

    w: MainWindow
    jendela: JendelaPintu
    sesi: SesiPintu
    acara: Acara
    kode: dict[str, str]
    pos: list[str]

    @property
    def isi(self) -> Tampilan:
        """The answer that is shown."""
        return self.sesi.meja.jawaban.isi

    def beres(self) -> None:
        """Wait until all is written."""
        layar.tunggu(lambda: not self.sesi.menunggu, "semua tertulis", 240)

    def baris(self, teks: str, akhir: Qt.Key = K.Key_Return) -> None:
        """Type a line as a hand does, and end it."""
        ketik(teks, jeda=0.05 if len(teks) > 7 else 0)
        tekan(akhir)

    def tanda(self, jabatan_id: str, sesi_id: str = "") -> str:
        """Return what holds for a post by the store."""
        con = self.w.host.store.reader()
        return queries.keadaan(con, sesi_id or self.acara.sesi_id, jabatan_id).tanda

    def semua(self) -> Counter[tuple[str, str]]:
        """Return how many marks each post has, by mark, in the first session."""
        rows = self.w.host.store.reader().execute(
            "SELECT jabatan_id, tanda FROM bimtek_hadir WHERE sesi_id = ?", (self.acara.sesi_id,)
        )
        return Counter((str(row[0]), str(row[1])) for row in rows)

    def daftar(self) -> list[tuple[str, str]]:
        """Return the rows of the last scans: name and second line."""
        return [(satu.kiri, satu.bawah) for satu in self.sesi.meja.daftar.baris]


def _panggung(w: MainWindow, acara: Acara, jendela: JendelaPintu) -> Panggung:
    undangan = contoh_pintu.undangan(w.host.store, acara.kegiatan_id)
    sesi = queries.satu_sesi(w.host.store.reader(), acara.sesi_id)
    pos = [id for id, u in undangan.items() if sesi.untuk(u.lingkup)]
    return Panggung(w, jendela, contoh_pintu.sesi(jendela), acara, {id: u.token for id, u in undangan.items()}, pos)


@pytest.fixture
def acara(tmp_path: Path) -> Acara:
    """The event, in the folder `kota`."""
    return cetakan.tuang(tmp_path / "kota", contoh_pintu.siapkan)


@pytest.fixture
def p(acara: Acara, buka: Buka) -> Iterator[Panggung]:
    """The open door; closed at the end, and with it the focus guard."""
    w = buka("kota")
    jendela = contoh_pintu.buka(w, acara)
    panggung = _panggung(w, acara, jendela)
    layar.tunggu(lambda: not w.jobs.sedang, "nama siap dicari")
    yield panggung
    if _ada(jendela):
        panggung.beres()
        jendela.tutup()
        layar.biarkan(20)


def _ada(jendela: JendelaPintu) -> bool:
    return isValid(jendela) and jendela.isVisible()
