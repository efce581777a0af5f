"""The cards *Data* and *Pengaman data* in *Pengaturan*: which computer this is, its folder, the recovery code."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.storage import module
from ui.kit.buttons import SecondaryButton
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label
from ui.kit.scroll import reveal
from ui.kit.setelan import KartuSetelan
from ui.kit.theme import theme_of

from . import text
from .port import Office

KODE = "kode"
"""The id of the button of the recovery code."""


class DataCard(KartuSetelan):
    """Where the data is, what was deleted, and a report for whoever helps."""

    def __init__(self, host: Host, office: Office) -> None:
        super().__init__()
        self._host, self._office = host, office
        self._komputer = Label("", lipat=True)
        self.add(Label(text.SET_DATA, Gaya.SUBJUDUL))
        self.add(self._komputer)
        self.add(Label(text.SET_DATA_ISI.format(folder=office.store.folder), Gaya.KECIL, lipat=True))
        tombol = QHBoxLayout()
        tombol.setSpacing(theme_of(self).px(10))
        tombol.addWidget(SecondaryButton(text.SET_SAMPAH, on=self._trash))
        tombol.addWidget(SecondaryButton(text.SET_LAPOR, on=self._report))
        tombol.addStretch(1)
        self.add_layout(tombol)
        self.add(Label(text.SET_LAPOR_ISI, Gaya.KECIL, lipat=True))

    def load(self) -> None:
        """Show which computer of which office this is."""
        status = self._office.status()
        self._komputer.setText(
            text.SET_KOMPUTER.format(
                label=status.label or text.APP,
                kantor=module.office(self._office.store.reader(), self._office.store.modules, status.kantor),
                keadaan=text.SET_TERDAFTAR if status.enrolled else text.SET_LEPAS,
            )
        )

    def _report(self) -> None:
        """Write a report of a problem where the user wants it."""
        from ui.kit.berkas import simpan

        simpan(self, self._host, text.SET_LAPOR_NAMA, ".zip", self._office.report_problem, maju=True)

    def _trash(self) -> None:
        from ui.kit.sampah import buka

        buka(self, self._host)


class KeyCard(KartuSetelan):
    """What locks the data, and the code that opens it when this computer is gone."""

    def __init__(self, host: Host, office: Office) -> None:
        super().__init__()
        self._host, self._office = host, office
        self._kode = Label("", lipat=True)
        self._buat = SecondaryButton(text.SET_KUNCI_BUAT, on=self._new_code)
        self.add(Label(text.SET_KUNCI, Gaya.SUBJUDUL))
        self.add(Label(text.SET_KUNCI_ISI, Gaya.KECIL, lipat=True))
        self.add(self._kode)
        baris = QHBoxLayout()
        baris.addWidget(self._buat)
        baris.addStretch(1)
        self.add_layout(baris)

    def load(self) -> None:
        """Show since when there is a code."""
        made = self._office.recovery_code_made()
        kapan = tanggal.waktu(made, self._office.store.clock())
        self._kode.setText(text.SET_KUNCI_ADA.format(kapan=kapan) if made else text.SET_KUNCI_BELUM)
        self._buat.set_teks(text.SET_KUNCI_LAGI if made else text.SET_KUNCI_BUAT)

    def open_id(self, id: str) -> bool:
        """Go to the button of the recovery code."""
        if id != KODE:
            return False
        reveal(self._buat)
        self._buat.setFocus()
        return True

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
