"""The page Pengaturan: how the window looks, the way to the city, where the data is, a backup now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.storage import module
from ui.kit.buttons import SecondaryButton
from ui.kit.cards import Card
from ui.kit.form import Form, Isian, Jenis
from ui.kit.host import Host, Page
from ui.kit.labels import Gaya, Label
from ui.kit.page import PageTitle
from ui.kit.scroll import reveal, scroll_of
from ui.kit.theme import theme_of

from . import text
from .backupcard import BackupCard
from .frame import RECOVERY
from .look import Look
from .networkcard import NetworkCard
from .noticecard import NoticeCard
from .peoplecard import PeopleCard
from .port import Office
from .printercard import PrinterCard
from .updatecard import UpdateCard


class SettingsPage(Page):
    """Appearance, network and data; ``rebuild`` makes the window anew in another look."""

    help = text.BANTUAN_PENGATURAN
    panduan = "cadangan"

    def __init__(self, host: Host, office: Office, look: Look, rebuild: Callable[[], object]) -> None:
        super().__init__()
        self._host, self._office, self._look, self._rebuild = host, office, look, rebuild
        self._form = Form(
            [
                Isian("skala", text.SET_SKALA, Jenis.PILIHAN, pilihan=text.SET_SKALA_PILIHAN, wajib=True),
                Isian("gelap", text.SET_GELAP, Jenis.PILIHAN, pilihan=text.SET_GELAP_PILIHAN, wajib=True),
            ]
        )
        self._form.diubah.connect(self._apply)
        self.setFocusProxy(self._form)
        self._komputer = Label("", lipat=True)
        self._jaringan = NetworkCard(host, office)
        self._printer = PrinterCard(host)
        self._cadangan = BackupCard(host, office)
        self._orang = PeopleCard(host)
        self._kabar = NoticeCard(office)
        self._pembaruan = UpdateCard(host, office)
        self._kode = Label("", lipat=True)
        self._buat_kode = SecondaryButton(text.SET_KUNCI_BUAT, on=self._new_code)
        self._build()

    def _build(self) -> None:
        theme = theme_of(self)
        tampilan = Card()
        tampilan.add(Label(text.SET_TAMPILAN, Gaya.SUBJUDUL))
        tampilan.add(self._form)
        data = Card()
        data.add(Label(text.SET_DATA, Gaya.SUBJUDUL))
        data.add(self._komputer)
        data.add(Label(text.SET_DATA_ISI.format(folder=self._office.store.folder), Gaya.KECIL, lipat=True))
        tombol = QHBoxLayout()
        tombol.setSpacing(theme.px(10))
        tombol.addWidget(SecondaryButton(text.SET_SAMPAH, on=self._trash))
        tombol.addWidget(SecondaryButton(text.SET_LAPOR, on=self._report))
        tombol.addStretch(1)
        data.add_layout(tombol)
        data.add(Label(text.SET_LAPOR_ISI, Gaya.KECIL, lipat=True))
        kunci = Card()
        kunci.add(Label(text.SET_KUNCI, Gaya.SUBJUDUL))
        kunci.add(Label(text.SET_KUNCI_ISI, Gaya.KECIL, lipat=True))
        kunci.add(self._kode)
        baris = QHBoxLayout()
        baris.addWidget(self._buat_kode)
        baris.addStretch(1)
        kunci.add_layout(baris)
        isi = QWidget()
        kolom = QVBoxLayout(isi)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(theme.px(12))
        isi.setMaximumWidth(theme.px(620))
        for kartu in (
            tampilan, self._orang, self._printer, self._jaringan, data, self._cadangan, kunci, self._kabar,
            self._pembaruan,
        ):  # fmt: skip
            kolom.addWidget(kartu)
        kolom.addStretch(1)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme.px(12))
        tata.addWidget(PageTitle(text.SET_JUDUL))
        tata.addWidget(scroll_of(isi, self), 1)

    def load(self) -> None:
        """Show the present settings."""
        self._form.isi({"skala": str(self._look.scale), "gelap": str(int(self._look.dark))})
        self._orang.load()
        self._printer.load()
        self._jaringan.load()
        self._cadangan.load()
        self._kabar.load()
        self._pembaruan.load()
        made = self._office.recovery_code_made()
        kapan = tanggal.waktu(made, self._office.store.clock())
        self._kode.setText(text.SET_KUNCI_ADA.format(kapan=kapan) if made else text.SET_KUNCI_BELUM)
        self._buat_kode.set_teks(text.SET_KUNCI_LAGI if made else text.SET_KUNCI_BUAT)
        status = self._office.status()
        self._komputer.setText(
            text.SET_KOMPUTER.format(
                label=status.label or text.APP,
                kantor=module.office(self._office.store.reader(), self._office.store.modules, status.kantor),
                keadaan=text.SET_TERDAFTAR if status.enrolled else text.SET_LEPAS,
            )
        )

    def _apply(self) -> None:
        nilai = self._form.nilai()
        if not all(nilai.values()):
            self.load()
            return
        self._look.change(scale=float(nilai["skala"]), dark=nilai["gelap"] == "1")
        self._rebuild()

    def _new_code(self) -> None:
        """Make a code and show its sheet: it is on this screen and on that paper, and nowhere else."""

        def tampil(made: tuple[str, bytes]) -> None:
            from ui.kit import paper

            store, judul = self._host.store, text.SET_KUNCI_LEMBAR
            paper.lihat(self, store, judul=judul, isi=made[1], kertas="A4", nama="kode-pemulihan.pdf")
            self.load()
            self._host.changed.emit(Changes("", {}))

        self._host.jobs.run(
            self._office.new_recovery_code, apa=text.SET_KUNCI_BUAT, done=tampil, failed=self._host.tell, owner=self
        )

    def _report(self) -> None:
        """Write a report of a problem where the user wants it."""
        from ui.kit.berkas import simpan

        simpan(self, self._host, text.SET_LAPOR_NAMA, ".zip", self._office.report_problem, maju=True)

    def _trash(self) -> None:
        from ui.kit.sampah import buka

        buka(self, self._host)

    def place(self) -> str:
        """Return the input in which a choice was made last."""
        return "gelap" if self._form.field("gelap").hasFocus() else ""

    def open_id(self, id: str) -> None:
        """Go to an input, or to the button of the recovery code."""
        if id == RECOVERY:
            reveal(self._buat_kode)
            self._buat_kode.setFocus()
        else:
            self._form.fokus(id)
