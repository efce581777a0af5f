"""Doubts beside the inputs of a form while it is filled in: odd, worth a look, and never in the way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject, QTimer

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import rules
from ui.kit.form import Form

JEDA_MS = 350
"""How long after the last key the doubts are looked for."""


class Ragu(QObject):
    """Watches one form; without ``semua`` an empty input is not doubted: it may still be filled in."""

    def __init__(self, isi: Form, hari: date, *, semua: bool) -> None:
        super().__init__(isi)
        self._isi, self._hari, self._semua = isi, hari, semua
        self._jeda = QTimer(self, singleShot=True, interval=JEDA_MS)
        self._jeda.timeout.connect(self.periksa)
        isi.diubah.connect(self._jeda.start)
        self.periksa()

    def periksa(self) -> None:
        """Look at what stands in the form now."""
        nilai = self._isi.nilai()
        self._isi.ragu(kalimat(nilai, self._hari, semua=self._semua))


def kalimat(nilai: Mapping[str, str], hari: date, *, semua: bool = True) -> dict[str, str]:
    """Return the doubts about what was typed, by input; what is wrong or (without ``semua``) empty is left out."""
    ragu = rules.peringatan(tersimpan(nilai, hari), hari)
    return {r.field: r.kalimat for r in reversed(ragu) if semua or nilai.get(r.field)}


def tersimpan(nilai: Mapping[str, str], hari: date) -> Fields:
    """Return the stored values of the inputs that are fine."""
    hasil: Fields = {}
    for kunci, teks in nilai.items():
        try:
            hasil |= rules.bersihkan({kunci: teks}, hari)
        except InputSalah:
            continue
    return hasil
