"""The door: a full-screen window of its own for one session, made for speed (issue 7, DOMAIN §5)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QLayout, QStackedLayout, QWidget

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import queries
from sipokat_desktop.modules.bimtek.model import Sesi
from sipokat_desktop.modules.rt import indeks
from ui.kit.host import Host

from . import text_pintu as text
from .pintu_fokus import PenjagaFokus
from .pintu_jaga import PenjagaLayar
from .pintu_mulai import MulaiPintu
from .pintu_sesi import SesiPintu


def buka_pintu(host: Host, kegiatan_id: str, sesi_id: str = "") -> JendelaPintu:
    """Open the door of an event: it asks for session and name first, with what was used last filled in. Where one is
    open already it comes to the front. Raises InputSalah when the event is gone, closed, or has no session."""
    ada = host.findChild(_Pemilik)
    if ada is not None:
        ada.jendela.ke_depan()
        return ada.jendela
    con = host.store.reader()
    kegiatan = queries.kegiatan_terbuka(con, kegiatan_id)
    sesi = queries.sesi(con, kegiatan_id)
    if not sesi:
        raise InputSalah("sesi", text.TANPA_SESI)
    jendela = JendelaPintu(host, kegiatan_id, kegiatan.nama, sesi, sesi_id)
    _Pemilik(host, jendela)
    jendela.tampilkan()
    return jendela


class _Pemilik(QObject):
    """Keeps the window of the door, which has no parent: no dialog of the other window can block it."""

    def __init__(self, host: Host, jendela: JendelaPintu) -> None:
        super().__init__(host)
        self.jendela = jendela
        jendela.ditutup.connect(self._lepas)
        host.jobs.menutup.connect(jendela.habiskan)

    def _lepas(self) -> None:
        self.setParent(None)
        self.deleteLater()


class JendelaPintu(QWidget):
    """First the opening, then the session; ``ditutup`` comes once, when all is written and the window has gone."""

    ditutup = Signal()

    def __init__(self, host: Host, kegiatan_id: str, kegiatan: str, sesi: list[Sesi], sesi_id: str) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._host, self.kegiatan_id, self._kegiatan = host, kegiatan_id, kegiatan
        self._semua = {satu.sesi_id: satu for satu in sesi}
        self.setWindowTitle(f"{text.JUDUL} · {kegiatan}")
        self.setAutoFillBackground(True)
        self.sesi: SesiPintu | None = None
        self._usai = False
        self._mulai = MulaiPintu(host, sesi, sesi_id, kegiatan)
        self._tumpuk = QStackedLayout(self)
        self._tumpuk.setContentsMargins(0, 0, 0, 0)
        self._tumpuk.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._tumpuk.addWidget(self._mulai)
        self._mulai.dibuka.connect(self._buka)
        self._mulai.batal.connect(self.tutup)
        self._fokus = PenjagaFokus(self, self._mulai.nama)
        self._layar = PenjagaLayar()

    def tampilkan(self) -> None:
        """Fill the screen on which the program stands."""
        induk = self._host.parent()
        if isinstance(induk, QWidget):
            self.setGeometry(induk.screen().geometry())
        self.showFullScreen()
        host = self._host
        host.jobs.run(indeks.segarkan, host.store, apa=text.MENYIAPKAN, failed=host.tell, owner=host)
        self.ke_depan()

    def ke_depan(self) -> None:
        """Take the keyboard to the line."""
        self._fokus.ambil()

    def _buka(self, sesi_id: str, nama: str) -> None:
        self.sesi = sesi = SesiPintu(self._host, self._semua[sesi_id], self._kegiatan, nama)
        sesi.minta_tutup.connect(self.tutup)
        sesi.minta_fokus.connect(self.ke_depan)
        self._fokus.di_sini.connect(sesi.aktif)
        self._tumpuk.addWidget(sesi)
        self._tumpuk.setCurrentWidget(sesi)
        self._fokus.pindah(sesi.isian)
        self._layar.tahan()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing here: keys go to the line, and Esc alone closes nothing."""
        event.accept()

    def tutup(self) -> None:
        """Close once all is written."""
        if self.sesi is not None and self.sesi.menunggu:
            QTimer.singleShot(50, self, self._tutup_jadi)
        else:
            self._selesai()

    def _tutup_jadi(self) -> None:
        """A scan that came meanwhile keeps the door open."""
        if self.sesi is None or self.sesi.jadi_tutup:
            self.tutup()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The system asks to close: the question comes first where a session is open."""
        if self._usai or self.sesi is None:
            event.accept()
            self._selesai()
        else:
            event.ignore()
            self.sesi.tanya_tutup()

    def habiskan(self) -> None:
        """The program closes: write what waits, here and now."""
        if self.sesi is not None:
            self.sesi.habiskan()
        self._selesai()

    def _selesai(self) -> None:
        if self._usai:
            return
        self._usai = True
        self._layar.lepas()
        self._fokus.lepas()
        if self.sesi is not None:
            self.sesi.berhenti()
        self.hide()
        induk = self._host.parent()
        if isinstance(induk, QWidget):
            induk.activateWindow()
        self.ditutup.emit()
        self.deleteLater()
