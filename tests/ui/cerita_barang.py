"""A phone's whole life played by keys, step by step; the test and the camera tell it both (DOMAIN §4).

Recorded, handed out, broken, mended, lost with a police letter, replaced; its head replaced through *Ganti ketua RT*
with the hand-over of the replacement; passed on, withdrawn. Every step leaves its paper.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt

from sipokat_desktop.app import Office
from sipokat_desktop.modules.ponsel.model import Unit
from tests.ui import contoh_barang, contoh_kantor
from tests.ui.contoh_barang import imei
from tests.ui.halaman_barang import ke, masuk, menu, panel, units
from tests.ui.layar import (
    ALT,
    CTRL,
    ENTER,
    form,
    halaman,
    isian,
    ketik,
    lembar,
    pesan,
    tabel,
    tekan,
    tertutup,
    tombol,
    tunggu,
)
from ui.modules.ponsel import text
from ui.shell.window import MainWindow

S = Qt.Key.Key_S
LAMA, BARU, RT = imei(0), imei(2), "03"
"""The phone of the story and the one that replaces it, and the RT whose head holds them."""


def kantor(folder: Path) -> None:
    """Build the office: nine heads of RT, no goods."""
    with closing(Office(folder)) as office:
        contoh_barang.jam(office, "2026-01-05")
        contoh_kantor.kantor_kecil(office)


def pada(w: MainWindow, hari: str) -> None:
    """Let it be a day (ISO)."""
    contoh_barang.jam(w._office, hari)  # type: ignore[arg-type]
    w._pages.mark_all()
    w.refresh()
    tunggu(lambda: not w.jobs.sedang, "dimuat lagi")


def hp(w: MainWindow, nomor: str) -> Unit:
    """Return the phone with an IMEI as the store has it."""
    return next(u for u in units(w) if u.imei1 == nomor)


def catat(w: MainWindow) -> None:
    """Record both phones one after another."""
    pada(w, "2026-01-05")
    masuk(w)
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    ketik("Samsung")
    tekan(ENTER)
    ketik("Galaxy A05")
    isian("kelengkapan", sheet)
    ketik("kotak, pengisi daya, kabel")
    isian("imei1", sheet)
    ketik(LAMA)
    tekan(Qt.Key.Key_N, mod=CTRL)
    tunggu(lambda: len(units(w)) == 1 and not form(sheet).nilai()["imei1"], "yang pertama tersimpan")
    ketik(BARU)
    tekan(S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: tabel(w.page).row_count() == 2, "dua HP")


def serahkan(w: MainWindow) -> None:
    """Hand the phone to the head of RT 03."""
    pada(w, "2026-01-12")
    ke(w, LAMA)
    tekan(S, mod=ALT)
    sheet = lembar()
    ketik(RT)
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "diserahkan kepada")


def rusak_diperbaiki(w: MainWindow) -> None:
    """It breaks, and is mended."""
    pada(w, "2026-02-02")
    ke(w, LAMA)
    tekan(Qt.Key.Key_J, mod=ALT)
    sheet = lembar()
    isian("uraian", sheet)
    ketik("Layar pecah karena jatuh")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "dicatat rusak")
    pada(w, "2026-02-10")
    tunggu(lambda: "Layar pecah" in panel(w), "kejadian di panel")
    tombol(w.page, text.DIPERBAIKI).click()
    sheet = lembar()
    isian("uraian", sheet)
    ketik("Layar diganti")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "sudah diperbaiki")


def hilang(w: MainWindow) -> None:
    """It is lost; the police letter comes a day later."""
    pada(w, "2026-03-01")
    ke(w, LAMA)
    tekan(Qt.Key.Key_J, mod=ALT)
    sheet = lembar()
    ketik("Hilang")
    isian("uraian", sheet)
    ketik("Hilang di pasar")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "dicatat hilang")
    pada(w, "2026-03-02")
    tunggu(lambda: text.TANPA_POLISI in panel(w), "surat belum ada")
    tombol(w.page, text.SURAT).click()
    sheet = lembar()
    ketik("SKTLK/41/III/2026/Polsek")
    tekan(ENTER)
    ketik("2/3/2026")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: "Surat polisi SKTLK/41" in panel(w), "surat di panel")


def ganti(w: MainWindow) -> None:
    """The other phone replaces it in one act."""
    pada(w, "2026-03-05")
    ke(w, LAMA)
    tombol(w.page, text.GANTI).click()
    sheet = lembar()
    ketik("HP Samsung")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "diganti dengan")


def ganti_ketua(w: MainWindow) -> None:
    """The head of RT 03 is replaced in Data RT; the phone goes to the new head in the same act."""
    pada(w, "2026-04-01")
    halaman(w, "rt")
    t = tabel(w.page)
    t.setFocus()
    ketik(f"RT {RT}")
    tunggu(lambda: t.row_count() == 1, "tersaring")
    tekan(Qt.Key.Key_Down)
    tombol(w.page, "Ganti ketua").click()
    sheet = lembar()
    ketik("31/3/2026")
    tekan(ENTER)
    ketik("Pindah")
    tekan(S, mod=CTRL)
    ketik("Herman Efendi")
    isian("sk_nomor", sheet)
    ketik("141/51/KPTS/LS/2026")
    tekan(S, mod=CTRL)
    serah = next(kunci for kunci in form(sheet).nilai() if kunci.startswith("barang."))
    isian(serah, sheet)
    ketik("Dialihkan")
    isian("cetak", sheet)
    ketik("Jangan")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "diganti")
    masuk(w)


def alihkan(w: MainWindow) -> None:
    """The head passes it on to the head of RT 04."""
    pada(w, "2026-04-10")
    ke(w, BARU)
    menu(text.ALIHKAN)
    sheet = lembar()
    ketik("04")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "dialihkan kepada")


def tarik(w: MainWindow) -> None:
    """It is withdrawn in the end."""
    pada(w, "2026-04-20")
    ke(w, BARU)
    menu(text.TARIK)
    sheet = lembar()
    ketik("Sudah tua, dihapus dari daftar barang")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "ditarik")


LANGKAH = (catat, serahkan, rusak_diperbaiki, hilang, ganti, ganti_ketua, alihkan, tarik)
"""The story from its beginning to its end."""
