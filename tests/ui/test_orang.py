"""People at the window: the lock keeps what was typed, another person goes on, the lurah's word, a lost PIN."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from sipokat_desktop.kernel.periode import triwulan
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif import rules as tarif_rules
from sipokat_desktop.storage import users
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN, PIN, Contoh
from tests.ui.layar import (
    CTRL,
    ENTER,
    ESC,
    TURUN,
    cari,
    fokus,
    form,
    isian,
    ketik,
    lembar,
    pesan,
    tekan,
    tertutup,
    tombol,
    tunggu,
)
from tests.ui.orang import PIN_BARU, PIN_LURAH, PIN_RUDI, kantor, lurah, masuk, tampak
from tests.ui.test_keputusan import ke
from tests.ui.test_keputusan import masuk as meja
from ui.shell import text_orang as kata

__all__ = ["kantor"]


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
    w.show_page("pengaturan", "orang")
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
    assert kata.SETUJU_JUDUL.format(kepala="Lurah") in tampak()
    assert "kedua nama tercatat di riwayat" not in tampak(), "perubahan orang tidak ada di riwayat"
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
    w.show_page("pengaturan", "orang")
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
    w.show_page("pengaturan", "orang")
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
    tunggu(lambda: "Lurah dapat menyetujuinya di sini" in tampak(), "siapa yang memutuskan")
    ketik("1")
    ketik("c")
    sheet = lembar()
    ketik("Tercatat di dua komputer")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: QApplication.activeModalWidget() not in (None, sheet), "Lurah diminta")
    lembar()
    ketik(PIN_LURAH)
    tekan(ENTER)
    pesan(w, "dicatat")
    oleh = w.host.store.reader().execute(
        "SELECT oleh FROM riwayat WHERE act LIKE 'putuskan.%' ORDER BY no DESC"
    )  # fmt: skip
    assert oleh.fetchone()[0] == "Siti Aminah, disetujui Hj. Rohana"
