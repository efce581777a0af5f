"""Above the list of reports: the search, month, field of activity, kelurahan, the chips, and what else narrows it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel import periode, wilayah
from sipokat_desktop.modules.laporan import rentang
from sipokat_desktop.modules.laporan import text as laporan
from sipokat_desktop.modules.laporan.evaluasi_model import Rentang
from sipokat_desktop.modules.laporan.model import Saring
from ui.kit.buttons import SecondaryButton
from ui.kit.chips import ChipRow
from ui.kit.choice import ChoiceField
from ui.kit.filter import FilterField
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, set_shown
from ui.kit.theme import theme_of

from . import text
from .kalimat import kata_saring
from .sumber import CHIP, SEMUA

_ISIAN = ("jabatan_id", "jenis", "kategori", "camat")
"""What only a view opened from elsewhere narrows by: no box and no chip says it."""
_LEBAR = {"bulan": 170, "bidang": 200, "kelurahan": 190}
_TAHUN = 10


class _Semula(NamedTuple):
    """How the list was narrowed before a view from elsewhere was opened."""

    bulan: str
    bidang: str
    kelurahan: str
    chip: str
    teks: str


class Penyaring(QWidget):
    """``diubah`` comes with every other question, ``dihitung`` when the chips count something else, ``kolom`` asks for
    the choice of the columns, ``lepas`` to leave a view from elsewhere."""

    diubah = Signal()
    dihitung = Signal()
    kolom = Signal()
    lepas = Signal()

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._hanya: Mapping[str, str] = {}
        self._semula: _Semula | None = None
        self.cari = FilterField(text.SARING)
        self._pilihan_bulan = [("", text.SEMUA_BULAN), *pilihan_bulan(host.today)]
        self._bulan = ChoiceField(self._pilihan_bulan)
        self._bidang = ChoiceField([("", text.SEMUA_BIDANG), *laporan.BIDANG.items()])
        semua = [(k, wilayah.nama(k)) for k in host.wilayah]
        self._kelurahan = ChoiceField([("", text.SEMUA_KELURAHAN), *sorted(semua, key=lambda satu: satu[1])])
        self._chips = ChipRow(text.SARINGAN)
        self._kata = Label("", Gaya.TEBAL)
        self._lepas = SecondaryButton(text.HANYA_LEPAS, "Esc", pasang=False, on=self.lepas.emit)
        self._build()
        self._tunjukkan()
        self.cari.berubah.connect(lambda _teks: self.diubah.emit())
        self._chips.dipilih.connect(lambda _kunci: self._berubah())
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
        semua = self._hanya.get("lingkup", "") or self._host.kantor
        return self._kelurahan.nilai() or (semua if self._host.beberapa else self._host.lingkup)

    @property
    def bulan(self) -> str:
        """The month chosen (``YYYY-MM``), "" where none is."""
        nilai = self._bulan.nilai()
        return nilai if len(nilai) == 7 else ""

    def dasar(self) -> Saring:
        """Return what narrows the list beside the typed line and the chip: what the chips count."""
        nilai = self._bulan.nilai()
        dari, sampai = _rentang(nilai)[:2] if nilai else ("", "")
        awal = Saring(lingkup=self.lingkup, dari=dari, sampai=sampai, bidang=self._bidang.nilai())
        jabatan_id, jenis, kategori, camat = (self._hanya.get(nama, "") for nama in _ISIAN)
        return awal._replace(jabatan_id=jabatan_id, jenis=jenis, kategori=kategori, camat=camat)

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
    def dari_lain(self) -> bool:
        """Whether a view opened from elsewhere is shown."""
        return self._semula is not None

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
        self._hanya, self._semula = {}, None
        self._pakai(_Semula("", "", "", SEMUA, ""))

    def hanya(self, isi: Mapping[str, str]) -> None:
        """Open a view on the reports with these fields of the filter, without a signal: boxes and chips say what they
        can, the line says all of it."""
        if self._semula is None:
            bulan, bidang, kelurahan = (field.nilai() for field in (self._bulan, self._bidang, self._kelurahan))
            self._semula = _Semula(bulan, bidang, kelurahan, self._chips.kunci, self.cari.text())
        ada = {k: v for k, v in isi.items() if v}
        chip = max((c for c, f in CHIP.items() if f.items() <= ada.items()), key=lambda c: len(CHIP[c]))
        lingkup = ada.get("lingkup", "")
        satu = lingkup if self._host.beberapa and lingkup in self._host.wilayah else ""
        self._hanya = {k: v for k, v in ada.items() if k in _ISIAN and k not in CHIP[chip]}
        if self._host.beberapa and lingkup not in ("", satu, self._host.kantor):
            self._hanya["lingkup"] = lingkup
        self._chips.set_jumlah({})
        hari = self._kunci_hari(ada.get("dari", ""), ada.get("sampai", ""))
        self._pakai(_Semula(hari, ada.get("bidang", ""), satu, chip, ""))

    def lepaskan(self) -> None:
        """Leave a view from elsewhere: the list is narrowed as it was before."""
        semula = self._semula
        if semula is not None:
            self._hanya, self._semula = {}, None
            self._pakai(semula)
            self._lain()

    def _pakai(self, s: _Semula) -> None:
        """Set boxes, chip and search, without a signal."""
        lain = [] if s.bulan in dict(self._pilihan_bulan) else [(s.bulan, _rentang(s.bulan).nama)]
        self._bulan.ganti_pilihan([*self._pilihan_bulan, *lain])
        for field, nilai in ((self._bulan, s.bulan), (self._bidang, s.bidang), (self._kelurahan, s.kelurahan)):
            field.isi(nilai)
        self._chips.pilih(s.chip)
        self.cari.blockSignals(True)
        self.cari.setText(s.teks)
        self.cari.blockSignals(False)
        self._tunjukkan()

    def _kunci_hari(self, dari: str, sampai: str) -> str:
        """Return the value of the box of months for these days: a month or year of it, else the days themselves."""
        if not dari and not sampai:
            return ""
        sama = (k for k, _ in self._pilihan_bulan if k and _rentang(k)[:2] == (dari, sampai))
        return next(sama, f"{dari}|{sampai}")

    def _tunjukkan(self) -> None:
        """Say what a view from elsewhere holds, as boxes and chips stand now."""
        buka = self.dari_lain
        kata = kata_saring(self._host, self.saring()) if buka else ""
        self._kata.setText(text.HANYA.format(apa=kata) if kata else text.HANYA_SEMUA if buka else "")
        for bagian in (self._kata, self._lepas):
            set_shown(bagian, buka)

    def _berubah(self) -> None:
        self._tunjukkan()
        self.diubah.emit()

    def _lain(self) -> None:
        self.dihitung.emit()
        self._berubah()


def pilihan_bulan(hari: date) -> list[tuple[str, str]]:
    """Return the last twelve months and the years before them, as choices."""
    hasil = []
    for mundur in range(12):
        tahun, bulan = divmod(hari.year * 12 + hari.month - 1 - mundur, 12)
        kunci = f"{tahun:04}-{bulan + 1:02}"
        hasil.append((kunci, periode.nama_bulan(kunci)))
    return hasil + [(str(t), text.TAHUN.format(tahun=t)) for t in range(hari.year, hari.year - _TAHUN, -1)]


def _rentang(nilai: str) -> Rentang:
    """Return the days of a month, a year, or ``first|last``."""
    if "|" in nilai:
        dari, _, sampai = nilai.partition("|")
        return rentang.hari(dari, sampai)
    return rentang.bulan(nilai) if len(nilai) == 7 else rentang.tahun(int(nilai))
