"""The head of an opened purchase: its name with the buttons, where it is in its life, and what needs attention."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sipokat_desktop.kernel import wilayah
from ui.kit import text as kit
from ui.kit.buttons import Button, PrimaryButton, SecondaryButton
from ui.kit.labels import Notice, set_shown
from ui.kit.menu import menu_of
from ui.kit.page import PageTitle, Stepper
from ui.kit.theme import Role, theme_of

from . import text
from .isi import Isi
from .kalimat import nama_tempat, per_model

Pilihan = tuple[str, Callable[[], object]]
Menu = Callable[[], list[Pilihan]]
_TIBA, _SERAH, _SELESAI = 1, 2, 3
_BARIS = 3
_RENDAH = 680
"""So many sentences stand below one another; one only where the window is low (px at scale 1.0)."""


class Perintah(NamedTuple):
    """What the buttons do."""

    kembali: Callable[[], object]
    tindakan: Menu
    stok: Callable[[], object]
    cetak: Menu
    utama: Callable[[], object]


class Kepala(QWidget):
    """Title, buttons, steps, sentences; one button is the main one."""

    def __init__(self, perintah: Perintah) -> None:
        super().__init__()
        self._judul = PageTitle("")
        self._langkah = Stepper([""])
        self._hal = [Notice("") for _ in range(_BARIS)]
        p = perintah
        kembali = SecondaryButton(kit.KEMBALI, "Esc", pasang=False, on=p.kembali)
        self._tindakan = SecondaryButton(text.TINDAKAN, "Alt+T", on=lambda: _buka(self._tindakan, p.tindakan))
        stok = SecondaryButton(text.STOK, "Alt+S", on=p.stok)
        self._cetak = SecondaryButton(text.CETAK, "Ctrl+P", on=lambda: _buka(self._cetak, p.cetak))
        self._utama = PrimaryButton(text.SERAHKAN, "Enter", pasang=False, on=p.utama)
        for tombol in (kembali, self._tindakan, stok, self._cetak, self._utama):
            self._judul.add(tombol)
        theme = theme_of(self)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme.px(6))
        tata.addWidget(self._judul)
        tata.addWidget(self._langkah)
        for notice in self._hal:
            tata.addWidget(notice)

    def tampil(self, isi: Isi) -> None:
        """Show the state of a purchase."""
        p = isi.pengadaan
        self._judul.set_judul(text.DETAIL_JUDUL.format(nama=p.nama, tahun=p.tahun))
        kata, sekarang, dilewati = langkah(isi)
        self._langkah.set_steps(kata, sekarang)
        self._langkah.set_step(sekarang, dilewati)
        rendah = self.window().height() < theme_of(self).px(_RENDAH)
        kalimat = perhatian(isi, 1 if rendah else _BARIS)
        for ke, notice in enumerate(self._hal):
            notice.set(*(kalimat[ke] if ke < len(kalimat) else ("", Role.BAIK)))

    def utama(self, kata: str, tampak: bool) -> None:
        """Give the main button other words, or take it away."""
        self._utama.set_teks(kata)
        set_shown(self._utama, tampak)


def _buka(tombol: Button, menu: Menu) -> None:
    menu_of(tombol, menu()).popup(tombol.mapToGlobal(QPoint(0, tombol.height())))


def langkah(isi: Isi) -> tuple[tuple[str, ...], int, frozenset[int]]:
    """Return the steps of a purchase with their numbers, which one it is at, and those left out: what is picked up
    at the kecamatan never comes to the kelurahan."""
    semua, sudah = len(isi.berketua), len(isi.sudah)
    kata = (
        text.LANGKAH_UKURAN.format(n=isi.lengkap, semua=semua),
        text.LANGKAH_KIRIM if isi.di_kota else text.LANGKAH_TIBA.format(tempat=nama_tempat(isi.kantor)),
        text.LANGKAH_SERAH.format(n=sudah, semua=semua),
        text.LANGKAH_SELESAI,
    )
    tiba = isi.tiba if isi.di_kota else isi.tiba & {isi.kantor}
    dilewati = frozenset({_TIBA}) if sudah and not tiba else frozenset[int]()
    if isi.pengadaan.selesai:
        return kata, len(kata), dilewati
    if semua and sudah == semua:
        return kata, _SELESAI, dilewati
    if isi.tiba or sudah:
        return kata, _SERAH, dilewati
    return kata, _TIBA if semua and isi.lengkap == semua else 0, dilewati


def perhatian(isi: Isi, baris: int) -> list[tuple[str, Role]]:
    """Return what needs attention, the gravest first, each in a sentence, in so many lines."""
    if isi.pengadaan.selesai:
        return [(text.DITUTUP, Role.REDUP)]
    if not isi.pemakai:
        return [(text.TANPA_DATA, Role.PERHATIAN)]
    semua = [(m.kalimat, Role.SALAH) for m in isi.masalah]
    kurang = ", ".join(text.KURANG_SATU.format(n=n, barang=b.kata) for b, n in isi.kurang)
    semua += [(text.ARTI_KURANG.format(apa=kurang), Role.SALAH)] if kurang else []
    if not isi.tiba and not isi.sudah:
        semua.append((_belum_tiba(isi), Role.PERHATIAN))
    tanpa = len(isi.tanpa_ukuran)
    semua += [(text.TANPA_UKURAN.format(n=tanpa), Role.PERHATIAN)] if tanpa else []
    if len(semua) > baris:
        kalimat, peran = semua[baris - 1]
        ekor = text.MASIH_LAIN.format(n=len(semua) - baris)
        semua = [*semua[: baris - 1], (f"{kalimat} {ekor}", peran)]
    return semua or [_tenang(isi)]


def _belum_tiba(isi: Isi) -> str:
    if isi.di_kota:
        return text.BELUM_DIKIRIM
    di_kelurahan = isi.pengadaan.kota and not wilayah.adalah_kecamatan(isi.kantor)
    kata = text.BELUM_TIBA_KOTA if di_kelurahan else text.BELUM_TIBA
    return kata.format(tempat=nama_tempat(isi.kantor))


def _tenang(isi: Isi) -> tuple[str, Role]:
    if not isi.belum:
        return text.SEMUA_BERES, Role.BAIK
    return text.TANPA_HAL.format(n=len(isi.belum)), Role.BAIK


def sisa(isi: Isi) -> str:
    """Say what is left at this office, per kind of piece; at the city-level one what was not sent out yet."""
    ada = {b: n for b, n in isi.stok.get(isi.gudang, {}).items() if n}
    if isi.di_kota:
        return text.SISA_KOTA.format(isi=per_model(ada)) if ada else text.SISA_KOTA_NIHIL
    tempat = nama_tempat(isi.kantor)
    if not ada:
        return text.SISA_NIHIL.format(tempat=tempat)
    return text.SISA_DI.format(tempat=tempat, isi=per_model(ada))


def jumlah(isi: Isi) -> str:
    """Say how many posts there are, and how many have received."""
    return text.JUMLAH.format(rt=len(isi.pemakai), sudah=len(isi.sudah), belum=len(isi.belum))
