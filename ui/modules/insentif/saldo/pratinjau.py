"""The preview: every row of the sheet with what would be recorded; nothing is saved yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sipokat_desktop.kernel import periode, rupiah, tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.modules.insentif.saldo_awal import BarisRencana, Berat, Nasib, Pilihan, Rencana
from ui.kit.beside import page_column, table_beside
from ui.kit.buttons import SecondaryButton
from ui.kit.cards import EmptyState
from ui.kit.chips import ChipRow
from ui.kit.fields import ChoiceField, TextField
from ui.kit.filter import FilterField
from ui.kit.labels import Gaya, Label, Notice, set_shown
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


class Pratinjau(QWidget):
    """``dipilih`` comes after each choice; ``petakan`` asks for the mapping."""

    dipilih = Signal()
    petakan = Signal()

    def __init__(self, komponen: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._rencana: Rencana | None = None
        self.pilihan = Pilihan()
        self._urungan: list[Pilihan] = []
        self._kalimat = Notice()
        self._catatan = Label("", Gaya.KECIL, lipat=True)
        self._komponen = ChoiceField(komponen, text.KOMPONEN)
        self._periode, self._tanggal = TextField(text.PERIODE_CONTOH), TextField(text.TANGGAL_CONTOH)
        self._salah = Notice("", Role.SALAH)
        self._cari = FilterField(text.CARI)
        self._saring = ChipRow(text.SARINGAN)
        self.tabel = DataTable(KOLOM)
        self._panel = RowPanel()
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = theme_of(self)
        semua, baris = QHBoxLayout(), QHBoxLayout()
        for satu in (semua, baris):
            satu.setSpacing(theme.px(10))
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
        baris.addWidget(self._cari, 1)
        baris.addWidget(Label(text.PETUNJUK, Gaya.KECIL))
        baris.addWidget(SecondaryButton(text.UBAH_PETA, "Alt+M", on=self.petakan.emit))
        tata = page_column(self)
        for widget in (self._kalimat, self._catatan):
            tata.addWidget(widget)
        tata.addLayout(semua)
        tata.addWidget(self._salah)
        tata.addLayout(baris)
        tata.addWidget(self._saring)
        tata.addLayout(table_beside(self.tabel, self._panel), 1)

    def _connect(self) -> None:
        self.setFocusProxy(self.tabel)
        self.tabel.attach_filter(self._cari)
        self._cari.berubah.connect(lambda _kata: self._fill())
        self._saring.dipilih.connect(lambda _kunci: self._fill())
        self.tabel.selected.connect(lambda _id: self._tampil())
        self.tabel.opened.connect(lambda _id: self._panel.perbaiki())
        self._panel.dipilih.connect(self._pilih)
        self._panel.ditutup.connect(self._kembali)
        self._komponen.diubah.connect(self._untuk_semua)
        for field in (self._periode, self._tanggal):
            field.enter.connect(self._untuk_semua)
            field.ditinggal.connect(self._untuk_semua)
        QShortcut(QKeySequence("Ctrl+Z"), self, self.urungkan)

    @property
    def disentuh(self) -> bool:
        """Whether something was decided that leaving would lose."""
        return self.pilihan != Pilihan()

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
            self._pilih(baru)

    def _pilih(self, pilihan: Pilihan) -> None:
        self._urungan.append(self.pilihan)
        self.pilihan = pilihan
        self.dipilih.emit()

    def urungkan(self) -> None:
        """Take back the last choice."""
        if self._urungan:
            self.pilihan = self._urungan.pop()
            self.dipilih.emit()

    def gagal(self) -> None:
        """Forget the last choice: it was not compared."""
        if self._urungan:
            self.pilihan = self._urungan.pop()
        self._tampil()

    def _kembali(self) -> None:
        self._tampil()
        self.tabel.setFocus(Qt.FocusReason.OtherFocusReason)

    # what is shown

    def tampilkan(self, rencana: Rencana) -> None:
        """Show a plan; the chosen row stays, its neighbour where it has left the filter."""
        pertama, tempat = self._rencana is None, self.tabel.currentIndex().row()
        self._rencana = rencana
        jumlah = {n.value if n is not Nasib.MASALAH else "masalah": k for n, k in rencana.jumlah.items()}
        self._saring.set_jumlah(jumlah | {"semua": len(rencana.baris)})
        if pertama and jumlah["masalah"]:
            self._saring.pilih("masalah")
        elif self._saring.kunci != "semua" and not jumlah[self._saring.kunci]:
            self._saring.pilih("semua")
        self._kalimat.set(rencana.kalimat, Role.PERHATIAN if rencana.bermasalah else Role.BAIK)
        self._catatan.setText(" ".join(rencana.catatan))
        set_shown(self._catatan, bool(rencana.catatan))
        self._fill()
        if not self.tabel.current_id() and self.tabel.row_count():
            self.tabel.selectRow(max(0, min(tempat, self.tabel.row_count() - 1)))
        self._tampil()

    def _fill(self) -> None:
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
        self._tampil()

    def _tampil(self) -> None:
        id = self.tabel.current_id()
        baris = self._rencana.baris[int(id)] if id and self._rencana is not None else None
        self._panel.tampil(baris, self.pilihan)


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
