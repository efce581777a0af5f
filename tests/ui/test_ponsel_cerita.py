"""A phone's whole life through the window, and the paper of every step of it."""

from __future__ import annotations

from pathlib import Path

from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from sipokat_desktop.modules.ponsel import prints, queries
from tests.ui import cerita_barang as cerita
from tests.ui.cerita_barang import BARU, LAMA, hp
from tests.ui.conftest import Buka
from tests.ui.halaman_barang import ke, panel
from tests.ui.layar import CTRL, tekan, tunggu
from ui.shell.window import MainWindow


def kata_pdf(pdf: bytes) -> str:
    """Return the words of a PDF on one line."""
    return " ".join(" ".join(hal.get_textpage().get_text_bounded() for hal in PdfDocument(pdf)).split())


def surat(w: MainWindow, imei: str) -> dict[str, str]:
    """Return the words of every paper of a phone, by the kind of its step and its paper."""
    con, hasil = w.host.store.reader(), {}
    kertas = {"kertas": "F4", "sekarang": w.host.store.clock()}
    for satu in queries.riwayat_unit(con, hp(w, imei).unit_id):
        if satu.jenis in ("rusak", "hilang", "diperbaiki", "ditemukan"):
            hasil[satu.jenis] = kata_pdf(prints.kejadian(con, satu.id, **kertas))  # type: ignore[arg-type]
        elif satu.jenis != "bantuan":
            hasil[satu.jenis] = kata_pdf(prints.bast(con, satu.id, **kertas))  # type: ignore[arg-type]
        if satu.jenis in ("serah", "alih"):
            hasil[f"pernyataan {satu.jenis}"] = kata_pdf(prints.pernyataan(con, satu.id, **kertas))  # type: ignore[arg-type]
    return hasil


def daftar_surat(w: MainWindow, imei: str) -> list[str]:
    """Return the lines of the menu of the papers of a phone."""
    ke(w, imei)
    tekan(Qt.Key.Key_P, mod=CTRL)
    tunggu(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "menu")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    kata = [aksi.text() for aksi in popup.actions()]
    popup.close()
    w.activateWindow()
    tunggu(w.isActiveWindow, "jendela aktif lagi")
    return kata


def test_a_phone_lives_from_its_box_to_its_end(tmp_path: Path, buka: Buka) -> None:
    cerita.kantor(tmp_path / "kantor")
    w = buka("kantor")
    cerita.catat(w)
    cerita.serahkan(w)
    pemegang = hp(w, LAMA).nama
    assert (hp(w, LAMA).nomor_rt, hp(w, LAMA).sejak) == ("03", "2026-01-12")
    cerita.rusak_diperbaiki(w)
    assert (hp(w, LAMA).kondisi, hp(w, LAMA).kejadian) == ("baik", 0)
    cerita.hilang(w)
    assert (hp(w, LAMA).kondisi, hp(w, LAMA).kejadian) == ("hilang", 1)
    cerita.ganti(w)
    assert (hp(w, LAMA).keadaan, hp(w, LAMA).kejadian) == ("ditarik", 0)
    assert (hp(w, BARU).nama, hp(w, BARU).kondisi) == (pemegang, "baik")
    cerita.ganti_ketua(w)
    assert (hp(w, BARU).nama, hp(w, BARU).nomor_rt, hp(w, BARU).terlambat) == ("Herman Efendi", "03", 0)
    cerita.alihkan(w)
    assert hp(w, BARU).nomor_rt == "04"
    cerita.tarik(w)
    assert hp(w, BARU).keadaan == "ditarik"
    ke(w, LAMA)
    for kata in ("Diserahkan kepada", "Rusak: Layar pecah", "Diperbaiki", "Hilang: Hilang di pasar", "Ditarik dari"):
        assert kata in panel(w)
    _papers(w, pemegang)


def _papers(w: MainWindow, pemegang: str) -> None:
    lama, baru = surat(w, LAMA), surat(w, BARU)
    assert set(lama) == {"serah", "pernyataan serah", "rusak", "diperbaiki", "hilang", "tarik"}
    assert set(baru) == {"serah", "pernyataan serah", "alih", "pernyataan alih", "tarik"}
    for kata in (*lama.values(), *baru.values()):
        assert "None" not in kata
    for jenis in ("serah", "tarik", "rusak", "hilang"):
        assert pemegang in lama[jenis], jenis
        assert LAMA in lama[jenis].replace(" ", ""), jenis
    assert "SKTLK/41/III/2026/Polsek" in lama["hilang"]
    assert BARU in lama["hilang"].replace(" ", ""), "penggantinya disebut"
    menu = daftar_surat(w, LAMA)
    assert [kata.split(",")[0].split(" BAST-")[0] for kata in menu] == [
        "BAST penarikan", "Berita acara kehilangan", "Berita acara perbaikan", "Berita acara kerusakan",
        "BAST penyerahan", f"Surat pernyataan {pemegang}",
    ]  # fmt: skip
    assert len(daftar_surat(w, BARU)) == 7
