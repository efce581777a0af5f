"""``python -m tests.ui.tangkap_pintu FOLDER [--skala 1.25] [--hanya X]``: the door of an event in every state."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PySide6.QtCore import Qt

from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.modules.bimtek import hadir_ops
from tests.ui import contoh_pintu, layar
from tests.ui.contoh_pintu import SORE, Acara, jari, ketik, pindai, tekan
from tests.ui.kamera import Kamera
from tests.unit import bimtek_contoh
from ui.modules.bimtek.pintu import JendelaPintu, buka_pintu
from ui.modules.bimtek.pintu_sesi import SesiPintu
from ui.shell.window import MainWindow

K = Qt.Key


class Panggung(NamedTuple):
    """What a part of the pictures needs: camera, window, door, session, and the codes by post."""

    k: Kamera
    w: MainWindow
    jendela: JendelaPintu
    sesi: SesiPintu
    kode: dict[str, str]

    def foto(self, nama: str) -> None:
        """Wait until all is saved and counted, and take a picture."""
        layar.tunggu(lambda: not self.sesi.menunggu, "tersimpan")
        layar.biarkan(900)
        self.k.foto(self.w, nama)

    def baris(self, teks: str) -> None:
        """Type a line and end it; wait as a hand does."""
        ketik(teks)
        tekan(K.Key_Return)
        layar.biarkan(350)


def pembukaan(k: Kamera, w: MainWindow, acara: Acara) -> None:
    """The question at the opening, and what it refuses."""
    w.host.store.clock = bimtek_contoh.jam()
    jendela = buka_pintu(w.host, acara.kegiatan_id)
    layar.tunggu(jendela.isActiveWindow, "pintu aktif")
    k.foto(w, "mulai")
    tekan(K.Key_A, Qt.KeyboardModifier.ControlModifier)
    tekan(K.Key_Backspace)
    tekan(K.Key_Return)
    k.foto(w, "mulai-tanpa-nama")
    jari(K.Key_Escape)
    layar.biarkan(100)


def jawaban(p: Panggung) -> None:
    """Every answer: empty, in, in already, another session, no invitation, another mark, another event, nobody."""
    p.foto("siap")
    pos = iter(p.kode)
    satu, dua, tiga = next(pos), next(pos), next(pos)
    pindai(p.kode[satu])
    p.foto("masuk")
    pindai(p.kode[satu])
    p.foto("sudah")
    store = p.w.host.store
    hadir_ops.catat(store, p.sesi.kerja.sesi_id, dua, "izin", pintu=contoh_pintu.LAIN)
    pindai(p.kode[dua])
    p.foto("tercatat-izin")
    tekan(K.Key_F9)
    p.foto("jadikan-hadir")
    pindai(p.kode[SORE])
    p.foto("sesi-lain")
    tekan(K.Key_F9)
    p.foto("sesi-lain-dicatat")
    p.baris("1 Air Kuti")
    p.foto("tanpa-undangan")
    pindai("ABCDEFGHIJKLM")
    p.foto("tidak-dikenal")
    for id in list(p.kode)[4:16]:
        pindai(p.kode[id])
    p.foto("banyak")
    pindai(p.kode[tiga])
    tekan(K.Key_F2)
    p.foto("izin")
    p.sesi.meja.tak_aktif.show()
    p.foto("tidak-aktif")
    p.sesi.aktif(True)


def pilihan(p: Panggung) -> None:
    """Several people fit; one of them is chosen; the proxy's name is asked for."""
    p.baris("05")
    p.foto("pilih-rt")
    tekan(K.Key_Down)
    tekan(K.Key_Down)
    p.foto("pilih-panah")
    tekan(K.Key_Return)
    p.foto("pilih-masuk")
    p.baris("Bambang")
    p.foto("pilih-nama")
    jari(K.Key_Escape)
    ketik("06 Muara Enim", jeda=0.06)
    tekan(K.Key_F6)
    layar.biarkan(350)
    p.foto("wakil-tanya")
    ketik("Rudi Hartono", jeda=0.06)
    tekan(K.Key_Return)
    p.foto("wakil")
    tekan(K.Key_F6)
    pindai(p.kode[list(p.kode)[20]])
    p.foto("wakil-terlewat")


def batal(p: Panggung) -> None:
    """Taking back: the last one, one of the list; leaving; the keys on the screen; help."""
    for id in list(p.kode)[30:38]:
        pindai(p.kode[id])
    layar.biarkan(120)
    jari(K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    p.foto("dibatalkan")
    for _ in range(4):
        tekan(K.Key_Down)
    p.foto("baris-dipilih")
    jari(K.Key_Delete)
    p.foto("baris-dibatalkan")
    tekan(K.Key_F8)
    p.foto("tombol-layar")
    p.sesi.meja.papan._berganti()
    p.foto("tombol-huruf")
    tekan(K.Key_F8)
    tekan(K.Key_F1)
    p.k.foto(p.w, "bantuan")
    jari(K.Key_Escape)
    p.foto("tutup-tanya")
    jari(K.Key_Escape)


def gagal(p: Panggung) -> None:
    """The disk refuses a mark, and takes it at the second time."""
    store = p.w.host.store
    asli = store.write

    def menolak(*_a: object, **_k: object) -> object:
        raise Gangguan("Diska penuh.", "Kosongkan sebagian diska.")

    store.write = menolak  # type: ignore[method-assign, assignment]
    pindai(p.kode[list(p.kode)[40]])
    p.foto("belum-tersimpan")
    jari(K.Key_Escape)
    p.foto("tutup-gagal")
    jari(K.Key_Escape)
    store.write = asli  # type: ignore[method-assign]
    tekan(K.Key_F9)
    p.foto("tersimpan-lagi")


def main() -> int:
    """Take all pictures; returns the exit code."""
    k, hanya = Kamera.dari_perintah(__doc__)
    bagian: tuple[Callable[[Panggung], None], ...] = (jawaban, pilihan, batal, gagal)
    for satu in bagian:
        if hanya not in satu.__name__:
            continue
        with TemporaryDirectory(prefix="sipokat-") as sementara:
            acara = contoh_pintu.siapkan(Path(sementara))
            with k.jendela(Path(sementara)) as w:
                if satu is jawaban:
                    pembukaan(k, w, acara)
                jendela = contoh_pintu.buka(w, acara)
                layar.tunggu(lambda w=w: not w.jobs.sedang, "nama siap dicari")  # type: ignore[misc]
                kode = {id: u.token for id, u in contoh_pintu.undangan(w.host.store, acara.kegiatan_id).items()}
                satu(Panggung(k, w, jendela, contoh_pintu.sesi(jendela), kode))
                jendela.tutup()
    return 0


if __name__ == "__main__":
    sys.exit(main())
