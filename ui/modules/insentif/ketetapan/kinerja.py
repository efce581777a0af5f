"""Performance figures: a small grid of RT and months to type into; Enter goes down, Tab goes right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.periode import Periode
from sipokat_desktop.modules.insentif import ketetapan_ops as ops
from sipokat_desktop.modules.insentif import komponen, rules
from sipokat_desktop.modules.insentif.ketetapan_ops import IsianKinerja
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.queries import Masa
from ui.kit.buttons import Aksi
from ui.kit.choice import ChoiceField
from ui.kit.dialog import Sheet
from ui.kit.fields import TextField
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label
from ui.kit.theme import theme_of

from . import ambil, text

_TRIWULAN = 6
_SEHARI = 0

Sel = tuple[str, str]
"""A term and a month."""


class Kisi(QWidget):
    """The grid of one quarter; ``simpan`` comes on Enter in its last field."""

    simpan = Signal()

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._fields: dict[Sel, TextField] = {}
        self._lama: dict[Sel, str] = {}
        self._nomor: dict[str, str] = {}
        self._triwulan = ChoiceField(_pilihan(host))
        self._triwulan.isi(_pilihan(host)[0][0])
        self._triwulan.setAccessibleName(text.K_TRIWULAN)
        self._ukuran = ChoiceField(tuple(text.UKURAN.items()))
        self._ukuran.isi("laporan")
        self._ukuran.setAccessibleName(text.K_UKURAN)
        self._wadah = QVBoxLayout()
        self._isi: QWidget | None = None
        atas = QHBoxLayout()
        atas.setSpacing(theme_of(self).px(10))
        for kata, pilih in ((text.K_TRIWULAN, self._triwulan), (text.K_UKURAN, self._ukuran)):
            atas.addWidget(Label(kata, Gaya.TEBAL))
            atas.addWidget(pilih, 1)
            pilih.diubah.connect(self._make)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme_of(self).px(12))
        tata.addLayout(atas)
        tata.addLayout(self._wadah)
        tata.addStretch(1)
        self._make()

    def _make(self) -> None:
        """Lay the grid of the chosen quarter anew."""
        if self._isi is not None:
            self._isi.hide()
            self._isi.deleteLater()
        self._fields, self._lama = {}, {}
        p = periode.baca(self._triwulan.nilai())
        masa = [m for m in rt.masa(self._host.store.reader(), lingkup=self._host.lingkup) if _bulan(m, p)]
        self._nomor = {m.masa_id: m.nomor for m in masa}
        self._isi = QWidget()
        grid = QGridLayout(self._isi)
        grid.setContentsMargins(0, 0, 0, 0)
        theme = theme_of(self)
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(4))
        for ke, kata in enumerate((text.K_RT, text.K_NAMA, *(periode.nama_bulan(b) for b in p.bulan))):
            kanan = Qt.AlignmentFlag.AlignRight if ke > 1 else Qt.AlignmentFlag.AlignLeft
            grid.addWidget(Label(kata, Gaya.KECIL), 0, ke, kanan)
        angka = komponen.angka_kinerja(self._host.store.reader(), lingkup=self._host.lingkup, bulan=p.bulan)
        for baris, m in enumerate(masa, 1):
            self._row(grid, baris, m, p, angka)
        if not masa:
            grid.addWidget(Label(text.K_KOSONG, lipat=True), 1, 0, 1, 5)
        grid.setColumnStretch(1, 1)
        self._wadah.addWidget(self._isi)
        self.setFocusProxy(next(iter(self._fields.values()), self._triwulan))

    def _row(self, grid: QGridLayout, baris: int, m: Masa, p: Periode, angka: dict[Sel, rules.Angka]) -> None:
        grid.addWidget(Label(f"RT {m.nomor}"), baris, 0)
        grid.addWidget(Label(m.nama, potong=True), baris, 1)
        for ke, bulan in enumerate(p.bulan, 2):
            if bulan not in _bulan(m, p):
                continue
            satu = angka.get((m.masa_id, bulan))
            nilai = getattr(satu, self._ukuran.nilai()) if satu else None
            field = TextField("–")
            field.setFixedWidth(theme_of(self).px(86))
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setAccessibleName(f"RT {m.nomor} {periode.nama_bulan(bulan)}")
            field.isi("" if nilai is None else str(nilai))
            field.enter.connect(partial(self._down, (m.masa_id, bulan)))
            self._fields[m.masa_id, bulan] = field
            self._lama[m.masa_id, bulan] = field.nilai()
            grid.addWidget(field, baris, ke, Qt.AlignmentFlag.AlignRight)

    def _down(self, sel: Sel) -> None:
        """Go to the field below, then to the top of the next month; after the last one ask to save."""
        urut = sorted(self._fields, key=lambda s: s[1])
        ke = urut.index(sel) + 1
        if ke < len(urut):
            self._fields[urut[ke]].setFocus(Qt.FocusReason.OtherFocusReason)
            self._fields[urut[ke]].selectAll()
        else:
            self.simpan.emit()

    @property
    def berubah(self) -> bool:
        """Whether a figure was typed."""
        return any(field.nilai() != self._lama[sel] for sel, field in self._fields.items())

    def salah(self) -> str:
        """Mark the figures that are none and say which is the first, "" when all are fine."""
        kata = ""
        for (masa_id, bulan), field in self._fields.items():
            nilai = field.nilai()
            buruk = bool(nilai) and not (nilai.isascii() and nilai.isdigit())
            field.set_salah(buruk)
            if buruk and not kata:
                kata = text.K_SALAH.format(rt=self._nomor[masa_id], bulan=periode.nama_bulan(bulan))
                field.setFocus(Qt.FocusReason.OtherFocusReason)
        return kata

    def angka(self) -> list[IsianKinerja]:
        """Return the figures that were changed."""
        laporan = self._ukuran.nilai() == "laporan"
        con = self._host.store.reader()
        ada = komponen.angka_kinerja(con, lingkup=self._host.lingkup, bulan=periode.baca(self._triwulan.nilai()).bulan)
        hasil = []
        for sel, field in self._fields.items():
            if field.nilai() == self._lama[sel]:
                continue
            lama = ada.get(sel)
            lain = str((lama.skor if laporan else lama.laporan) or "") if lama else ""
            nilai = (field.nilai(), lain) if laporan else (lain, field.nilai())
            hasil.append(IsianKinerja(*sel, *nilai))
        return hasil


def _pilihan(host: Host) -> tuple[tuple[str, str], ...]:
    semua = [periode.triwulan(host.today)]
    for _ in range(_TRIWULAN):
        p = semua[-1]
        semua.append(
            Periode(p.tahun, p.triwulan - 1, p.bulan_ke - 3) if p.triwulan > 1 else Periode(p.tahun - 1, 4, 10)
        )
    return tuple((p.kode, p.nama) for p in semua)


def _bulan(m: Masa, p: Periode) -> list[str]:
    return [bulan for bulan in p.bulan if rules.menjabat(m, bulan, _SEHARI)]


def buka(parent: QWidget, host: Host) -> Sheet:
    """Open the grid."""
    isi = Kisi(host)
    sheet = Sheet(
        text.K_JUDUL, isi, sub=text.K_ISI, utama=text.K_SIMPAN, lebar=720, kotor=lambda: isi.berubah, parent=parent
    )

    def simpan() -> None:
        kata = isi.salah()
        if kata:
            sheet.pesan.salah(kata)
            return
        angka = isi.angka()
        if not angka:
            sheet.pesan.perhatian(text.K_TAK_BERUBAH)
            return
        sheet.sibuk(True)
        host.act(
            partial(ops.catat_kinerja, host.store, host.lingkup, angka, sumber=text.K_SUMBER),
            said=lambda n: text.K_TERSIMPAN.format(n=n), done=lambda _n: sheet.accept(), failed=sheet.gagal,
            owner=sheet,
        )  # fmt: skip

    def dari_laporan() -> None:
        if isi.berubah:
            sheet.reject()
            return
        sheet.done(0)
        ambil.buka(parent, host)

    sheet.tambah_tombol(Aksi(text.L_TOMBOL, dari_laporan, "Alt+L"))
    isi.simpan.connect(simpan)
    sheet.disimpan.connect(simpan)
    sheet.open()
    isi.setFocus()
    return sheet
