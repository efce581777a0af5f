"""A sheet with inputs above and a grid of pieces below; what is typed is kept as a draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.seragam.model import Barang
from ui.kit.choice import ChoiceField
from ui.kit.dialog import Sheet
from ui.kit.draft import Draft
from ui.kit.form import Form, Isian
from ui.kit.formulir import Nilai, Selesai, Work
from ui.kit.host import Host
from ui.kit.theme import theme_of

from . import text_lembar as text
from .kisi import Jumlah, Kisi


class Bentuk(NamedTuple):
    """The shape of the grid, and what there is of each kind (empty: not said)."""

    model: Sequence[str]
    ukuran: Sequence[str]
    batas: Mapping[Barang, int] = {}


class LembarKisi(NamedTuple):
    """A sheet to open: its inputs, its grid, the shape that follows from the inputs, and the operation that saves.

    ``pemicu`` are the inputs whose change alters the grid; ``kerja`` may raise InputSalah (field ``isi``: the grid).
    """

    judul: str
    isian: tuple[Isian, ...]
    kisi: Kisi
    bentuk: Callable[[Nilai], Bentuk]
    kerja: Callable[[Nilai, Jumlah], Work]
    said: str | Callable[[object], str]
    awal: Mapping[str, str] = {}
    awal_isi: Mapping[Barang, int] = {}
    pemicu: tuple[str, ...] = ()
    draf: str = ""
    utama: str = text.SIMPAN
    lebar: int = 860
    lajur: int = 2
    sub: str = ""
    usul: Callable[[Nilai], Mapping[Barang, int]] | None = None
    """Proposes pieces for what the inputs say, as long as nobody typed into the grid."""


class FormKisi(QWidget):
    """Inputs, then the grid: for a draft they are one."""

    diubah = Signal()
    selesai = Signal()
    batal = Signal()

    def __init__(self, f: LembarKisi) -> None:
        super().__init__()
        self._f = f
        self.form, self.kisi = Form(f.isian, lajur=f.lajur), f.kisi
        self._berubah = self._disentuh = False
        self._nanti = QTimer(self, singleShot=True, interval=0)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme_of(self).px(16))
        tata.addWidget(self.form)
        tata.addWidget(self.kisi)
        tata.addStretch(1)
        self.setFocusProxy(self.form)
        self.form.isi(f.awal)
        self.bentuk()
        if f.usul is None:
            self.kisi.isi(f.awal_isi)
        self._connect()

    def _connect(self) -> None:
        for bagian in (self.form, self.kisi):
            bagian.diubah.connect(self._diketik)
        for kunci in self._f.pemicu:
            field = self.form.field(kunci)
            field.ditinggal.connect(self._nanti.start)
            if isinstance(field, ChoiceField):
                field.diubah.connect(self._nanti.start)
        self.kisi.diubah.connect(self._ketik_kisi)
        self._nanti.timeout.connect(self.bentuk)
        self.form.simpan.connect(self._ke_kisi)
        self.form.batal.connect(self.batal)
        self.kisi.selesai.connect(self.selesai)

    def _diketik(self) -> None:
        self._berubah = True
        self.diubah.emit()

    def _ketik_kisi(self) -> None:
        self._disentuh = True

    def _ke_kisi(self) -> None:
        self.bentuk()
        self.kisi.fokus()

    def bentuk(self) -> None:
        """Fit the grid to what the inputs say."""
        nilai = self.form.nilai()
        self.kisi.susun(*self._f.bentuk(nilai))
        if self._f.usul is not None and not self._disentuh:
            self.kisi.isi(self._f.usul(nilai))

    @property
    def berubah(self) -> bool:
        """Whether something was typed."""
        return self._berubah

    def draf(self) -> dict[str, str]:
        """Return what stands in inputs and cells."""
        return self.form.draf() | {f"{_SEL}{k}": v for k, v in self.kisi.draf().items()}

    def isi(self, nilai: Mapping[str, str]) -> None:
        """Show values as the saved state."""
        self.form.isi(nilai)
        self.bentuk()
        self._disentuh = True
        self.kisi.pulihkan({k.removeprefix(_SEL): v for k, v in nilai.items() if k.startswith(_SEL)})
        self._berubah = False

    def pulihkan(self, draf: Mapping[str, str]) -> None:
        """Show a draft kept earlier."""
        self.isi(draf)
        self._berubah = True
        self.diubah.emit()

    def fokus(self, kunci: str = "") -> None:
        """Go to an input, the first by itself."""
        self.form.fokus(kunci)


_SEL = "sel|"


def buka(parent: QWidget, host: Host, f: LembarKisi, *, selesai: Selesai | None = None) -> Sheet:
    """Open the sheet; ``selesai`` gets the value of the operation once it is closed."""
    isi = FormKisi(f)
    sheet = Sheet(f.judul, isi, sub=f.sub, utama=f.utama, lebar=f.lebar, kotor=lambda: False, parent=parent)

    def beres(value: object) -> None:
        sheet.accept()
        if selesai is not None:
            selesai(value)

    simpan = partial(_simpan, host, f, isi, sheet, beres)
    sheet.disimpan.connect(simpan)
    isi.selesai.connect(simpan)
    isi.batal.connect(sheet.reject)
    sheet.open()
    if f.draf:
        Draft(host, f.draf, isi, sheet)
    isi.fokus()
    return sheet


def _simpan(host: Host, f: LembarKisi, isi: FormKisi, sheet: Sheet, beres: Selesai) -> None:
    """Save what is typed; what is wrong is said beside its input, or above the grid."""

    def gagal(error: Exception) -> None:
        if isinstance(error, InputSalah) and error.field == "isi":
            sheet.sibuk(False)
            isi.kisi.salah(error.pesan)
        else:
            sheet.gagal(error, isi=isi.form)

    isi.bentuk()
    if not isi.form.periksa():
        return
    try:
        work = f.kerja(isi.form.nilai(), isi.kisi.nilai())
    except InputSalah as salah:
        gagal(salah)
        return
    sheet.sibuk(True)
    host.act(work, said=f.said, done=beres, failed=gagal, owner=sheet)
