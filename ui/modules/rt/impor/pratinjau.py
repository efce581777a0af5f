"""The preview: every row of the sheet with what would become of it; nothing is saved yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sipokat_desktop.modules.rt.impor import Nasib, Pilihan, Rencana
from ui.kit.beside import page_column, table_beside
from ui.kit.buttons import SecondaryButton
from ui.kit.cards import EmptyState
from ui.kit.chips import ChipRow
from ui.kit.filter import FilterField
from ui.kit.jobs import Jobs
from ui.kit.labels import Gaya, Label, Notice, set_shown
from ui.kit.table_big import QueryTable
from ui.kit.table_columns import bawaan
from ui.kit.table_model import Kolom, Rata
from ui.kit.theme import Role, theme_of

from . import text
from .panel import RowPanel
from .sumber import PlanSource, perlu_dilihat

_KOLOM = (
    Kolom("lembar", text.KOLOM_LEMBAR, sembunyi=1),
    Kolom("baris", text.KOLOM_BARIS, rata=Rata.KANAN),
    Kolom("nasib", text.KOLOM_NASIB),
    Kolom("orang", text.KOLOM_ORANG, 150, 2),
    Kolom("keterangan", text.KOLOM_KETERANGAN, 200, 5),
)


class Pratinjau(QWidget):
    """``dipilih`` carries the choices after each one; ``petakan`` asks for the mapping."""

    dipilih = Signal(object)
    petakan = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sumber = PlanSource()
        self._rencana: Rencana | None = None
        self._pilihan = Pilihan()
        self._urungan: list[Pilihan] = []
        self._kalimat = Notice()
        self._catatan = Label("", Gaya.KECIL, lipat=True)
        self._cari = FilterField(text.CARI)
        self._saring = ChipRow(text.SARINGAN)
        self.tabel = QueryTable(_KOLOM, self._sumber, jobs)
        self._panel = RowPanel()
        self._semua = SecondaryButton("", on=self._terima_semua)
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = theme_of(self)
        baris = QHBoxLayout()
        baris.setSpacing(theme.px(10))
        baris.addWidget(self._cari, 1)
        baris.addWidget(Label(text.PETUNJUK, Gaya.KECIL))
        baris.addWidget(self._semua)
        baris.addWidget(SecondaryButton(text.PETA_UBAH, "Alt+M", on=self.petakan.emit))
        tata = page_column(self)
        tata.addWidget(self._kalimat)
        tata.addWidget(self._catatan)
        tata.addLayout(baris)
        tata.addWidget(self._saring)
        tata.addLayout(table_beside(self.tabel, self._panel), 1)

    def _connect(self) -> None:
        self.setFocusProxy(self.tabel)
        self.tabel.attach_filter(self._cari)
        self._cari.berubah.connect(lambda _kata: self._tanya())
        self._saring.dipilih.connect(lambda _kunci: self._tanya())
        self.tabel.selected.connect(lambda _id: self._tampil())
        self.tabel.opened.connect(lambda _id: self._panel.perbaiki())
        self._panel.dipilih.connect(self._pilih)
        self._panel.ditutup.connect(self._tutup_ketikan)
        QShortcut(QKeySequence("Ctrl+Z"), self, self.urungkan)

    @property
    def pilihan(self) -> Pilihan:
        """The choices so far."""
        return self._pilihan

    @property
    def disentuh(self) -> bool:
        """Whether something was decided that leaving would lose."""
        return self._pilihan != Pilihan()

    def lupakan(self) -> None:
        """Forget the choices: the columns mean something else now."""
        self._pilihan, self._urungan = Pilihan(), []

    def tampilkan(self, rencana: Rencana) -> None:
        """Show a plan; the row that the keyboard was on stays, its neighbour where it has left the filter."""
        pertama = self._rencana is None
        self._rencana = rencana
        tempat, nomor = self.tabel.currentIndex().row(), self.tabel.current_number()
        self._sumber.pasang(rencana)
        jumlah = self._sumber.hitung()
        self._saring.set_jumlah(jumlah)
        if pertama and jumlah["bermasalah"]:
            self._saring.pilih("bermasalah")
        elif not jumlah[self._saring.kunci]:
            self._saring.pilih("semua")
            tempat = -1
        self._tanya(tetap=True)
        if self.tabel.current_number() != nomor or not nomor:
            self._ke(max(0, min(tempat, self.tabel.row_count() - 1)))
        self._ringkas(rencana)
        if self.isVisible():
            self.tabel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tampil()

    def _ke(self, tempat: int) -> None:
        if tempat < self.tabel.row_count():
            self.tabel.selectRow(tempat)

    def _tanya(self, *, tetap: bool = False) -> None:
        self.tabel.tanya(self._sumber.tanya(self._saring.kunci, self._cari.text()), tetap=tetap)
        if not self.tabel.row_count():
            self.tabel.set_empty(EmptyState(text.TAK_ADA_BARIS))
        if not tetap:
            self._ke(0)
            self._tampil()

    def _tampil(self) -> None:
        baris = self._sumber.satu(self.tabel.current_number())
        self._panel.tampil(baris, self._pilihan, beberapa=self._beberapa)

    @property
    def _beberapa(self) -> bool:
        return self._rencana is not None and sum(satu.dipakai for satu in self._rencana.pemetaan.lembar) > 1

    # words above

    def _ringkas(self, rencana: Rencana) -> None:
        self._kalimat.set(*_kalimat(rencana))
        catatan = [*rencana.catatan, *_tidak_dibaca(rencana)]
        self._catatan.setText(" ".join(catatan))
        set_shown(self._catatan, bool(catatan))
        usul = len(self._usul())
        set_shown(self._semua, usul > 1)
        self._semua.set_teks(text.TERIMA_SEMUA.format(n=usul))
        self.tabel.pilih_kolom(bawaan(_KOLOM).tampakkan("lembar", self._beberapa))

    # choices

    def _usul(self) -> Sequence[tuple[object, str]]:
        if self._rencana is None:
            return ()
        salah = (b for b in self._rencana.baris if b.nasib is Nasib.MASALAH or perlu_dilihat(b))
        return [(b.letak, t.isian) for b in salah for t in b.tanda if t.usul]

    def _terima_semua(self) -> None:
        rencana = self._rencana
        assert rencana is not None
        terima = [(b.letak, t.isian) for b in rencana.baris for t in b.tanda if t.usul]
        self._pilih(self._pilihan.dengan(terima=terima))

    def _pilih(self, pilihan: Pilihan) -> None:
        self._urungan.append(self._pilihan)
        self._pilihan = pilihan
        self.dipilih.emit(pilihan)

    def urungkan(self) -> None:
        """Take back the last choice."""
        if self._urungan:
            self._pilihan = self._urungan.pop()
            self.dipilih.emit(self._pilihan)

    def gagal(self) -> None:
        """Forget the last choice: it was not compared."""
        if self._urungan:
            self._pilihan = self._urungan.pop()
        self._tampil()

    def _tutup_ketikan(self) -> None:
        self._tampil()
        self.tabel.setFocus(Qt.FocusReason.OtherFocusReason)


def _kalimat(rencana: Rencana) -> tuple[str, Role]:
    n, jumlah = len(rencana.baris), rencana.jumlah
    if jumlah[Nasib.SAMA] == n:
        return text.RINGKAS_SAMA.format(n=titik(n)), Role.BAIK
    urutan = (Nasib.BARU, Nasib.GANTI, Nasib.DIUBAH, Nasib.SAMA, Nasib.DILEWATI, Nasib.MASALAH)
    rinci = [f"{titik(jumlah[satu])} {satu.value}" for satu in urutan if jumlah[satu]]
    lihat = sum(map(perlu_dilihat, rencana.baris))
    rinci += [text.RINGKAS_LIHAT.format(n=titik(lihat))] if lihat else []
    nihil = not rencana.bisa_simpan
    kata = (text.RINGKAS_TETAP if nihil else text.RINGKAS).format(n=titik(n), rinci=", ".join(rinci))
    if jumlah[Nasib.MASALAH] and nihil:
        return text.RINGKAS_NIHIL.format(n=titik(n)), Role.SALAH
    return kata, Role.PERHATIAN if jumlah[Nasib.MASALAH] or lihat else Role.BAIK


def _tidak_dibaca(rencana: Rencana) -> list[str]:
    judul = [
        kolom.judul
        for lembar in rencana.pemetaan.lembar
        if lembar.dipakai
        for kolom in lembar.kolom
        if not kolom.isian and kolom.judul and any(kolom.contoh) and not kolom.alasan.startswith("Nomor urut")
    ]
    return [text.TIDAK_DIBACA.format(judul=", ".join(dict.fromkeys(judul)))] if judul else []


def titik(n: int) -> str:
    """Return a count with dots."""
    return f"{n:,}".replace(",", ".")
