"""The card *Pembaruan Sipokat* in *Pengaturan*: the version, a look for a newer one, the city's or a flash disk's."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from sipokat_desktop.kernel.progress import Progress
from ui.kit.buttons import SecondaryButton
from ui.kit.host import Host
from ui.kit.jobs import Maju
from ui.kit.labels import Gaya, Label, set_shown
from ui.kit.setelan import KartuSetelan
from ui.kit.theme import theme_of

from . import text_pembaruan as text
from .port import Offer, Office


class UpdateCard(KartuSetelan):
    """Says which version runs and which one is ready; every button works in the background."""

    def __init__(self, host: Host, office: Office) -> None:
        super().__init__()
        self._host, self._updates = host, office.safety.updates
        self._isi = Label(text.ISI, Gaya.KECIL, lipat=True)
        self._keadaan = Label("", lipat=True)
        self._catatan = Label("", Gaya.KECIL, lipat=True)
        self._pasang = SecondaryButton(text.PASANG, on=lambda: self._accept(True))
        self._jangan = SecondaryButton(text.JANGAN, on=lambda: self._accept(False))
        self._cari = SecondaryButton(text.CARI, on=self._look)
        self._flashdisk = SecondaryButton(text.FLASHDISK, on=self._choose)
        self.add(Label(text.JUDUL, Gaya.SUBJUDUL))
        self.add(self._isi)
        self.add(self._keadaan)
        self.add(self._catatan)
        baris = QHBoxLayout()
        baris.setSpacing(theme_of(self).px(10))
        for tombol in (self._pasang, self._jangan, self._cari, self._flashdisk):
            baris.addWidget(tombol)
        baris.addStretch(1)
        self.add_layout(baris)

    def load(self) -> None:
        """Show the present state."""
        refusal, offer, version = self._updates.refusal, self._updates.offer(), self._updates.version
        catatan = text.CATATAN.format(catatan=offer.catatan) if offer and offer.catatan else ""
        if refusal is not None:
            kata, catatan = text.VERSI.format(versi=version), refusal.lengkap
        elif offer is None:
            kata = text.BELUM.format(versi=version)
        else:
            kata = (text.DISETUJUI if offer.setuju else text.SIAP).format(baru=offer.versi, versi=version)
        self._keadaan.setText(kata)
        self._catatan.setText(catatan)
        ready = refusal is None and offer is not None
        set_shown(self._isi, refusal is None)
        set_shown(self._catatan, bool(catatan))
        set_shown(self._pasang, ready and not (offer and offer.setuju))
        set_shown(self._jangan, ready and bool(offer and offer.setuju))
        set_shown(self._cari, refusal is None and not ready)
        set_shown(self._flashdisk, refusal is None)

    def _accept(self, yes: bool) -> None:
        offer = self._updates.offer()
        self._updates.accept(yes)
        self.load()
        if offer is not None:
            self._host.messages.berhasil((text.AKAN if yes else text.TIDAK).format(baru=offer.versi))

    def _look(self) -> None:
        self._host.jobs.run(
            self._stoppable, self._updates.look, apa=text.MENCARI, done=self._found, failed=self._host.tell,
            owner=self, maju=True, nasib=text.HENTI,
        )  # fmt: skip

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, text.FLASHDISK_PILIH, str(Path.home()))
        if folder:
            self._host.jobs.run(
                self._stoppable, partial(self._updates.from_folder, Path(folder)), apa=text.MENCARI, done=self._found,
                failed=self._host.tell, owner=self, maju=True, nasib=text.HENTI,
            )  # fmt: skip

    @staticmethod
    def _stoppable(work: Callable[[Progress], Offer | None], *, maju: Maju) -> Offer | None:
        """Do ``work``, told in per cent: a file of many megabytes is no number of rows."""
        return work(lambda done, semua: maju(100 * done // max(1, semua), 100))

    def _found(self, offer: Offer | None) -> None:
        self.load()
        if offer is None:
            self._host.messages.berhasil(text.TERBARU.format(versi=self._updates.version))
        else:
            self._host.messages.berhasil(text.KABAR.format(baru=offer.versi, catatan=offer.catatan).strip())
