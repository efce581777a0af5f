"""Every answer of the door, marks other than hadir, taking back, and what happens when the disk refuses."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt

from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.modules.bimtek import hadir_ops, pintu, queries
from sipokat_desktop.modules.bimtek import ops as acara_ops
from tests.contoh_528 import KELURAHAN
from tests.ui import contoh_pintu, layar
from tests.ui.contoh_pintu import LAIN, PINTU, SORE, TAMU, jari, ketik, pindai, tekan
from tests.ui.panggung_pintu import Panggung, acara, p
from ui.kit.labels import MARK_OF
from ui.kit.theme import Role
from ui.modules.bimtek import text_pintu as text

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
__all__ = ["acara", "p"]
"""Fixtures."""


def _lain(p: Panggung, jabatan_id: str, tanda: str = "hadir") -> None:
    """Another door records somebody, and the sync brings it."""
    hadir_ops.catat(p.w.host.store, p.acara.sesi_id, jabatan_id, tanda, pintu=LAIN, tetap=True)


def _tampak(p: Panggung, role: Role, kata: str, kejadian: str = "") -> None:
    isi = p.isi
    assert (isi.role, isi.kata) == (role, kata), isi
    assert kejadian in isi.kejadian, isi


def test_in_already_and_other_sessions_each_with_sign_and_words(p: Panggung, monkeypatch: pytest.MonkeyPatch) -> None:
    satu, dua, tiga = p.pos[:3]
    _tampak(p, Role.AKSEN, text.SIAP)
    monkeypatch.setattr(pintu, "remarks", lambda *_: ("Seragam XL, belum diambil",))
    pindai(p.kode[satu])
    _tampak(p, Role.BAIK, "Masuk", "Hadir dicatat pukul 07.30")
    assert p.isi.nama == "Bambang Abdullah"
    assert p.isi.tempat == "RT 02 Air Kuti"
    assert p.isi.catatan == ("Seragam XL, belum diambil",)
    assert p.sesi.meja.jawaban.accessibleName().startswith("Masuk. Bambang Abdullah. RT 02 Air Kuti")
    pindai(p.kode[satu])
    _tampak(p, Role.PERHATIAN, "Sudah masuk", "Hadir pukul 07.30, pintu ini")
    _lain(p, dua)
    pindai(p.kode[dua])
    _tampak(p, Role.PERHATIAN, "Sudah masuk", f"Hadir pukul 07.30, {LAIN}")
    assert not p.sesi.meja.tetap.isEnabled()
    _lain(p, tiga, "izin")
    pindai(p.kode[tiga])
    _tampak(p, Role.PERHATIAN, "Tercatat Izin", LAIN)
    assert p.sesi.meja.tetap.text() == "Jadikan Hadir"
    tekan(K.Key_F9)
    _tampak(p, Role.BAIK, "Masuk")
    p.beres()
    assert [p.tanda(id) for id in (satu, dua, tiga)] == ["hadir"] * 3
    assert set(p.semua().values()) == {1}
    assert len({MARK_OF[role] for role in (Role.BAIK, Role.PERHATIAN, Role.SALAH)}) == 3, "a sign of its own for each"


def test_who_is_recorded_under_another_head_is_named_and_put_right_by_one_key(p: Panggung) -> None:
    """A door that had not heard of the change of head recorded the former one."""
    satu, store = p.pos[0], p.w.host.store
    _lain(p, satu)
    (row,) = store.reader().execute("SELECT id FROM bimtek_hadir").fetchone()
    store.write("uji", lambda tx: tx.update("bimtek_hadir", row, {"masa_id": "masa-lama", "nama": "Ketua Lama"}))
    pindai(p.kode[satu])
    _tampak(p, Role.PERHATIAN, "Atas nama lain", f"Hadir pukul 07.30, {LAIN} atas nama Ketua Lama")
    assert p.isi.nama == "Bambang Abdullah"
    tekan(K.Key_F9)
    _tampak(p, Role.BAIK, "Masuk")
    p.beres()
    nama = queries.keadaan(store.reader(), p.acara.sesi_id, satu).nama
    assert (nama, sum(p.semua().values())) == ("Bambang Abdullah", 1)


def test_who_does_not_belong_here_is_recorded_by_one_key_only(p: Panggung) -> None:
    pindai(p.kode[SORE])
    _tampak(p, Role.PERHATIAN, "Sesi lain", "Sesinya: Bimbingan teknis susulan · 20 November 2017 13.00")
    p.baris("1 Air Kuti")
    _tampak(p, Role.PERHATIAN, "Tanpa undangan", "Tidak ada di daftar undangan")
    p.beres()
    assert not p.semua()
    tekan(K.Key_F9)
    p.beres()
    _tampak(p, Role.BAIK, "Masuk")
    tekan(K.Key_Down)
    tekan(K.Key_Down)
    assert p.isi.kata == "Sesi lain", "the older one chosen in the list"
    tekan(K.Key_F9)
    p.beres()
    assert (p.tanda(SORE), p.tanda(TAMU)) == ("hadir", "hadir")


def test_other_events_and_unknown_codes_are_red_and_never_block(p: Panggung) -> None:
    lain = contoh_pintu.undangan(p.w.host.store, p.acara.lain_id)[f"{KELURAHAN[0]}-j-2"].token
    pindai(lain)
    _tampak(p, Role.SALAH, "Acara lain", "Pelatihan Kamtibmas")
    pindai("ABCDEFGHIJKLM")
    _tampak(p, Role.SALAH, "Tidak dikenal")
    p.baris("Tidak Ada Orangnya")
    _tampak(p, Role.SALAH, "Tidak dikenal", "Tidak Ada Orangnya")
    pindai(p.kode[p.pos[0]])
    _tampak(p, Role.BAIK, "Masuk")
    p.beres()
    assert list(p.semua()) == [(p.pos[0], "hadir")]
    assert [kedua.rpartition(" · ")[2] for _, kedua in p.daftar()] == [
        "Masuk", "Tidak dikenal", "Tidak dikenal", "Acara lain",
    ]  # fmt: skip


def test_marks_for_the_person_shown_or_typed(p: Panggung) -> None:
    tekan(K.Key_F2)
    _tampak(p, Role.PERHATIAN, text.SIAPA)
    satu, dua, tiga, empat = p.pos[:4]
    pindai(p.kode[satu])
    layar.biarkan(60)
    tekan(K.Key_F3)
    _tampak(p, Role.AKSEN, "Sakit", "Sakit dicatat pukul 07.30")
    p.baris("4 Air Kuti", K.Key_F2)
    _tampak(p, Role.AKSEN, "Izin")
    assert p.isi.tempat == "RT 04 Air Kuti"
    _lain(p, dua)
    p.baris("3 Air Kuti", K.Key_F4)
    _tampak(p, Role.PERHATIAN, "Sudah masuk", LAIN)
    assert p.sesi.meja.tetap.text() == "Jadikan Alpa"
    tekan(K.Key_F9)
    p.beres()
    assert [p.tanda(id) for id in (satu, dua, tiga, empat)] == ["sakit", "alpa", "izin", ""]
    assert set(p.semua().values()) == {1}
    assert p.daftar()[2] == ("Bambang Abdullah", "RT 02 Air Kuti · Sakit")
    assert p.daftar()[3] == ("Bambang Abdullah", f"RT 02 Air Kuti · {text.DIGANTI}")


def test_a_proxy_has_a_name_and_a_scan_meanwhile_counts(p: Panggung) -> None:
    satu, dua, tiga = p.pos[:3]
    p.baris("2 Air Kuti", K.Key_F6)
    assert p.isi.kata == text.TANYA_WAKIL
    assert p.sesi.meja.label.text() == "Nama yang mewakili RT 02 Air Kuti · Bambang Abdullah, lalu Enter"
    p.baris("Rudi Hartono")
    _tampak(p, Role.BAIK, "Diwakili", "Diwakili Rudi Hartono")
    pindai(p.kode[satu])
    _tampak(p, Role.PERHATIAN, "Sudah tercatat Diwakili", "Diwakili Rudi Hartono pukul 07.30")
    assert p.sesi.meja.tetap.text() == "Jadikan Hadir"
    p.baris("3 Air Kuti", K.Key_F6)
    ketik("Ru")
    pindai(p.kode[tiga])
    _tampak(p, Role.BAIK, "Masuk")
    assert p.isi.nama == "Darmawan Abdullah"
    assert "Candra Abdullah belum dicatat" in p.isi.catatan[0]
    p.baris("3 Air Kuti", K.Key_F6)
    jari(K.Key_Escape)
    assert not p.sesi.meja.palang.isVisible(), "Esc leaves the question of the proxy, not the door"
    p.beres()
    assert [p.tanda(id) for id in (satu, dua, tiga)] == ["diwakili", "", "hadir"]
    assert queries.keadaan(p.w.host.store.reader(), p.acara.sesi_id, satu).wakil == "Rudi Hartono"


def test_the_last_and_a_chosen_scan_are_taken_back(p: Panggung) -> None:
    jari(K.Key_Z, CTRL)
    assert p.isi.kejadian == text.TAK_ADA_BATAL
    for id in p.pos[:6]:
        pindai(p.kode[id])
    layar.biarkan(60)
    jari(K.Key_Z, CTRL)
    jari(K.Key_Z, CTRL)
    _tampak(p, Role.AKSEN, "Dibatalkan")
    layar.biarkan(30)
    for _ in range(5):
        tekan(K.Key_Down)
    assert p.isi.nama == "Candra Abdullah"
    jari(K.Key_Delete)
    pindai(p.kode[p.pos[5]])
    _tampak(p, Role.BAIK, "Masuk")
    p.beres()
    assert [p.tanda(id) for id in p.pos[:6]] == ["hadir", "", "hadir", "hadir", "", "hadir"]
    coret = [satu.coret for satu in p.sesi.meja.daftar.baris]
    assert coret == [False, True, True, False, False, True, False]
    layar.tunggu(lambda: p.sesi.meja.hadir.kata().startswith("4 hadir dari"), "hitungan")


def test_taking_back_a_change_gives_the_earlier_mark_back(p: Panggung) -> None:
    _lain(p, p.pos[0], "izin")
    pindai(p.kode[p.pos[0]])
    tekan(K.Key_F9)
    p.beres()
    assert p.tanda(p.pos[0]) == "hadir"
    jari(K.Key_Z, CTRL)
    p.beres()
    assert p.tanda(p.pos[0]) == "izin"


def test_marks_of_other_doors_appear_in_the_figures_and_the_sync_goes_on(p: Panggung) -> None:
    diminta: list[bool] = []
    p.w.host.disimpan.connect(lambda: diminta.append(True))
    p.sesi.kerja._segera.setInterval(20)
    for id in p.pos[:4]:
        pindai(p.kode[id])
    layar.tunggu(lambda: bool(diminta), "sinkron diminta")
    for id in p.pos[10:16]:
        _lain(p, id)
    layar.tunggu(lambda: "Pintu ini 4 · Semua pintu 10" in p.sesi.meja.hadir.kata(), "hitungan")
    assert p.sesi.meja.hadir.kata().startswith("10 hadir dari ")


def test_what_the_disk_refuses_is_red_and_saved_by_one_key(p: Panggung, monkeypatch: pytest.MonkeyPatch) -> None:
    store = p.w.host.store
    satu, dua, tiga = p.pos[:3]
    with monkeypatch.context() as m:
        m.setattr(store, "write", _penuh)
        pindai(p.kode[satu])
        assert p.isi.kata == "Masuk", "the answer does not wait for the disk"
        layar.tunggu(lambda: p.isi.kata == "Belum tersimpan", "merah")
        _tampak(p, Role.SALAH, "Belum tersimpan", "Diska penuh. Belum tersimpan.")
    pindai(p.kode[dua])
    _tampak(p, Role.BAIK, "Masuk")
    p.beres()
    assert p.tanda(satu) == ""
    assert p.sesi.meja.simpan.teks() == "1 belum tersimpan"
    tekan(K.Key_Down)
    tekan(K.Key_Down)
    tekan(K.Key_F9)
    p.beres()
    layar.biarkan(10)
    assert p.sesi.meja.simpan.teks() == text.SEMUA_TERSIMPAN
    with monkeypatch.context() as m:
        m.setattr(store, "write", _penuh)
        pindai(p.kode[tiga])
        layar.tunggu(lambda: p.isi.kata == "Belum tersimpan", "merah")
    pindai(p.kode[tiga])
    p.beres()
    assert [p.tanda(id) for id in (satu, dua, tiga)] == ["hadir"] * 3, "scanning again saves too"
    layar.biarkan(10)
    assert p.sesi.meja.simpan.teks() == text.SEMUA_TERSIMPAN


def _penuh(*_isi: object) -> None:
    time.sleep(0.1)
    raise Gangguan("Diska penuh.", "Kosongkan sebagian diska.")


def test_an_event_closed_by_somebody_else_says_so(p: Panggung) -> None:
    acara_ops.selesai(p.w.host.store, p.acara.kegiatan_id)
    pindai(p.kode[p.pos[0]])
    layar.tunggu(lambda: p.isi.kata == text.TAK_TERCATAT, "ditolak")
    assert "selesai" in p.isi.kejadian
    assert not p.semua()


def test_two_doors_at_once_the_writer_has_the_last_word(p: Panggung) -> None:
    store = p.w.host.store
    tahan = store._writing
    tahan.acquire()
    try:
        pindai(p.kode[p.pos[0]])
        pindai(p.kode[p.pos[1]])
        assert p.isi.kata == "Masuk"
        layar.biarkan(50)
        assert p.sesi.meja.simpan.teks() == "2 sedang disimpan"
        _lain(p, p.pos[0])
    finally:
        tahan.release()
    p.beres()
    layar.biarkan(10)
    assert set(p.semua().values()) == {1}
    assert p.daftar()[1] == ("Bambang Abdullah", "RT 02 Air Kuti · Sudah masuk")
    assert PINTU not in p.isi.kejadian
