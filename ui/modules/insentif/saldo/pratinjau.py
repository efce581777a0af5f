"""The preview: every row of the sheet with what would be recorded; nothing is saved yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout

from sipokat_desktop.kernel import periode, rupiah, tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.modules.insentif.saldo_awal import BarisRencana, Berat, Nasib, Pilihan, Rencana
from ui.kit import pratinjau as kit
from ui.kit.cards import EmptyState
from ui.kit.fields import ChoiceField, TextField
from ui.kit.labels import Gaya, Label, Notice
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
_TERBANYAK = 5000
"""So many rows are shown at once; the filters and the search reach the rest."""


class Pratinjau(kit.Pratinjau[Pilihan, Rencana]):
    """The rows of past payments, and what is taken for those that name no component, period or day."""

    panel: RowPanel

    def __init__(self, komponen: Sequence[tuple[str, str]]) -> None:
        super().__init__(Pilihan(), DataTable(KOLOM), RowPanel(), text.CARI, text.SARINGAN)
        self._rencana: Rencana | None = None
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

    def tampilkan(self, rencana: Rencana) -> None:
        """Show a plan, and the rows with problems when it is the first."""
        pertama, tempat = self._rencana is None, self.tabel.currentIndex().row()
        kini = self.tabel.current_id()
        self._rencana = rencana
        jumlah = {n.value if n is not Nasib.MASALAH else "masalah": k for n, k in rencana.jumlah.items()}
        self._saring.set_jumlah(jumlah | {"semua": len(rencana.baris)})
        salah = bool(kini) and rencana.baris[int(kini)].nasib is Nasib.MASALAH and self._saring.kunci != "semua"
        if jumlah["masalah"] and (pertama or salah):
            self._saring.pilih("masalah")
        elif self._saring.kunci != "semua" and not jumlah[self._saring.kunci]:
            self._saring.pilih("semua")
        self.ringkas(rencana.kalimat, Role.PERHATIAN if rencana.bermasalah else Role.BAIK, rencana.catatan)
        self.saring()
        if salah:
            self.tabel.select(kini)
        elif not self.tabel.current_id() and self.tabel.row_count():
            self.tabel.selectRow(max(0, min(tempat, self.tabel.row_count() - 1)))
        self.tampil()

    def saring(self) -> None:
        """Show the rows of the chip and the search."""
        if self._rencana is None:
            return
        pilih, dicari = self._saring.kunci, kunci_cari(self._cari.text())
        nasib = {"masalah": Nasib.MASALAH.value}.get(pilih, pilih)
        tampak = [
            (ke, b)
            for ke, b in enumerate(self._rencana.baris)
            if pilih in ("semua", b.nasib.value) or nasib == b.nasib.value
        ]
        tampak = [(ke, b) for ke, b in tampak if dicari in kunci_cari(b.sebutan)][:_TERBANYAK]
        self.tabel.set_rows([_baris(ke, b) for ke, b in tampak])
        if not tampak:
            self.tabel.set_empty(EmptyState(text.TAK_ADA))
        self.tampil()

    def tampil(self) -> None:
        """Show the row that the keyboard is on in the panel."""
        id = self.tabel.current_id()
        baris = self._rencana.baris[int(id)] if id and self._rencana is not None else None
        self.panel.tampil(baris, self.pilihan)


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
