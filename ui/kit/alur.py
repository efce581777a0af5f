"""The course of an import in a sheet: read, map, look, save, balance; one piece of work at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar, cast

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sipokat_desktop.importing.sheet import Workbook
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.store import Done
from ui.kit import text
from ui.kit.dialog import Sheet
from ui.kit.host import Host
from ui.kit.jobs import Dibatalkan, Maju
from ui.kit.labels import set_shown
from ui.kit.page import Stepper
from ui.kit.pekerja import Pekerja
from ui.kit.pemetaan import M, PemetaanView
from ui.kit.pratinjau import P, Pratinjau, R
from ui.kit.theme import theme_of
from ui.kit.tunggu import Tunggu

N = TypeVar("N")
_LEBAR = 1330
"""Width of the sheet in px at scale 1.0: nearly the window."""


class _Badan(QWidget):
    """The body of the sheet: asks for the height of the window, and gives of it where a message needs room."""

    def __init__(self, induk: QWidget) -> None:
        super().__init__()
        self._induk = induk
        self.setMinimumHeight(theme_of(self).px(300))

    def hasHeightForWidth(self) -> bool:
        """Return that the height is free."""
        return False

    def heightForWidth(self, _lebar: int) -> int:
        """Return what it needs at least, whatever the words inside would like."""
        return self.minimumHeight()

    def sizeHint(self) -> QSize:
        """Return nearly the height of the window."""
        return QSize(theme_of(self).px(_LEBAR), self._induk.window().height())


class Kata(NamedTuple):
    """The words of an import that are its module's own; ``judul`` names {berkas}."""

    judul: str
    membandingkan: str
    menyimpan: str
    aman_menyimpan: str


class Tombol(NamedTuple):
    """The main button of the preview: its words, whether it can be pressed, whether it only closes the sheet."""

    kata: str
    bisa: bool
    tutup: bool = False


class Hasil(QWidget, Generic[N, R]):
    """The last step: what was saved."""

    def tampilkan(self, neraca: N, rencana: R) -> None:
        """Show the balance of an import."""
        raise NotImplementedError


class Layar(NamedTuple, Generic[M, P, R, N]):
    """The steps that a module brings."""

    peta: PemetaanView[M]
    pratinjau: Pratinjau[P, R]
    hasil: Hasil[N, R]


class Kerja(NamedTuple, Generic[M, P, R, N]):
    """What a module does in an import; all but ``tombol`` run in the background and report to ``maju``."""

    baca: Callable[..., tuple[Workbook, M]]
    """``baca(berkas, maju=…)`` reads a file and proposes the mapping."""
    banding: Callable[..., R]
    """``banding(workbook, pemetaan, pilihan, maju=…)`` compares with the data; writes nothing."""
    simpan: Callable[..., Done[N]]
    """``simpan(rencana, maju=…)`` saves all or nothing."""
    tombol: Callable[[R], Tombol]


class Alur(QObject, Generic[M, P, R, N]):
    """Owns the sheet of one import; it is opened as soon as there is something to show."""

    def __init__(
        self, parent: QWidget, host: Host, berkas: Path, layar: Layar[M, P, R, N], kerja: Kerja[M, P, R, N], kata: Kata
    ) -> None:
        super().__init__()
        self._host, self._path, self._kerja, self._kata = host, berkas, kerja, kata
        self._tunggu = Tunggu()
        self._peta, self._pratinjau, self._hasil = layar
        self._berkas: Workbook | None = None
        self._dibanding: tuple[R, M] | None = None
        self._neraca: N | None = None
        self._langkah, self._tumpuk, self._isi = Stepper(text.IMPOR_LANGKAH), QStackedWidget(), _Badan(parent)
        self.sheet = self._build(parent)
        self.setParent(self.sheet)
        self._pekerja = Pekerja(self.sheet, host.jobs, self._tunggu, partial(self._ke, self._tunggu))
        self._peta.diubah.connect(self._segarkan)
        self._pratinjau.dipilih.connect(self._banding)
        self._pratinjau.petakan.connect(self._petakan)
        self.sheet.disimpan.connect(self._utama)

    def _build(self, parent: QWidget) -> Sheet:
        for layar in (self._tunggu, self._peta, self._pratinjau, self._hasil):
            self._tumpuk.addWidget(layar)
        tata = QVBoxLayout(self._isi)
        tata.setSpacing(theme_of(parent).px(10))
        tata.addWidget(self._langkah)
        tata.addWidget(self._tumpuk, 1)
        judul = self._kata.judul.format(berkas=self._path.name)
        return Sheet(judul, self._isi, utama=text.IMPOR_LANJUT, lebar=_LEBAR, kotor=self._kotor, parent=parent)

    @property
    def neraca(self) -> N:
        """The balance, once it is saved."""
        assert self._neraca is not None
        return self._neraca

    def mulai(self) -> None:
        """Read the file; one that is none is told in one sentence."""

        def gagal(error: Exception) -> None:
            self.sheet.buang()
            self._host.tell(error)

        def batal() -> None:
            self.sheet.buang()
            self._host.messages.info(text.IMPOR_DIBATALKAN)

        apa = text.IMPOR_BACA.format(berkas=self._path.name)
        kerja = partial(self._kerja.baca, self._path)
        self._pekerja.kerja(kerja, apa, text.IMPOR_AMAN, self._terbaca, gagal=gagal, batal=batal)

    # steps

    def _ke(self, layar: QWidget) -> None:
        self._tumpuk.setCurrentWidget(layar)
        if layar is not self._tunggu:
            self._langkah.set_step({self._pratinjau: 1, self._hasil: 3}.get(layar, 0))
        self._segarkan()
        self._isi.setFocusProxy(layar)
        if not self.sheet.isVisible():
            self.sheet.open()
        layar.setFocus()

    @property
    def _tombol(self) -> Tombol:
        """The main button as it is at this step."""
        layar = self._tumpuk.currentWidget()
        if layar is self._peta:
            return Tombol(text.IMPOR_LANJUT, not self._peta.pemetaan.kurang)
        if layar is self._pratinjau and self._dibanding is not None:
            return self._kerja.tombol(self._dibanding[0])
        return Tombol(text.IMPOR_SELESAI, True, tutup=layar is self._hasil)

    def _segarkan(self) -> None:
        """Fit words and state of the two buttons to the step."""
        layar, sheet, tombol = self._tumpuk.currentWidget(), self.sheet, self._tombol
        menunggu = layar is self._tunggu
        bisa = menunggu or (layar is self._peta and self._dibanding is not None)
        mundur = self._pekerja.hentikan if menunggu else self._petakan_batal
        sheet.mundur(lambda: bisa, mundur, text.HENTIKAN if menunggu else text.KEMBALI)
        sheet.pas()
        set_shown(sheet.utama, not menunggu)
        set_shown(sheet.kedua, not tombol.tutup)
        if not menunggu:
            sheet.utama.set_teks(tombol.kata)
            sheet.utama.setEnabled(tombol.bisa)

    def _kotor(self) -> bool:
        return self._neraca is None and self._pratinjau.disentuh

    def _utama(self) -> None:
        layar = self._tumpuk.currentWidget()
        if layar is self._peta:
            self._pratinjau.petakan_lain()
            self._banding()
        elif self._tombol.tutup:
            self.sheet.accept()
        elif layar is self._pratinjau:
            self._simpan()

    def _terbaca(self, terbaca: tuple[Workbook, M]) -> None:
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
        """Back to the preview, with the mapping that it was made with."""
        if self._dibanding is not None and self._berkas is not None:
            self._peta.tampilkan(self._berkas, self._dibanding[1])
            self._ke(self._pratinjau)

    def _banding(self) -> None:
        """Compare the sheet with the data, with the mapping and the choices as they are now."""
        dari_peta, peta = self._tumpuk.currentWidget() is self._peta, self._peta.pemetaan

        def jadi(rencana: R) -> None:
            self._dibanding = rencana, peta
            self._ke(self._pratinjau)
            self._pratinjau.tampilkan(rencana)
            self._segarkan()

        def batal() -> None:
            self._pratinjau.gagal()
            self._ke(self._peta if self._dibanding is None or dari_peta else self._pratinjau)

        def gagal(error: Exception) -> None:
            batal()
            self.sheet.gagal(error)

        kerja = partial(self._kerja.banding, self._berkas, peta, self._pratinjau.pilihan)
        self._pekerja.kerja(kerja, self._kata.membandingkan, text.IMPOR_AMAN, jadi, gagal=gagal, batal=batal)

    def _simpan(self) -> None:
        assert self._dibanding is not None
        rencana, maju = self._dibanding[0], Maju()
        self.sheet.pesan.tutup()

        def jadi(hasil: object) -> None:
            self._pekerja.usai()
            self._neraca = cast("N", hasil)
            self._hasil.tampilkan(self._neraca, rencana)
            self._ke(self._hasil)

        def gagal(error: Exception) -> None:
            self._pekerja.usai()
            self._ke(self._pratinjau)
            self.sheet.gagal(error)

        self._pekerja.menunggu(self._kata.menyimpan, self._kata.aman_menyimpan, maju)
        self._host.act(
            partial(_simpan, self._kerja.simpan, rencana, maju), said=lambda hasil: getattr(hasil, "kalimat", ""),
            done=jadi, failed=gagal, owner=self.sheet, doing=self._kata.menyimpan,
        )  # fmt: skip


def _simpan(simpan: Callable[..., Done[N]], rencana: object, maju: Maju) -> Done[N]:
    """Save; a stop is told as a reason, so that the sheet comes back."""
    try:
        return simpan(rencana, maju=maju)
    except Dibatalkan as exc:
        raise InputSalah("impor", text.IMPOR_DIBATALKAN) from exc
