"""Offices with an event of Bimtek for the tests and the camera: the city's of 2017, a kelurahan's own, onlookers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.modules.bimtek import hadir_ops, ops, queries
from sipokat_desktop.modules.bimtek.hadir_model import Baris, Orang
from sipokat_desktop.storage import users
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx
from tests.ui import contoh_kantor, layar
from tests.ui.contoh_kantor import KELURAHAN
from tests.unit import bimtek_contoh
from tests.unit.bimtek_contoh import Contoh
from ui.kit.choice import ChoiceField
from ui.modules.bimtek import text
from ui.shell.window import MainWindow

KECAMATAN = wilayah.kecamatan_dari(KELURAHAN)
KEMARIN, BESOK = -86_400_000, 86_400_000
"""The day before and after the event, in ms."""
HARI_KELURAHAN = "2026-12-07"
PAGI_KELURAHAN = 1_796_603_400_000
"""The event of the kelurahan: its day, and 07.30 WIB of it in UTC ms."""


def pada(window: MainWindow, geser: int = 0, *, pagi: int = bimtek_contoh.PAGI) -> None:
    """Set the clock of a window to the morning of the event, or ``geser`` ms from it, and read anew."""
    window.host.store.clock = lambda: pagi + geser
    window.page.load()
    tenang(window)


def tenang(window: MainWindow) -> None:
    """Wait until nothing is read or written any more."""
    layar.tunggu(lambda: not window.jobs.sedang, "pekerjaan selesai", 30)


def kantor(folder: Path, lingkup: str, *, undang: bool = True) -> Contoh:
    """Make the PC of an office that sees the city's event: 528 posts of 72 kelurahan, all invited."""
    office = Office(folder)
    office.store.clock = bimtek_contoh.jam()
    try:
        isi = bimtek_contoh.contoh(office.store) if undang else _tanpa_undangan(office.store)
        office.choose_kelurahan(lingkup)
        users.add(office.store, name="Rahmat Hidayat")
    finally:
        office.close()
    return isi


def _tanpa_undangan(store: Store) -> Contoh:
    bimtek_contoh.isi_rt(store)
    return bimtek_contoh.kegiatan(store)


def kelurahan_sendiri(folder: Path, *, kegiatan: bool = True) -> Contoh:
    """Make the PC of a kelurahan of nine RT, with an event of its own to which all are invited."""
    office = Office(folder)
    office.store.clock = lambda: PAGI_KELURAHAN + KEMARIN
    try:
        office.choose_kelurahan(KELURAHAN)
        users.add(office.store, name="Siti Aminah")
        contoh_kantor.isi_roster(office)
        if not kegiatan:
            return Contoh("", "")
        isi = bimtek_contoh.kegiatan(office.store, KELURAHAN, nama="Bimtek Kelurahan", tempat="Aula Kantor Lurah")
        ops.simpan_sesi(office.store, isi.kegiatan_id, {"tanggal": HARI_KELURAHAN}, sesi_id=isi.sesi_id)
        ops.undang(office.store, isi.kegiatan_id)
        return isi
    finally:
        office.close()


def daftar(window: MainWindow, isi: Contoh) -> list[Baris]:
    """Return the attendance list of the session as the store has it."""
    return queries.daftar(window.host.store.reader(), isi.sesi_id, lingkup=window.host.kantor)


def tanda(window: MainWindow, isi: Contoh) -> dict[str, str]:
    """Return what holds in the session, by post."""
    return {b.orang.jabatan_id: b.keadaan.tanda for b in daftar(window, isi)}


def catat(window: MainWindow, isi: Contoh, mulai: int, sampai: int, *, pintu: str = "Pintu 1") -> None:
    """Record the numbers ``mulai`` to ``sampai`` of the attendance list, as a door does."""
    ids = [b.orang.jabatan_id for b in daftar(window, isi)][mulai - 1 : sampai]
    hadir_ops.catat_banyak(window.host.store, isi.sesi_id, ids, pintu=pintu)


def ganti_ketua(store: Store, lama: Orang) -> None:
    """Let another person head a post since before the event: the invitation still names the former one."""

    def work(tx: Tx) -> None:
        tx.own = ""
        tx.update("rt_masa", lama.masa_id, {"akhir_nyata": "2017-11-01"})
        orang = tx.insert("rt_orang", {"nama": "Herman Efendi"}, scope=lama.lingkup)
        masa: Fields = {"jabatan_id": lama.jabatan_id, "orang_id": orang, "jenis": "definitif", "tmt": "2017-11-02"}
        tx.insert("rt_masa", masa, scope=lama.lingkup)

    store.write("uji.ganti", work)


def sesi_kedua(store: Store, isi: Contoh) -> str:
    """Record a second session, as the office that holds the event does; returns its id."""

    def work(tx: Tx) -> str:
        tx.own = ""
        sesi: Fields = {
            "kegiatan_id": isi.kegiatan_id, "judul": "Keuangan RT", "tanggal": "2017-11-21", "mulai": "08:00",
            "selesai": "11:00",
        }  # fmt: skip
        return tx.insert("bimtek_sesi", sesi, scope=wilayah.KOTA)

    return store.write("uji.sesi", work).value


def pilih_tanda(window: MainWindow, huruf: str) -> None:
    """Press a letter in the menu of the marks that is open; the keyboard comes back to the window, or to a sheet."""
    layar.tunggu(lambda: QApplication.activePopupWidget() is not None, "menu tanda terbuka")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClicks(popup, huruf)
    layar.tunggu(lambda: QApplication.activePopupWidget() is None, "menu tanda tertutup")
    if QApplication.activeModalWidget() is None:
        window.activateWindow()
        layar.tunggu(window.isActiveWindow, "jendela aktif")


def izin_juga(store: Store, isi: Contoh, siapa: Orang) -> None:
    """Let another door record somebody as excused without having seen the first mark."""
    fields: Fields = {
        "kegiatan_id": isi.kegiatan_id, "sesi_id": isi.sesi_id, "jabatan_id": siapa.jabatan_id, "tanda": "izin",
        "pintu": "Pintu 2", "cara": "ketik", "nama": siapa.nama,
    }  # fmt: skip
    store.write("uji.beda", lambda tx: tx.insert("bimtek_hadir", fields, scope=siapa.lingkup))


def hadir_dari_kota(window: MainWindow, isi: Contoh, banyak: int) -> None:
    """Record the first ones on the list as present, as the office that holds the event did before the last sync."""
    siapa = [b.orang for b in daftar(window, isi)][:banyak]

    def work(tx: Tx) -> None:
        tx.own = ""
        for satu in siapa:
            mark: Fields = {
                "kegiatan_id": isi.kegiatan_id, "sesi_id": isi.sesi_id, "jabatan_id": satu.jabatan_id,
                "masa_id": satu.masa_id, "orang_id": satu.orang_id, "nama": satu.nama, "tanda": "hadir",
                "pukul": bimtek_contoh.PAGI, "pintu": "Pintu 1", "cara": "pindai",
            }  # fmt: skip
            tx.insert("bimtek_hadir", mark, scope=satu.lingkup)

    window.host.store.write("uji.hadir", work)


def pilih_sesi(window: MainWindow, huruf: str) -> None:
    """Choose the session whose words hold these letters."""
    pilihan = layar.cari(window.page, ChoiceField, lambda c: c.accessibleName() == text.PILIH_SESI)
    pilihan.setFocus()
    layar.ketik(huruf)
    tenang(window)
