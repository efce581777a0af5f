"""``python -m tests.ui.tangkap_orang FOLDER [--skala 1.25]``: login, lock, people in the settings, the lurah's word."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt

from sipokat_desktop.app import Office
from sipokat_desktop.storage import users
from tests.ui import contoh_kantor, layar
from tests.ui.contoh_kantor import KELURAHAN, PIN
from tests.ui.kamera import Kamera
from ui.shell import text
from ui.shell import text_orang as kata
from ui.shell.window import MainWindow


def _siapkan(folder: Path) -> None:
    with closing(Office(folder)) as office:
        office.choose_kelurahan(KELURAHAN)
        users.add(office.store, name="Siti Aminah", pin=PIN)
        users.add(office.store, name="Rudi Hartono, S.Sos.", pin=PIN, role="bendahara")
        lama = users.add(office.store, name="Muhammad Adiningrat Prawirodirdjo Kusumonegoro, S.Pd., M.Si.")
        users.change(office.store, lama.id, name=lama.name, role=lama.role, active=False)
        users.add(office.store, name="Hj. Rohana, S.E.", pin="8264", role="lurah")
        contoh_kantor.isi_roster(office)


def _masuk(k: Kamera, w: MainWindow) -> None:
    k.foto(w, "masuk")
    for _ in range(6):
        layar.ketik("0000")
        layar.tekan(layar.ENTER)
    k.foto(w, "masuk-menunggu")
    layar.tombol(w, text.MASUK_LUPA).click()
    k.foto(w, "lupa-pin")
    layar.dialog().done(0)
    siti, *_ = users.everyone(w._office.store)
    w._office.store.local(lambda con: con.execute("UPDATE pengguna SET salah = 0, tunggu = 0"))
    w.enter(siti)


def _orang(k: Kamera, w: MainWindow) -> None:
    w.show_page("pengaturan", "orang")
    k.foto(w, "pengaturan")
    k.sekilas(w, "tambah", layar.tombol(w.page, kata.SET_TAMBAH).click)
    k.sekilas(w, "ubah", layar.tombol(w.page, kata.SET_UBAH).click)
    k.sekilas(w, "pin", layar.tombol(w.page, kata.SET_PIN).click)
    k.sekilas(w, "ganti", w.people.switch)
    layar.tombol(w.page, kata.SET_TAMBAH).click()
    lembar = layar.lembar()
    layar.ketik("Budi")
    for kunci in ("pin", "pin_lagi"):
        layar.isian(kunci, lembar)
        layar.ketik("6152")
    layar.tekan(Qt.Key.Key_S, mod=layar.CTRL)
    layar.tunggu(lambda: k.app.activeModalWidget() is not lembar, "Lurah diminta")
    k.foto(w, "setuju")
    layar.dialog().reject()
    k.foto(w, "tanpa-setuju")
    w.people.lock()
    k.foto(w, "terkunci")
    w._tempat.currentWidget()._enter(users.everyone(w.host.store)[0])  # type: ignore[union-attr]
    lembar.buang()


def main() -> int:
    """Take the pictures."""
    k, _ = Kamera.dari_perintah(__doc__)
    with TemporaryDirectory() as folder:
        _siapkan(Path(folder) / "pc")
        with k.jendela(Path(folder) / "pc") as w:
            _masuk(k, w)
            _orang(k, w)
    return 0


if __name__ == "__main__":
    sys.exit(main())
