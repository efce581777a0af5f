"""An unfinished form survives: what was changed is kept in the settings of this computer until saved or dropped."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, SignalInstance

from ui.kit import text
from ui.kit.buttons import Aksi
from ui.kit.host import Host
from ui.kit.messagebar import MessageBar
from ui.kit.pena import Pena

SETELAN = "draf."
JEDA_MS = 400
"""How long after the last key the draft is written."""


class Kept(Protocol):
    """What can be kept as a draft: a form, or several that are filled in one after another."""

    @property
    def diubah(self) -> SignalInstance: ...
    @property
    def berubah(self) -> bool: ...
    def draf(self) -> dict[str, str]: ...
    def isi(self, nilai: Mapping[str, str]) -> None: ...
    def pulihkan(self, draf: Mapping[str, str]) -> None: ...
    def fokus(self, kunci: str = "") -> None: ...


class Holder(Protocol):
    """What holds the form: a sheet, or a page that tells when it is left (``rejected``) and never closes by itself."""

    @property
    def pesan(self) -> MessageBar: ...
    @property
    def accepted(self) -> SignalInstance: ...
    @property
    def rejected(self) -> SignalInstance: ...
    @property
    def destroyed(self) -> SignalInstance: ...
    def windowTitle(self) -> str: ...


class Draft(QObject):
    """Keeps the draft of one form under ``kunci`` until the form is left or saved."""

    def __init__(self, host: Host, kunci: str, isi: Kept, sheet: Holder) -> None:
        """Begin with what the form shows now as the saved state, and bring back a draft of it."""
        super().__init__(host)
        self._host, self._isi, self._sheet = host, isi, sheet
        self._pena = Pena.ambil(host, SETELAN + kunci)
        self._awal = isi.draf()
        self._terbuka = True
        self._jeda = QTimer(self, singleShot=True, interval=JEDA_MS)
        self._jeda.timeout.connect(self._catat)
        self._bawa_kembali()
        isi.diubah.connect(self._jeda.start)
        sheet.accepted.connect(self.buang)
        sheet.rejected.connect(self._tinggalkan)
        sheet.destroyed.connect(self._tutup)
        host.jobs.menutup.connect(self._program_ditutup)

    def _bawa_kembali(self) -> None:
        if self._pena.mau:
            self._isi.pulihkan(self._awal | json.loads(self._pena.mau))
            self._sheet.pesan.perhatian(text.DRAF_KEMBALI, Aksi(text.DRAF_BUANG, self._mulai_lagi))

    def _mulai_lagi(self) -> None:
        self._isi.isi(self._awal)
        self._catat()
        self._isi.fokus()

    def _catat(self) -> None:
        """Write what differs from the saved state."""
        self._pena.tulis(self._beda())

    def _beda(self) -> str:
        beda = {k: nilai for k, nilai in self._isi.draf().items() if nilai != self._awal.get(k, "")}
        return json.dumps(beda) if beda else ""

    def _tinggalkan(self) -> None:
        """The sheet was left without saving: keep what was typed, and say so."""
        if self._isi.berubah:
            self._catat()
        if self._pena.mau:
            judul = self._sheet.windowTitle()
            self._host.messages.info(text.DRAF_DISIMPAN.format(judul=judul) if judul else text.DRAF_HALAMAN)
        self._tutup()

    def _program_ditutup(self) -> None:
        """The window goes while the sheet is open: write the last keys now."""
        if self._terbuka:
            self._jeda.stop()
            self._terbuka = False
            self._pena.tulis_sekarang(self._beda())

    def buang(self) -> None:
        """The form was saved: there is no draft any more."""
        self._pena.tulis("")
        self._tutup()

    def lanjut(self) -> None:
        """The form was saved and the sheet goes on: what the form shows now is the saved state."""
        self._jeda.stop()
        self._awal = self._isi.draf()
        self._pena.tulis("")

    def _tutup(self) -> None:
        """Nothing more can be read: what was written stays."""
        self._jeda.stop()
        if self._terbuka:
            self._terbuka = False
            self._pena.lepas()
            self.deleteLater()
