"""The course of an import: read, map, look, save, balance; one sheet, one piece of work at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import impor
from sipokat_desktop.modules.rt.impor import Berkas, Nasib, Neraca, Pemetaan, Rencana
from sipokat_desktop.storage.store import Done, Store
from ui.kit.alur import LEBAR, Badan, Pekerja
from ui.kit.dialog import Sheet
from ui.kit.host import Host
from ui.kit.jobs import Dibatalkan, Maju
from ui.kit.labels import set_shown
from ui.kit.page import Stepper
from ui.kit.theme import theme_of
from ui.kit.tunggu import Tunggu

from . import neraca, text
from .neraca import NeracaView
from .pemetaan import PemetaanView
from .pratinjau import Pratinjau, titik

T = TypeVar("T")


class Alur(QObject):
    """Owns the sheet of one import; it is opened as soon as there is something to show."""

    def __init__(self, parent: QWidget, host: Host, berkas: Path) -> None:
        super().__init__()
        self._host, self._path = host, berkas
        self._berkas: Berkas | None = None
        self._rencana: Rencana | None = None
        self._neraca: Neraca | None = None
        self._isi = Badan(parent)
        self._langkah = Stepper(text.LANGKAH)
        self._tunggu, self._peta, self._pratinjau = Tunggu(), PemetaanView(), Pratinjau(host.jobs)
        self._hasil = NeracaView()
        self._tumpuk = QStackedWidget()
        self._build(parent)
        self.setParent(self.sheet)
        self._pekerja = Pekerja(self.sheet, host.jobs, self._tunggu, self._tampil_tunggu)
        self._connect()

    def _build(self, parent: QWidget) -> None:
        for layar in (self._tunggu, self._peta, self._pratinjau, self._hasil):
            self._tumpuk.addWidget(layar)
        tata = QVBoxLayout(self._isi)
        tata.setSpacing(theme_of(parent).px(10))
        tata.addWidget(self._langkah)
        tata.addWidget(self._tumpuk, 1)
        judul = text.JUDUL.format(berkas=self._path.name)
        kotor = self._kotor
        self.sheet = Sheet(judul, self._isi, utama=text.LANJUT, lebar=LEBAR, kotor=kotor, parent=parent)

    def _connect(self) -> None:
        self._peta.diubah.connect(self._segarkan)
        self._pratinjau.dipilih.connect(lambda _pilihan: self._banding())
        self._pratinjau.petakan.connect(self._petakan)
        self._hasil.disimpan.connect(self._tulis)
        self._hasil.dibatalkan.connect(self._batalkan)
        self.sheet.disimpan.connect(self._utama)

    def mulai(self) -> None:
        """Read the file."""

        def gagal(error: Exception) -> None:
            self.sheet.buang()
            self._host.tell(error)

        def batal() -> None:
            self.sheet.buang()
            self._host.messages.info(text.DIBATALKAN)

        apa = text.BACA.format(berkas=self._path.name)
        self._kerja(partial(_baca, self._path, self._host.store), apa, self._terbaca, gagal=gagal, batal=batal)

    # one piece of work

    def _kerja(
        self, fn: Callable[..., T], apa: str, done: Callable[[T], object], *,
        gagal: Callable[[Exception], object], batal: Callable[[], object],
    ) -> None:  # fmt: skip
        self._pekerja.kerja(fn, apa, text.AMAN, done, gagal=gagal, batal=batal)

    def _tampil_tunggu(self) -> None:
        self._ke(self._tunggu)

    # steps

    def _ke(self, layar: QWidget) -> None:
        self._tumpuk.setCurrentWidget(layar)
        langkah = {self._pratinjau: 1, self._hasil: 3}.get(layar)
        if layar is not self._tunggu:
            self._langkah.set_step(langkah or 0)
        self._segarkan()
        self._isi.setFocusProxy(layar)
        if not self.sheet.isVisible():
            self.sheet.open()
        layar.setFocus()

    def _segarkan(self) -> None:
        """Fit words and state of the two buttons to the step."""
        layar, sheet = self._tumpuk.currentWidget(), self.sheet
        kembali = self._petakan_batal if self._rencana is not None else sheet.buang
        bisa = layar is self._tunggu or (layar is self._peta and self._rencana is not None)
        kata = text.HENTIKAN if layar is self._tunggu else text.KEMBALI
        sheet.mundur(lambda: bisa, self._pekerja.hentikan if layar is self._tunggu else kembali, kata)
        sheet.pas()
        set_shown(sheet.utama, layar is not self._tunggu)
        set_shown(sheet.kedua, layar is not self._hasil and not (layar is self._pratinjau and self._sama))
        if layar is self._peta:
            sheet.utama.set_teks(text.LANJUT)
            sheet.utama.setEnabled(not self._peta.pemetaan.kurang)
        elif layar is self._pratinjau and self._rencana is not None:
            n = self._rencana.jumlah
            ditulis = n[Nasib.BARU] + n[Nasib.GANTI] + n[Nasib.DIUBAH]
            sheet.utama.set_teks(text.SIMPAN.format(n=titik(ditulis)) if not self._sama else text.TUTUP)
            sheet.utama.setEnabled(bool(ditulis) or self._sama)
        elif layar is self._hasil:
            sheet.utama.set_teks(text.SELESAI)
            sheet.utama.setEnabled(True)

    @property
    def _sama(self) -> bool:
        """Whether there is nothing to save and nothing to mend."""
        rencana = self._rencana
        return rencana is not None and not rencana.bisa_simpan and not rencana.jumlah[Nasib.MASALAH]

    def _kotor(self) -> bool:
        return self._neraca is None and self._pratinjau.disentuh

    def _utama(self) -> None:
        layar = self._tumpuk.currentWidget()
        if layar is self._peta:
            self._pratinjau.lupakan()
            self._banding()
        elif layar is self._hasil or self._sama:
            self.sheet.accept()
        elif layar is self._pratinjau:
            self._simpan()

    def _terbaca(self, terbaca: tuple[Berkas, Pemetaan]) -> None:
        self._berkas, pemetaan = terbaca
        self._peta.tampilkan(self._berkas, pemetaan)
        if self._peta.pasti():
            self._banding()
        else:
            self._ke(self._peta)

    def _petakan(self) -> None:
        self._ke(self._peta)
        self._peta.ke_yang_perlu()

    def _petakan_batal(self) -> None:
        if self._rencana is not None and self._berkas is not None:
            self._peta.tampilkan(self._berkas, self._rencana.pemetaan)
            self._ke(self._pratinjau)

    def _banding(self) -> None:
        """Compare the sheet with the data, with the mapping and the choices as they are now."""
        assert self._berkas is not None
        asal = self._tumpuk.currentWidget() if self.sheet.isVisible() else None

        def jadi(rencana: Rencana) -> None:
            self._rencana = rencana
            self._ke(self._pratinjau)
            self._pratinjau.tampilkan(rencana)

        def batal() -> None:
            self._pratinjau.gagal()
            if asal is None or (self._rencana is None and asal is self._tunggu):
                self._ke(self._peta)
            else:
                self._ke(self._pratinjau if asal is self._tunggu else asal)

        def gagal(error: Exception) -> None:
            batal()
            self.sheet.gagal(error)

        host = self._host
        kerja = partial(
            impor.banding, host.store, host.lingkup, self._berkas, self._peta.pemetaan, self._pratinjau.pilihan
        )
        self._kerja(kerja, text.PERIKSA, jadi, gagal=gagal, batal=batal)

    def _simpan(self) -> None:
        rencana, host = self._rencana, self._host
        assert rencana is not None
        maju = Maju()

        def jadi(hasil: object) -> None:
            self._pekerja.usai()
            assert isinstance(hasil, Neraca)
            self._neraca = hasil
            self._hasil.tampilkan(hasil, rencana)
            self._ke(self._hasil)

        def gagal(error: Exception) -> None:
            self._pekerja.usai()
            self._ke(self._pratinjau)
            self.sheet.gagal(error)

        self._pekerja.menunggu(text.SIMPANKAN, text.AMAN_SIMPAN, maju)
        host.act(
            partial(_simpan, host.store, host.lingkup, rencana, maju), said=lambda hasil: getattr(hasil, "kalimat", ""),
            done=jadi, failed=gagal, owner=self.sheet, doing=text.SIMPANKAN,
        )  # fmt: skip

    def _tulis(self) -> None:
        assert self._neraca is not None
        neraca.tulis(self.sheet, self._host, self._neraca, self.sheet)

    def _batalkan(self) -> None:
        assert self._neraca is not None
        neraca.tanya_batal(self.sheet, self._host, self._neraca.act_id, self.sheet.accept)


def _baca(path: Path, store: Store, *, maju: Maju) -> tuple[Berkas, Pemetaan]:
    berkas = impor.buka(path, maju=maju)
    return berkas, impor.usul(berkas, store)


def _simpan(store: Store, lingkup: str, rencana: Rencana, maju: Maju) -> Done[Neraca]:
    """Save; a stop is told as a reason, so that the sheet comes back."""
    try:
        return impor.simpan(store, lingkup, rencana, maju=maju)
    except Dibatalkan as exc:
        raise InputSalah("impor", text.DIBATALKAN) from exc
