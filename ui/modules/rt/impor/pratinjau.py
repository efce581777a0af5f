"""The preview: every row of the sheet with what would become of it; nothing is saved yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.modules.rt.impor import Nasib, Pilihan, Rencana
from ui.kit import pratinjau as kit
from ui.kit import text as kit_text
from ui.kit.buttons import SecondaryButton
from ui.kit.cards import EmptyState
from ui.kit.jobs import Jobs
from ui.kit.labels import set_shown
from ui.kit.table_big import QueryTable
from ui.kit.table_columns import bawaan
from ui.kit.table_model import Kolom, Rata
from ui.kit.theme import Role

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


class Pratinjau(kit.Pratinjau[Pilihan, Rencana]):
    """The rows of a roster, however many."""

    tabel: QueryTable
    panel: RowPanel

    def __init__(self, jobs: Jobs) -> None:
        self._sumber = PlanSource()
        self._rencana: Rencana | None = None
        super().__init__(Pilihan(), QueryTable(_KOLOM, self._sumber, jobs), RowPanel(), text.CARI, text.SARINGAN)
        self._semua = SecondaryButton("", on=self._terima_semua)
        self._baris.insertWidget(2, self._semua)

    def petakan_lain(self) -> None:
        """Forget the choices: the columns mean something else now."""
        self._pilihan, self._urungan = Pilihan(), []

    def tampilkan(self, rencana: Rencana) -> None:
        """Show a plan, and go to the rows with problems when it is the first."""
        pertama = self._rencana is None
        self._rencana = rencana
        tempat, nomor = self.tabel.currentIndex().row(), self.tabel.current_number()
        self._sumber.pasang(rencana)
        jumlah = self._sumber.hitung()
        self._saring.set_jumlah(jumlah)
        salah = self._jadi_salah(nomor)
        if salah or (pertama and jumlah["bermasalah"]):
            self._saring.pilih("bermasalah")
        elif not jumlah[self._saring.kunci]:
            self._saring.pilih("semua")
            tempat = -1
        self._tanya(tetap=True)
        if salah:
            self.tabel.select(salah)
        elif self.tabel.current_number() != nomor or not nomor:
            self._ke(max(0, min(tempat, self.tabel.row_count() - 1)))
        self._jelaskan(rencana)
        if self.isVisible():
            self.tabel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tampil()

    def _jadi_salah(self, nomor: int) -> str:
        """Return the id of the row the keyboard was on if it can no longer be saved and would leave the filter."""
        baris = self._sumber.satu(nomor)
        ikut = baris is None or baris.nasib is not Nasib.MASALAH or self._saring.kunci in ("semua", "bermasalah")
        return "" if ikut else self._sumber.ids([nomor])[0]

    def saring(self) -> None:
        """Ask for the rows of the chip and the search, and go to the first."""
        self._tanya()
        self._ke(0)
        self.tampil()

    def _ke(self, tempat: int) -> None:
        if tempat < self.tabel.row_count():
            self.tabel.selectRow(tempat)

    def _tanya(self, *, tetap: bool = False) -> None:
        self.tabel.tanya(self._sumber.tanya(self._saring.kunci, self._cari.text()), tetap=tetap)
        if not self.tabel.row_count():
            self.tabel.set_empty(EmptyState(kit_text.IMPOR_TAK_ADA))

    def tampil(self) -> None:
        """Show the row that the keyboard is on in the panel."""
        baris = self._sumber.satu(self.tabel.current_number())
        self.panel.tampil(baris, self._pilihan, beberapa=self._beberapa)

    @property
    def _beberapa(self) -> bool:
        return self._rencana is not None and sum(satu.dipakai for satu in self._rencana.pemetaan.lembar) > 1

    # words above

    def _jelaskan(self, rencana: Rencana) -> None:
        self.ringkas(*_kalimat(rencana), [*rencana.catatan, *_tidak_dibaca(rencana)])
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
        self.pilih(self._pilihan.dengan(terima=terima))


def _kalimat(rencana: Rencana) -> tuple[str, Role]:
    n, jumlah = len(rencana.baris), rencana.jumlah
    if jumlah[Nasib.SAMA] == n:
        return text.RINGKAS_SAMA.format(n=rupiah.titik(n)), Role.BAIK
    urutan = (Nasib.BARU, Nasib.GANTI, Nasib.DIUBAH, Nasib.SAMA, Nasib.DILEWATI, Nasib.MASALAH)
    rinci = [f"{rupiah.titik(jumlah[satu])} {satu.value}" for satu in urutan if jumlah[satu]]
    lihat = sum(map(perlu_dilihat, rencana.baris))
    rinci += [text.RINGKAS_LIHAT.format(n=rupiah.titik(lihat))] if lihat else []
    nihil = not rencana.bisa_simpan
    kata = (text.RINGKAS_TETAP if nihil else text.RINGKAS).format(n=rupiah.titik(n), rinci=", ".join(rinci))
    if jumlah[Nasib.MASALAH] and nihil:
        return text.RINGKAS_NIHIL.format(n=rupiah.titik(n)), Role.SALAH
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
