"""The sheet in which the figures of all RT are typed for one date; what is typed is kept as a draft."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.vaksinasi import ops, queries
from sipokat_desktop.modules.vaksinasi import text as vaksinasi
from sipokat_desktop.modules.vaksinasi.model import Tersimpan
from sipokat_desktop.modules.vaksinasi.rules import Salah
from ui.kit.days import panjang, pendek
from ui.kit.dialog import Sheet
from ui.kit.draft import Draft
from ui.kit.form import Form, Isian, Jenis
from ui.kit.formulir import Nilai
from ui.kit.host import Host
from ui.kit.theme import theme_of

from . import text_kisi as text
from .kisi import PISAH, Kisi

_LEBAR, _TERENDAH = 1240, 260
_LEBIH = 8
"""What a sheet gives its body beyond what that asks for (px at scale 1.0)."""
_BINGKAI = 200
"""What stands above and below the grid (px at scale 1.0): only the rows scroll, their heads stay."""
_ISIAN = (
    Isian("program", text.L_PROGRAM, contoh=text.C_PROGRAM, wajib=True),
    Isian("tanggal", text.L_TANGGAL, Jenis.TANGGAL, contoh=text.C_TANGGAL, wajib=True),
)


class FormKisi(QWidget):
    """Programme and date, then the grid: for a draft they are one."""

    diubah = Signal()
    batal = Signal()
    simpan = Signal()

    def __init__(self, host: Host, lingkup: str, program: str) -> None:
        super().__init__()
        self._host, self.lingkup = host, lingkup
        self.form = Form(_ISIAN, lajur=4)
        self.kisi = Kisi(self._periksa)
        self._berubah = False
        self._nanti = QTimer(self, singleShot=True, interval=0)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme_of(self).px(12))
        tata.addWidget(self.form)
        tata.addWidget(self.kisi, 1)
        self.setFocusProxy(self.kisi)
        self._complete_program()
        self.form.isi({"program": program, "tanggal": pendek(host.today.isoformat())})
        self.muat()
        self._connect()

    def _connect(self) -> None:
        for bagian in (self.form, self.kisi):
            bagian.diubah.connect(self._typed)
        for isian in _ISIAN:
            self.form.field(isian.kunci).ditinggal.connect(self._nanti.start)
        self._nanti.timeout.connect(self.muat)
        self._host.changed.connect(self.muat)
        self.form.simpan.connect(self._to_grid)
        self.form.batal.connect(self.batal)

    def _complete_program(self) -> None:
        """Complete the name of a programme as it is typed, so that one is not recorded under two names."""
        field = self.form.field("program")
        assert isinstance(field, QLineEdit)
        pelengkap = QCompleter(queries.program(self._host.store.reader(), [self.lingkup]), field)
        pelengkap.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        pelengkap.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        field.setCompleter(pelengkap)

    def _typed(self) -> None:
        self._berubah = True
        self.diubah.emit()

    def _to_grid(self) -> None:
        self.muat()
        self.kisi.ke()

    def tinggi(self, ruang: int) -> int:
        """Return how high (px) it is with every row in sight, or with as many whole rows as ``ruang`` holds."""
        bingkai = self.sizeHint().height()
        return bingkai + self.kisi.tinggi_baris(ruang - bingkai)

    def hari(self) -> str:
        """Return the typed day (ISO), "" where it cannot be read."""
        try:
            return tanggal.baca(self.form.nilai()["tanggal"], "tanggal").isoformat()
        except InputSalah:
            return ""

    def muat(self, _changes: object = None) -> None:
        """Show what is recorded for programme and date; what was typed stays."""
        program, hari = self.form.nilai()["program"] or vaksinasi.PROGRAM, self.hari()
        if hari:
            con = self._host.store.reader()
            self.kisi.susun(queries.kisi(con, lingkup=self.lingkup, program=program, tanggal=hari))

    def _periksa(self, jabatan_id: str, isian: Mapping[str, str]) -> tuple[Salah, ...]:
        program, hari = self.form.nilai()["program"] or vaksinasi.PROGRAM, self.hari()
        return ops.periksa(self._host.store.reader(), jabatan_id, program, hari, isian) if hari else ()

    # a draft

    @property
    def berubah(self) -> bool:
        """Whether something was typed."""
        return self._berubah

    def draf(self) -> dict[str, str]:
        """Return what stands in inputs and cells."""
        return self.form.draf() | self.kisi.draf()

    def isi(self, nilai: Mapping[str, str]) -> None:
        """Show values as the saved state."""
        self.form.isi(nilai)
        self.muat()
        self.kisi.pulihkan(nilai)
        self._berubah = False

    def pulihkan(self, draf: Mapping[str, str]) -> None:
        """Show a draft kept earlier."""
        self.isi(draf)
        self._berubah = True
        self.diubah.emit()

    def fokus(self, _kunci: str = "") -> None:
        """Go to the first cell."""
        self.kisi.ke()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves as in every form."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.simpan.emit()
        else:
            super().keyPressEvent(event)


def buka(parent: QWidget, host: Host, program: str, *, lingkup: str, jabatan_id: str = "") -> Sheet:
    """Ask for the figures of all RT of a kelurahan, beginning at one of them."""
    isi = FormKisi(host, lingkup, program)
    px = theme_of(parent).px
    isi.setMinimumHeight(max(px(_TERENDAH), isi.tinggi(parent.window().height() - px(_BINGKAI)) - px(_LEBIH)))
    sheet = Sheet(
        text.JUDUL, isi, sub=text.SUB, utama=text.UTAMA, lebar=_LEBAR, kotor=lambda: False, parent=parent
    )  # fmt: skip
    simpan = partial(_simpan, host, isi, sheet)
    sheet.disimpan.connect(simpan)
    isi.simpan.connect(simpan)
    isi.batal.connect(sheet.reject)
    isi.kisi.ditempel.connect(partial(_ditempel, sheet))
    sheet.open()
    Draft(host, f"vaksinasi.kisi.{lingkup}", isi, sheet)
    isi.kisi.ke(jabatan_id)
    return sheet


def _ditempel(sheet: Sheet, n: int, muat: bool) -> None:
    sheet.pesan.info((text.DITEMPEL if muat else text.DITEMPEL_LEBIH).format(n=n))


def _simpan(host: Host, isi: FormKisi, sheet: Sheet) -> None:
    """Save what is typed; what is wrong is said beside its cell."""

    def gagal(error: Exception) -> None:
        jabatan_id, _, isian = error.field.partition(PISAH) if isinstance(error, InputSalah) else ("", "", "")
        if isinstance(error, InputSalah) and isian and isi.kisi.salah(jabatan_id, isian, error.pesan):
            sheet.sibuk(False)
        else:
            sheet.gagal(error, isi=isi.form)

    sheet.pesan.tutup()
    if not isi.form.periksa():
        return
    isi.muat()
    if isi.kisi.pertama_salah():
        return
    nilai: Nilai = isi.form.nilai()
    hari = isi.hari()
    sheet.sibuk(True)
    work = partial(ops.catat_banyak, host.store, isi.lingkup, nilai["program"], nilai["tanggal"], isi.kisi.nilai())
    host.act(
        work, said=lambda hasil: _kata(hasil, hari), done=lambda _v: sheet.accept(), failed=gagal, owner=sheet
    )  # fmt: skip


def _kata(hasil: object, hari: str) -> str:
    assert isinstance(hasil, Tersimpan)
    if not hasil.baru and not hasil.diubah:
        return text.SAMA
    pola = text.HANYA_UBAH if not hasil.baru else text.TERSIMPAN_UBAH if hasil.diubah else text.TERSIMPAN
    return pola.format(n=hasil.baru, ubah=hasil.diubah, tanggal=panjang(hari))
