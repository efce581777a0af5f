"""Above the table of proposals: the search, the year, category, status, RT (or kelurahan), and the chips."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.usulan import text as usulan
from sipokat_desktop.modules.usulan.status import BERJALAN
from ui.kit.buttons import SecondaryButton
from ui.kit.chips import ChipRow
from ui.kit.choice import ChoiceField
from ui.kit.filter import FilterField
from ui.kit.labels import set_shown
from ui.kit.theme import theme_of

from . import text
from .sumber import SEMUA, Tanya

_LEBAR = {"tahun": 116, "kategori": 164, "status": 156, "lingkup": 164, "rt": 116}


class Penyaring(QWidget):
    """``diubah`` comes with every other question, ``tahun`` with another year; ``kolom`` asks for the columns."""

    diubah = Signal()
    tahun = Signal()
    kolom = Signal()

    def __init__(self, kelurahan: Sequence[str], tahun: int) -> None:
        super().__init__()
        self._beberapa = len(kelurahan) > 1
        self.cari = FilterField(text.SARING)
        self._pilih = {
            "tahun": ChoiceField([]),
            "kategori": ChoiceField([("", text.SEMUA_KATEGORI), *usulan.KATEGORI.items()]),
            "status": ChoiceField([("", text.SEMUA_STATUS), *usulan.STATUS.items()]),
            "lingkup": ChoiceField([("", text.SEMUA_KELURAHAN), *((k, wilayah.nama(k)) for k in kelurahan)]),
            "rt": ChoiceField([("", text.SEMUA_RT)]),
        }
        self._chips = ChipRow(((SEMUA, text.SEMUA), *usulan.SARINGAN))
        self.set_tahun([tahun], tahun)
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = theme_of(self)
        nama = (text.TAHUN, text.KATEGORI, text.PILIH_STATUS, text.KELURAHAN, text.RT)
        atas, bawah = QHBoxLayout(), QHBoxLayout()
        atas.addWidget(self.cari, 1)
        for (kunci, field), kata in zip(self._pilih.items(), nama, strict=True):
            field.setAccessibleName(kata)
            field.setFixedWidth(theme.px(_LEBAR[kunci]))
            if kunci != "tahun":
                field.isi("")
            atas.addWidget(field)
        set_shown(self._pilih["lingkup"], self._beberapa)
        bawah.addWidget(self._chips, 1)
        bawah.addWidget(SecondaryButton(text.KOLOM, on=self.kolom.emit))
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme.px(8))
        tata.addLayout(atas)
        tata.addLayout(bawah)

    def _connect(self) -> None:
        self.cari.berubah.connect(lambda _teks: self.diubah.emit())
        self._chips.dipilih.connect(lambda _kunci: self.diubah.emit())
        for kunci, field in self._pilih.items():
            field.diubah.connect(self.tahun if kunci == "tahun" else self._choice)
            field.ditinggal.connect(self._fill_blank)

    def _choice(self) -> None:
        self._fill_blank()
        self.diubah.emit()

    def _fill_blank(self) -> None:
        """Delete takes a choice back: then all are shown."""
        for kunci, field in self._pilih.items():
            if kunci != "tahun" and field.currentIndex() < 0:
                field.isi("")

    # what is asked

    def tanya(self, urut: str = "", *, turun: bool = False) -> Tanya:
        """Return the question as it stands, with an order of the rows."""
        p = {kunci: field.nilai() for kunci, field in self._pilih.items()}
        return Tanya(
            self.cari.text(), self._chips.kunci, p["kategori"], p["status"], p["rt"], p["lingkup"], urut, turun
        )

    @property
    def tahun_dipilih(self) -> int | None:
        """The year that is looked at, None for all of them."""
        nilai = self._pilih["tahun"].nilai()
        return int(nilai) if nilai.isdigit() else None

    def set_tahun(self, ada: Sequence[int], kini: int | None) -> None:
        """Offer these years; the choice stays, or becomes ``kini`` (None: all years)."""
        semua = sorted({*ada, *([kini] if kini else [])}, reverse=True)
        self._pilih["tahun"].ganti_pilihan([*((str(t), str(t)) for t in semua), ("semua", text.SEMUA_TAHUN)])
        self._pilih["tahun"].isi(str(kini) if kini else "semua")

    def set_rt(self, ada: Sequence[str]) -> None:
        """Offer these RT, as the table names them."""
        lama = self._pilih["rt"].nilai()
        self._pilih["rt"].ganti_pilihan(
            [("", text.SEMUA_RT), *((rt, rt) for rt in sorted({*ada, *filter(None, [lama])}))]
        )
        self._pilih["rt"].isi(lama)

    def set_jumlah(self, jumlah: Mapping[str, int]) -> None:
        """Say how many proposals every chip shows."""
        self._chips.set_jumlah(jumlah)

    @property
    def kata(self) -> list[str]:
        """Say what is filtered, for the head of a file."""
        dipilih = [field.currentText() for kunci, field in self._pilih.items() if kunci != "tahun" and field.nilai()]
        chip = dict(usulan.SARINGAN).get(self._chips.kunci, "")
        cari = self.cari.text().strip()
        return [*dipilih, *filter(None, (chip, f"“{cari}”" if cari else ""))]

    def kosongkan(self) -> None:
        """Show every proposal of the year, without a signal."""
        self._chips.pilih(SEMUA)
        for kunci, field in self._pilih.items():
            if kunci != "tahun":
                field.isi("")
        self.cari.blockSignals(True)
        self.cari.clear()
        self.cari.blockSignals(False)

    def tunjuk(self, kunci: str) -> None:
        """Choose a chip, or a step on the way among what is on it, without a signal."""
        if kunci in usulan.STATUS:
            self._pilih["status"].isi(kunci)
        self._chips.pilih(kunci if kunci in dict(usulan.SARINGAN) else BERJALAN)

    def hanya_rt(self, rt: str, lingkup: str) -> None:
        """Look at what one RT proposes, without a signal."""
        self.kosongkan()
        if self._beberapa:
            self._pilih["lingkup"].isi(lingkup)
        self._pilih["rt"].ganti_pilihan([("", text.SEMUA_RT), (rt, rt)])
        self._pilih["rt"].isi(rt)
