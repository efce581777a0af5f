"""The row of an RT in the grid of a date: its cells, the reason where a figure falls, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.modules.vaksinasi import text as vaksinasi
from sipokat_desktop.modules.vaksinasi.model import Baris
from sipokat_desktop.modules.vaksinasi.rules import ANGKA, Salah
from ui.kit.days import panjang
from ui.kit.fields import TextField
from ui.kit.labels import Gaya, Label, Notice, set_shown
from ui.kit.scroll import reveal
from ui.kit.theme import Role, theme_of

from . import text_kisi as text

ALASAN = "alasan"
LEBAR_RT, LEBAR_SEL = 176, 80
_LEBAR_ALASAN = 160


class Sel(TextField):
    """One number; ``geser`` carries how many columns and rows the keyboard goes on, ``tempel`` a pasted block."""

    geser = Signal(int, int)
    tempel = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(theme_of(self).px(LEBAR_SEL))
        self.enter.connect(lambda: self.geser.emit(0, 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the number, so that typing replaces it, and scroll it into view."""
        super().focusInEvent(event)
        self.selectAll()
        reveal(self, 0, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next cell (sideways from the end of what is typed); a block from Excel goes to the grid."""
        arah = {Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}.get(Qt.Key(event.key())) or self._sideways(event)
        if event.matches(QKeySequence.StandardKey.Paste) and _is_block(teks := QGuiApplication.clipboard().text()):
            self.tempel.emit(teks)
        elif arah:
            self.geser.emit(*arah)
        else:
            super().keyPressEvent(event)

    def _sideways(self, event: QKeyEvent) -> tuple[int, int] | None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        semua = self.selectedText() == self.text()
        if event.key() == Qt.Key.Key_Left and (semua or self.cursorPosition() == 0):
            return -1, 0
        if event.key() == Qt.Key.Key_Right and (semua or self.cursorPosition() == len(self.text())):
            return 1, 0
        return None


def _is_block(teks: str) -> bool:
    return "\t" in teks or "\n" in teks.strip("\r\n")


class BarisKisi(QWidget):
    """The cells of an RT, the reason where a figure falls, and what is wrong in a sentence."""

    def __init__(self, b: Baris) -> None:
        super().__init__()
        self.jabatan_id = b.jabatan_id
        theme = theme_of(self)
        self.nama = (text.SATU_RT if b.nama else text.RT_KOSONG).format(rt=b.nomor_rt, nama=b.nama)
        self._asal: dict[str, str] = {}
        self.sel = {isian: Sel() for isian in ANGKA}
        self.alasan = TextField(text.C_ALASAN)
        self._pesan = Notice("", Role.SALAH)
        self._label_alasan = Label(text.ALASAN, Gaya.KECIL)
        self.alasan.miring()
        rt = Label(self.nama, potong=True)
        rt.setFixedWidth(theme.px(LEBAR_RT))
        self.alasan.setFixedWidth(theme.px(_LEBAR_ALASAN))
        self.alasan.setAccessibleName(text.NAMA_SEL.format(rt=self.nama, isian=text.ALASAN))
        tata = QHBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme.px(6))
        tata.addWidget(rt)
        for isian, sel in self.sel.items():
            sel.setAccessibleName(text.NAMA_SEL.format(rt=self.nama, isian=vaksinasi.ISIAN[isian]))
            tata.addWidget(sel)
        for bagian in (self._label_alasan, self.alasan):
            tata.addWidget(bagian)
        tata.addWidget(self._pesan, 1)
        tata.addStretch()
        self._tanya_alasan(tampak=False)
        self.segarkan(b)

    def segarkan(self, b: Baris) -> None:
        """Show what is recorded of the RT now; what was typed since stays."""
        diketik = self.diketik()
        lama, kini = b.sebelum, b.kini
        self.lama = dict(zip(ANGKA, lama.angka, strict=True)) if lama else {}
        self._asal = {isian: str(n) for isian, n in zip(ANGKA, kini.angka, strict=True)} if kini else {}
        self._asal[ALASAN] = kini.alasan if kini else ""
        for isian, sel in self.sel.items():
            sel.setPlaceholderText(rupiah.titik(self.lama[isian]) if lama else "")
            sel.setToolTip(
                text.SEBELUM.format(n=rupiah.titik(self.lama[isian]), tanggal=panjang(lama.tanggal)) if lama else ""
            )
        self.isi(self._asal | diketik)

    def diketik(self) -> dict[str, str]:
        """Return what differs from what is recorded."""
        return {isian: nilai for isian, nilai in self.nilai().items() if nilai != self._asal.get(isian, "")}

    def nilai(self) -> dict[str, str]:
        """Return what stands in the cells, the reason too."""
        return {isian: sel.nilai() for isian, sel in self.sel.items()} | {ALASAN: self.alasan.nilai()}

    def isi(self, nilai: Mapping[str, str]) -> None:
        """Show what is typed, without a signal."""
        for isian, field in (*self.sel.items(), (ALASAN, self.alasan)):
            if field.nilai() != nilai.get(isian, ""):
                field.isi(nilai.get(isian, ""))
        if not self.alasan.hasFocus():
            self._tanya_alasan(tampak=bool(self.alasan.nilai()))
        self.katakan(())

    @property
    def terisi(self) -> bool:
        """Whether any figure stands here."""
        return any(sel.nilai() for sel in self.sel.values())

    @property
    def berubah(self) -> bool:
        """Whether something differs from what is recorded."""
        return bool(self.diketik())

    def katakan(self, salah: Sequence[Salah]) -> None:
        """Say what is wrong and frame its cell; ask for the reason where a figure falls."""
        fields = {s.field for s in salah}
        for isian, sel in self.sel.items():
            sel.set_salah(isian in fields or (ALASAN in fields and self._jatuh(isian)))
        if ALASAN in fields:
            self._tanya_alasan(tampak=True)
        self.alasan.set_salah(ALASAN in fields)
        self._pesan.set(" ".join(dict.fromkeys(s.kalimat for s in salah)), Role.SALAH)

    def _tanya_alasan(self, *, tampak: bool) -> None:
        for bagian in (self._label_alasan, self.alasan):
            set_shown(bagian, tampak)

    def _jatuh(self, isian: str) -> bool:
        """Tell whether a figure is what needs a reason: a dose that fell, another sasaran."""
        kini, dulu = self.angka(isian), self.lama.get(isian, 0)
        return kini != dulu if isian == ANGKA[0] else kini < dulu

    @property
    def pesan(self) -> str:
        """What is said to be wrong, "" when nothing is."""
        return self._pesan.teks()

    def angka(self, isian: str) -> int:
        """Return a figure as it counts: typed, else as before."""
        polos = self.sel[isian].nilai().replace(".", "")
        if polos:
            return int(polos) if polos.isascii() and polos.isdigit() else 0
        return self.lama.get(isian, 0)
