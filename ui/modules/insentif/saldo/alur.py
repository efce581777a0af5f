"""The course of an opening balance: read, map, look, record, balance; one sheet, one piece of work at a time."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import queries, saldo_awal
from sipokat_desktop.modules.insentif.saldo_awal import Berkas, Nasib, Neraca, Pemetaan, Rencana
from sipokat_desktop.storage.store import Done, Store
from ui.kit import text as kit
from ui.kit.alur import LEBAR, Badan, Pekerja
from ui.kit.dialog import Sheet
from ui.kit.host import Host
from ui.kit.jobs import Dibatalkan, Maju
from ui.kit.labels import set_shown
from ui.kit.page import Stepper
from ui.kit.theme import theme_of
from ui.kit.tunggu import Tunggu

from . import text
from .neraca import NeracaView
from .pemetaan import PemetaanView
from .pratinjau import Pratinjau


class Alur(QObject):
    """Owns the sheet of one import; it is opened as soon as there is something to show."""

    def __init__(self, parent: QWidget, host: Host, berkas: Path) -> None:
        super().__init__()
        self._host, self._path = host, berkas
        self._berkas: Berkas | None = None
        self._rencana: Rencana | None = None
        self._neraca: Neraca | None = None
        komponen = queries.komponen(host.store.reader(), lingkup=host.lingkup)
        self._langkah = Stepper(text.LANGKAH)
        self._tunggu, self._peta, self._hasil = Tunggu(), PemetaanView(), NeracaView()
        self._pratinjau = Pratinjau([(k.komponen_id, k.nama) for k in komponen])
        self._tumpuk = QStackedWidget()
        self._isi = Badan(parent)
        for layar in (self._tunggu, self._peta, self._pratinjau, self._hasil):
            self._tumpuk.addWidget(layar)
        tata = QVBoxLayout(self._isi)
        tata.setSpacing(theme_of(parent).px(10))
        tata.addWidget(self._langkah)
        tata.addWidget(self._tumpuk, 1)
        judul = text.ALUR_JUDUL.format(berkas=berkas.name)
        self.sheet = Sheet(judul, self._isi, utama=text.LANJUT, lebar=LEBAR, kotor=self._kotor, parent=parent)
        self.setParent(self.sheet)
        self._pekerja = Pekerja(self.sheet, host.jobs, self._tunggu, partial(self._ke, self._tunggu))
        self._peta.diubah.connect(self._segarkan)
        self._pratinjau.dipilih.connect(self._banding)
        self._pratinjau.petakan.connect(self._petakan)
        self.sheet.disimpan.connect(self._utama)

    def mulai(self) -> None:
        """Read the file."""
        host = self._host

        def gagal(error: Exception) -> None:
            self.sheet.buang()
            host.tell(error)

        def batal() -> None:
            self.sheet.buang()
            host.messages.info(text.BATAL)

        apa = text.BACA.format(berkas=self._path.name)
        kerja = partial(_baca, self._path, host.store, host.lingkup)
        self._pekerja.kerja(kerja, apa, text.AMAN, self._terbaca, gagal=gagal, batal=batal)

    # steps

    def _ke(self, layar: QWidget) -> None:
        self._tumpuk.setCurrentWidget(layar)
        if layar is not self._tunggu:
            self._langkah.set_step({self._pratinjau: 1, self._hasil: 3}.get(layar) or 0)
        self._segarkan()
        self._isi.setFocusProxy(layar)
        if not self.sheet.isVisible():
            self.sheet.open()
        layar.setFocus()

    def _segarkan(self) -> None:
        """Fit words and state of the two buttons to the step."""
        layar, sheet = self._tumpuk.currentWidget(), self.sheet
        menunggu = layar is self._tunggu
        bisa = menunggu or (layar is self._peta and self._rencana is not None)
        mundur = self._pekerja.hentikan if menunggu else self._petakan_batal
        sheet.mundur(lambda: bisa, mundur, kit.HENTIKAN if menunggu else text.KEMBALI)
        sheet.pas()
        set_shown(sheet.utama, not menunggu)
        set_shown(sheet.kedua, layar is not self._hasil)
        if layar is self._peta:
            sheet.utama.set_teks(text.LANJUT)
            sheet.utama.setEnabled(not self._peta.pemetaan.kurang)
        elif layar is self._pratinjau and self._rencana is not None:
            sheet.utama.set_teks(text.SIMPAN.format(n=rupiah.titik(self._rencana.jumlah[Nasib.DICATAT])))
            sheet.utama.setEnabled(self._rencana.bisa_simpan)
        elif layar is self._hasil:
            sheet.utama.set_teks(text.SELESAI)
            sheet.utama.setEnabled(True)

    def _kotor(self) -> bool:
        return self._neraca is None and self._pratinjau.disentuh

    def _utama(self) -> None:
        layar = self._tumpuk.currentWidget()
        if layar is self._peta:
            self._banding()
        elif layar is self._hasil:
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
        self._ke(self._pratinjau)

    def _banding(self) -> None:
        """Compare the sheet with the data, with the mapping and the choices as they are now."""
        assert self._berkas is not None
        asal = self._tumpuk.currentWidget() if self.sheet.isVisible() else None

        def jadi(rencana: Rencana) -> None:
            self._rencana = rencana
            self._ke(self._pratinjau)
            self._pratinjau.tampilkan(rencana)
            self._segarkan()

        def batal() -> None:
            self._pratinjau.gagal()
            self._ke(self._peta if self._rencana is None or asal is self._peta else self._pratinjau)

        def gagal(error: Exception) -> None:
            batal()
            self.sheet.gagal(error)

        host = self._host
        kerja = partial(
            saldo_awal.banding, host.store, host.lingkup, self._berkas, self._peta.pemetaan, self._pratinjau.pilihan
        )
        self._pekerja.kerja(kerja, text.PERIKSA, text.AMAN, jadi, gagal=gagal, batal=batal)

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


def _baca(path: Path, store: Store, lingkup: str, *, maju: Maju) -> tuple[Berkas, Pemetaan]:
    berkas = saldo_awal.buka(path, maju=maju)
    return berkas, saldo_awal.usul(berkas, store, lingkup)


def _simpan(store: Store, lingkup: str, rencana: Rencana, maju: Maju) -> Done[Neraca]:
    """Record; a stop is told as a reason, so that the sheet comes back."""
    try:
        return saldo_awal.simpan(store, lingkup, rencana, maju=maju)
    except Dibatalkan as exc:
        raise InputSalah("impor", text.BATAL) from exc
