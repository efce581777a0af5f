"""``python -m tests.ui.tangkap_bimtek FOLDER [--skala 1.25] [--hanya X]``: the page Bimtek in every state."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.bimtek import hadir_ops, lembar_ops, ops
from tests.ui import contoh_bimtek as contoh
from tests.ui import layar
from tests.ui.kamera import Kamera
from tests.ui.layar import ALT, CTRL, ENTER, ESC, SPASI, TURUN, cari, ganti, isian, ketik, tekan
from tests.ui.tangkap_bimtek_lain import melihat, menu, surat
from tests.unit.bimtek_contoh import Contoh
from ui.kit.chips import Chip
from ui.modules.bimtek import text, undang_impor
from ui.modules.bimtek.detail import Detail
from ui.shell.window import MainWindow

K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _chip(w: MainWindow, kata: str) -> None:
    cari(w.page, Chip, lambda c: c.text() == kata).click()


def _detail(w: MainWindow) -> Detail:
    return cari(w.page, Detail)


def kosong(k: Kamera, folder: Path) -> None:
    """A kelurahan without events: the empty page, the form of an event with its mistakes, the first session."""
    contoh.kelurahan_sendiri(folder, kegiatan=False)
    with k.jendela(folder) as w:
        w.show_page("bimtek")
        k.foto(w, "kosong")
        sheet = k.lembar(w, "kegiatan-baru", lambda: tekan(K.Key_N, mod=CTRL))
        tekan(K.Key_S, mod=CTRL)
        k.foto(w, "kegiatan-tanpa-nama")
        ketik("Bimtek Kelurahan")
        isian("surat_tanggal", sheet)
        ketik("32/13/2026")
        tekan(K.Key_S, mod=CTRL)
        k.foto(w, "kegiatan-salah-tanggal")
        ganti("2/12/2026")
        tekan(K.Key_S, mod=CTRL)
        k.foto(w, "sesi-baru", 500)
        _sesi(k, w)


def _sesi(k: Kamera, w: MainWindow) -> None:
    sheet = layar.lembar()
    ketik("Pelayanan surat")
    isian("tanggal", sheet)
    ketik("7/12/2026")
    isian("sampai", sheet)
    ketik("1/12/2026")
    isian("mulai", sheet)
    ketik("8.30")
    tekan(K.Key_S, mod=CTRL)
    k.foto(w, "sesi-terbalik")
    isian("sampai", sheet)
    ganti("9/12/2026")
    isian("selesai", sheet)
    ketik("7")
    tekan(K.Key_S, mod=CTRL)
    k.foto(w, "sesi-jam-salah")
    isian("selesai", sheet)
    ganti("11.00")
    tekan(K.Key_S, mod=CTRL)
    layar.tertutup(sheet)
    k.foto(w, "sesi-tiga-hari")
    k.sekilas(w, "sesi-ulangi", lambda: tekan(K.Key_D, mod=CTRL))
    k.sekilas(w, "sesi-ubah", lambda: tekan(ENTER))
    k.sekilas(w, "sesi-hapus", lambda: tekan(K.Key_Delete))
    w.messages.tutup()
    tekan(ESC)
    k.foto(w, "belum-diundang")
    undang = k.lembar(w, "undang-kelurahan", lambda: tekan(K.Key_U, mod=ALT))
    tekan(K.Key_S, mod=CTRL)
    layar.tertutup(undang)
    k.foto(w, "diundang")


def kota(k: Kamera, folder: Path) -> None:
    """The city's office: 528 to be invited, the day itself, marks of every kind, the rest, figures, papers."""
    isi = contoh.kantor(folder, wilayah.KOTA, undang=False)
    with k.jendela(folder) as w:
        w.show_page("bimtek")
        contoh.pada(w, 5 * contoh.KEMARIN)
        k.foto(w, "kota-semua")
        tekan(ENTER)
        k.foto(w, "kota-belum-diundang")
        _undang(k, w)
        k.foto(w, "kota-diundang")
        k.sekilas(w, "kota-undangan-pdf", lambda: tekan(K.Key_F9))
        contoh.pada(w)
        k.foto(w, "kota-hari-ini")
        _catat(k, w, isi)
        _panel(k, w, isi)
        _lembar(k, w, isi)
        contoh.pada(w, contoh.BESOK)
        k.foto(w, "kota-sesudah")
        sheet = k.lembar(w, "kota-sisa", lambda: tekan(K.Key_F9))
        tekan(K.Key_S, mod=CTRL)
        layar.tertutup(sheet)
        k.foto(w, "kota-lengkap")
        _rekap(k, w)
        surat(k, w)
        _akhir(k, w)


def _undang(k: Kamera, w: MainWindow) -> None:
    sheet = k.lembar(w, "undang-semua", lambda: tekan(K.Key_F9))
    cari(sheet, Chip, lambda c: c.text().startswith("Per ")).click()
    tekan(SPASI, TURUN, SPASI)
    k.foto(w, "undang-kecamatan")
    cari(sheet, Chip, lambda c: c.text().startswith("Pilih")).click()
    ketik("taba")
    k.foto(w, "undang-pilih")
    tekan(K.Key_A, mod=ALT)
    k.foto(w, "undang-ditandai")
    ganti("tidak ada")
    k.foto(w, "undang-tak-ketemu")
    sheet.done(0)
    w.activateWindow()
    with TemporaryDirectory() as sementara:
        berkas = Path(sementara) / "undangan.csv"
        baris = ("Kelurahan;RT;Nama", "Air Kuti;1;Ahmad", "Air Kuti;01;", "Majapahit;77;Siapa", ";;Bambang Abdullah")
        berkas.write_text("\n".join(baris), encoding="utf-8")
        d = _detail(w)
        k.sekilas(w, "undang-lembar", lambda: undang_impor.baca(d, w.host, d.isi, berkas))
    tekan(K.Key_U, mod=ALT)
    sheet = layar.lembar()
    tekan(K.Key_S, mod=CTRL)
    layar.tertutup(sheet)


def _catat(k: Kamera, w: MainWindow, isi: Contoh) -> None:
    contoh.catat(w, isi, 1, 480)
    contoh.catat(w, isi, 3, 3, pintu="Pintu 2")
    w.page.load()
    contoh.tenang(w)
    w.page.setFocus()
    ketik("karang ketuan 3")
    k.foto(w, "cari")
    tekan(ENTER)
    k.foto(w, "beri-tanda")
    contoh.pilih_tanda(w, "w")
    sheet = layar.lembar()
    tekan(K.Key_S, mod=CTRL)
    k.foto(w, "wakil-kosong")
    ketik("Siti Rahma (sekretaris)")
    tekan(K.Key_S, mod=CTRL)
    layar.tertutup(sheet)
    contoh.tenang(w)
    k.foto(w, "diwakili")
    w.page.setFocus()
    tekan(ESC)
    _chip(w, "Belum tercatat")
    tekan(K.Key_F2)
    tekan(K.Key_H, K.Key_I, K.Key_S, K.Key_A)
    contoh.tenang(w)
    k.foto(w, "berurutan")
    tekan(K.Key_F2)
    _chip(w, "Semua")
    layar.tabel(w.page).setFocus()
    tekan(K.Key_Home)
    tekan(TURUN, TURUN, mod=SHIFT)
    k.foto(w, "pilih-beberapa")
    w.page.setFocus()
    ketik("qxqx")
    k.foto(w, "tak-ketemu")
    tekan(ESC)


def _panel(k: Kamera, w: MainWindow, isi: Contoh) -> None:
    """Contradictory marks, a walk-in, a former head."""
    contoh.izin_juga(w.host.store, isi, contoh.daftar(w, isi)[4].orang)
    tamu = contoh.daftar(w, isi)[-1].orang
    undangan = ops.id_undangan(isi.kegiatan_id, tamu.jabatan_id)
    ops.tarik(w.host.store, [undangan])
    hadir_ops.catat(w.host.store, isi.sesi_id, tamu.jabatan_id, pintu="Pintu 1", tetap=True)
    contoh.ganti_ketua(w.host.store, contoh.daftar(w, isi)[9].orang)
    w.page.load()
    contoh.tenang(w)
    k.foto(w, "hal")
    for kata in ("Berbeda", "Tanpa undangan", "Ketua sudah ganti"):
        _chip(w, kata)
        layar.tabel(w.page).setFocus()
        tekan(K.Key_Home)
        k.foto(w, kata.lower().replace(" ", "-"))
    k.sekilas(w, "tarik", lambda: layar.tombol(w.page, "Tarik undangan").click())
    k.sekilas(w, "riwayat-orang", lambda: layar.tombol(w.page, "Riwayat").click())
    _chip(w, "Semua")
    w.show_page("beranda")
    k.foto(w, "beranda")
    w.show_page("bimtek", isi.kegiatan_id)
    contoh.tenang(w)


def _lembar(k: Kamera, w: MainWindow, isi: Contoh) -> None:
    w.page.setFocus()
    sheet = k.lembar(w, "lembar-kosong", lambda: tekan(K.Key_L, mod=CTRL))
    ketik("ABCD")
    isian("nomor", sheet)
    ketik("1-3, 5, 500-505")
    k.foto(w, "lembar-kode-lain")
    isian("kode", sheet)
    diundang = [b for b in contoh.daftar(w, isi) if b.orang.diundang]
    ganti(lembar_ops.kode_daftar(isi.sesi_id, diundang))
    isian("nomor", sheet)
    k.foto(w, "lembar-diketik")
    ganti("1-9999")
    k.foto(w, "lembar-salah")
    ganti("dua")
    k.foto(w, "lembar-huruf")
    sheet.done(0)
    w.activateWindow()
    menu(k, w, "tindakan", text.TINDAKAN)
    menu(k, w, "cetak", text.CETAK)


def _rekap(k: Kamera, w: MainWindow) -> None:
    tekan(K.Key_R, mod=ALT)
    k.foto(w, "rekap-kecamatan")
    for ke, nama in ((K.Key_2, "kelurahan"), (K.Key_3, "sesi"), (K.Key_4, "tak-hadir")):
        tekan(ke, mod=CTRL)
        k.foto(w, f"rekap-{nama}")
    w.messages.tutup()
    tekan(ESC)
    contoh.tenang(w)
    tekan(K.Key_S, mod=ALT)
    k.foto(w, "kota-sesi")
    k.sekilas(w, "kota-sesi-ubah", lambda: tekan(ENTER))
    k.sekilas(w, "kota-sesi-hapus", lambda: _hapus_ditolak(w))
    tekan(ESC)
    contoh.tenang(w)


def _hapus_ditolak(w: MainWindow) -> None:
    tekan(K.Key_Delete)
    layar.lembar()
    tekan(K.Key_S, mod=CTRL)
    contoh.tenang(w)


def _akhir(k: Kamera, w: MainWindow) -> None:
    from ui.modules.bimtek import tindakan

    d = _detail(w)
    k.sekilas(w, "ubah", lambda: tindakan._ubah(d, w.host))
    k.sekilas(w, "batalkan", lambda: tindakan.batalkan(d, w.host, d.isi.kegiatan))
    k.sekilas(w, "hapus", lambda: tindakan.hapus(d, w.host, d.isi.kegiatan))
    ops.selesai(w.host.store, d.kegiatan_id)
    w.page.load()
    k.foto(w, "selesai")
    w.page.setFocus()
    tekan(ESC)
    k.foto(w, "semua-selesai")


def main() -> int:
    """Take all pictures; returns the exit code."""
    k, hanya = Kamera.dari_perintah(__doc__)
    for bagian in (kosong, kota, melihat):
        if hanya in bagian.__name__:
            with TemporaryDirectory(prefix="sipokat-") as sementara:
                bagian(k, Path(sementara))
    return 0


if __name__ == "__main__":
    sys.exit(main())
