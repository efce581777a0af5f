"""The seed's event on a PC of the city's own office, for the tests of the door and the camera; the scanner's keys."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.bimtek import ops, queries
from sipokat_desktop.modules.bimtek.model import Undangan
from sipokat_desktop.modules.seragam import ops as seragam
from sipokat_desktop.modules.seragam.model import Barang
from sipokat_desktop.storage import users
from sipokat_desktop.storage.store import Store
from tests.contoh_528 import KECAMATAN, KELURAHAN
from tests.ui import layar
from tests.unit import bimtek_contoh
from ui.modules.bimtek.pintu import JendelaPintu, buka_pintu
from ui.modules.bimtek.pintu_sesi import SesiPintu
from ui.shell.window import MainWindow

PINTU, LAIN = "Pintu Timur", "Pintu Barat"
TAMU = f"{KELURAHAN[0]}-j-1"
"""A post that is not invited."""
SORE = f"{KELURAHAN[-1]}-j-2"
"""A post of the kecamatan that has the second session only."""


class Acara(NamedTuple):
    """The event: its two sessions (the second one for the last kecamatan), another event, and who is invited."""

    kegiatan_id: str
    sesi_id: str
    sore_id: str
    lain_id: str


def siapkan(folder: Path) -> Acara:
    """Write the city's office: 528 posts, all but one invited, two sessions, another event with one invitation."""
    office = Office(folder)
    office.store.clock = bimtek_contoh.jam()
    try:
        acara = _isi(office.store)
        office.choose_kelurahan(wilayah.KOTA)
        users.add(office.store, name="Rahmat Hidayat")
        return acara
    finally:
        office.close()


def _isi(store: Store) -> Acara:
    bimtek_contoh.isi_rt(store)
    _seragam(store)
    acara = bimtek_contoh.kegiatan(store)
    pagi = KECAMATAN[:-1]
    ops.simpan_sesi(store, acara.kegiatan_id, {"sasaran": ", ".join(pagi)}, sesi_id=acara.sesi_id)
    sore = {
        "judul": "Bimbingan teknis susulan",
        "tanggal": bimtek_contoh.HARI,
        "mulai": "13:00",
        "sasaran": KECAMATAN[-1],
    }
    sore_id = ops.simpan_sesi(store, acara.kegiatan_id, sore).value
    ops.undang(store, acara.kegiatan_id, jabatan_ids=[id for id in _semua(store) if id != TAMU])
    lain = ops.simpan_kegiatan(store, wilayah.KOTA, {"nama": "Pelatihan Kamtibmas"}).value
    ops.simpan_sesi(store, lain, {"judul": "Kamtibmas", "tanggal": "2017-12-04"})
    ops.undang(store, lain, jabatan_ids=[f"{KELURAHAN[0]}-j-2"])
    return Acara(acara.kegiatan_id, acara.sesi_id, sore_id, lain)


def _seragam(store: Store) -> None:
    """The first kelurahan buys uniforms: RT 02 wears XL and has not collected it."""
    isian = {"nama": "Batik Ketua RT", "tahun": "2017", "barang": "Baju", "model": "Pria, Wanita", "ukuran": "L, XL"}
    seragam.simpan_pengadaan(store, KELURAHAN[0], isian, {Barang("Pria", "XL"): 8})
    store.write("uji.ukuran", lambda tx: tx.update("rt_orang", f"{KELURAHAN[0]}-o-2", {"ukuran": "XL"}))


def _semua(store: Store) -> list[str]:
    return [str(row[0]) for row in store.reader().execute("SELECT id FROM rt_jabatan ORDER BY id")]


def undangan(store: Store, kegiatan_id: str) -> dict[str, Undangan]:
    """Return the invitations of an event by post."""
    hari = date.fromisoformat(bimtek_contoh.HARI)
    return {u.jabatan_id: u for u in queries.undangan(store.reader(), kegiatan_id, hari=hari)}


def buka(w: MainWindow, acara: Acara, nama: str = PINTU) -> JendelaPintu:
    """Open the door of the first session under this name, as a person does."""
    w.host.store.clock = bimtek_contoh.jam()
    jendela = buka_pintu(w.host, acara.kegiatan_id, acara.sesi_id)
    layar.tunggu(jendela.isActiveWindow, "pintu aktif")
    tekan(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    ketik(nama)
    tekan(Qt.Key.Key_Return)
    layar.tunggu(lambda: jendela.sesi is not None and jendela.sesi.isVisible(), "sesi terbuka")
    return jendela


def sesi(jendela: JendelaPintu) -> SesiPintu:
    """Return the open session."""
    assert jendela.sesi is not None
    return jendela.sesi


# keys as the system gives them: to the window that has the keyboard, not to a widget of our choice


def tekan(kunci: Qt.Key, mod: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press and release a key."""
    window = QGuiApplication.focusWindow()
    assert window is not None, "tidak ada jendela yang memegang papan ketik"
    QTest.keyClick(window, kunci, mod)


def jari(kunci: Qt.Key, mod: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key as a person does: not in the moment in which a scanner ended its line."""
    layar.biarkan(60)
    tekan(kunci, mod)


def ketik(teks: str, *, jeda: float = 0.0) -> None:
    """Type characters, ``jeda`` seconds apart."""
    for huruf in teks:
        window = QGuiApplication.focusWindow()
        assert window is not None
        QTest.keyClick(window, huruf)  # type: ignore[call-overload]  # a character, as the C++ function takes it
        if jeda:
            time.sleep(jeda)


def pindai(kode: str, *, akhir: Qt.Key | None = Qt.Key.Key_Return) -> None:
    """Type a code as a scanner does, and what it sends at the end."""
    ketik(kode)
    if akhir is not None:
        tekan(akhir)
