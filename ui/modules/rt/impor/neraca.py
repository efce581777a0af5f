"""The balance after the import: the counts, which rows were not saved and why; as a file, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from sipokat_desktop.kernel import rupiah, tanggal
from sipokat_desktop.modules.rt.impor import BarisRencana, Nasib, Neraca, Rencana, batalkan
from ui.kit.alur import Hasil
from ui.kit.beside import page_column
from ui.kit.buttons import Aksi, SecondaryButton
from ui.kit.cards import Card, EmptyState
from ui.kit.dialog import Sheet
from ui.kit.host import Host
from ui.kit.kartu_angka import KartuDiam
from ui.kit.labels import Gaya, Label, Notice, set_shown
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role, theme_of

from . import text

_KOLOM = (
    Kolom("baris", text.KOLOM_BARIS, rata=Rata.KANAN),
    Kolom("nasib", text.KOLOM_NASIB),
    Kolom("orang", text.KOLOM_ORANG, 150, 2),
    Kolom("keterangan", text.KOLOM_KETERANGAN, 200, 5),
)
_TERBANYAK = 500
_NAMA_TERBANYAK = 4


class NeracaView(Hasil[Neraca, Rencana]):
    """``disimpan`` asks for the balance as a file, ``dibatalkan`` for the import to be taken back."""

    disimpan = Signal()
    dibatalkan = Signal()

    def __init__(self) -> None:
        super().__init__()
        theme = theme_of(self)
        self._kalimat = Notice("", Role.BAIK)
        self._lanjut = Label("", lipat=True)
        self._kartu = [KartuDiam(judul) for judul in text.NERACA_ANGKA]
        self._tabel = DataTable(_KOLOM)
        self._tabel.set_empty(EmptyState(text.NERACA_TANPA_LEWAT, text.NERACA_TANPA_LEWAT_ISI))
        angka, tombol = QHBoxLayout(), QHBoxLayout()
        for baris in (angka, tombol):
            baris.setSpacing(theme.px(10))
        for satu in self._kartu:
            angka.addWidget(satu, 1)
        tombol.addWidget(Label(text.NERACA_LEWAT, Gaya.TEBAL))
        tombol.addStretch(1)
        tombol.addWidget(SecondaryButton(text.NERACA_SIMPAN, "Alt+N", on=self.disimpan.emit))
        tombol.addWidget(SecondaryButton(text.BATALKAN, "Alt+B", on=self.dibatalkan.emit))
        kartu = Card(margin=4, spacing=0)
        kartu.add(self._tabel, 1)
        tata = page_column(self)
        for bagian in (self._kalimat, self._lanjut):
            tata.addWidget(bagian)
        tata.addLayout(angka)
        tata.addLayout(tombol)
        tata.addWidget(kartu, 1)
        self.setFocusProxy(self._tabel)

    def tampilkan(self, neraca: Neraca, rencana: Rencana) -> None:
        """Show the balance of an import."""
        angka = (neraca.dibaca, neraca.baru, neraca.diubah, neraca.sama, neraca.dilewati)
        self._kalimat.set(
            text.NERACA_HITUNG.format(
                dibaca=neraca.dibaca, baru=neraca.baru, diubah=neraca.diubah, sama=neraca.sama,
                dilewati=neraca.dilewati,
            ), Role.BAIK,
        )  # fmt: skip
        for kartu, n in zip(self._kartu, angka, strict=True):
            kartu.set(rupiah.titik(n))
        lanjut = [text.NERACA_GANTI.format(n=neraca.diganti)] if neraca.diganti else []
        lanjut += [text.NERACA_TAK_ADA.format(nama=_nama(rencana.tak_ada))] if rencana.tak_ada else []
        self._lanjut.setText(" ".join(lanjut))
        set_shown(self._lanjut, bool(lanjut))
        lewat = [b for b in rencana.baris if b.nasib in (Nasib.DILEWATI, Nasib.MASALAH)]
        self._tabel.set_rows([_baris(ke, b) for ke, b in enumerate(lewat[:_TERBANYAK])])


def _nama(tak_ada: tuple[str, ...]) -> str:
    awal = ", ".join(tak_ada[:_NAMA_TERBANYAK])
    lain = len(tak_ada) - _NAMA_TERBANYAK
    return text.NERACA_LAIN.format(nama=awal, n=lain) if lain > 0 else awal


def _baris(ke: int, b: BarisRencana) -> Baris:
    sebab = " ".join(dict.fromkeys(t.pesan for t in b.tanda)) if b.nasib is Nasib.MASALAH else ""
    peran = Role.SALAH if b.nasib is Nasib.MASALAH else Role.REDUP
    sel = (str(b.letak.baris), text.NASIB[b.nasib.value], b.sebutan, sebab or b.alasan)
    return Baris(str(ke), sel, (None, peran, None, None))


def tulis(parent: QWidget, host: Host, neraca: Neraca, sheet: Sheet) -> None:
    """Ask for a file and write a balance into it."""
    hari = tanggal.wib(neraca.waktu).date().isoformat()
    usul = Path.home() / text.NERACA_NAMA.format(berkas=Path(neraca.berkas).stem, hari=hari)
    nama, _ = QFileDialog.getSaveFileName(parent, text.NERACA_PILIH, str(usul), text.NERACA_JENIS)
    if nama:
        tujuan = Path(nama) if Path(nama).suffix else Path(f"{nama}.csv")
        host.jobs.run(
            neraca.tulis, tujuan, apa=text.MENULIS, failed=sheet.gagal, owner=sheet,
            done=lambda _: sheet.pesan.berhasil(text.NERACA_TERSIMPAN.format(nama=tujuan.name)),
        )  # fmt: skip


def tanya_batal(sheet: Sheet, host: Host, act_id: str, sesudah: Callable[[], object]) -> None:
    """Ask once, in the sheet, and take an import back."""

    def batal() -> None:
        host.act(
            lambda: batalkan(host.store, act_id), said=lambda hasil: getattr(hasil, "kalimat", ""),
            done=lambda _hasil: sesudah(), failed=sheet.gagal, owner=sheet, doing=text.MEMBATALKAN,
        )  # fmt: skip

    sheet.pesan.perhatian(text.BATALKAN_TANYA, Aksi(text.BATALKAN_YA, batal, "Alt+Y"))
