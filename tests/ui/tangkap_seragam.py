"""``python -m tests.ui.tangkap_seragam FOLDER [--skala 1.25] [--hanya X]``: the page Seragam in every state."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.modules.seragam import ops, queries
from sipokat_desktop.modules.seragam.tempat import PENGADAAN
from sipokat_desktop.storage import users
from tests.ui import contoh_kantor, contoh_seragam, layar
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.kamera import Kamera
from tests.ui.layar import ALT, CTRL, ENTER, ESC, TURUN, cari, ketik, tekan
from tests.ui.tangkap_seragam_528 import kota_528
from tests.ui.tangkap_seragam_kecamatan import kecamatan
from ui.kit.chips import Chip
from ui.kit.choice import ChoiceField
from ui.modules.seragam import impor, papers, text, text_serah, text_stok
from ui.modules.seragam.detail import Detail
from ui.shell.window import MainWindow

K = Qt.Key


def _tunggu(w: MainWindow) -> None:
    layar.tunggu(lambda: not w.jobs.sedang, "pekerjaan selesai", 30)


def _menu(k: Kamera, w: MainWindow, nama: str, kata: str) -> None:
    """Open a menu of the page, take a picture, close it."""
    layar.tombol(w.page, kata).click()
    k.foto(w, nama)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    w.activateWindow()
    layar.biarkan(50)
    w.page.setFocus()


def _serah(w: MainWindow, *siapa: str) -> None:
    for satu in siapa:
        ketik(satu)
        tekan(ENTER)
        _tunggu(w)


def kosong(k: Kamera, folder: Path) -> None:
    """An office without a purchase."""
    office = Office(folder)
    office.choose_kelurahan(KELURAHAN)
    users.add(office.store, name="Siti Aminah")
    contoh_kantor.isi_roster(office)
    office.close()
    with k.jendela(folder) as w:
        w.show_page("seragam")
        k.foto(w, "kosong")
        k.sekilas(w, "pengadaan-baru", lambda: tekan(K.Key_N, mod=CTRL))


def kelurahan(k: Kamera, folder: Path) -> None:
    """A kelurahan of eighteen: sizes, hand-over with every answer, sheets, menus, the stock, papers."""
    contoh_seragam.kelurahan_sendiri(folder, tiba=False)
    with k.jendela(folder) as w:
        w.show_page("beranda")
        k.foto(w, "beranda")
        w.show_page("seragam")
        k.foto(w, "semua")
        tekan(ENTER)
        k.foto(w, "belum-tiba")
        _ukuran(k, w)
        _terima(k, w)
        _serahkan(k, w)
        _lembar(k, w)
        _stok(k, w)
        _akhir(k, w)


def _ukuran(k: Kamera, w: MainWindow) -> None:
    tekan(K.Key_F2)
    k.foto(w, "ukuran")
    ketik("xl w")
    k.foto(w, "ukuran-diketik")
    tekan(ENTER)
    k.foto(w, "ukuran-berikut")
    ketik("jumbo")
    k.foto(w, "ukuran-salah")
    tekan(ESC)
    layar.tabel(w.page).setFocus()
    tekan(TURUN, TURUN, mod=Qt.KeyboardModifier.ShiftModifier)
    k.foto(w, "ukuran-banyak")
    tekan(ESC)
    with TemporaryDirectory() as sementara:
        berkas = Path(sementara) / "ukuran.csv"
        isi = (
            "RT;Nama;Ukuran",
            "15;Ketua Baru 15;khusus 104",
            "03;Iskandar Muda;XL",
            "05;Hasan Basri;jumbo",
            "40;Siapa;L",
        )
        berkas.write_text("\n".join(isi), encoding="utf-8")
        detail = cari(w.page, Detail)
        k.sekilas(w, "ukuran-impor", lambda: impor.baca(detail, w.host, detail.isi, berkas))


def _terima(k: Kamera, w: MainWindow) -> None:
    tekan(K.Key_S, mod=ALT)
    k.foto(w, "stok-kosong")
    sheet = k.lembar(w, "terima-kosong", lambda: tekan(K.Key_N, mod=CTRL))
    ketik("027/SJ/1")
    tekan(ENTER, ENTER)
    for angka in ("2", "4", "5", "4", "2"):
        ketik(angka)
        tekan(ENTER)
    k.foto(w, "terima")
    ketik("99")
    tekan(K.Key_S, mod=CTRL)
    k.foto(w, "terima-salah")
    sheet.done(0)
    w.activateWindow()
    _tunggu(w)
    (p,) = queries.pengadaan(w.host.store.reader())
    isi = queries.isi(w.host.store.reader(), p.pengadaan_id)
    ops.terima(w.host.store, p.pengadaan_id, dari=PENGADAAN, ke=KELURAHAN, isi=isi, nomor="027/SJ/1")
    w.show_page("seragam", p.pengadaan_id)
    w.messages.tutup()


def _serahkan(k: Kamera, w: MainWindow) -> None:
    k.foto(w, "dibuka")
    ketik("3")
    k.foto(w, "akan")
    tekan(ENTER)
    k.foto(w, "diterima")
    ketik("3")
    k.foto(w, "sudah")
    tekan(ENTER)
    k.foto(w, "sudah-ditolak")
    _serah(w, "11")
    ketik("17")
    k.foto(w, "habis")
    tekan(ENTER)
    k.foto(w, "habis-ditolak")
    ketik("15")
    k.foto(w, "khusus")
    tekan(ESC)
    ketik("ketua")
    tekan(ENTER)
    k.foto(w, "beberapa")
    tekan(ESC)
    ketik("88")
    k.foto(w, "tak-ada")
    tekan(ESC)
    layar.tabel(w.page).setFocus()
    tekan(K.Key_Home)
    tekan(TURUN, TURUN, mod=Qt.KeyboardModifier.ShiftModifier)
    k.foto(w, "dipilih-beberapa")
    _acara(k, w)


def _acara(k: Kamera, w: MainWindow) -> None:
    cara = cari(w.page, ChoiceField, lambda c: c.accessibleName() == text_serah.CARA)
    cara.setFocus()
    ketik("simbolis")
    tekan(ENTER)
    ketik("5")
    tekan(ENTER)
    k.foto(w, "acara-kosong")
    ketik("HUT Kota")
    tekan(ENTER)
    k.foto(w, "acara")
    cara.setFocus()
    ketik("diambil di kelurahan")
    tekan(ENTER)
    tekan(ESC)
    tekan(K.Key_Z, mod=CTRL)
    k.foto(w, "diurungkan")
    w.messages.tutup()


def _lembar(k: Kamera, w: MainWindow) -> None:
    _serah(w, "3", "5")
    ketik("6")
    k.sekilas(w, "kuasa", lambda: tekan(K.Key_F7))
    tekan(ESC)
    ketik("3")
    for nama, kunci in (("tukar", K.Key_F6), ("ganti", K.Key_F9)):
        k.sekilas(w, nama, lambda kunci=kunci: tekan(kunci))  # type: ignore[misc]
    layar.tabel(w.page).setFocus()
    k.sekilas(w, "batal", lambda: tekan(K.Key_Delete))
    k.sekilas(w, "riwayat", layar.tombol(w.page, "Riwayat").click)
    w.page.setFocus()
    tekan(ESC)
    sheet = k.lembar(w, "kecuali", lambda: tekan(K.Key_T, mod=CTRL))
    ketik("1, 4-6")
    k.foto(w, "kecuali-diketik")
    sheet.done(0)
    w.activateWindow()
    _menu(k, w, "tindakan", text.TINDAKAN)
    _menu(k, w, "cetak", text.CETAK)


def _stok(k: Kamera, w: MainWindow) -> None:
    tekan(K.Key_S, mod=ALT)
    k.foto(w, "stok")
    layar.tabel(w.page).selectRow(3)
    k.sekilas(w, "sesuaikan", layar.tombol(w.page, text_stok.SESUAIKAN).click)
    (p,) = queries.pengadaan(w.host.store.reader())
    selisih: Fields = {
        "pengadaan_id": p.pengadaan_id, "jenis": "selisih", "dari": KELURAHAN, "ke": "selisih", "model": "Pria",
        "ukuran": "M", "jumlah": 6, "tanggal": "2026-11-20", "slot": "uji|1", "alasan": "Rusak kena air",
    }  # fmt: skip
    w.host.store.write("seragam.selisih", lambda tx: tx.append("seragam_gerak", selisih, scope=KELURAHAN))
    w.page.load()
    layar.tabel(w.page).selectRow(1)
    k.foto(w, "stok-selisih")
    for kata in (text_stok.KIRIMAN, text_stok.CATATAN):
        cari(w.page, Chip, lambda c, kata=kata: c.text() == kata).click()  # type: ignore[misc]
        k.foto(w, f"stok-{kata.split()[-1].lower()}")
    _menu(k, w, "stok-tindakan", text_stok.TINDAKAN)
    _menu(k, w, "stok-cetak", text_stok.CETAK)
    w.show_page("seragam", p.pengadaan_id)
    k.foto(w, "dibuka-selisih")
    detail = cari(w.page, Detail)
    k.sekilas(w, "f8", lambda: papers.tanda_terima(detail, w.host, detail.isi, KELURAHAN))
    k.sekilas(w, "f8b", lambda: papers.matriks(detail, w.host, detail.isi))


def _akhir(k: Kamera, w: MainWindow) -> None:
    (p,) = queries.pengadaan(w.host.store.reader())
    ops.selesai(w.host.store, p.pengadaan_id)
    w.page.load()
    k.foto(w, "selesai")
    k.sekilas(w, "ubah", lambda: _ubah(w))


def _ubah(w: MainWindow) -> None:
    from ui.modules.seragam import pengadaan_lembar

    detail = cari(w.page, Detail)
    pengadaan_lembar.ubah(detail, w.host, detail.isi)


def main() -> int:
    """Take all pictures; returns the exit code."""
    k, hanya = Kamera.dari_perintah(__doc__)
    for bagian in (kosong, kelurahan, kecamatan, kota_528):
        if hanya in bagian.__name__:
            with TemporaryDirectory(prefix="sipokat-") as sementara:
                bagian(k, Path(sementara))
    return 0


if __name__ == "__main__":
    sys.exit(main())
