"""The page Bimtek: all events, one of them opened, or its sessions or figures in its place."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout

from sipokat_desktop.kernel.errors import InputSalah
from ui.kit.anak import Anak
from ui.kit.buttons import PrimaryButton
from ui.kit.host import Host, Page

from . import TABLES, text, tujuan
from .detail import Detail
from .semua import SemuaKegiatan

SEMUA, SATU = range(2)


class BimtekPage(Page):
    """Enter opens an event, Esc comes back."""

    tables = TABLES
    help = text.BANTUAN
    all_kelurahan = True

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._anak: Anak | None = None
        self._semua = SemuaKegiatan(host, (PrimaryButton(text.TAMBAH, "Ctrl+N", on=self._add),), self._add)
        self._semua.dibuka.connect(self._show_one)
        self._detail = d = Detail(host)
        d.kembali.connect(self._back)
        d.sesi.connect(lambda: self._show_sessions(d.kegiatan_id))
        d.tambah_sesi.connect(lambda: self._show_sessions(d.kegiatan_id, tambah=True))
        d.rekap.connect(lambda: self._show_figures(d.kegiatan_id))
        self._tumpuk = QStackedLayout(self)
        self._tumpuk.setContentsMargins(0, 0, 0, 0)
        self._tumpuk.addWidget(self._semua)
        self._tumpuk.addWidget(d)
        self.setFocusProxy(self._semua)

    def load(self) -> None:
        """Read again what is shown; an event that is gone leads back to all of them."""
        try:
            if self._anak is not None:
                self._anak.load()
            elif self._tumpuk.currentIndex() == SATU:
                self._detail.load()
            else:
                self._semua.load()
        except InputSalah as exc:
            self._back()
            self._host.tell(exc)

    def open_id(self, id: str) -> None:
        """Open what ``id`` means (see tujuan.py): an event, one of its people, its door, sessions or figures."""
        ke = tujuan.baca(self._host.store.reader(), id, self._host.today)
        if ke is None:
            if id.startswith(f"{tujuan.RT}:"):
                self._host.messages.info(text.BELUM_PERNAH)
            return
        match ke.apa:
            case tujuan.SESI:
                self._show_sessions(ke.kegiatan_id)
            case tujuan.REKAP:
                self._show_figures(ke.kegiatan_id)
            case _:
                self._show_one(ke.kegiatan_id, ke.jabatan_id, ke.sesi_id)
                if ke.apa == tujuan.PINTU:
                    self._detail.pintu.buka()

    def place(self) -> str:
        """Return what opens here again."""
        if self._anak is not None:
            return self._anak.tempat()
        return self._detail.kegiatan_id if self._tumpuk.currentIndex() == SATU else ""

    def _show_one(self, kegiatan_id: str, jabatan_id: str = "", sesi_id: str = "", kelurahan: str = "") -> None:
        self._drop()
        try:
            self._detail.open(kegiatan_id, jabatan_id, sesi_id, kelurahan)
        except InputSalah as exc:
            self._back()
            self._host.tell(exc)
            return
        self._tumpuk.setCurrentIndex(SATU)
        self.help = text.BANTUAN
        self.setFocusProxy(self._detail)
        self._detail.setFocus()

    def _show_sessions(self, kegiatan_id: str, *, tambah: bool = False) -> None:
        from .sesi import SesiPage

        anak = SesiPage(self._host, kegiatan_id)
        anak.dibuka.connect(lambda sesi_id: self._show_one(kegiatan_id, "", sesi_id))
        anak.pintu.connect(lambda sesi_id: self.open_id(f"{tujuan.PINTU}:{sesi_id}"))
        self._show_child(anak, kegiatan_id)
        if tambah and self._anak is anak:
            anak.tambah()

    def _show_figures(self, kegiatan_id: str) -> None:
        from .rekap import RekapPage

        anak = RekapPage(self._host, kegiatan_id)
        anak.dibuka.connect(
            lambda sesi_id, kelurahan, jabatan_id: self._show_one(kegiatan_id, jabatan_id, sesi_id, kelurahan)
        )
        self._show_child(anak, kegiatan_id)

    def _show_child(self, anak: Anak, kegiatan_id: str) -> None:
        self._drop()
        self._anak = anak
        self.help = anak.bantuan
        anak.kembali.connect(lambda: self._show_one(kegiatan_id))
        self._tumpuk.addWidget(anak)
        self._tumpuk.setCurrentWidget(anak)
        self.setFocusProxy(anak)
        self.load()
        if self._anak is anak:
            anak.setFocus()

    def _drop(self) -> None:
        if self._anak is not None:
            self._tumpuk.removeWidget(self._anak)
            self._anak.deleteLater()
            self._anak = None

    def _back(self) -> None:
        self._drop()
        self._tumpuk.setCurrentIndex(SEMUA)
        self.help = text.BANTUAN
        self.setFocusProxy(self._semua)
        self._semua.load()
        self._semua.tabel.setFocus()

    def _add(self) -> None:
        from . import kegiatan_lembar

        kegiatan_lembar.tambah(self, self._host, lambda id: self._show_sessions(id, tambah=True))
