"""The mapping of an import: the first rows of the sheet as they are, a field chosen above each column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Generic, NamedTuple, Protocol, Self, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QWidget

from sipokat_desktop.importing.sheet import Workbook, teks
from ui.kit import text
from ui.kit.beside import page_column
from ui.kit.buttons import SecondaryButton
from ui.kit.cards import Card
from ui.kit.choice import ChoiceField
from ui.kit.labels import Gaya, Label, Notice, set_shown
from ui.kit.scroll import ThinScrollBar, scroll_of
from ui.kit.theme import Role, theme_of

_CONTOH = 9
_LEBAR = 168


class Kolom(Protocol):
    """A column: its place and letters, its title, the field it is read as ("" = not read), why."""

    @property
    def indeks(self) -> int: ...
    @property
    def huruf(self) -> str: ...
    @property
    def judul(self) -> str: ...
    @property
    def isian(self) -> str: ...
    @property
    def alasan(self) -> str: ...


class Lembar(Protocol):
    """A sheet: whether and why it is read, where its table begins (row numbers as Excel shows them)."""

    @property
    def indeks(self) -> int: ...
    @property
    def nama(self) -> str: ...
    @property
    def dipakai(self) -> bool: ...
    @property
    def alasan(self) -> str: ...
    @property
    def baris_judul(self) -> int | None: ...
    @property
    def baris_isi(self) -> int: ...
    @property
    def kolom(self) -> Sequence[Kolom]: ...


class Pemetaan(Protocol):
    """The mapping of a file; the changing acts return another one."""

    @property
    def lembar(self) -> Sequence[Lembar]: ...
    @property
    def kurang(self) -> Sequence[str]: ...
    def ganti(self, lembar: int, kolom: int, isian: str) -> Self: ...
    def pakai(self, lembar: int, dipakai: bool) -> Self: ...


M = TypeVar("M", bound=Pemetaan)


class Tanda(NamedTuple):
    """What stands under the choice of a column: words, colour, and whether it has to be looked at."""

    kata: str
    peran: Role
    ragu: bool = False


class PemetaanView(QWidget, Generic[M]):
    """``diubah`` comes after each choice; ``isian`` are the fields that a column can be read as, with their words;
    ``ingat`` is the sentence below the columns. A module says how sure a column is."""

    diubah = Signal()

    def __init__(self, isian: Mapping[str, str], *, ingat: str = "") -> None:
        super().__init__()
        self._isian = isian
        self._berkas: Workbook | None = None
        self._pemetaan: M | None = None
        self._lembar = 0
        self._pilihan: dict[int, ChoiceField] = {}
        self._tanda: dict[int, Notice] = {}
        self._kalimat = Notice()
        self._alasan = Label("", Gaya.KECIL, lipat=True)
        self._pilih_lembar = ChoiceField(())
        self._pakai = SecondaryButton("", on=self._tukar_pakai)
        self._scroll: QScrollArea | None = None
        self._kartu = Card(margin=4, spacing=0)
        self._build(ingat)

    def _build(self, ingat: str) -> None:
        theme = theme_of(self)
        self._pilih_lembar.setAccessibleName(text.PETA_LEMBAR)
        self._pilih_lembar.setMinimumWidth(theme.px(320))
        self._pilih_lembar.diubah.connect(lambda: self._buka_lembar(int(self._pilih_lembar.nilai() or 0)))
        self._baris_lembar = QWidget()
        baris = QHBoxLayout(self._baris_lembar)
        baris.setContentsMargins(0, 0, 0, 0)
        baris.setSpacing(theme.px(10))
        for bagian in (Label(text.PETA_LEMBAR, Gaya.TEBAL), self._pilih_lembar, self._pakai):
            baris.addWidget(bagian)
        baris.addWidget(self._alasan, 1)
        tata = page_column(self)
        tata.addWidget(self._kalimat)
        tata.addWidget(self._baris_lembar)
        tata.addWidget(self._kartu, 1)
        tata.addWidget(Label(ingat, Gaya.KECIL, lipat=True))

    # what a module says

    def tanda(self, kolom: Kolom) -> Tanda:
        """Return what stands under the choice of a column."""
        raise NotImplementedError

    def ragu(self, lembar: Lembar) -> bool:
        """Return whether a sheet has to be looked at."""
        return any(self.tanda(kolom).ragu for kolom in lembar.kolom)

    # the mapping

    @property
    def pemetaan(self) -> M:
        """The mapping as it is now."""
        assert self._pemetaan is not None
        return self._pemetaan

    def pasti(self) -> bool:
        """Return whether nobody needs to look at the mapping."""
        return not self.pemetaan.kurang and not any(self.ragu(satu) for satu in self.pemetaan.lembar if satu.dipakai)

    def tampilkan(self, berkas: Workbook, pemetaan: M) -> None:
        """Show a file with its proposed mapping."""
        if len(pemetaan.lembar) == 1 and not pemetaan.lembar[0].dipakai:
            pemetaan = pemetaan.pakai(0, True)
        self._berkas, self._pemetaan = berkas, pemetaan
        set_shown(self._baris_lembar, len(pemetaan.lembar) > 1)
        perlu = [satu for satu in pemetaan.lembar if satu.dipakai and self.ragu(satu)]
        dipakai = perlu or [satu for satu in pemetaan.lembar if satu.dipakai] or list(pemetaan.lembar[:1])
        self._buka_lembar(dipakai[0].indeks if dipakai else 0)

    def _buka_lembar(self, indeks: int) -> None:
        self._lembar = indeks
        self._gambar()
        self._segarkan()
        self.ke_yang_perlu()

    def ke_yang_perlu(self) -> None:
        """Go to the first column that has to be looked at."""
        kolom = self._satu.kolom
        ragu = [k.indeks for k in kolom if self.tanda(k).ragu]
        tujuan = self._pilihan.get(ragu[0] if ragu else 0)
        if tujuan is not None:
            self.setFocusProxy(tujuan)
            tujuan.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _satu(self) -> Lembar:
        return self.pemetaan.lembar[self._lembar]

    # the grid

    def _gambar(self) -> None:
        if self._scroll is not None:
            self._scroll.hide()
            self._scroll.deleteLater()
        self._pilihan, self._tanda = {}, {}
        isi = QWidget()
        grid = QGridLayout(isi)
        theme = theme_of(self)
        m = theme.px(10)
        grid.setContentsMargins(m, m, m, m)
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(6))
        for ke, kolom in enumerate(self._satu.kolom, 1):
            self._kepala(grid, ke, kolom)
        self._contoh(grid)
        grid.setRowStretch(grid.rowCount(), 1)
        grid.setColumnStretch(grid.columnCount(), 1)
        self._scroll = scroll_of(isi, self)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll.setHorizontalScrollBar(ThinScrollBar(self._scroll, lying=True))
        self._kartu.add(self._scroll, 1)

    def _kepala(self, grid: QGridLayout, ke: int, kolom: Kolom) -> None:
        pilihan = ChoiceField([("", text.PETA_TIDAK_DIBACA), *self._isian.items()])
        pilihan.isi(kolom.isian)
        pilihan.setFixedWidth(theme_of(self).px(_LEBAR))
        pilihan.setAccessibleName(f"{text.PETA_KOLOM.format(huruf=kolom.huruf)} {kolom.judul}")
        pilihan.diubah.connect(partial(self._ganti, kolom.indeks))
        pilihan.enter.connect(pilihan.focusNextChild)
        pilihan.installEventFilter(self)
        tanda = Notice(" ", Role.REDUP)
        self._pilihan[kolom.indeks], self._tanda[kolom.indeks] = pilihan, tanda
        grid.addWidget(Label(text.PETA_KOLOM.format(huruf=kolom.huruf), Gaya.KECIL), 0, ke)
        grid.addWidget(pilihan, 1, ke)
        grid.addWidget(tanda, 2, ke, Qt.AlignmentFlag.AlignTop)

    def _contoh(self, grid: QGridLayout) -> None:
        """Put the title row and the first rows of data under the choices, as they are in the sheet."""
        assert self._berkas is not None
        satu = self._satu
        rows = self._berkas.lembar[satu.indeks].rows
        mulai = (satu.baris_judul or satu.baris_isi) - 1
        for ke, nomor in enumerate(range(mulai, min(len(rows), mulai + _CONTOH)), 3):
            judul = satu.baris_judul is not None and nomor < satu.baris_isi - 1
            grid.addWidget(Label(str(nomor + 1), Gaya.KECIL), ke, 0)
            for tempat, kolom in enumerate(satu.kolom, 1):
                isi = rows[nomor][kolom.indeks] if kolom.indeks < len(rows[nomor]) else ""
                kata = " ".join(teks(isi).split())[:200]
                label = Label(kata, Gaya.TEBAL if judul else Gaya.KECIL, role=Role.TEKS, potong=True)
                label.setFixedWidth(theme_of(self).px(_LEBAR))
                grid.addWidget(label, ke, tempat)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring a column into view when the keyboard comes to it; lets every event pass."""
        if event.type() is QEvent.Type.FocusIn and self._scroll is not None and isinstance(watched, QWidget):
            self._scroll.ensureWidgetVisible(watched)
        return False

    # choices

    def _ganti(self, kolom: int) -> None:
        self._pemetaan = self.pemetaan.ganti(self._lembar, kolom, self._pilihan[kolom].nilai())
        if not self._satu.dipakai:
            self._pemetaan = self.pemetaan.pakai(self._lembar, True)
        self._segarkan()
        self.diubah.emit()

    def _tukar_pakai(self) -> None:
        self._pemetaan = self.pemetaan.pakai(self._lembar, not self._satu.dipakai)
        self._segarkan()
        self.diubah.emit()

    def _segarkan(self) -> None:
        satu, kurang = self._satu, self.pemetaan.kurang
        kata = " ".join(kurang) or text.PETA_SIAP
        self._kalimat.set(kata, Role.SALAH if kurang else (Role.PERHATIAN if self.ragu(satu) else Role.BAIK))
        self._pilih_lembar.ganti_pilihan(_nama_lembar(self.pemetaan.lembar))
        self._pilih_lembar.isi(str(self._lembar))
        self._pakai.set_teks(text.PETA_JANGAN if satu.dipakai else text.PETA_BACA)
        self._alasan.setText(satu.alasan)
        for kolom in satu.kolom:
            self._pilihan[kolom.indeks].isi(kolom.isian)
            tanda = self.tanda(kolom)
            self._tanda[kolom.indeks].set(tanda.kata, tanda.peran)
            self._tanda[kolom.indeks].setToolTip(kolom.alasan)


def _nama_lembar(lembar: Sequence[Lembar]) -> list[tuple[str, str]]:
    return [
        (str(satu.indeks), (text.PETA_DIBACA if satu.dipakai else text.PETA_TIDAK).format(nama=satu.nama))
        for satu in lembar
    ]
