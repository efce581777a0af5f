"""The preview: every row of the register with what would become of it; nothing is saved yet."""

from __future__ import annotations

from PySide6.QtCore import Qt

from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.modules.ponsel.impor import BarisRencana, Berat, Nasib, Pilihan, Rencana
from sipokat_desktop.modules.ponsel.model import pengenal
from ui.kit import pratinjau as kit
from ui.kit.cards import EmptyState
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role

from . import text
from .panel import PERAN, RowPanel

KOLOM = tuple(
    Kolom(judul, judul, lebar, stretch, Rata.KANAN if not ke else Rata.KIRI)
    for ke, (judul, lebar, stretch) in enumerate(zip(text.KOLOM, (0, 0, 170, 130, 200), (0, 0, 3, 2, 4), strict=True))
)
_TERBANYAK = 5000
"""So many rows are shown at once; the filters and the search reach the rest."""


class Pratinjau(kit.Pratinjau[Pilihan, Rencana]):
    """The rows of a register."""

    panel: RowPanel

    def __init__(self) -> None:
        super().__init__(Pilihan(), DataTable(KOLOM), RowPanel(), text.CARI, text.SARINGAN)
        self._rencana: Rencana | None = None

    def petakan_lain(self) -> None:
        """Forget the choices: the columns mean something else now."""
        self._pilihan, self._urungan = Pilihan(), []

    def tampilkan(self, rencana: Rencana) -> None:
        """Show a plan, and the rows that are refused when it is the first."""
        pertama, tempat = self._rencana is None, self.tabel.currentIndex().row()
        kini = self.tabel.current_id()
        self._rencana = rencana
        jumlah = {n.value: k for n, k in rencana.jumlah.items()}
        jumlah |= {"semua": len(rencana.baris), "lihat": sum(map(_lihat, rencana.baris))}
        self._saring.set_jumlah(jumlah)
        salah = bool(kini) and rencana.baris[int(kini)].nasib is Nasib.DITOLAK and self._saring.kunci != "semua"
        if jumlah["ditolak"] and (pertama or salah):
            self._saring.pilih("ditolak")
        elif not jumlah[self._saring.kunci]:
            self._saring.pilih("semua")
        catatan = [text.DIABAIKAN.format(n=len(rencana.diabaikan))] if rencana.diabaikan else []
        peran = Role.PERHATIAN if rencana.bermasalah or jumlah["lihat"] else Role.BAIK
        self.ringkas(rencana.kalimat, peran, catatan)
        self.saring()
        if salah:
            self.tabel.select(kini)
        elif (not kini or self.tabel.current_id() != kini) and self.tabel.row_count():
            self.tabel.selectRow(max(0, min(tempat, self.tabel.row_count() - 1)))
        if self.isVisible():
            self.tabel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tampil()

    def saring(self) -> None:
        """Show the rows of the chip and the search."""
        if self._rencana is None:
            return
        dicari = kunci_cari(self._cari.text())
        semua = [(ke, b) for ke, b in enumerate(self._rencana.baris) if self._masuk(b)]
        tampak = [(ke, b) for ke, b in semua if dicari in _kunci(b)][:_TERBANYAK]
        self.tabel.set_rows([_baris(ke, b) for ke, b in tampak])
        if not tampak:
            self.tabel.set_empty(EmptyState(text.TAK_ADA))
        self.tampil()

    def _masuk(self, b: BarisRencana) -> bool:
        pilih = self._saring.kunci
        return pilih in ("semua", b.nasib.value) or (pilih == "lihat" and _lihat(b))

    def tampil(self) -> None:
        """Show the row that the keyboard is on in the panel."""
        id = self.tabel.current_id()
        baris = self._rencana.baris[int(id)] if id and self._rencana is not None else None
        self.panel.tampil(baris, self.pilihan)


def _lihat(b: BarisRencana) -> bool:
    """Tell whether a row that would be saved has a doubt."""
    return b.nasib in (Nasib.BARU, Nasib.DIUBAH) and any(t.berat is Berat.RAGU for t in b.tanda)


def _kunci(b: BarisRencana) -> str:
    isi = " ".join(str(b.isi.get(k) or "") for k in ("imei1", "imei2", "seri"))
    return kunci_cari(f"{b.sebutan} {isi} {b.serah.kepada.nama if b.serah else ''}")


def barang(b: BarisRencana) -> str:
    """Return what a row is, and the number that tells it from the others."""
    isi = {k: str(b.isi.get(k) or "") for k in ("imei1", "seri", "nup", "sim")}
    nomor = pengenal(imei=isi["imei1"], seri=isi["seri"], nup=isi["nup"], sim=isi["sim"])
    return " · ".join(filter(None, (b.sebutan, nomor)))


def keterangan(b: BarisRencana) -> str:
    """Return what stands beside a row: what is wrong with it, else what it does."""
    tanda = sorted((t for t in b.tanda if t.berat is not Berat.RAPI), key=lambda t: -t.berat)
    return " ".join(dict.fromkeys([*(t.pesan for t in tanda)])) or b.alasan


def _baris(ke: int, b: BarisRencana) -> Baris:
    siapa = text.RT_NAMA.format(rt=b.serah.rt, nama=b.serah.kepada.nama) if b.serah else ""
    sel = (str(b.letak.baris), text.NASIB[b.nasib.value], barang(b), siapa, keterangan(b))
    return Baris(str(ke), sel, (None, PERAN[b.nasib], None, None, Role.PERHATIAN if _lihat(b) else None))
