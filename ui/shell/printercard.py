"""The card *Kertas dan printer* in *Pengaturan*: the usual paper, and setting right a printer that prints askew."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout
from shiboken6 import isValid

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.printing import testpage
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.printing.testpage import GARIS_MM, Geser
from sipokat_desktop.storage.store import Store
from ui.kit import geser, paper
from ui.kit.buttons import SecondaryButton
from ui.kit.choice import ChoiceField
from ui.kit.form import Form, Isian, Jenis
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, Notice
from ui.kit.paper import KERTAS, PRINTER
from ui.kit.printing import KERTAS_MM, Printers
from ui.kit.setelan import KartuSetelan, Setel
from ui.kit.text import UKURAN_KERTAS
from ui.kit.theme import Role, theme_of

from . import text_printer as text


class PrinterCard(KartuSetelan):
    """What is chosen counts at once; what was measured, by its button. Both can be taken back where it is told."""

    def __init__(self, host: Host, printers: Printers | None = None) -> None:
        super().__init__()
        self._host, self._printers = host, printers or Printers()
        kertas = tuple((nama, UKURAN_KERTAS[nama]) for nama in KERTAS_MM)
        self._kertas = Form([Isian("kertas", text.KERTAS, Jenis.PILIHAN, pilihan=kertas, wajib=True)])
        self._form = Form(
            [
                Isian("printer", text.PRINTER, Jenis.PILIHAN, text.MENCARI, wajib=True),
                Isian("arah", text.ARAH, Jenis.PILIHAN, pilihan=text.ARAH_PILIHAN, wajib=True),
                Isian("kiri", text.KIRI, contoh=text.CONTOH),
                Isian("atas", text.ATAS, contoh=text.CONTOH),
            ]
        )
        self._kini, self._tanpa = Label("", lipat=True), Notice("")
        self._uji = SecondaryButton(text.UJI, on=self._test_page)
        self._pakai = SecondaryButton(text.PAKAI, on=self._form.kirim)
        self._semula = SecondaryButton(text.SEMULA, on=self._straight)
        self.add(Label(text.JUDUL, Gaya.SUBJUDUL))
        self.add(self._kertas)
        self.add(Label(text.ISI, Gaya.KECIL, lipat=True))
        self.add(self._tanpa)
        self.add(self._form)
        self.add(self._kini)
        baris = QHBoxLayout()
        baris.setSpacing(theme_of(self).px(10))
        for tombol in (self._uji, self._pakai, self._semula):
            baris.addWidget(tombol)
        baris.addStretch(1)
        self.add_layout(baris)
        self._kertas.diubah.connect(self._other_paper)
        self._form.simpan.connect(self._measured)
        for nama in ("printer", "arah"):
            self._form.field(nama).diubah.connect(self._tell)

    def load(self) -> None:
        """Show what is set; the printers are looked for after the page is shown."""
        self._kertas.isi({"kertas": self._host.store.setting(KERTAS, "F4")})
        self._form.isi({"arah": "0"})
        QTimer.singleShot(0, self, self._find)

    def _find(self) -> None:
        names, used = self._printers.names(), self._host.store.setting(PRINTER)
        field = self._form.field("printer")
        assert isinstance(field, ChoiceField)
        field.ganti_pilihan([(nama, nama) for nama in names])
        field.isi(used if used in names else next(iter(names), ""))
        self._tanpa.set("" if names else text.TANPA, Role.PERHATIAN)
        for tombol in (self._uji, self._pakai, self._semula):
            tombol.setEnabled(bool(names))
        self._form.setEnabled(bool(names))
        self._tell()

    @property
    def _printer(self) -> str:
        return self._form.nilai()["printer"]

    @property
    def _mendatar(self) -> bool:
        return self._form.nilai()["arah"] == "1"

    def _now(self) -> Geser:
        return geser.baca(self._host.store, self._printer)[self._mendatar]

    def _tell(self) -> None:
        self._kini.setText(_kata(self._printer, self._now()) if self._printer else "")

    def _other_paper(self) -> None:
        baru, lama = self._kertas.nilai()["kertas"], self._host.store.setting(KERTAS, "F4")
        if baru and baru != lama:
            pakai = partial(self._set_paper, self._host.store)
            kata = text.KERTAS_DIPAKAI.format(kertas=baru)
            self._host.setel(Setel(partial(pakai, baru), partial(pakai, lama), kata))

    def _set_paper(self, store: Store, kertas: str) -> None:
        store.set_setting(KERTAS, kertas)
        if isValid(self):
            self._kertas.isi({"kertas": kertas})

    def _measured(self) -> None:
        nilai = self._form.nilai()
        try:
            baru = testpage.disetel(self._now(), nilai["kiri"] or str(GARIS_MM), nilai["atas"] or str(GARIS_MM))
        except InputSalah as exc:
            self._form.salah(exc)
            return
        self._move(baru, text.DISESUAIKAN)

    def _straight(self) -> None:
        self._move(Geser(), text.DIKEMBALIKAN)

    def _move(self, baru: Geser, kata: str) -> None:
        """Use ``baru`` for the chosen printer from now on, and offer the way back."""
        printer, lama = self._printer, self._now()
        pakai = partial(self._keep, self._host.store, printer, mendatar=self._mendatar)
        self._host.setel(Setel(partial(pakai, baru), partial(pakai, lama), kata.format(printer=printer)))

    def _keep(self, store: Store, printer: str, baru: Geser, *, mendatar: bool) -> None:
        geser.simpan(store, printer, baru, mendatar=mendatar)
        if isValid(self):
            self._form.isi({"printer": self._printer, "arah": str(int(self._mendatar))})
            self._tell()

    def _test_page(self) -> None:
        """Show the test page for the usual paper; printed as everything else is, it tells what is still off."""
        kertas, mendatar = self._kertas.nilai()["kertas"], self._mendatar
        arah = dict(text.ARAH_PILIHAN)[str(int(mendatar))].lower()
        kata = (text.UJI_KERTAS.format(printer=self._printer, kertas=kertas, arah=arah), text.UJI_CARA)
        isi = testpage.gambar(Kertas[kertas], kata, mendatar=mendatar)
        paper.lihat(
            self, self._host.store, judul=text.LEMBAR, isi=isi, kertas=kertas, nama="halaman-uji.pdf",
            printer=self._printer, printers=self._printers,
        )  # fmt: skip


def _kata(printer: str, kini: Geser) -> str:
    """Say how far prints are moved."""
    arah = [
        kata.format(mm=f"{abs(satu) / 10:g}".replace(".", ","))
        for satu, kata in (
            (kini.kanan, text.KE_KANAN if kini.kanan > 0 else text.KE_KIRI),
            (kini.bawah, text.KE_BAWAH if kini.bawah > 0 else text.KE_ATAS),
        )
        if satu
    ]
    return (text.DIGESER if arah else text.LURUS).format(printer=printer, arah=text.DAN.join(arah))
