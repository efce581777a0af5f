"""Pictures of the 528 uniforms at the two tables of a kecamatan: every moment of the story (see test_seragam_528)."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack, closing
from pathlib import Path

from PySide6.QtCore import Qt

from tests.kota import CityThread
from tests.sync.cerita_seragam import ACARA, DI_ACARA, TERAKHIR, Cerita, hari_cerita, isi_rt
from tests.ui import cerita_528 as cerita
from tests.ui import layar
from tests.ui.cerita_528 import pemakai
from tests.ui.daftar_insentif import kantor_dari
from tests.ui.kamera import Kamera
from tests.ui.kertas_seragam import tampil
from tests.ui.layar import ENTER, ketik, tekan
from tests.ui.test_seragam_cetak import tutup_pratinjau
from ui.modules.seragam import text_cetak, text_stok
from ui.shell.window import MainWindow

K = Qt.Key
Dua = tuple[MainWindow, MainWindow]


def kota_528(k: Kamera, folder: Path) -> None:
    """The whole story; the pictures are taken at the moment before and after each act."""
    with closing(CityThread(f"sqlite:///{folder / 'kota.db'}")) as kota, ExitStack() as tumpuk:
        isi_rt(kota)
        c = cerita.siapkan(folder, kota, tumpuk)
        with k.jendela(folder / cerita.PC[0]) as satu, k.jendela(folder / cerita.PC[1]) as dua:
            cerita.duduk(c, satu, dua)
            _ukuran(k, c, satu, dua)
            menunggu = c.menunggu()
            _acara(k, c, satu, dua)
            _tiga_hari(k, c, (satu, dua), menunggu)
            _dua_kali(k, c, satu, dua)
            _akhir(k, c, (satu, dua), menunggu)
            _kertas(k, satu)


def _ukuran(k: Kamera, c: Cerita, satu: MainWindow, dua: MainWindow) -> None:
    perlu = c.catat_ukuran()
    cerita.ke_depan(satu)
    cerita.buka_seragam(satu)
    k.foto(satu, "528-tanpa-ukuran")
    perlu.update(Counter(cerita.ketik_ukuran(satu, c).values()))
    cerita.daring(c, satu, dua)
    c.beli(perlu)
    cerita.daring(c, satu, dua)
    k.foto(satu, "528-ukuran-terkumpul")
    cerita.stok(satu, text_stok.KELURAHAN)
    k.foto(satu, "528-per-kelurahan")
    c.kirim()
    cerita.terima(satu, c.jatah(TERAKHIR))
    k.foto(satu, "528-tiba-kurang-xxl")
    cerita.daring(c, satu, dua)


def _acara(k: Kamera, c: Cerita, satu: MainWindow, dua: MainWindow) -> None:
    hari = hari_cerita(kantor_dari(satu))[0]
    sudah = c.di_acara(hari, dua=0)
    cerita.buka_seragam(satu)
    cerita.cara(satu, "simbolis", hari, ACARA)
    for ke, p in enumerate(pemakai(c, satu)[: DI_ACARA - sudah]):
        cerita.serahkan(satu, p, cerita.lengkap(p, ke))
    k.foto(satu, "528-di-acara")
    cerita.daring(c, satu, dua)


def _tiga_hari(k: Kamera, c: Cerita, meja: Dua, menunggu: list[str]) -> None:
    hari = hari_cerita(kantor_dari(meja[0]))[1:]
    for ke, kapan in enumerate(hari):
        for nomor, w in enumerate(meja):
            siapa = [p for p in cerita.antre(c, w, nomor, ke) if p.jabatan_id not in menunggu]
            cerita.ke_depan(w)
            cerita.buka_seragam(w)
            cerita.cara(w, "kecamatan", kapan)
            if (nomor, ke) == (1, 0):
                cerita.kuasa(w, siapa.pop(0))
                k.foto(w, "528-kuasa")
            cerita.layani(w, siapa, disaring=nomor == 1)
            k.foto(w, f"528-hari-{ke + 1}-meja-{nomor + 1}")
    c.ambil(hari, menunggu)


def _dua_kali(k: Kamera, c: Cerita, satu: MainWindow, dua: MainWindow) -> None:
    p = cerita.sudah_di(c, satu, bukan=dua)
    cerita.ke_depan(dua)
    cerita.serahkan(dua, p, p.nama)
    cerita.daring(c, satu, dua)
    k.foto(dua, "528-dua-kali")
    cerita.ke_depan(satu)
    satu.show_page("keputusan")
    k.foto(satu, "528-keputusan")
    cerita.putuskan(satu, "Tercatat di dua meja")
    k.foto(satu, "528-diputuskan")
    cerita.daring(c, satu, dua)


def _akhir(k: Kamera, c: Cerita, meja: Dua, menunggu: list[str]) -> None:
    satu, dua = meja
    cerita.ke_depan(satu)
    cerita.buka_seragam(satu)
    ketik(next(s.nama for s in pemakai(c, satu) if s.jabatan_id == menunggu[0]))
    tekan(ENTER)
    k.foto(satu, "528-habis")
    cerita.kosongkan()
    cerita.ke_depan(dua)
    cerita.buka_seragam(dua)
    xl = [p for p in pemakai(c, dua) if p.barang.ukuran == "XL"][:2]
    ketik(cerita.lengkap(xl[0]))
    k.sekilas(dua, "528-tukar", lambda: tekan(K.Key_F6))
    cerita.kosongkan()
    for p in xl:
        cerita.tukar(dua, p, "L")
    k.foto(dua, "528-ditukar")
    cerita.daring(c, satu, dua)
    for nomor, w in enumerate(meja, 1):
        cerita.ke_depan(w)
        cerita.buka_seragam(w)
        layar.tabel(w.page).setFocus()
        tekan(K.Key_End)
        k.foto(w, f"528-sama-{nomor}")
    cerita.stok(dua, text_stok.STOK)
    k.foto(dua, "528-stok-akhir")


def _kertas(k: Kamera, w: MainWindow) -> None:
    cerita.ke_depan(w)
    cerita.buka_seragam(w)
    for nama, kata in (("f8", text_cetak.F8), ("f8b", text_cetak.F8B)):
        d = tampil(w, kata)
        k.foto(w, f"528-{nama}", 800)
        d.lihat.verticalScrollBar().setValue(d.lihat.verticalScrollBar().maximum())
        k.foto(w, f"528-{nama}-akhir", 800)
        tutup_pratinjau(w)
