"""Pictures of Seragam in a kecamatan: needs by kelurahan, deliveries, pick-ups, a post recorded twice."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.seragam import ops, queries
from sipokat_desktop.modules.seragam.tempat import PENGADAAN
from tests.kota import CityThread
from tests.ui import contoh_seragam, layar
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.contoh_seragam import DUA, KECAMATAN
from tests.ui.kamera import Kamera
from tests.ui.layar import ALT, CTRL, ENTER, ESC, cari, ketik, tekan
from ui.kit.chips import Chip
from ui.modules.seragam import text_stok
from ui.shell.window import MainWindow

K = Qt.Key


def kecamatan(k: Kamera, folder: Path) -> None:
    """A kecamatan: needs by kelurahan, deliveries, pick-ups of any of its kelurahan, a post recorded twice."""
    with closing(CityThread(f"sqlite:///{folder / 'kota.db'}")) as kota:
        contoh_seragam.beli_kota(kota)
        contoh_seragam.kecamatan_kota(folder, kota, "kec1", "kec2")
        with k.jendela(folder / "kec1") as w:
            _camat(k, w)
        with k.jendela(folder / "kec1") as w:
            _ganda(k, w, folder)


def _camat(k: Kamera, w: MainWindow) -> None:
    w.show_page("seragam")
    tekan(ENTER)
    k.foto(w, "kec-dibuka")
    p = queries.cari_pengadaan(w.host.store.reader(), "")
    isi = contoh_seragam.satu_model(S=2, M=1, L=2, XL=7, XXL=3)
    ops.terima(w.host.store, p.pengadaan_id, dari=PENGADAAN, ke=KECAMATAN, isi=isi, nomor="027/SJ/9")
    w.page.load()
    ketik("3")
    tekan(ENTER)
    k.foto(w, "kec-nomor-saja")
    tekan(ESC)
    ketik(f"{wilayah.nama(KELURAHAN)} 3")
    k.foto(w, "kec-akan")
    tekan(ENTER)
    k.foto(w, "kec-diterima")
    tekan(K.Key_S, mod=ALT)
    k.foto(w, "kec-stok")
    cari(w.page, Chip, lambda c: c.text() == text_stok.KELURAHAN).click()
    t = layar.tabel(w.page)
    t.selectRow(next(i for i in range(t.row_count()) if layar.sel(t, i, 0) == wilayah.nama(DUA)))
    k.foto(w, "kec-per-kelurahan")
    sheet = k.lembar(w, "kec-kirim", lambda: tekan(ENTER))
    tekan(K.Key_S, mod=CTRL)
    layar.tertutup(sheet)
    cari(w.page, Chip, lambda c: c.text() == text_stok.KIRIMAN).click()
    k.foto(w, "kec-kiriman")
    k.sekilas(w, "kec-f9", lambda: tekan(ENTER))


def _ganda(k: Kamera, w: MainWindow, folder: Path) -> None:
    with closing(Office(folder / "kec2")) as dua:
        office = w._office
        assert isinstance(office, Office)
        office.sync()
        dua.sync()
        p = queries.cari_pengadaan(dua.store.reader(), "")
        semua = queries.pemakai(dua.store.reader(), p.pengadaan_id, lingkup=KELURAHAN, hari=w.host.today)
        satu = next(s.jabatan_id for s in semua if s.nomor == "05")
        ops.serah(dua.store, p.pengadaan_id, [satu], cara="kecamatan")
        ops.serah(w.host.store, p.pengadaan_id, [satu], cara="kecamatan")
        for _ in range(2):
            dua.sync()
            office.sync()
    w.show_page("seragam", f"{p.pengadaan_id}#{satu}")
    k.foto(w, "kec-ganda")
    w.show_page("keputusan")
    k.foto(w, "kec-keputusan")
