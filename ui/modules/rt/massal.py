"""Ubah sekaligus: one value for one input of many heads, seen before it is done, one act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import massal
from sipokat_desktop.modules.rt import text as rt
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian, Jenis
from ui.kit.host import Host
from ui.kit.labels import Notice, set_shown
from ui.kit.theme import Role, theme_of

from . import text
from .form import UBAH

JEDA_MS = 250
_CONTOH: Mapping[str, Isian] = {satu.kunci: satu for satu in UBAH}
"""How each input is typed in the form of one head."""


class UbahMassal(QWidget):
    """First which input, then the value, and below how many rows that changes (``dihitung`` carries it)."""

    simpan = Signal()
    batal = Signal()
    dihitung = Signal(int)

    def __init__(self, host: Host, ids: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host, self._ids = host, tuple(ids)
        self.pilih = Form([Isian("isian", text.MASSAL_ISIAN, Jenis.PILIHAN, pilihan=tuple(massal.ISIAN.items()))])
        self._jeda = QTimer(self, singleShot=True, interval=JEDA_MS)
        self._jeda.timeout.connect(self.hitung)
        self._nilai = {kunci: self._form(kunci) for kunci in massal.ISIAN}
        self._akan = Notice("", Role.AKSEN)
        self._tata = QVBoxLayout(self)
        self._tata.setContentsMargins(0, 0, 0, 0)
        self._tata.setSpacing(theme_of(self).px(14))
        for part in (self.pilih, *self._nilai.values(), self._akan):
            self._tata.addWidget(part)
        self._tata.addStretch(1)
        self.setFocusProxy(self.pilih)
        self.pilih.diubah.connect(self._ganti_isian)
        self.pilih.simpan.connect(self._ke_nilai)
        self.pilih.batal.connect(self.batal)

    @property
    def isian(self) -> str:
        """The chosen input, "" before one is chosen."""
        return self.pilih.nilai()["isian"]

    @property
    def nilai(self) -> Form | None:
        """The form of the value, None before an input is chosen."""
        return self._nilai.get(self.isian)

    def _form(self, kunci: str) -> Form:
        """Return the field in which an input is typed; all are there from the first, so that Tab leads to them."""
        contoh = _CONTOH[kunci]
        form = Form([Isian("nilai", text.MASSAL_NILAI, contoh.jenis, contoh.contoh, pilihan=contoh.pilihan)])
        form.diubah.connect(self._jeda.start)
        form.simpan.connect(self.simpan)
        form.batal.connect(self.batal)
        set_shown(form, False)
        return form

    def _ke_nilai(self) -> None:
        if self.nilai is not None:
            self.nilai.fokus()

    def _ganti_isian(self) -> None:
        for kunci, form in self._nilai.items():
            set_shown(form, kunci == self.isian)
        self.hitung()

    def hitung(self) -> None:
        """Say how many rows the value changes."""
        if self.nilai is None:
            return
        nilai = self.nilai.nilai()["nilai"]
        try:
            akan = massal.akan(self._host.store.reader(), self._ids, self.isian, nilai, self._host.today)
        except InputSalah:
            self._akan.set("")
            return
        kosong = not nilai and akan.diubah > 0
        kata = [text.MASSAL_AKAN.format(n=akan.diubah)]
        kata += [text.MASSAL_AKAN_SAMA.format(n=akan.sama)] if akan.sama else []
        kata += [text.MASSAL_AKAN_LEWAT.format(n=akan.dilewati)] if akan.dilewati else []
        kalimat = f"{text.MASSAL_KOSONGKAN if kosong else ''}{', '.join(kata)}."
        self._akan.set(kalimat, Role.PERHATIAN if kosong else Role.AKSEN)
        self.dihitung.emit(akan.diubah)


def buka(parent: QWidget, host: Host, ids: Sequence[str]) -> Sheet | None:
    """Ask for an input and its value for the chosen rows; None (and a message) when no row is chosen."""
    if not ids:
        host.messages.info(text.MASSAL_TAK_ADA)
        return None
    isi = UbahMassal(host, ids)
    judul = text.MASSAL_JUDUL.format(n=len(ids))
    sheet = Sheet(judul, isi, sub=text.MASSAL_ISI, utama=text.MASSAL_UTAMA_KOSONG, lebar=560, parent=parent)

    def gagal(error: Exception) -> None:
        if isinstance(error, InputSalah):
            error = InputSalah("nilai", error.pesan)
        sheet.gagal(error, isi=isi.nilai)

    def simpan() -> None:
        form = isi.nilai
        if form is None:
            isi.pilih.salah(InputSalah("isian", rt.PILIHAN_SALAH.format(pilihan=", ".join(massal.ISIAN.values()))))
            return
        if not form.periksa():
            return
        sheet.sibuk(True)
        label = massal.ISIAN[isi.isian]
        work = partial(massal.ubah_semua, host.store, ids, isi.isian, form.nilai()["nilai"])
        host.act(work, said=partial(_kalimat, label), done=lambda _v: sheet.accept(), failed=gagal, owner=sheet)

    isi.dihitung.connect(lambda n: sheet.utama.set_teks(text.MASSAL_UTAMA.format(n=n)))
    isi.batal.connect(sheet.reject)
    isi.simpan.connect(simpan)
    sheet.disimpan.connect(simpan)
    sheet.open()
    return sheet


def _kalimat(label: str, hasil: object) -> str:
    n = hasil.diubah if isinstance(hasil, massal.Massal) else 0
    return text.MASSAL_DIUBAH.format(isian=label, n=n)
