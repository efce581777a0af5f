"""People at the window: the lock keeps what was typed, another person goes on, the lurah's word, a lost PIN."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.periode import triwulan
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif import rules as tarif_rules
from sipokat_desktop.storage import people_text, users
from tests.ui import contoh_kantor
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN, PIN, Contoh
from tests.ui.layar import (
    CTRL,
    ENTER,
    ESC,
    TURUN,
    biarkan,
    cari,
    fokus,
    form,
    isian,
    ketik,
    lembar,
    pesan,
    siap,
    tekan,
    tertutup,
    tombol,
    tunggu,
)
from tests.ui.test_keputusan import ke
from tests.ui.test_keputusan import masuk as meja
from ui.kit.form import Form
from ui.shell import lock, text
from ui.shell import text_orang as kata
from ui.shell.home import HomePage
from ui.shell.login import LoginPage
from ui.shell.window import MainWindow

PIN_RUDI, PIN_LURAH, PIN_BARU = "9137", "8264", "5173"
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def kantor(tmp_path: Path) -> Path:
    """Nine heads of RT, Siti and Rudi with PINs, a list that is drawn up; no lurah is named."""
    with closing(Office(tmp_path / "pc")) as office:
        office.choose_kelurahan(KELURAHAN)
        users.add(office.store, name="Siti Aminah", pin=PIN)
        users.add(office.store, name="Rudi Hartono", pin=PIN_RUDI)
        contoh_kantor.isi_roster(office)
    return tmp_path / "pc"


def lurah(folder: Path) -> None:
    with closing(Office(folder)) as office:
        users.add(office.store, name="Hj. Rohana", pin=PIN_LURAH, role="lurah")


def masuk(w: MainWindow, pin: str = PIN) -> None:
    tunggu(w.isActiveWindow, "jendela aktif")
    ketik(pin)
    tekan(ENTER)
    tunggu(lambda: not halaman_masuk(w), "masuk")
    siap(w)


def halaman_masuk(w: MainWindow) -> list[LoginPage]:
    return [one for one in w.findChildren(LoginPage) if one.isVisible()]


def kunci(w: MainWindow) -> None:
    tekan(Qt.Key.Key_L, mod=CTRL_SHIFT)
    tunggu(lambda: halaman_masuk(w), "terkunci")


def tampak() -> str:
    """All words that can be read in any window of the program."""
    semua = [w for w in QApplication.allWidgets() if isinstance(w, QWidget) and w.isVisible()]
    return " ".join(w.text() for w in semua if isinstance(w, QLabel | QLineEdit))


def test_the_lock_hides_everything_and_what_was_typed_stays(kantor: Path, buka: Buka) -> None:
    w = buka(kantor)
    masuk(w)
    w.show_page("pengaturan")
    tombol(w.page, kata.SET_TAMBAH).click()
    sheet = lembar()
    ketik("Budi Santoso")
    fokus_dulu, page = fokus(), w.page
    w.people.lock()
    tunggu(lambda: halaman_masuk(w), "terkunci")
    tunggu(w.isActiveWindow, "jendela aktif")
    assert not sheet.isVisible()
    assert "Budi" not in tampak()
    assert text.SET_DATA not in tampak()
    assert kata.KUNCI_JUDUL in tampak()
    ketik("0000")
    tekan(ENTER)
    assert form(w).pesan("pin") == users.PIN_SALAH
    masuk(w)
    tunggu(sheet.isVisible, "lembar kembali")
    assert isian("nama", sheet).nilai() == "Budi Santoso"  # type: ignore[attr-defined]
    assert (w.page, fokus_dulu.isVisible()) == (page, True)
    sheet.buang()


def test_keys_do_nothing_while_locked_and_jobs_go_on(kantor: Path, buka: Buka) -> None:
    w = buka(kantor)
    masuk(w)
    kunci(w)
    selesai: list[int] = []
    w.host.jobs.run(lambda: 7, apa="Menghitung", done=selesai.append, owner=w.host)
    w.host.go("rt")
    for key in (Qt.Key.Key_K, Qt.Key.Key_Z, Qt.Key.Key_Return):
        tekan(key, mod=CTRL)
    tekan(Qt.Key.Key_F10)
    tunggu(lambda: selesai == [7], "pekerjaan selesai")
    assert QApplication.activeModalWidget() is None
    assert halaman_masuk(w)
    masuk(w)
    assert isinstance(w.page, HomePage)


def test_a_dialog_that_comes_while_locked_waits_behind_it(kantor: Path, buka: Buka) -> None:
    from ui.kit.dialog import Sheet

    w = buka(kantor)
    masuk(w)
    kunci(w)
    sheet = Sheet("Rahasia", Form([]), parent=w)
    sheet.open()
    tunggu(lambda: not sheet.isVisible(), "disembunyikan")
    masuk(w)
    tunggu(sheet.isVisible, "kembali")
    sheet.buang()


def test_the_wait_begins_anew_with_every_key_and_ends_in_the_lock(kantor: Path, buka: Buka) -> None:
    w = buka(kantor)
    masuk(w)
    screen = w.people.screen
    assert 4 * 60_000 < screen.left < 6 * 60_000
    w.host.store.set_setting(lock.SETTING, "2")
    jendela = w.windowHandle()
    assert jendela is not None
    tekan_ = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(jendela, tekan_)
    assert 0 < screen.left < 3 * 60_000
    screen.due.emit()
    tunggu(lambda: halaman_masuk(w), "terkunci")
    assert screen.left == -1


def test_without_any_pin_the_lock_says_so(tmp_path: Path, buka: Buka) -> None:
    with closing(Office(tmp_path / "pc")) as office:
        contoh_kantor.kantor_kecil(office)
    w = buka(tmp_path / "pc")
    siap(w)
    tekan(Qt.Key.Key_L, mod=CTRL_SHIFT)
    pesan(w, "belum ada orang dengan PIN")
    assert not halaman_masuk(w)


def test_another_person_goes_on_without_closing_pages(kantor: Path, buka: Buka) -> None:
    w = buka(kantor)
    masuk(w)
    w.show_page("rt")
    page = w.page
    tekan(Qt.Key.Key_F10)
    sheet = lembar()
    tekan(Qt.Key.Key_Tab)
    ketik(PIN_RUDI)
    tekan(ENTER)
    tertutup(sheet)
    pesan(w, "Rudi Hartono")
    assert (w.host.store.user, w.page) == ("Rudi Hartono", page)
    tekan(Qt.Key.Key_F10)
    sheet = lembar()
    tekan(ESC)
    tertutup(sheet)
    assert w.host.store.user == "Rudi Hartono"


def test_the_first_names_the_lurah_who_is_then_asked_on_the_spot(kantor: Path, buka: Buka) -> None:
    """By keys: a person is added as lurah; the next change waits for that PIN, and is done once it is given."""
    w = buka(kantor)
    masuk(w)
    w.show_page("pengaturan")
    tombol(w.page, kata.SET_TAMBAH).click()
    sheet = lembar()
    ketik("Hj. Rohana")
    tekan(ENTER)
    tekan(TURUN, TURUN, ENTER)
    tekan(Qt.Key.Key_Tab) if not isinstance(fokus(), QLineEdit) else None
    ketik(PIN_LURAH)
    tekan(ENTER)
    ketik(PIN_LURAH)
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "Hj. Rohana ditambahkan")
    assert [u.name for u in users.lurahs(w.host.store)] == ["Hj. Rohana"]
    tombol(w.page, kata.SET_TAMBAH).click()
    sheet = lembar()
    ketik("Budi Santoso")
    for kunci_ in ("pin", "pin_lagi"):
        isian(kunci_, sheet)
        ketik("6152")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: QApplication.activeModalWidget() not in (None, sheet), "Lurah diminta")
    setuju = lembar()
    assert kata.SETUJU_JUDUL in tampak()
    ketik("0000")
    tekan(ENTER)
    assert form(setuju).pesan("pin") == users.PIN_SALAH
    ketik(PIN_LURAH)
    tekan(ENTER)
    tertutup(setuju)
    pesan(w, "Budi Santoso ditambahkan")
    assert "Budi Santoso" in {u.name for u in users.everyone(w.host.store)}


def test_no_word_no_change_and_the_form_stays(kantor: Path, buka: Buka) -> None:
    lurah(kantor)
    w = buka(kantor)
    masuk(w)
    w.show_page("pengaturan")
    cari(w.page, QWidget, lambda b: b.accessibleName() == "Ubah Rudi Hartono").click()  # type: ignore[attr-defined]
    sheet = lembar()
    ketik(" S.Sos.")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: QApplication.activeModalWidget() not in (None, sheet), "Lurah diminta")
    setuju = lembar()
    tekan(ESC)
    tertutup(setuju)
    assert "persetujuan Lurah" in sheet.pesan.teks()
    assert sheet.utama.isEnabled()
    assert {u.name for u in users.everyone(w.host.store)} == {"Siti Aminah", "Rudi Hartono", "Hj. Rohana"}
    sheet.buang()


def test_ones_own_pin_is_changed_by_keys(kantor: Path, buka: Buka) -> None:
    w = buka(kantor)
    masuk(w)
    w.show_page("pengaturan")
    tombol(w.page, kata.SET_PIN).click()
    sheet = lembar()
    for isi in ("0000", PIN_BARU, "5174"):
        ketik(isi)
        tekan(ENTER)
    assert form(sheet).pesan("pin_lagi") == kata.PIN_BEDA
    isian("pin_lagi", sheet)
    tekan(Qt.Key.Key_A, mod=CTRL)
    ketik(PIN_BARU)
    tekan(ENTER)
    tunggu(lambda: form(sheet).pesan("pin") == users.PIN_SALAH, "PIN lama salah")
    isian("pin", sheet)
    tekan(Qt.Key.Key_A, mod=CTRL)
    ketik(PIN)
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    pesan(w, kata.PIN_SELESAI)
    siti = users.everyone(w.host.store)[0]
    users.check_pin(w.host.store, siti.id, PIN_BARU)


@pytest.mark.parametrize("cara", ["lurah", "kode"])
def test_a_lost_pin_is_made_anew(kantor: Path, buka: Buka, cara: str) -> None:
    kunci_ = PIN_LURAH
    if cara == "lurah":
        lurah(kantor)
    else:
        with closing(Office(kantor)) as office:
            kunci_, _lembar = office.new_recovery_code()
    w = buka(kantor)
    tombol(w, text.MASUK_LUPA).click()
    sheet = lembar()
    tempat = "pin_lurah" if cara == "lurah" else "kode"
    ketik("4725")
    for kunci_baru in ("pin_baru", "pin_lagi"):
        isian(kunci_baru, sheet)
        ketik(PIN_BARU)
    tekan(ENTER)
    assert form(sheet).pesan(tempat)
    isian(tempat, sheet)
    tekan(Qt.Key.Key_A, mod=CTRL)
    ketik(kunci_)
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    masuk(w, PIN_BARU)
    assert w.host.store.user == "Siti Aminah"


def test_where_nothing_helps_the_way_is_told(kantor: Path, buka: Buka) -> None:
    w = buka(kantor)
    tombol(w, text.MASUK_LUPA).click()
    sheet = lembar()
    assert "Kominfo" in tampak()
    tekan(ESC)
    tertutup(sheet)


def test_too_many_wrong_pins_wait_and_say_how_long(kantor: Path, buka: Buka) -> None:
    w = buka(kantor)
    for _ in range(6):
        ketik("0000")
        tekan(ENTER)
    assert "coba lagi 30 detik lagi" in form(w).pesan("pin")
    assert people_text.PIN_TUNGGU.partition("{")[0] in form(w).pesan("pin")


def test_another_person_opens_the_lock_and_a_lost_pin_is_made_there(kantor: Path, buka: Buka) -> None:
    lurah(kantor)
    w = buka(kantor)
    masuk(w)
    w.show_page("rt")
    page = w.page
    kunci(w)
    tunggu(w.isActiveWindow, "jendela aktif")
    tekan(Qt.Key.Key_Backtab)
    tekan(TURUN, ENTER)
    tombol(w, text.MASUK_LUPA).click()
    sheet = lembar()
    biarkan(50)
    assert sheet.isVisible()
    for kunci_, isi in (("pin_lurah", PIN_LURAH), ("pin_baru", PIN_BARU), ("pin_lagi", PIN_BARU)):
        isian(kunci_, sheet)
        ketik(isi)
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    masuk(w, PIN_BARU)
    assert (w.host.store.user, w.page) == ("Rudi Hartono", page)


def test_the_lurah_approves_the_lock_of_a_list_on_the_spot(kantor: Path, buka: Buka) -> None:
    lurah(kantor)
    w = buka(kantor)
    masuk(w)
    store = w.host.store
    tarif = tarif_rules.baris_tarif(
        KELURAHAN, nama="Insentif", jumlah=550_000, mulai="2024-01", dasar_hukum="SK 1/2024", pajak=0
    )
    insentif.simpan_tarif(store, KELURAHAN, tarif)
    nomor = insentif.susun(store, KELURAHAN, triwulan(w.host.today)).value
    beres: list[object] = []
    kerja = partial(insentif.kunci, store, nomor, lurah="Hj. Rohana", alasan="Disetujui")
    w.host.act(kerja, said="Dikunci.", done=beres.append)
    setuju = lembar()
    ketik(PIN_LURAH)
    tekan(ENTER)
    tertutup(setuju)
    pesan(w, "Dikunci.")
    assert len(beres) == 1
    con = store.reader()
    assert con.execute("SELECT oleh FROM riwayat ORDER BY no DESC").fetchone()[0] == "Siti Aminah, disetujui Hj. Rohana"


def test_who_paid_settles_with_the_lurahs_word_only(contoh: Contoh, buka: Buka) -> None:
    lurah(contoh.pc1)
    w = buka(contoh.pc1)
    t = meja(w)
    ke(t, 0)
    ketik("1")
    ketik("c")
    sheet = lembar()
    ketik("Tercatat di dua komputer")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: QApplication.activeModalWidget() not in (None, sheet), "Lurah diminta")
    setuju = lembar()
    ketik(PIN_LURAH)
    tekan(ENTER)
    tertutup(setuju)
    pesan(w, "dicatat")
    oleh = w.host.store.reader().execute(
        "SELECT oleh FROM riwayat WHERE act LIKE 'putuskan.%' ORDER BY no DESC"
    )  # fmt: skip
    assert oleh.fetchone()[0] == "Siti Aminah, disetujui Hj. Rohana"
