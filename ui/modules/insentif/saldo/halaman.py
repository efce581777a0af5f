"""*Saldo awal*: what was imported of past years, the way to take one back, and the next sheet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.insentif import saldo_awal
from sipokat_desktop.modules.insentif.saldo_awal import Impor
from ui.kit.anak import Anak
from ui.kit.beside import page_column
from ui.kit.buttons import Aksi, PrimaryButton, SecondaryButton
from ui.kit.cards import Card, EmptyState
from ui.kit.host import Host
from ui.kit.labels import set_shown
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import Role

from . import text

KOLOM = tuple(Kolom(k, k, 120, s) for k, s in zip(text.KOLOM, (0, 2, 0, 4, 0), strict=True))


class SaldoAwal(Anak):
    """The earlier imports; the primary button begins another one."""

    bantuan, panduan = text.BANTUAN, "impor#Sesudahnya"

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._impor: dict[str, Impor] = {}
        self._tabel = DataTable(KOLOM)
        pilih = Aksi(text.PILIH, self._choose)
        self._tabel.set_empty(EmptyState(text.KOSONG, text.KOSONG_ISI, pilih))
        self._batalkan = SecondaryButton(text.KEMBALI_IMPOR, on=self._ask)
        kartu = Card(margin=4, spacing=0)
        kartu.add(self._tabel, 1)
        tata = page_column(self)
        utama = PrimaryButton(text.PILIH, "Ctrl+I", on=self._choose)
        tata.addWidget(self.kepala(text.JUDUL, self._batalkan, utama))
        tata.addWidget(kartu, 1)
        self.setFocusProxy(self._tabel)
        self._tabel.selected.connect(lambda _id: self._arrange())
        self._arrange()

    def tempat(self) -> str:
        """Return the key of this page."""
        return "saldo"

    def load(self) -> None:
        """Read the earlier imports again."""
        host = self._host
        host.jobs.run(
            saldo_awal.daftar_impor, host.store, apa=text.MEMUAT, done=self._show, failed=host.tell, owner=self
        )

    def _show(self, semua: Sequence[Impor]) -> None:
        self._impor = {satu.act_id: satu for satu in semua}
        self._tabel.set_rows([_baris(satu, self._host.store.clock()) for satu in semua])
        self._tabel.begin()
        self._arrange()

    def _arrange(self) -> None:
        kini = self._impor.get(self._tabel.current_id())
        set_shown(self._batalkan, kini is not None and not kini.dibatalkan)

    def _choose(self) -> None:
        nama, _ = QFileDialog.getOpenFileName(self, text.BUKA_PILIH, str(Path.home()), text.SARING)
        if nama:
            self.impor(Path(nama))

    def impor(self, berkas: Path) -> None:
        """Read a sheet in the background and show what it holds."""
        from .alur import mulai

        mulai(self, self._host, berkas)

    def _ask(self) -> None:
        kini, host = self._impor.get(self._tabel.current_id()), self._host
        if kini is None:
            return

        def batal() -> None:
            host.act(
                partial(saldo_awal.batalkan, host.store, kini.act_id),
                said=lambda hasil: getattr(hasil, "kalimat", ""), owner=self, doing=text.MEMBATALKAN,
            )  # fmt: skip

        tanya = text.BATALKAN_TANYA.format(berkas=kini.berkas)
        host.messages.perhatian(tanya, Aksi(text.BATALKAN_YA, batal, "Alt+Y"))


def _baris(satu: Impor, kini: int) -> Baris:
    keadaan = text.DIBATALKAN if satu.dibatalkan else text.BERLAKU
    sel = (tanggal.waktu(satu.waktu, kini), satu.berkas, satu.oleh, satu.neraca.kalimat, keadaan)
    return Baris(satu.act_id, sel, (None, None, None, None, Role.REDUP if satu.dibatalkan else Role.BAIK))
