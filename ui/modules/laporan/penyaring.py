"""Above the list of reports: the search, month, field of activity, kelurahan, the chips, and what else narrows it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel import periode, wilayah
from sipokat_desktop.modules.laporan import text as laporan
from sipokat_desktop.modules.laporan.model import Saring
from ui.kit.buttons import SecondaryButton
from ui.kit.chips import ChipRow
from ui.kit.fields import ChoiceField
from ui.kit.filter import FilterField
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, set_shown
from ui.kit.theme import theme_of

from . import text
from .sumber import CHIP, SEMUA

_LEBAR = {"bulan": 170, "bidang": 200, "kelurahan": 190}
_TAHUN = 10


class Penyaring(QWidget):
    """``diubah`` comes with every other question, ``dihitung`` when the chips count something else, ``kolom`` asks for
    the choice of the columns."""

    diubah = Signal()
    dihitung = Signal()
    kolom = Signal()

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._hanya: Mapping[str, str] = {}
        self.cari = FilterField(text.SARING)
        self._bulan = ChoiceField([("", text.SEMUA_BULAN), *pilihan_bulan(host.today)])
        self._bidang = ChoiceField([("", text.SEMUA_BIDANG), *laporan.BIDANG.items()])
        semua = [(k, wilayah.nama(k)) for k in host.wilayah]
        self._kelurahan = ChoiceField([("", text.SEMUA_KELURAHAN), *sorted(semua, key=lambda satu: satu[1])])
        self._chips = ChipRow(text.SARINGAN)
        self._kata = Label("", Gaya.TEBAL)
        self._lepas = SecondaryButton(text.HANYA_LEPAS, on=self._lepaskan)
        self._build()
        self.hanya({}, "")
        self.cari.berubah.connect(lambda _teks: self.diubah.emit())
        self._chips.dipilih.connect(lambda _kunci: self.diubah.emit())
        for field in (self._bulan, self._bidang, self._kelurahan):
            field.isi("")
            field.diubah.connect(self._lain)

    def _build(self) -> None:
        theme, atas, hanya = theme_of(self), QHBoxLayout(), QHBoxLayout()
        atas.setSpacing(theme.px(8))
        atas.addWidget(self.cari, 1)
        for nama, kata, field in (
            ("kelurahan", text.KELURAHAN, self._kelurahan), ("bulan", text.BULAN, self._bulan),
            ("bidang", text.BIDANG, self._bidang),
        ):  # fmt: skip
            field.setAccessibleName(kata)
            field.setFixedWidth(theme.px(_LEBAR[nama]))
            atas.addWidget(field)
        set_shown(self._kelurahan, self._host.beberapa)
        atas.addWidget(SecondaryButton(text.KOLOM, on=self.kolom.emit))
        hanya.addWidget(self._kata)
        hanya.addWidget(self._lepas)
        hanya.addStretch(1)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme.px(8))
        tata.addLayout(atas)
        tata.addWidget(self._chips)
        tata.addLayout(hanya)

    # the question

    @property
    def lingkup(self) -> str:
        """The kelurahan that is looked at; where the office looks after several and none is chosen, its own scope."""
        return self._kelurahan.nilai() or (self._host.kantor if self._host.beberapa else self._host.lingkup)

    @property
    def bulan(self) -> str:
        """The month chosen (``YYYY-MM``), "" where none is."""
        nilai = self._bulan.nilai()
        return nilai if len(nilai) == 7 else ""

    def dasar(self) -> Saring:
        """Return what narrows the list beside the typed line and the chip: what the chips count."""
        nilai = self._bulan.nilai()
        dari, sampai = _rentang(nilai) if nilai else ("", "")
        awal = Saring(lingkup=self.lingkup, dari=dari, sampai=sampai, bidang=self._bidang.nilai())
        return awal._replace(**self._hanya)  # type: ignore[arg-type]

    def saring(self) -> Saring:
        """Return the question as it stands."""
        isi = {**CHIP[self._chips.kunci], "teks": self.cari.text().strip()}
        return self.dasar()._replace(**isi)  # type: ignore[arg-type]

    @property
    def polos(self) -> bool:
        """Whether nothing narrows the list."""
        lain = self._bulan.nilai() or self._bidang.nilai() or self._kelurahan.nilai() or self._hanya
        return not (self.cari.text().strip() or lain) and self._chips.kunci == SEMUA

    @property
    def jabatan_id(self) -> str:
        """The one RT that is looked at, "" for all."""
        return self._hanya.get("jabatan_id", "")

    @property
    def hanya_rt(self) -> bool:
        """Whether all reports of one RT are looked at, and nothing narrows them further."""
        lain = self._bulan.nilai() or self._bidang.nilai() or set(self._hanya) != {"jabatan_id"}
        return not lain and self._chips.kunci == SEMUA

    @property
    def kata_hanya(self) -> str:
        """What the list is narrowed to from elsewhere, in words."""
        return self._kata.text()

    # changes

    def set_jumlah(self, jumlah: Mapping[str, int]) -> None:
        """Say how many reports every chip shows."""
        self._chips.set_jumlah(jumlah)

    def kosongkan(self) -> None:
        """Show everything, without a signal."""
        self._chips.pilih(SEMUA)
        for field in (self._bulan, self._bidang, self._kelurahan):
            field.isi("")
        self.hanya({}, "")
        self.cari.blockSignals(True)
        self.cari.clear()
        self.cari.blockSignals(False)

    def hanya(self, isi: Mapping[str, str], kata: str) -> None:
        """Narrow the list to the fields ``isi`` of the filter, said as ``kata``; without any, no more."""
        self._hanya = {k: v for k, v in isi.items() if v}
        self._kata.setText(text.HANYA.format(apa=kata) if self._hanya else "")
        for bagian in (self._kata, self._lepas):
            set_shown(bagian, bool(self._hanya))

    def _lain(self) -> None:
        self.dihitung.emit()
        self.diubah.emit()

    def _lepaskan(self) -> None:
        self.hanya({}, "")
        self._lain()


def pilihan_bulan(hari: date) -> list[tuple[str, str]]:
    """Return the last twelve months and the years before them, as choices."""
    hasil = []
    for mundur in range(12):
        tahun, bulan = divmod(hari.year * 12 + hari.month - 1 - mundur, 12)
        kunci = f"{tahun:04}-{bulan + 1:02}"
        hasil.append((kunci, periode.nama_bulan(kunci)))
    return hasil + [(str(t), text.TAHUN.format(tahun=t)) for t in range(hari.year, hari.year - _TAHUN, -1)]


def _rentang(nilai: str) -> tuple[str, str]:
    """Return first and last day of a month or a year."""
    from sipokat_desktop.modules.laporan import rentang

    satu = rentang.bulan(nilai) if len(nilai) == 7 else rentang.tahun(int(nilai))
    return satu.dari, satu.sampai
