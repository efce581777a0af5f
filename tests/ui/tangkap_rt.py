"""``python -m tests.ui.tangkap_rt FOLDER [--skala 1.25]``: pictures of the acts of Data RT, empty and wrong too."""

from __future__ import annotations

import sys
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt

from sipokat_desktop.app import Office
from sipokat_desktop.modules.ponsel import ops as ponsel
from sipokat_desktop.modules.rt import hapus, ops
from sipokat_desktop.storage import users
from tests.ui import contoh_kantor, layar
from tests.ui.contoh_kantor import KELURAHAN, baris, ubah
from tests.ui.kamera import Kamera
from ui.kit import riwayat, sampah
from ui.kit.dialog import Sheet
from ui.kit.filter import FilterField
from ui.modules.rt import foto, ganti, kembar, massal, sheets
from ui.shell.window import MainWindow


def _siapkan(folder: Path) -> None:
    with closing(Office(folder)) as office:
        office.choose_kelurahan(KELURAHAN)
        users.add(office.store, name="Siti Aminah")
        office.store.user = "Siti Aminah"
        contoh_kantor.isi_roster(office)
        ubah(office, "05", hp="081234567890", alamat="Jl. Depati Said No. 16 A", tmt="2023-11-20", rangkap="Ketua LPM")
        ubah(office, "05", hp="081234567891")
        ops.tambah(office.store, KELURAHAN, {"nomor": "10", "nama": "Hasan Basri", "hp": "081234567891"})
        ops.tambah(office.store, KELURAHAN, {"nomor": "11", "nama": "Salah Catat", "tmt": "2024-01-01"})
        hapus.hapus_jabatan(office.store, baris(office, "11").jabatan_id)
        akhir = {"akhir_nyata": "2026-01-31", "alasan_akhir": "mengundurkan_diri"}
        ops.akhiri(office.store, masa_id=baris(office, "08").masa_id or "", isian=akhir)
        hapus.hapus_masa(office.store, baris(office, "09").masa_id or "")
        hp = ponsel.simpan_unit(office.store, KELURAHAN, {"merek": "Samsung", "seri": "R58A1"}).value
        ponsel.serah(office.store, hp, {"masa_id": baris(office, "05").masa_id or ""})


def catatan(k: Kamera, w: MainWindow) -> None:
    """History and trash."""
    office = w._office
    b = baris(office, "05")  # type: ignore[arg-type]
    k.sekilas(w, "riwayat", partial(sheets.riwayat, w.page, w.host, b))
    sheet = k.lembar(w, "riwayat-impor", partial(sheets.riwayat, w.page, w.host, b))
    layar.tekan(layar.TURUN, layar.TURUN)
    k.foto(w, "riwayat-impor-dipilih")
    sheet.done(0)
    k.sekilas(w, "riwayat-kosong", partial(riwayat.buka, w.page, w.host, ["tidak-ada"], "Riwayat RT 99"))
    k.sekilas(w, "sampah", partial(sheets.sampah, w.page, w.host))
    k.sekilas(w, "sampah-kosong", partial(sampah.buka, w.page, w.host, ("insentif_daftar",)))
    k.sekilas(w, "hapus", partial(sheets.hapus, w.page, w.host, b))


def formulir(k: Kamera, w: MainWindow) -> None:
    """The forms of a post and its head."""
    b = baris(w._office, "05")  # type: ignore[arg-type]
    sheet = k.lembar(w, "tambah", partial(sheets.tambah, w.page, w.host))
    isi = layar.form(sheet)
    isi.pulihkan(
        {"nomor": "12", "nama": "Budi", "nik": "1673010101700001", "tanggal_lahir": "2/2/1971", "rangkap": "Ketua LPM"}
    )
    k.foto(w, "tambah-ragu", 600)
    isi.pulihkan({"nomor": "12", "nama": "Budi", "nik": "16730101", "tmt": "31/2/2026"})
    isi.periksa()
    k.foto(w, "tambah-salah")
    _tutup(w, sheet)
    k.sekilas(w, "tambah-kosong", partial(sheets.tambah_kosong, w.page, w.host))
    sheet = k.lembar(w, "ubah", partial(sheets.ubah, w.page, w.host, b))
    layar.form(sheet).fokus("catatan")
    k.foto(w, "ubah-bawah")
    _tutup(w, sheet)
    k.sekilas(w, "foto", partial(foto.buka, w.page, w.host, b))


def _tutup(w: MainWindow, sheet: Sheet | object) -> None:
    assert isinstance(sheet, Sheet)
    sheet.done(1)
    layar.tertutup(sheet)
    w.activateWindow()
    layar.biarkan(30)


def pergantian(k: Kamera, w: MainWindow) -> None:
    """The three steps, a mistake, somebody on record, the paper."""
    b = baris(w._office, "05")  # type: ignore[arg-type]
    sheet = k.lembar(w, "ganti-1", partial(ganti.buka, w.page, w.host, b))
    layar.tekan(Qt.Key.Key_S, mod=layar.CTRL)
    k.foto(w, "ganti-1-salah")
    layar.ketik("14/3/2026")
    layar.tekan(layar.ENTER)
    layar.tekan(layar.TURUN, layar.TURUN)
    layar.tekan(Qt.Key.Key_S, mod=layar.CTRL)
    k.foto(w, "ganti-2")
    layar.cari(sheet, FilterField).setFocus()
    layar.ketik("rosmala")
    k.foto(w, "ganti-2-cari", 500)
    layar.tekan(layar.ENTER)
    k.foto(w, "ganti-2-dipilih")
    layar.tekan(Qt.Key.Key_S, mod=layar.CTRL)
    k.foto(w, "ganti-3")
    layar.tekan(Qt.Key.Key_S, mod=layar.CTRL)
    k.foto(w, "ganti-berita-acara", 1200)
    dialog = layar.dialog()
    dialog.done(0)
    w.activateWindow()
    kosong = baris(w._office, "09")  # type: ignore[arg-type]
    k.sekilas(w, "isi-ketua", partial(ganti.buka, w.page, w.host, kosong))


def banyak(k: Kamera, w: MainWindow) -> None:
    """Duplicates and bulk edits."""
    k.sekilas(w, "kembar", partial(kembar.buka, w.page, w.host))
    ids = [baris(w._office, nomor).masa_id or "" for nomor in ("01", "02", "03")]  # type: ignore[arg-type]
    sheet = k.lembar(w, "massal", partial(massal.buka, w.page, w.host, ids))
    layar.tekan(layar.TURUN, layar.TURUN, layar.TURUN)
    k.foto(w, "massal-isian", 500)
    sheet.done(0)


def main() -> int:
    """Take all pictures; returns the exit code."""
    k, hanya = Kamera.dari_perintah(__doc__)
    with TemporaryDirectory(prefix="sipokat-") as sementara:
        data = Path(sementara) / "kantor"
        _siapkan(data)
        with k.jendela(data) as w:
            w.show_page("rt")
            for bagian in (catatan, formulir, pergantian, banyak):
                if hanya in bagian.__name__:
                    bagian(k, w)
    return 0


if __name__ == "__main__":
    sys.exit(main())
