"""The page Bimtek: all events, one of them opened, or its sessions or figures in its place."""

from __future__ import annotations

from sipokat_desktop.kernel.errors import InputSalah
from ui.kit.anak import Anak, Tumpukan
from ui.kit.buttons import PrimaryButton
from ui.kit.host import Host, Page

from . import TABLES, text, tujuan
from .detail import Detail
from .semua import SemuaKegiatan


class BimtekPage(Page):
    """Enter opens an event, Esc comes back."""

    tables = TABLES
    help = text.BANTUAN
    panduan = "bimtek"
    all_kelurahan = True

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._semua = SemuaKegiatan(host, (PrimaryButton(text.TAMBAH, "Ctrl+N", on=self._add),), self._add)
        self._semua.dibuka.connect(self._show_one)
        self._detail = d = Detail(host)
        d.kembali.connect(self._back)
        d.sesi.connect(lambda: self._show_sessions(d.kegiatan_id))
        d.tambah_sesi.connect(lambda: self._show_sessions(d.kegiatan_id, tambah=True))
        d.rekap.connect(lambda: self._show_figures(d.kegiatan_id))
        self._tumpuk = Tumpukan(self, self._semua, d)

    def load(self) -> None:
        """Read again what is shown; an event that is gone leads back to all of them."""
        try:
            if self._tumpuk.anak is not None:
                self._tumpuk.anak.load()
            elif self._tumpuk.currentWidget() is self._detail:
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
        if self._tumpuk.anak is not None:
            return self._tumpuk.anak.tempat()
        return self._detail.kegiatan_id if self._tumpuk.currentWidget() is self._detail else ""

    def _show_one(self, kegiatan_id: str, jabatan_id: str = "", sesi_id: str = "", kelurahan: str = "") -> None:
        try:
            self._detail.open(kegiatan_id, jabatan_id, sesi_id, kelurahan)
        except InputSalah as exc:
            self._back()
            self._host.tell(exc)
            return
        self._tumpuk.tampil(self._detail)
        self._detail.setFocus()

    def _show_sessions(self, kegiatan_id: str, *, tambah: bool = False) -> None:
        from .sesi import SesiPage

        anak = SesiPage(self._host, kegiatan_id)
        anak.dibuka.connect(lambda sesi_id: self._show_one(kegiatan_id, "", sesi_id))
        anak.pintu.connect(lambda sesi_id: self.open_id(f"{tujuan.PINTU}:{sesi_id}"))
        self._show_child(anak, kegiatan_id)
        if tambah and self._tumpuk.anak is anak:
            anak.tambah()

    def _show_figures(self, kegiatan_id: str) -> None:
        from .rekap import RekapPage

        anak = RekapPage(self._host, kegiatan_id)
        anak.dibuka.connect(
            lambda sesi_id, kelurahan, jabatan_id: self._show_one(kegiatan_id, jabatan_id, sesi_id, kelurahan)
        )
        self._show_child(anak, kegiatan_id)

    def _show_child(self, anak: Anak, kegiatan_id: str) -> None:
        self._tumpuk.tumpuk(anak, lambda: self._show_one(kegiatan_id))

    def _back(self) -> None:
        self._tumpuk.tampil(self._semua)
        self._semua.load()
        self._semua.tabel.setFocus()

    def _add(self) -> None:
        from . import kegiatan_lembar

        kegiatan_lembar.tambah(self, self._host, lambda id: self._show_sessions(id, tambah=True))
