"""The door in its real window: prints what lies between the last key of a scan and the painted answer, as JSON.

``python -m tests.bench.pintu_kita FOLDER KEGIATAN SESI``: seconds on the wall and of CPU, for codes, RT numbers and
names; and of a bare field with a label, the floor, in the same process.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from sipokat_desktop.app import Office
from ui.modules.bimtek.pintu import JendelaPintu, buka_pintu
from ui.modules.bimtek.pintu_sesi import SesiPintu
from ui.shell import start

PINDAI, KETIK = 150, 60
"""So many scans and typed lines are measured."""
Waktu = tuple[float, float]
"""Seconds on the wall, and of CPU of the window's thread: what a busy machine does not lengthen."""
TERLAMA = 10.0
"""Seconds after which an answer is given up: it is told as so long."""
ENTER = Qt.Key.Key_Return


class Pelukis(QObject):
    """Notes when a widget was painted last: with the end of the event loop's turn in which that happened."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.kali = 0
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        """Count the paint events."""
        self.kali += event.type() is QEvent.Type.Paint
        return False


def biarkan(ms: int) -> None:
    """Let the window live for a while."""
    putaran = QEventLoop()
    QTimer.singleShot(ms, putaran.quit)
    putaran.exec()


def tekan(kunci: Qt.Key | str) -> None:
    """Press a key where the system would send it."""
    window = QGuiApplication.focusWindow()
    assert window is not None
    QTest.keyClick(window, kunci)  # type: ignore[arg-type]  # a character, as the C++ function takes it


def lama(pelukis: Pelukis, kunci: Qt.Key | str) -> Waktu:
    """Return how long it takes from before a key is sent until its answer was painted."""
    kali, mulai, cpu = pelukis.kali, time.perf_counter(), time.thread_time()
    tekan(kunci)
    while pelukis.kali == kali and time.perf_counter() - mulai < TERLAMA:
        QApplication.processEvents()
    return time.perf_counter() - mulai, time.thread_time() - cpu


def dasar() -> tuple[QWidget, Pelukis]:
    """Return a bare window: a field, and a label that repeats what was ended by Enter."""
    polos = QWidget()
    field, label = QLineEdit(), QLabel()
    box = QVBoxLayout(polos)
    box.addWidget(field)
    box.addWidget(label)
    polos.resize(1366, 768)

    def jawab() -> None:
        label.setText(field.text())
        field.clear()

    field.returnPressed.connect(jawab)
    return polos, Pelukis(label)


def polos(banyak: int) -> list[Waktu]:
    """Return what the floor takes, so many times."""
    window, pelukis = dasar()
    window.show()
    window.activateWindow()
    biarkan(200)
    catatan = []
    for ke in range(banyak):
        for huruf in f"{ke:013d}":
            tekan(huruf)
        catatan.append(lama(pelukis, ENTER))
    window.close()
    return catatan


def buka(kegiatan: str, sesi: str, window: object) -> tuple[JendelaPintu, SesiPintu, Pelukis]:
    """Open the door and wait until names can be found."""
    host = window.host  # type: ignore[attr-defined]
    jendela = buka_pintu(host, kegiatan, sesi)
    biarkan(200)
    tekan(ENTER)
    while host.jobs.sedang:
        biarkan(50)
    assert jendela.sesi is not None
    meja = jendela.sesi.meja
    return jendela, jendela.sesi, Pelukis(meja.jawaban, meja.pilih)


def ukur(sesi: SesiPintu, pelukis: Pelukis, baris: list[str], *, kode: bool) -> list[Waktu]:
    """Type every line and return how long its answer took; a code is answered at its last character already."""
    catatan = []
    for satu in baris:
        for huruf in satu[:-1] if kode else satu:
            tekan(huruf)
        catatan.append(lama(pelukis, satu[-1] if kode else ENTER))
        if not kode:
            biarkan(60)
        tekan(ENTER if kode else Qt.Key.Key_Escape)
        biarkan(20)
        if sesi.meja.palang.isVisible():
            tekan(Qt.Key.Key_Escape)
    return catatan


def _baris(office: Office, kegiatan: str, apa: str, banyak: int) -> list[str]:
    rows = office.store.reader().execute(
        f"""SELECT {apa} FROM bimtek_undangan u JOIN rt_jabatan j ON j.id = u.jabatan_id
            WHERE u.kegiatan_id = ? AND u.nama IS NOT NULL ORDER BY u.id LIMIT ?""",
        (kegiatan, banyak),
    )
    return [str(row[0]) for row in rows]


def main(folder: Path, kegiatan: str, sesi_id: str) -> None:
    """Measure and print."""
    start.application()
    office = Office(folder)
    window = start.make_window(QApplication.instance(), office)  # type: ignore[arg-type]
    window.resize(1366, 768)
    window.show()
    biarkan(200)
    tanya: dict[str, Callable[[], list[str]]] = {
        "kode": lambda: _baris(office, kegiatan, "u.token", PINDAI),
        "rt": lambda: _baris(office, kegiatan, "j.nomor", KETIK),
        "nama": lambda: _baris(office, kegiatan, "u.nama", KETIK),
    }
    isi = {apa: ambil() for apa, ambil in tanya.items()}
    hasil: dict[str, list[Waktu]] = {"dasar": polos(PINDAI)}
    jendela, sesi, pelukis = buka(kegiatan, sesi_id, window)
    for apa, baris in isi.items():
        hasil[apa] = ukur(sesi, pelukis, baris, kode=apa == "kode")
    while sesi.menunggu:
        biarkan(20)
    jendela.tutup()
    window.close()
    print(json.dumps(hasil))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
