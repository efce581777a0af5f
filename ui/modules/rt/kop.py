"""The letterhead of this office and who signs under its papers, in *Pengaturan*."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy

from sipokat_desktop.modules.rt import kantor, queries
from sipokat_desktop.modules.rt.logo import milik
from sipokat_desktop.modules.rt.peran import peran_kantor
from sipokat_desktop.printing.kop import TINGGI_KOP, lembar_kop
from sipokat_desktop.printing.paper import ATAS, Kertas
from sipokat_desktop.storage.store import Store
from ui.kit.buttons import SecondaryButton
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, set_shown
from ui.kit.paper import KERTAS
from ui.kit.setelan import KartuSetelan
from ui.kit.theme import theme_of

from . import logo, sheets, text, wilayah


class LetterheadCard(KartuSetelan):
    """The upper edge of the usual paper as it will be printed, and what changes it."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host, self._pdf = host, b""
        self._contoh = Label("")
        self._contoh.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._contoh.setAccessibleName(text.KOP_CONTOH)
        self._lepas = SecondaryButton(text.LOGO_LEPAS, on=lambda: logo.lepas(self, host))
        nama = text.ALAMAT if host.beberapa else text.KELURAHAN
        self.add(Label(text.KOP_JUDUL, Gaya.SUBJUDUL))
        self.add(Label(text.KOP_ISI, Gaya.KECIL, lipat=True))
        self.add(self._contoh)
        self.add_layout(
            _baris(
                SecondaryButton(nama, on=lambda: wilayah.kelurahan(self, host)),
                SecondaryButton(text.LOGO, on=lambda: logo.pasang(self, host)), self._lepas,
            )
        )  # fmt: skip

    def load(self) -> None:
        """Draw the letterhead as it is now, in the background."""
        set_shown(self._lepas, milik(self._host.store.reader(), self._host.kantor))
        store, lingkup = self._host.store, self._host.kantor
        self._host.jobs.run(
            _draw, store, lingkup, apa=text.KOP_MENGGAMBAR, done=self._drawn, failed=self._host.tell, owner=self
        )  # fmt: skip

    def _drawn(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._show()

    def _show(self) -> None:
        if not self._pdf or not self.window().isVisible():
            return
        from ui.kit.selembar import halaman_pertama

        lebar, kertas = self._contoh.width(), _paper(self._host.store)
        ukuran = QSize(lebar, round(lebar * (ATAS + TINGGI_KOP) / kertas.bidang().lebar))
        gambar = halaman_pertama(self._pdf, ukuran * self.devicePixelRatioF())
        gambar.setDevicePixelRatio(self.devicePixelRatioF())
        self._contoh.setFixedHeight(ukuran.height())
        self._contoh.setPixmap(gambar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width that there is."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._show)


class SignersCard(KartuSetelan):
    """Who signs today, by role."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._nama: dict[str, Label] = {}
        self.add(Label(text.PENANDA_KARTU, Gaya.SUBJUDUL))
        self.add(Label(text.PENANDA_ISI_ATAS if host.beberapa else text.PENANDA_ISI, Gaya.KECIL, lipat=True))
        kisi = QGridLayout()
        kisi.setHorizontalSpacing(theme_of(self).px(14))
        kisi.setVerticalSpacing(theme_of(self).px(6))
        kisi.setColumnStretch(1, 1)
        for ke, (peran, sebutan) in enumerate(peran_kantor(host.kantor).items()):
            self._nama[peran] = Label("", Gaya.TEBAL, lipat=True)
            kisi.addWidget(Label(sebutan), ke, 0)
            kisi.addWidget(self._nama[peran], ke, 1)
        self.add_layout(kisi)
        self.add_layout(_baris(SecondaryButton(text.PENANDA, on=lambda: sheets.penanda(self, host))))

    def load(self) -> None:
        """Show the names."""
        con, host = self._host.store.reader(), self._host
        for peran, label in self._nama.items():
            orang = queries.pejabat(con, lingkup=host.kantor, peran=peran, hari=host.today)
            nip = text.PENANDA_NIP.format(nip=orang.nip) if orang and orang.nip else ""
            label.setText(f"{orang.nama}{nip}" if orang and orang.nama else text.PENANDA_BELUM)


def _baris(*tombol: SecondaryButton) -> QHBoxLayout:
    baris = QHBoxLayout()
    baris.setSpacing(10)
    for satu in tombol:
        baris.addWidget(satu)
    baris.addStretch(1)
    return baris


def _paper(store: Store) -> Kertas:
    return Kertas[store.setting(KERTAS, "F4")]


def _draw(store: Store, lingkup: str) -> bytes:
    return lembar_kop(kantor.kop(store.reader(), lingkup), _paper(store))
