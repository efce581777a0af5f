"""The grid of a date: a row per RT, typed like a sheet of Excel, with what is wrong said beside the row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.modules.vaksinasi import text as vaksinasi
from sipokat_desktop.modules.vaksinasi.model import Baris
from sipokat_desktop.modules.vaksinasi.rules import ANGKA, Salah
from ui.kit.labels import Gaya, Label
from ui.kit.scroll import scroll_of
from ui.kit.theme import theme_of

from . import text_kisi as text
from .kisi_baris import ALASAN, LEBAR_RT, LEBAR_SEL, BarisKisi

PISAH = "|"
_JEDA_MS = 150
Periksa = Callable[[str, Mapping[str, str]], Sequence[Salah]]
"""Gets a post and what is typed of it; returns what keeps that from being saved."""


class Kisi(QWidget):
    """All RT of a kelurahan; ``diubah`` at each change, ``ditempel`` (how many, whether all fitted) after a paste."""

    diubah = Signal()
    ditempel = Signal(int, bool)

    def __init__(self, periksa: Periksa) -> None:
        super().__init__()
        self._periksa = periksa
        self._baris: dict[str, BarisKisi] = {}
        self._kotor: set[str] = set()
        self._jumlah = {isian: Label("", Gaya.TEBAL) for isian in ANGKA}
        self._wadah = QWidget()
        self._isi = QVBoxLayout(self._wadah)
        self._nanti = QTimer(self, singleShot=True, interval=_JEDA_MS)
        self._nanti.timeout.connect(self.periksa)
        self._build()

    def _build(self) -> None:
        theme = theme_of(self)
        self._isi.setContentsMargins(0, 0, theme.px(8), 0)
        self._isi.setSpacing(theme.px(4))
        self._isi.addStretch(1)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme.px(4))
        tata.addLayout(self._line(text.KOLOM_RT, [Label(vaksinasi.ISIAN[isian], Gaya.TEBAL) for isian in ANGKA]))
        gulung = scroll_of(self._wadah, self)
        gulung.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        tata.addWidget(gulung, 1)
        tata.addLayout(self._line(text.JUMLAH, [*self._jumlah.values()]))

    def _line(self, kata: str, labels: Iterable[Label]) -> QHBoxLayout:
        """Return a line whose labels stand over (or under) the columns."""
        theme = theme_of(self)
        tata = QHBoxLayout()
        tata.setSpacing(theme.px(6))
        nama = Label(kata, Gaya.TEBAL)
        nama.setFixedWidth(theme.px(LEBAR_RT))
        tata.addWidget(nama)
        for label in labels:
            label.setFixedWidth(theme.px(LEBAR_SEL))
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            tata.addWidget(label)
        tata.addStretch(1)
        return tata

    # rows

    def susun(self, semua: Sequence[Baris]) -> None:
        """Show these RT; what was typed of one that is still here stays."""
        if [b.jabatan_id for b in semua] != [*self._baris]:
            self._rebuild(semua)
        for b in semua:
            self._baris[b.jabatan_id].segarkan(b)
        self._kotor = {id for id, b in self._baris.items() if b.berubah}
        self.periksa()

    def _rebuild(self, semua: Sequence[Baris]) -> None:
        lama = {id: b.diketik() for id, b in self._baris.items()}
        for baris in self._baris.values():
            baris.hide()
            baris.deleteLater()
        self._baris = {b.jabatan_id: BarisKisi(b) for b in semua}
        urut: list[QWidget] = []
        for ke, (id, baris) in enumerate(self._baris.items()):
            self._isi.insertWidget(ke, baris)
            for kolom, sel in enumerate(baris.sel.values()):
                sel.diubah.connect(partial(self._typed, id))
                sel.geser.connect(partial(self._go, id, kolom))
                sel.tempel.connect(partial(self._paste, id, kolom))
            baris.alasan.diubah.connect(partial(self._typed, id))
            baris.alasan.enter.connect(partial(self._go, id, 0, 0, 1))
            urut += [*baris.sel.values(), baris.alasan]
        for satu, berikut in pairwise(urut):
            QWidget.setTabOrder(satu, berikut)
        if urut:
            self.setFocusProxy(urut[0])
        for id, diketik in lama.items():
            if id in self._baris:
                self._baris[id].isi(self._baris[id].nilai() | diketik)

    def tinggi_baris(self, ruang: int) -> int:
        """Return how high (px) the rows are that have room in ``ruang``, none of them cut."""
        semua, n = self._wadah.sizeHint().height(), len(self._baris)
        if semua <= ruang or not n:
            return semua
        sela = self._isi.spacing()
        satu = (semua + sela) // n
        return max(1, (ruang + sela) // satu) * satu - sela

    def ke(self, jabatan_id: str = "", isian: str = "") -> None:
        """Go to a cell: of an RT (the first by itself), the first dose by itself where the sasaran is known."""
        baris = self._baris.get(jabatan_id) or next(iter(self._baris.values()), None)
        if baris is not None:
            kunci = isian or ("dosis1" if baris.lama else ANGKA[0])
            (baris.alasan if kunci == ALASAN else baris.sel[kunci]).setFocus(Qt.FocusReason.OtherFocusReason)

    # values

    def nilai(self) -> dict[str, dict[str, str]]:
        """Return what is typed of each RT that has any figure."""
        return {id: b.nilai() for id, b in self._baris.items() if b.terisi}

    @property
    def berubah(self) -> bool:
        """Whether something differs from what is recorded."""
        return any(b.berubah for b in self._baris.values())

    def draf(self) -> dict[str, str]:
        """Return what stands in the cells, by post and column."""
        return {f"{id}{PISAH}{isian}": n for id, b in self._baris.items() for isian, n in b.nilai().items()}

    def pulihkan(self, draf: Mapping[str, str]) -> None:
        """Show what `draf` returned."""
        for id, baris in self._baris.items():
            baris.isi({isian: draf.get(f"{id}{PISAH}{isian}", "") for isian in (*ANGKA, ALASAN)})
        self._kotor = {id for id, b in self._baris.items() if b.berubah}
        self.periksa()

    def salah(self, jabatan_id: str, isian: str, kalimat: str) -> bool:
        """Say what was refused beside its cell and go there; False where there is no such row."""
        baris = self._baris.get(jabatan_id)
        if baris is None:
            return False
        baris.katakan([Salah(isian, kalimat)])
        self.ke(jabatan_id, isian if isian in (*ANGKA, ALASAN) else "")
        return True

    def pertama_salah(self) -> bool:
        """Check everything now; go to the first row with something wrong and return True, False where none is."""
        self._kotor = {id for id, b in self._baris.items() if b.berubah}
        salah = self.periksa()
        if salah is not None:
            self.ke(*salah)
        return salah is not None

    def periksa(self) -> tuple[str, str] | None:
        """Check the rows that were typed in since the last check; return post and column of the first wrong one."""
        pertama: tuple[str, str] | None = None
        for id, baris in self._baris.items():
            if id in self._kotor:
                salah = self._periksa(id, baris.nilai()) if baris.terisi else ()
                baris.katakan(salah)
                if salah and pertama is None:
                    pertama = id, salah[0].field
        self._kotor.clear()
        for isian, label in self._jumlah.items():
            label.setText(rupiah.titik(sum(b.angka(isian) for b in self._baris.values())))
        return pertama

    # keys

    def _typed(self, id: str) -> None:
        self._kotor.add(id)
        self._nanti.start()
        self.diubah.emit()

    def _go(self, id: str, kolom: int, dx: int, dy: int) -> None:
        """Go to a neighbour; below the last row the next column begins, left of the first cell is the row above."""
        urut = [*self._baris]
        x, y = kolom + dx, urut.index(id) + dy
        if dy > 0 and y == len(urut) and x + 1 < len(ANGKA):
            x, y = x + 1, 0
        if 0 <= x < len(ANGKA) and 0 <= y < len(urut):
            self.ke(urut[y], ANGKA[x])
        elif dx and 0 <= y + dx < len(urut):
            self.ke(urut[y + dx], ANGKA[0 if dx > 0 else -1])

    def _paste(self, id: str, kolom: int, teks: str) -> None:
        """Put a block copied in Excel from this cell on to the right and down; empty cells leave what is there."""
        urut, n, muat = [*self._baris], 0, True
        awal = urut.index(id)
        for y, line in enumerate(teks.strip("\r\n").replace("\r\n", "\n").split("\n"), awal):
            for x, kata in enumerate(line.split("\t"), kolom):
                if y >= len(urut) or x >= len(ANGKA):
                    muat = muat and not kata.strip()
                elif kata.strip():
                    self._baris[urut[y]].sel[ANGKA[x]].isi(kata.strip())
                    n += 1
            if y < len(urut):
                self._kotor.add(urut[y])
        self._nanti.start()
        self.diubah.emit()
        self.ditempel.emit(n, muat)
