"""The head of an opened list: its name with the buttons, its life as steps, and what needs attention."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit import text as kit
from ui.kit.buttons import Button, PrimaryButton, SecondaryButton
from ui.kit.filter import FilterField
from ui.kit.labels import Notice
from ui.kit.menu import menu_of
from ui.kit.page import PageTitle, Stepper
from ui.kit.theme import Role, theme_of

from . import text
from . import text_hidup as kata
from .isi import Isi
from .keadaan import tahap

Pilihan = tuple[str, Callable[[], object]]
Menu = Callable[[], list[Pilihan]]


class Perintah(NamedTuple):
    """What the buttons do."""

    kembali: Callable[[], object]
    tindakan: Menu
    cetak: Menu
    kunci: Callable[[], object]
    terima: Callable[[], object]


class Kepala(QWidget):
    """Title, buttons, steps, sentence and the search field; one button is the main one."""

    def __init__(self, perintah: Perintah) -> None:
        super().__init__()
        self._judul = PageTitle("")
        self._langkah = Stepper(kata.LANGKAH)
        self._hal = Notice("")
        self.cari = FilterField(text.CARI)
        p = perintah
        self._tindakan = SecondaryButton(text.TINDAKAN, "Alt+T", on=lambda: _buka(self._tindakan, p.tindakan))
        self._cetak = SecondaryButton(text.CETAK, "Ctrl+P", on=lambda: _buka(self._cetak, p.cetak))
        self._kunci = PrimaryButton(text.KUNCI, "Ctrl+L", on=p.kunci)
        self._terima = PrimaryButton(text.TERIMA, "Ctrl+T", on=p.terima)
        kembali = SecondaryButton(kit.KEMBALI, "Esc", pasang=False, on=p.kembali)
        for tombol in (kembali, self._tindakan, self._cetak, self._kunci, self._terima):
            self._judul.add(tombol)
        self._build()

    def _build(self) -> None:
        theme = theme_of(self)
        hal = QHBoxLayout()
        hal.setSpacing(theme.px(16))
        hal.addWidget(self._hal, 1)
        hal.addStretch(0)
        hal.addWidget(self.cari)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme.px(8))
        tata.addWidget(self._judul)
        tata.addWidget(self._langkah)
        tata.addLayout(hal)

    def tampil(self, isi: Isi) -> None:
        """Show the state of a list."""
        d, langkah = isi.daftar, tahap(isi.daftar)
        self._judul.set_judul(text.DETAIL_JUDUL.format(periode=d.nama_periode, komponen=d.komponen))
        self._langkah.set_step(langkah.sekarang, langkah.dilewati)
        self._kunci.setVisible(isi.draf)
        self._terima.setVisible(bool(isi.sisa))
        self._hal.set(*_kalimat(isi))

    def hitung(self, n: int) -> None:
        """Say on the main button how many would be recorded."""
        self._terima.set_teks(f"{text.TERIMA} ({n})" if n else text.TERIMA)


def _buka(tombol: Button, menu: Menu) -> None:
    menu_of(tombol, menu()).popup(tombol.mapToGlobal(QPoint(0, tombol.height())))


def _kalimat(isi: Isi) -> tuple[str, Role]:
    d = isi.daftar
    if isi.draf:
        lama = text.ADA_TUNGGAKAN.format(n=isi.tunggakan) if isi.tunggakan else ""
        if isi.hal:
            return text.HAL_DILIHAT.format(n=isi.hal) + lama, Role.PERHATIAN
        return text.TANPA_HAL + lama, Role.BAIK
    if d.keadaan == "batal":
        return text.DIBATALKAN.format(alasan=d.alasan or "-"), Role.REDUP
    lebih = sum(b.lebih > 0 for b in isi.baris)
    kata_lebih = text.SISA_LEBIH.format(n=lebih) if lebih else ""
    if not isi.belum:
        return text.SEMUA_TERIMA + kata_lebih, Role.PERHATIAN if lebih else Role.BAIK
    kalimat = text.SISA_TERIMA.format(n=len(isi.sisa)) if isi.sisa else ""
    kalimat += text.SISA_MENUNGGU.format(n=len(isi.menunggu)) if isi.menunggu else ""
    tunda = sum(b.ditunda for b in isi.belum)
    kalimat += text.SISA_DITUNDA.format(n=tunda) if tunda else ""
    return (kalimat + kata_lebih).strip(), Role.PERHATIAN
