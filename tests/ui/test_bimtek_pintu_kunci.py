"""Scanners of every kind, the choice among several, fingers, opening and leaving the door."""

from __future__ import annotations

import time

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.modules.bimtek import queries, token
from sipokat_desktop.modules.bimtek.pintu import TERBANYAK
from sipokat_desktop.modules.rt import indeks
from tests.ui import contoh_pintu, layar
from tests.ui.conftest import Buka
from tests.ui.contoh_pintu import PINTU, Acara, jari, ketik, pindai, tekan
from tests.ui.dialog_qt import ENGLISH
from tests.ui.panggung_pintu import Panggung, acara, p
from tests.ui.test_bahasa import ALLOWED, BOTH, MORE
from tests.unit import bimtek_contoh
from ui.modules.bimtek import text_pintu as text
from ui.modules.bimtek.pintu import buka_pintu

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
__all__ = ["acara", "p"]
"""Fixtures."""


def _klik(p: Panggung, kata: str) -> None:
    """Press a button of the door with the finger."""
    tombol = next(b for b in p.jendela.findChildren(QPushButton) if b.isVisible() and b.text() == kata)
    QTest.mouseClick(tombol, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is p.sesi.isian


def test_every_way_a_scanner_ends_a_line(p: Panggung) -> None:
    kode = [p.kode[id] for id in p.pos]
    pindai(kode[0].lower())
    pindai(kode[1], akhir=K.Key_Tab)
    pindai(f"]Q1{kode[2]}")
    pindai(token.tulis(kode[3]))
    pindai(kode[4], akhir=None)
    pindai(kode[5], akhir=None)
    pindai(kode[6])
    tekan(K.Key_J, CTRL)
    pindai(kode[7], akhir=K.Key_Enter)
    ketik("siti amin")
    pindai(kode[8])
    tekan(K.Key_Escape)
    tekan(K.Key_Z, CTRL)
    tekan(K.Key_Delete)
    tampak = p.sesi.meja.palang.isVisible()
    pindai(kode[9].lower(), akhir=K.Key_Tab)
    p.beres()
    assert {id for id, _ in p.semua()} == set(p.pos[:10])
    assert set(p.semua().values()) == {1}
    assert p.sesi.isian.text() == ""
    assert not tampak, "an Esc behind a code asks nothing"
    assert all(e.cara == "pindai" for e in p.sesi.kerja.terakhir())


def test_an_unknown_code_without_enter_is_answered_after_a_pause_and_blocks_nothing(p: Panggung) -> None:
    pindai("ABCDEFGHIJKLM", akhir=None)
    assert p.isi.kata == text.SIAP
    layar.tunggu(lambda: p.isi.kata == "Tidak dikenal", "jeda habis")
    tekan(K.Key_Return)
    assert len(p.sesi.kerja.terakhir()) == 1, "the late Enter is not another scan"
    pindai(p.kode[p.pos[0]], akhir=None)
    assert p.isi.kata == "Masuk"
    ketik("bambang a", jeda=0.06)
    layar.biarkan(250)
    assert len(p.sesi.kerja.terakhir()) == 2, "what a hand types waits for Enter"


def test_several_people_are_chosen_by_arrows_by_number_and_by_finger(p: Panggung) -> None:
    p.baris("bambang")
    assert p.sesi.meja.memilih
    assert p.sesi.meja.pilih_judul.text() == "22 orang cocok dengan “bambang”"
    tekan(K.Key_Return)
    assert p.sesi.meja.memilih, "an Enter at once belongs to the line before"
    layar.biarkan(320)
    tekan(K.Key_Down)
    tekan(K.Key_Down)
    tekan(K.Key_Return)
    assert (p.isi.kata, p.isi.nama) == ("Masuk", "Bambang Cahyono")
    p.baris("bambang")
    layar.biarkan(320)
    assert p.sesi.meja.pilih.baris[2].kanan == "Hadir", "who is in already is told in the choice"
    tekan(K.Key_F2)
    assert (p.isi.kata, p.isi.nama) == ("Izin", "Bambang Abdullah")
    p.baris("05")
    daftar = p.sesi.meja.pilih
    assert len(daftar.baris) == TERBANYAK
    tinggi = daftar.height() // daftar.muat
    QTest.mouseClick(daftar, Qt.MouseButton.LeftButton, pos=QPoint(40, tinggi + tinggi // 2))
    assert p.isi.kata == "Masuk"
    assert p.isi.tempat == "RT 05 Majapahit"
    p.baris("05")
    tekan(K.Key_PageDown)
    assert daftar.terpilih == 5
    jari(K.Key_Escape)
    assert not p.sesi.meja.memilih
    assert p.isi.tempat == "RT 05 Majapahit"
    p.baris("05")
    pindai(p.kode[p.pos[20]])
    assert not p.sesi.meja.memilih
    assert p.isi.nama == next(e.orang.nama for e in p.sesi.kerja.terakhir(1) if e.orang)
    p.beres()
    assert p.tanda(p.pos[20]) == "hadir"
    assert len(p.semua()) == 4


def test_fingers_type_mark_and_take_back_without_moving_the_keyboard(p: Panggung) -> None:
    tekan(K.Key_F8)
    for kata in ("2", text.SPASI, text.HURUF, *"AIR", text.SPASI, *"KUTIX", text.HAPUS, text.KIRIM):
        _klik(p, kata)
    assert (p.isi.kata, p.isi.tempat) == ("Masuk", "RT 02 Air Kuti")
    assert p.sesi.kerja.terakhir(1)[0].cara == "sentuh"
    _klik(p, text.SAKIT)
    assert p.isi.kata == "Sakit"
    p.beres()
    layar.biarkan(20)
    _klik(p, text.BATALKAN)
    p.beres()
    assert p.tanda(p.pos[0]) == "hadir"
    daftar = p.sesi.meja.daftar
    QTest.mouseClick(daftar, Qt.MouseButton.LeftButton, pos=QPoint(30, 60))
    assert daftar.terpilih == 1
    _klik(p, text.SUARA_MATI)
    assert p.sesi.meja.suara.text() == text.SUARA
    _klik(p, text.TUTUP_PINTU)
    assert p.sesi.meja.palang.isVisible()
    _klik(p, text.TUTUP_TIDAK)
    assert not p.sesi.meja.palang.isVisible()
    layar.tunggu(lambda: not p.w.jobs.sedang, "setelan tersimpan")
    assert p.w.host.store.setting("bimtek.pintu.suara") == "1"


def test_leaving_takes_two_steps_and_a_scan_between_them_stays(p: Panggung) -> None:
    berubah: list[Changes] = []
    ditutup: list[bool] = []
    p.w.host.changed.connect(berubah.append)
    p.jendela.ditutup.connect(lambda: ditutup.append(True))
    tekan(K.Key_F12)
    assert p.jendela.isVisible(), "F12 alone does nothing"
    jari(K.Key_Escape)
    assert p.sesi.meja.palang.isVisible()
    pindai(p.kode[p.pos[0]])
    assert not p.sesi.meja.palang.isVisible(), "a scan says no"
    layar.biarkan(60)
    tekan(K.Key_F4, Qt.KeyboardModifier.AltModifier)
    assert p.isi.kata == "Masuk", "Alt+F4 marks nobody absent"
    layar.biarkan(60)
    p.jendela.close()
    assert p.jendela.isVisible(), "the system asks to close, and is asked back"
    assert p.sesi.meja.palang.isVisible()
    tahan = p.w.host.store._writing
    tahan.acquire()
    pindai(p.kode[p.pos[1]])
    layar.biarkan(60)
    jari(K.Key_Escape)
    tekan(K.Key_F12)
    layar.biarkan(120)
    masih = p.jendela.isVisible()
    tahan.release()
    assert masih, "closing waits for the queue"
    layar.tunggu(lambda: bool(ditutup), "tertutup")
    assert len(p.semua()) == 2
    assert len(berubah[-1].rows["bimtek_hadir"]) == 2, "the page behind hears of all of it at once"
    assert ditutup == [True]
    layar.tunggu(p.w.isActiveWindow, "papan ketik kembali ke program")


def test_the_program_that_closes_writes_what_waits(p: Panggung, acara: Acara, buka: Buka) -> None:
    tahan = p.w.host.store._writing
    tahan.acquire()
    for id in p.pos[:5]:
        pindai(p.kode[id])
    tahan.release()
    p.w.close()
    layar.biarkan(10)
    lagi = buka("kota")
    con = lagi.host.store.reader()
    assert [queries.keadaan(con, acara.sesi_id, id).tanda for id in p.pos[:5]] == ["hadir"] * 5


def test_session_and_name_are_asked_and_kept(acara: Acara, buka: Buka) -> None:
    w = buka("kota")
    w.host.store.clock = bimtek_contoh.jam()
    jendela = buka_pintu(w.host, acara.kegiatan_id)
    layar.tunggu(jendela.isActiveWindow, "pintu aktif")
    assert buka_pintu(w.host, acara.kegiatan_id) is jendela
    kode = next(iter(contoh_pintu.undangan(w.host.store, acara.kegiatan_id).values())).token
    for salah in ("", kode):
        tekan(K.Key_A, CTRL)
        tekan(K.Key_Backspace)
        ketik(salah)
        tekan(K.Key_Return)
        assert jendela.sesi is None
    tekan(K.Key_A, CTRL)
    ketik(PINTU)
    tekan(K.Key_Down)
    tekan(K.Key_Return)
    assert jendela.sesi is not None
    assert jendela.sesi.kerja.sesi_id == acara.sore_id
    assert jendela.sesi.meja.judul.text() == f"{PINTU} · Bimbingan teknis susulan"
    jari(K.Key_Escape)
    tekan(K.Key_F12)
    layar.tunggu(lambda: w.host.store.setting("bimtek.pintu.nama") == PINTU, "nama diingat")
    layar.biarkan(20)
    lagi = buka_pintu(w.host, acara.kegiatan_id)
    assert lagi is not jendela
    layar.tunggu(lagi.isActiveWindow, "pintu aktif")
    tekan(K.Key_Return)
    assert lagi.sesi is not None
    assert (lagi.sesi.kerja.sesi_id, lagi.sesi.kerja.nama) == (acara.sore_id, PINTU)
    lagi.tutup()


def test_names_wait_for_their_index_and_codes_do_not(p: Panggung) -> None:
    store = p.w.host.store
    store.local(lambda con: con.execute("INSERT INTO rt_cari_basi SELECT id FROM rt_cari"))
    tahan = store._writing
    tahan.acquire()
    try:
        p.baris("bambang abdullah")
        assert p.isi.kata == text.TUNGGU
        assert p.sesi.isian.text() == "bambang abdullah"
        pindai(p.kode[p.pos[3]])
        assert p.isi.kata == "Masuk"
    finally:
        tahan.release()
    layar.tunggu(lambda: not indeks.basi(store.reader()), "nama siap dicari")
    p.baris("bambang abdullah")
    assert (p.isi.kata, p.isi.nama) == ("Masuk", "Bambang Abdullah")


def test_the_answer_is_there_within_fifty_milliseconds(p: Panggung) -> None:
    """Of work, all of it in this thread: what other programs take meanwhile is not counted."""
    lama = []
    for id in p.pos[:40]:
        ketik(p.kode[id][:-1])
        layar.biarkan(1)
        mulai = time.thread_time()
        ketik(p.kode[id][-1])
        p.sesi.meja.jawaban.repaint()
        lama.append(time.thread_time() - mulai)
        assert p.isi.kata == "Masuk"
    lama.sort()
    assert lama[len(lama) // 2] < 0.05, lama


def test_another_program_with_the_keyboard_is_told_after_a_moment(p: Panggung) -> None:
    p.sesi.aktif(False)
    layar.biarkan(100)
    assert not p.sesi.meja.tak_aktif.isVisible()
    layar.tunggu(p.sesi.meja.tak_aktif.isVisible, "peringatan")
    _klik(p, text.TAK_AKTIF)
    p.sesi.aktif(True)
    assert not p.sesi.meja.tak_aktif.isVisible()


def test_every_widget_belongs_to_the_window(p: Panggung) -> None:
    """One without a parent would be collected with the rest, in whatever thread that happens: Qt falls over that."""
    semua = [p.jendela, *p.jendela.findChildren(QWidget)]
    lepas = [
        (type(induk).__name__, nama)
        for induk in semua
        for nama, isi in vars(induk).items()
        if isinstance(isi, QWidget) and isi.window() is not p.jendela
    ]
    assert not lepas


def test_every_word_of_the_door_is_indonesian() -> None:
    kalimat = [nilai for nama, nilai in vars(text).items() if nama.isupper() and isinstance(nilai, str)]
    assert len(kalimat) > 60
    for satu in kalimat:
        kata = {kata.casefold().strip(".,:;?“”()") for kata in satu.split()}
        assert not kata & (set(ENGLISH) | MORE) - BOTH - ALLOWED, satu
