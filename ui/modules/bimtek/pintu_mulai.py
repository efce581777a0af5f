"""The opening of the door: which session, and what this door is called; both are kept for the next time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.bimtek import token
from sipokat_desktop.modules.bimtek.model import Sesi
from ui.kit.buttons import PrimaryButton
from ui.kit.cards import Card
from ui.kit.fields import TextField
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, Notice
from ui.kit.marks import Mark
from ui.kit.theme import Role, theme_of

from . import text_pintu as text
from .pintu_daftar import BarisBaris, BarisPintu
from .pintu_pindai import kode_di_ujung
from .pintu_tombol import TombolPintu

NAMA, SESI = "bimtek.pintu.nama", "bimtek.pintu.sesi"
"""Settings of this installation: the name of the door, the session that was opened last."""
_ARAH: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}


class MulaiPintu(QWidget):
    """``dibuka`` carries session and name of the door; ``batal`` goes back without opening it."""

    dibuka = Signal(str, str)
    batal = Signal()

    def __init__(self, host: Host, sesi: Sequence[Sesi], sesi_id: str, kegiatan: str) -> None:
        super().__init__()
        self._host, self._sesi = host, list(sesi)
        self.nama = TextField(text.MULAI_NAMA_CONTOH)
        self.nama.setAccessibleName(text.MULAI_NAMA)
        self.nama.isi(host.store.setting(NAMA) or host.store.identity.label or text.MULAI_NAMA_ULANG)
        self.nama.selectAll()
        self.nama.enter.connect(self._buka)
        self._pesan = Notice("", Role.SALAH)
        self._daftar = BarisBaris(tinggi=56, ukuran=16)
        self._daftar.set([self._baris(satu) for satu in self._sesi], self._bawaan(sesi_id))
        self._daftar.disentuh.connect(self._daftar.pilih)
        self._tata(kegiatan)
        self.setFocusProxy(self.nama)

    def _tata(self, kegiatan: str) -> None:
        theme = theme_of(self)
        kartu = Card(margin=26, spacing=10)
        kartu.setMaximumWidth(theme.px(760))
        kartu.add(Label(f"{text.MULAI_JUDUL} · {kegiatan}", Gaya.JUDUL, potong=True))
        kartu.add(Label(text.MULAI_SUB, role=Role.REDUP, lipat=True))
        kartu.add(Label(text.MULAI_SESI, Gaya.TEBAL))
        self._daftar.setFixedHeight(theme.px(56) * min(6, max(1, len(self._sesi))))
        kartu.add(self._daftar)
        kartu.add(Label(text.MULAI_NAMA, Gaya.TEBAL))
        kartu.add(self.nama)
        kartu.add(self._pesan)
        kaki = QHBoxLayout()
        kaki.addWidget(Label(text.MULAI_KUNCI, Gaya.KECIL, lipat=True), 1)
        kaki.addWidget(TombolPintu(text.MULAI_BATAL, "Esc", on=self.batal.emit, tinggi=44))
        utama = PrimaryButton(text.MULAI_BUKA, "Enter", pasang=False, on=self._buka)
        utama.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        utama.setMinimumHeight(theme.px(44))
        kaki.addWidget(utama)
        kartu.add_layout(kaki)
        tengah = QHBoxLayout()
        tengah.addStretch(1)
        tengah.addWidget(kartu, 6)
        tengah.addStretch(1)
        box = QVBoxLayout(self)
        box.addStretch(1)
        box.addLayout(tengah)
        box.addStretch(1)

    def _baris(self, sesi: Sesi) -> BarisPintu:
        hari_ini = sesi.hari == self._host.today
        kapan = " · ".join(filter(None, (tanggal.lengkap(sesi.hari), sesi.waktu, sesi.di)))
        kanan = text.MULAI_HARI_INI if hari_ini else ""
        return BarisPintu(sesi.judul, kanan, kapan, Role.AKSEN if hari_ini else None, Mark.TITIK)

    def _bawaan(self, sesi_id: str) -> int:
        """Return the session to propose: the one asked for, the one opened last, that of today, the first."""
        ids = [satu.sesi_id for satu in self._sesi]
        hari_ini = [satu.sesi_id for satu in self._sesi if satu.hari == self._host.today]
        lama = self._host.store.setting(SESI)
        for id in (sesi_id, lama if not hari_ini or lama in hari_ini else "", *hari_ini):
            if id in ids:
                return ids.index(id)
        return 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose the session; Esc goes back; both from the field of the name."""
        if event.key() in _ARAH:
            self._daftar.geser(_ARAH[event.key()])
        elif event.key() == Qt.Key.Key_Escape:
            self.batal.emit()
        else:
            super().keyPressEvent(event)

    def _buka(self) -> None:
        nama = self.nama.nilai()
        if not nama or (token.tampak(nama) and kode_di_ujung(nama)):
            self._pesan.set(text.MULAI_NAMA_KODE if nama else text.MULAI_NAMA_KOSONG, Role.SALAH)
            self.nama.set_salah(True)
            self.nama.selectAll()
            return
        sesi_id = self._sesi[max(0, self._daftar.terpilih)].sesi_id
        self._host.jobs.run(
            self._host.store.set_settings, {NAMA: nama, SESI: sesi_id}, failed=self._host.tell, owner=self._host
        )
        self.dibuka.emit(sesi_id, nama)
