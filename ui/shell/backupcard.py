"""The card *Cadangan* in *Pengaturan*: a backup now, and the second place into which every backup is copied."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.changes import Changes
from ui.kit import text as kit
from ui.kit.buttons import Aksi, SecondaryButton
from ui.kit.host import Host
from ui.kit.jobs import Maju
from ui.kit.labels import Gaya, Label, set_shown
from ui.kit.setelan import KartuSetelan
from ui.kit.theme import theme_of

from . import text
from . import text_henti as kata
from .port import Office, SecondPlace


class BackupCard(KartuSetelan):
    """Says how old the last backup is and where it was copied to; every button works in the background."""

    def __init__(self, host: Host, office: Office) -> None:
        super().__init__()
        self._host, self._office = host, office
        self._keadaan = Label("", lipat=True)
        self._kedua = Label("", lipat=True)
        self._pilih = SecondaryButton(text.CAD_PILIH, on=self._choose)
        self._uji = SecondaryButton(text.CAD_UJI, on=self._test)
        self._lepas = SecondaryButton(text.CAD_LEPAS, on=self._detach)
        self.add(Label(text.CAD_JUDUL, Gaya.SUBJUDUL))
        self.add(Label(text.CAD_ISI, Gaya.KECIL, lipat=True))
        self.add(self._keadaan)
        self.add(self._kedua)
        self._line(
            SecondaryButton(text.SET_CADANGKAN, on=self._backup), SecondaryButton(text.PULIH_BUKA, on=self._restore)
        )  # fmt: skip
        self._line(self._pilih, self._uji, self._lepas)

    def _line(self, *tombol: SecondaryButton) -> None:
        baris = QHBoxLayout()
        baris.setSpacing(theme_of(self).px(10))
        for satu in tombol:
            baris.addWidget(satu)
        baris.addStretch(1)
        self.add_layout(baris)

    def load(self) -> None:
        """Show the present state."""
        now = self._office.store.clock()
        made, place = self._office.status().last_backup, self._office.safety.second_place()
        kapan = text.CAD_TERAKHIR.format(kapan=tanggal.waktu(made, now)) if made else text.CAD_BELUM
        self._keadaan.setText(kapan)
        self._kedua.setText(_words(place, now))
        self._pilih.set_teks(text.CAD_GANTI if place.folder else text.CAD_PILIH)
        for tombol in (self._uji, self._lepas):
            set_shown(tombol, bool(place.folder))

    def _backup(self) -> None:
        self._host.jobs.run(
            self._office.safety.backup, apa=text.CAD_SEDANG, failed=self._host.tell, owner=self, done=self._backed_up,
            maju=True, nasib=kata.CADANGAN_HENTI,
        )  # fmt: skip

    def _backed_up(self, path: Path) -> None:
        self._host.changed.emit(Changes("", {}))
        self.load()
        place, foto = self._office.safety.second_place(), self._office.status().photos
        if place.trouble:
            self._host.messages.perhatian(place.trouble)
        elif foto:
            self._host.messages.perhatian(text.SET_TANPA_FOTO.format(berkas=path.name, n=foto))
        else:
            self._host.messages.berhasil(text.SET_DICADANGKAN.format(berkas=path.name))

    def _restore(self) -> None:
        """Choose a backup; the window then closes and opens again on what was restored."""
        from .restore import RestoreSheet

        safety = self._office.safety
        sheet = RestoreSheet(safety, self._host.jobs, self._office.store.clock, parent=self)

        def chosen() -> None:
            safety.restore_next = sheet.chosen
            self.window().close()

        sheet.accepted.connect(chosen)
        sheet.open()

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, text.FD_PILIH, str(Path.home()))
        if folder:
            self._use(Path(folder))

    def _test(self) -> None:
        """Make a backup and see whether it comes to the second place."""
        safety = self._office.safety

        def work(*, maju: Maju) -> SecondPlace:
            safety.backup(maju=maju)
            return safety.second_place()

        self._host.jobs.run(
            work, apa=text.CAD_SEDANG, done=self._used, failed=self._host.tell, owner=self, maju=True,
            nasib=kata.CADANGAN_HENTI,
        )  # fmt: skip

    def _use(self, folder: Path | None, kembali: Aksi | None = None) -> None:
        choose, used = self._office.safety.choose_second_place, partial(self._used, kembali=kembali)
        self._host.jobs.run(
            choose, folder, apa=text.CAD_SEDANG, maju=True, nasib=kata.CADANGAN_HENTI, done=used,
            failed=self._host.tell, batal=self.load, owner=self,
        )  # fmt: skip

    def _detach(self) -> None:
        """Copy no backup to the second place any more; the way back is offered."""
        lama = self._office.safety.second_place().folder
        kembali = Aksi(kit.URUNGKAN, partial(self._use, Path(lama))) if lama else None
        self._use(None, kembali)

    def _used(self, place: SecondPlace, kembali: Aksi | None = None) -> None:
        self._host.changed.emit(Changes("", {}))
        self.load()
        if place.trouble:
            self._host.messages.perhatian(place.trouble)
        elif place.folder:
            self._host.messages.berhasil(text.CAD_DIPILIH.format(folder=place.folder))
        else:
            self._host.messages.berhasil(text.CAD_DILEPAS, *filter(None, [kembali]))


def _words(place: SecondPlace, now: int) -> str:
    if not place.folder:
        return text.CAD_KEDUA_BELUM
    copied = text.CAD_KEDUA_TERAKHIR.format(kapan=tanggal.waktu(place.copied, now)) if place.copied else ""
    return " ".join(filter(None, (text.CAD_KEDUA.format(folder=place.folder), copied, place.trouble)))
