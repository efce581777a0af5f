"""Ganti ketua RT: one sheet, three short steps, one act; the berita acara is offered afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import ganti
from sipokat_desktop.modules.rt.ganti import RencanaGanti
from sipokat_desktop.modules.rt.queries import BarisRoster
from ui.kit.dialog import Sheet
from ui.kit.draft import Draft
from ui.kit.form import Form
from ui.kit.host import Host
from ui.kit.labels import Label, set_shown
from ui.kit.page import Stepper
from ui.kit.theme import theme_of

from . import pratinjau, text
from .ganti_isian import BARU, LAMA, serah_terima
from .ganti_orang import OrangBaru
from .ganti_periksa import Periksa
from .ragu import kalimat


class GantiKetua(QWidget):
    """The steps of a change of head; kept as one draft. ``selesai`` comes when the last step is confirmed."""

    diubah = Signal()
    selesai = Signal()
    dipindah = Signal()
    batal = Signal()

    def __init__(self, host: Host, b: BarisRoster, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host, self._b = host, b
        self.lama = Form(LAMA if b.masa_id else ())
        self.orang = OrangBaru(host, BARU)
        self.periksa = Periksa(b, ganti.rencana(host.store, b.jabatan_id, {}, hari=host.today).barang)
        self._langkah = [*([_lembar(_kalimat_lama(b), self.lama)] if b.masa_id else []), self.orang, self.periksa]
        self._ke = 0
        nama = text.GANTI_LANGKAH if b.masa_id else text.GANTI_LANGKAH[1:]
        self._stepper = Stepper(nama)
        theme = theme_of(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(16))
        box.addWidget(self._stepper)
        for satu in self._langkah:
            box.addWidget(satu)
        box.addStretch(1)
        for form in self._forms:
            form.diubah.connect(self.diubah)
            form.simpan.connect(self.lanjut)
            form.batal.connect(self.batal)
        self._ke_langkah(0)

    @property
    def _forms(self) -> tuple[Form, ...]:
        return self.lama, self.orang.form, self.periksa.form

    # what a draft asks for

    @property
    def berubah(self) -> bool:
        """Whether something was typed that is not saved."""
        return any(form.berubah for form in self._forms)

    def draf(self) -> dict[str, str]:
        """Return what stands in all steps."""
        semua = {"orang_id": self.orang.orang_id}
        for form in self._forms:
            semua |= form.draf()
        return semua

    def isi(self, nilai: Mapping[str, str]) -> None:
        """Show values in all steps as the saved state."""
        self.orang.pakai(nilai.get("orang_id", ""))
        for form in self._forms:
            form.isi({**self.periksa.awal, **nilai})

    def pulihkan(self, draf: Mapping[str, str]) -> None:
        """Show a draft kept earlier."""
        self.orang.pakai(draf.get("orang_id", ""))
        for form in self._forms:
            form.pulihkan(draf)

    def fokus(self, kunci: str = "") -> None:
        """Go to an input, in the step in which it is; the first one of the present step by itself."""
        ke = next((i for i, form in enumerate(self._forms) if kunci and kunci in form.draf()), None)
        if ke is not None:
            self._ke_langkah(ke if self._b.masa_id else ke - 1)
            self._forms[ke].fokus(kunci)
        elif self._kini.draf():
            self._kini.fokus()

    # steps

    @property
    def _kini(self) -> Form:
        return self._forms[self._ke if self._b.masa_id else self._ke + 1]

    @property
    def awal(self) -> bool:
        """Whether this is the first step."""
        return self._ke == 0

    @property
    def akhir(self) -> bool:
        """Whether this is the last step."""
        return self._ke == len(self._langkah) - 1

    def isian(self) -> dict[str, str]:
        """Return what was typed as the act takes it."""
        nilai = {"orang_id": self.orang.orang_id, **self.lama.nilai(), **self.orang.form.nilai()}
        return nilai | serah_terima(self.periksa.form.nilai())

    def lanjut(self) -> None:
        """Go on when this step is fine; after the last one ``selesai`` comes."""
        if not self._kini.periksa():
            return
        rencana = ganti.rencana(self._host.store, self._b.jabatan_id, self.isian(), hari=self._host.today)
        for salah in rencana.salah:
            if salah.field in self._kini.draf() or self.akhir:
                self.salah(InputSalah(salah.field, salah.kalimat))
                return
        if self.akhir:
            self.selesai.emit()
            return
        self._ke_langkah(self._ke + 1)
        self._tunjukkan(rencana)

    def kembali(self) -> None:
        """Go back one step; what was typed stays."""
        self._ke_langkah(self._ke - 1)

    def salah(self, error: InputSalah) -> bool:
        """Show why it cannot be saved, beside its input; False when no input has that name."""
        for form in self._forms:
            if error.field in form.draf():
                self.fokus(error.field)
                return form.salah(error)
        return False

    def _ke_langkah(self, ke: int) -> None:
        self._ke = ke
        for i, satu in enumerate(self._langkah):
            set_shown(satu, i == ke)
        self._stepper.set_step(ke)
        if self._kini.draf():
            self.setFocusProxy(self._kini)
            self._kini.fokus()
        self.dipindah.emit()

    def _tunjukkan(self, rencana: RencanaGanti) -> None:
        """Show the plan in the last step, doubts beside the inputs of the one before."""
        if self.akhir:
            self.periksa.tunjukkan(rencana, self.lama.nilai())
        self.orang.form.ragu(kalimat(self.orang.form.nilai(), self._host.today, semua=self.akhir))


def _lembar(kata: str, form: Form) -> QWidget:
    widget = QWidget()
    box = QVBoxLayout(widget)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(theme_of(widget).px(12))
    box.addWidget(Label(kata, lipat=True))
    box.addWidget(form)
    box.addStretch(1)
    return widget


def _kalimat_lama(b: BarisRoster) -> str:
    kata = text.GANTI_LAMA if b.tmt else text.GANTI_LAMA_TANPA_TMT
    tmt = tanggal.panjang(date.fromisoformat(b.tmt)) if b.tmt else ""
    return kata.format(nama=b.nama, rt=b.nomor, tmt=tmt)


def buka(parent: QWidget, host: Host, b: BarisRoster) -> Sheet:
    """Ask step by step for the change of head of a post, or for the first head of a vacant one."""
    isi = GantiKetua(host, b)
    judul = (text.GANTI_JUDUL if b.masa_id else text.GANTI_JUDUL_KOSONG).format(rt=b.nomor)
    sheet = Sheet(judul, isi, utama=text.GANTI_LANJUT, lebar=640, kotor=lambda: False, parent=parent)

    def tombol() -> None:
        sheet.utama.set_teks(text.GANTI_SIMPAN if isi.akhir else text.GANTI_LANJUT)
        sheet.pas()

    def simpan() -> None:
        sheet.sibuk(True)
        nilai, cetak = isi.isian(), isi.periksa.form.nilai()["cetak"] == "ya"
        baru = isi.orang.nama()
        kata = text.GANTI_TERSIMPAN if b.masa_id else text.GANTI_TERISI

        def beres(masa_id: object) -> None:
            sheet.accept()
            if cetak:
                pratinjau.berita_acara(parent, host, str(masa_id))

        def gagal(error: Exception) -> None:
            sheet.sibuk(False)
            if not isinstance(error, InputSalah) or not isi.salah(error):
                sheet.gagal(error)

        host.act(
            partial(ganti.ganti, host.store, b.jabatan_id, nilai),
            said=kata.format(rt=b.nomor, lama=b.nama, baru=baru), done=beres, failed=gagal, owner=sheet,
        )  # fmt: skip

    isi.dipindah.connect(tombol)
    isi.selesai.connect(simpan)
    isi.batal.connect(sheet.reject)
    sheet.disimpan.connect(isi.lanjut)
    sheet.mundur(lambda: not isi.awal, isi.kembali, text.GANTI_KEMBALI)
    tombol()
    sheet.open()
    Draft(host, f"rt.ganti.{b.masa_id or b.jabatan_id}", isi, sheet)
    isi.fokus()
    return sheet
