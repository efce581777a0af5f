"""A small grid of pieces: one row per model, one column per size, with the totals of both kept as one types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.seragam.model import Barang
from ui.kit.fields import TextField
from ui.kit.labels import Gaya, Label, Notice, set_shown
from ui.kit.scroll import reveal
from ui.kit.theme import Role, theme_of

from . import text_lembar as text

Jumlah = dict[Barang, int]
"""Pieces per kind; what is not there is none."""
_LEBAR = 58


class _Sel(TextField):
    """One number; arrows up and down go to the row above or below, and the cell is scrolled into view."""

    naik_turun = Signal(int)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the number, so that typing replaces it, and show the cell."""
        super().focusInEvent(event)
        self.selectAll()
        reveal(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the arrows on; the rest is typed."""
        arah = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if arah:
            self.naik_turun.emit(arah)
        else:
            super().keyPressEvent(event)


class Kisi(QWidget):
    """``diubah`` at each change, ``selesai`` on Enter in the last cell; ``minus`` lets a number be below zero.

    With ``batas`` a small line under each row says what there is, e.g. at the place that the pieces come from.
    """

    diubah = Signal()
    selesai = Signal()

    def __init__(self, judul: str, *, minus: bool = False, batas: str = "") -> None:
        super().__init__()
        self._judul, self._minus, self._kata_batas = judul, minus, batas
        self._model: tuple[str, ...] = ()
        self._ukuran: tuple[str, ...] = ()
        self._batas: Mapping[Barang, int] = {}
        self._sel: dict[Barang, _Sel] = {}
        self._per_model: dict[str, Label] = {}
        self._per_ukuran: dict[str, Label] = {}
        self._semua: Label | None = None
        self._pesan = Notice("", Role.SALAH)
        self._isi: QWidget | None = None
        self._tata = QVBoxLayout(self)
        self._tata.setContentsMargins(0, 0, 0, 0)
        self._tata.setSpacing(theme_of(self).px(6))
        self._tata.addWidget(Label(judul, Gaya.TEBAL))
        self._tata.addWidget(self._pesan)

    # shape

    def susun(self, model: Sequence[str], ukuran: Sequence[str], batas: Mapping[Barang, int] | None = None) -> None:
        """Lay the grid out for these models and sizes; numbers typed before stay where their cell stays."""
        bentuk = (tuple(model) or ("",), tuple(ukuran))
        if bentuk == (self._model, self._ukuran) and (batas or {}) == self._batas:
            return
        lama, fokus = self.draf(), next((k for k, sel in self._sel.items() if sel.hasFocus()), None)
        self._model, self._ukuran = bentuk
        self._batas = batas or {}
        self._buang()
        self._isi = QWidget()
        grid = QGridLayout(self._isi)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme_of(self).px(6))
        grid.setVerticalSpacing(theme_of(self).px(4))
        self._kepala(grid)
        for ke, satu in enumerate(self._model):
            self._baris(grid, 1 + 2 * ke, satu)
            if self._kata_batas:
                self._baris_batas(grid, 2 + 2 * ke, satu)
        if len(self._model) > 1:
            self._kaki(grid, 1 + 2 * len(self._model))
        grid.setColumnStretch(len(self._ukuran) + 2, 1)
        self._tata.addWidget(self._isi)
        self._pasang(lama)
        if fokus is not None:
            self._sel.get(fokus, next(iter(self._sel.values()))).setFocus(Qt.FocusReason.OtherFocusReason)

    def _buang(self) -> None:
        if self._isi is not None:
            self._tata.removeWidget(self._isi)
            self._isi.hide()
            self._isi.deleteLater()
        self._sel, self._per_model, self._per_ukuran, self._semua = {}, {}, {}, None

    def _kepala(self, grid: QGridLayout) -> None:
        tengah = Qt.AlignmentFlag.AlignHCenter
        for ke, ukuran in enumerate(self._ukuran, 1):
            grid.addWidget(Label(ukuran, Gaya.TEBAL), 0, ke, tengah)
        grid.addWidget(Label(text.JUMLAH, Gaya.TEBAL), 0, len(self._ukuran) + 1, tengah)

    def _baris(self, grid: QGridLayout, ke: int, model: str) -> None:
        grid.addWidget(Label(model.capitalize() or text.SEMUA_MODEL), ke, 0)
        for kolom, ukuran in enumerate(self._ukuran, 1):
            sel = _Sel("")
            sel.setFixedWidth(theme_of(self).px(_LEBAR))
            sel.setAlignment(Qt.AlignmentFlag.AlignRight)
            sel.setAccessibleName(f"{self._judul} {model} {ukuran}".replace("  ", " "))
            sel.diubah.connect(self._diketik)
            sel.enter.connect(partial(self._maju, Barang(model, ukuran)))
            sel.naik_turun.connect(partial(self._pindah, Barang(model, ukuran)))
            self._sel[Barang(model, ukuran)] = sel
            grid.addWidget(sel, ke, kolom)
        self._per_model[model] = Label("", Gaya.TEBAL)
        grid.addWidget(self._per_model[model], ke, len(self._ukuran) + 1, Qt.AlignmentFlag.AlignHCenter)

    def _baris_batas(self, grid: QGridLayout, ke: int, model: str) -> None:
        tengah = Qt.AlignmentFlag.AlignHCenter
        grid.addWidget(Label(self._kata_batas, Gaya.KECIL), ke, 0)
        for kolom, ukuran in enumerate(self._ukuran, 1):
            grid.addWidget(Label(str(self._batas.get(Barang(model, ukuran), 0)), Gaya.KECIL), ke, kolom, tengah)

    def _kaki(self, grid: QGridLayout, baris: int) -> None:
        tengah = Qt.AlignmentFlag.AlignHCenter
        grid.addWidget(Label(text.JUMLAH, Gaya.KECIL), baris, 0)
        for ke, ukuran in enumerate(self._ukuran, 1):
            self._per_ukuran[ukuran] = Label("", Gaya.KECIL)
            grid.addWidget(self._per_ukuran[ukuran], baris, ke, tengah)
        self._semua = Label("", Gaya.TEBAL)
        grid.addWidget(self._semua, baris, len(self._ukuran) + 1, tengah)

    def _pasang(self, lama: Mapping[str, str]) -> None:
        for (model, ukuran), sel in self._sel.items():
            sel.isi(lama.get(_kunci(model, ukuran), ""))
        urut = list(self._sel.values())
        for satu, berikut in pairwise(urut):
            QWidget.setTabOrder(satu, berikut)
        if urut:
            self.setFocusProxy(urut[0])
        if self._isi is not None:
            set_shown(self._isi, True)
        self._hitung()

    # values

    def nilai(self) -> Jumlah:
        """Return the pieces typed. Raises InputSalah (field ``isi``) for what is no number, the cell in red."""
        hasil: Jumlah = {}
        for kunci, sel in self._sel.items():
            angka = self._angka(sel.nilai())
            if angka is None:
                sel.set_salah(True)
                sel.setFocus(Qt.FocusReason.OtherFocusReason)
                raise InputSalah("isi", text.BUKAN_ANGKA.format(teks=sel.nilai()))
            if angka:
                hasil[kunci] = angka
        return hasil

    def isi(self, jumlah: Mapping[Barang, int]) -> None:
        """Show these pieces as the saved state."""
        for kunci, sel in self._sel.items():
            sel.isi(str(jumlah[kunci]) if jumlah.get(kunci) else "")
        self._hitung()

    def draf(self) -> dict[str, str]:
        """Return what stands in the cells, as typed."""
        return {_kunci(*kunci): sel.nilai() for kunci, sel in self._sel.items()}

    def pulihkan(self, draf: Mapping[str, str]) -> None:
        """Show what `draf` returned."""
        for (model, ukuran), sel in self._sel.items():
            sel.isi(draf.get(_kunci(model, ukuran), ""))
        self._hitung()

    def salah(self, pesan: str) -> None:
        """Say above the cells what cannot be saved, "" for nothing."""
        self._pesan.set(pesan, Role.SALAH)

    def fokus(self) -> None:
        """Go to the first cell."""
        if self._sel:
            next(iter(self._sel.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _angka(self, teks: str) -> int | None:
        polos = teks.replace(".", "")
        tanda = -1 if self._minus and polos[:1] in ("-", "−") else 1
        angka = polos.lstrip("-−") if tanda < 0 else polos
        return tanda * int(angka) if angka.isascii() and angka.isdigit() else (None if polos else 0)

    def _diketik(self) -> None:
        self.salah("")
        self._hitung()
        self.diubah.emit()

    def _hitung(self) -> None:
        angka = {kunci: self._angka(sel.nilai()) for kunci, sel in self._sel.items()}
        for kunci, sel in self._sel.items():
            sel.set_salah(angka[kunci] is None)
        pasti = {kunci: n or 0 for kunci, n in angka.items()}
        for model, label in self._per_model.items():
            label.setText(str(sum(n for (m, _), n in pasti.items() if m == model)))
        for ukuran, label in self._per_ukuran.items():
            label.setText(str(sum(n for (_, u), n in pasti.items() if u == ukuran)))
        if self._semua is not None:
            self._semua.setText(str(sum(pasti.values())))

    # keys

    def _maju(self, kunci: Barang) -> None:
        urut = list(self._sel)
        ke = urut.index(kunci) + 1
        if ke < len(urut):
            self._sel[urut[ke]].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.selesai.emit()

    def _pindah(self, kunci: Barang, arah: int) -> None:
        model, ukuran = kunci
        ke = self._model.index(model) + arah
        if 0 <= ke < len(self._model):
            self._sel[Barang(self._model[ke], ukuran)].setFocus(Qt.FocusReason.OtherFocusReason)


def _kunci(model: str, ukuran: str) -> str:
    return f"{model}|{ukuran}"
