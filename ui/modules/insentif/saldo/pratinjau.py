"""The preview: every row of the sheet with what would be recorded; nothing is saved yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout

from sipokat_desktop.kernel import periode, rupiah, tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif.saldo_awal import BarisRencana, Berat, Nasib, Pilihan, Rencana
from ui.kit.choice import ChoiceField
from ui.kit.fields import TextField
from ui.kit.labels import Gaya, Label, Notice
from ui.kit.pratinjau_daftar import PratinjauDaftar
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role, theme_of

from . import text
from .panel import PERAN, RowPanel

KOLOM = tuple(
    Kolom(judul, judul, lebar, stretch, Rata.KANAN if ke in (0, 3) else Rata.KIRI)
    for ke, (judul, lebar, stretch) in enumerate(
        zip(text.KOLOM_BARIS, (0, 0, 180, 0, 200), (0, 0, 2, 0, 4), strict=True)
    )
)


class Pratinjau(PratinjauDaftar[Pilihan, Rencana, BarisRencana]):
    """The rows of past payments, and what is taken for those that name no component, period or day."""

    SALAH = "masalah"
    panel: RowPanel

    def __init__(self, komponen: Sequence[tuple[str, str]]) -> None:
        super().__init__(Pilihan(), DataTable(KOLOM), RowPanel(), text.CARI, text.SARINGAN)
        self._komponen = ChoiceField(komponen, text.KOMPONEN)
        self._periode, self._tanggal = TextField(text.PERIODE_CONTOH), TextField(text.TANGGAL_CONTOH)
        self._salah = Notice("", Role.SALAH)
        self._tata.insertLayout(2, self._semua())
        self._tata.insertWidget(3, self._salah)
        self._komponen.diubah.connect(self._untuk_semua)
        for field in (self._periode, self._tanggal):
            field.enter.connect(self._untuk_semua)
            field.ditinggal.connect(self._untuk_semua)

    def _semua(self) -> QHBoxLayout:
        theme, semua = theme_of(self), QHBoxLayout()
        semua.setSpacing(theme.px(10))
        semua.addWidget(Label(text.UNTUK_SEMUA, Gaya.KECIL))
        for kata, field, lebar in (
            (text.KOMPONEN, self._komponen, 220), (text.PERIODE, self._periode, 150),
            (text.TANGGAL, self._tanggal, 130),
        ):  # fmt: skip
            semua.addWidget(Label(kata, Gaya.TEBAL))
            field.setAccessibleName(kata)
            field.setMinimumWidth(theme.px(lebar * 0.6))
            field.setMaximumWidth(theme.px(lebar))
            semua.addWidget(field)
        semua.addStretch(1)
        return semua

    # choices

    def _untuk_semua(self) -> None:
        """Take the component, period and day for the rows that name none."""
        try:
            baru = replace(
                self.pilihan, komponen_id=self._komponen.nilai(), periode=_periode(self._periode.nilai()),
                tanggal=_hari(self._tanggal.nilai()),
            )  # fmt: skip
        except InputSalah as exc:
            self._salah.set(exc.pesan, Role.SALAH)
            {"periode": self._periode, "tanggal": self._tanggal}[exc.field].set_salah(True)
            return
        self._salah.set("")
        for field in (self._periode, self._tanggal):
            field.set_salah(False)
        if baru != self.pilihan:
            self.pilih(baru)

    # what is shown

    def semua(self, rencana: Rencana) -> tuple[BarisRencana, ...]:
        """Return the rows of a plan."""
        return rencana.baris

    def jumlah(self, rencana: Rencana) -> dict[str, int]:
        """Return how many rows have which fate."""
        return {_kunci(n): k for n, k in rencana.jumlah.items()}

    def masuk(self, baris: BarisRencana, kunci: str) -> bool:
        """Tell whether a row has the fate of a chip."""
        return _kunci(baris.nasib) == kunci

    def dicari(self, baris: BarisRencana) -> str:
        """Return what a search finds a row by."""
        return baris.sebutan

    def tulis(self, ke: int, baris: BarisRencana) -> Baris:
        """Return a row as the table shows it."""
        return _baris(ke, baris)

    def jelaskan(self, rencana: Rencana) -> None:
        """Say the plan in words above the table."""
        self.ringkas(rencana.kalimat, Role.PERHATIAN if rencana.bermasalah else Role.BAIK, rencana.catatan)

    def rinci(self, baris: BarisRencana | None) -> None:
        """Show a row in the panel."""
        self.panel.tampil(baris, self.pilihan)


def _kunci(nasib: Nasib) -> str:
    return Pratinjau.SALAH if nasib is Nasib.MASALAH else nasib.value


def _periode(teks: str) -> str:
    """Read the period of rows without one: ``2020``, ``2020-TW1``, ``2020-03``, or nothing. Raises InputSalah."""
    rapi = teks.strip().upper()
    if not rapi or (len(rapi) == 4 and rapi.isdigit()):
        return rapi
    try:
        return periode.baca(rapi, "periode").kode
    except InputSalah:
        raise InputSalah("periode", text.PERIODE_SALAH) from None


def _hari(teks: str) -> str:
    return tanggal.baca(teks, "tanggal").isoformat() if teks else ""


def _baris(ke: int, b: BarisRencana) -> Baris:
    tanda = sorted((t for t in b.tanda if t.berat is not Berat.RAPI), key=lambda t: -t.berat)
    kata = b.alasan or " ".join(t.pesan for t in tanda)
    jumlah = rupiah.titik(b.jumlah) if b.jumlah else ""
    sel = (str(b.letak.baris), text.NASIB[b.nasib.value], b.sebutan, jumlah, kata)
    ragu = Role.PERHATIAN if tanda and b.nasib is Nasib.DICATAT else None
    return Baris(str(ke), sel, (None, PERAN[b.nasib], None, None, ragu))
