"""All requests for help with what the city answered; Enter goes to the unit."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.progress import Progress
from sipokat_desktop.modules.ponsel import queries
from sipokat_desktop.modules.ponsel import text as ponsel
from sipokat_desktop.modules.ponsel.model import Bantuan
from ui.kit import berkas
from ui.kit import text as kit
from ui.kit.beside import page_column
from ui.kit.buttons import Aksi
from ui.kit.cards import Card, EmptyState
from ui.kit.days import pendek
from ui.kit.dialog import Sheet, table_height
from ui.kit.host import Host
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import Role

from . import text

_PERAN = {"dikirim": Role.PERHATIAN, "ditangani": Role.AKSEN, "selesai": Role.BAIK}
_KOLOM = tuple(
    Kolom(judul, judul, lebar, stretch)
    for judul, lebar, stretch in zip(
        text.BANTUAN_KOLOM, (0, 0, 100, 120, 0, 0, 140), (0, 0, 2, 2, 0, 0, 4), strict=True
    )
)


class DaftarBantuan(QWidget):
    """The requests, the newest first."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.semua = queries.bantuan(host.store.reader(), lingkup=host.wilayah)
        self.tabel = DataTable(_KOLOM)
        self.tabel.set_rows([_baris(b) for b in self.semua])
        self.tabel.set_empty(EmptyState(text.BANTUAN_KOSONG, text.BANTUAN_KOSONG_ISI))
        kartu = Card(margin=4, spacing=0)
        kartu.add(self.tabel, 1)
        page_column(self).addWidget(kartu, 1)
        self.setFocusProxy(self.tabel)

    def unit_id(self) -> str:
        """Return the unit of the chosen request, "" for none."""
        kini = self.tabel.current_id()
        return next((b.unit_id for b in self.semua if b.bantuan_id == kini), "")


def buka(parent: QWidget, host: Host) -> Sheet:
    """Show the requests for help."""
    isi = DaftarBantuan(host)
    isi.setMinimumHeight(table_height(parent))
    sheet = Sheet(
        text.SEMUA_BANTUAN, isi, utama=text.BANTUAN_BUKA, kedua=kit.TUTUP, shortcut="Enter", lebar=1120, parent=parent
    )

    def ke(_id: str = "") -> None:
        unit_id = isi.unit_id()
        if unit_id:
            sheet.accept()
            host.go("ponsel", unit_id)

    def tulis(tujuan: Path, *, maju: Progress) -> int:
        from sipokat_desktop.modules.ponsel import ekspor

        judul = (text.SEMUA_BANTUAN, wilayah.nama_kantor(host.kantor))
        return ekspor.simpan(tujuan, ekspor.tabel_bantuan(isi.semua, judul=judul, hari=host.today), maju)

    def excel() -> None:
        nama = text.BANTUAN_NAMA.format(hari=host.today.isoformat())
        berkas.simpan(sheet, host, nama, ".xlsx", tulis, maju=True)

    isi.tabel.opened.connect(ke)
    sheet.disimpan.connect(ke)
    sheet.tambah_tombol(Aksi(text.EXCEL, excel, "Alt+E"))
    sheet.utama.setEnabled(bool(isi.semua))
    sheet.open()
    return sheet


def _baris(b: Bantuan) -> Baris:
    keadaan = ponsel.KODE["keadaan_bantuan"].get(b.keadaan, b.keadaan)
    masalah = ponsel.KODE["bantuan"].get(b.jenis, b.jenis)
    sel = (pendek(b.diminta), b.nomor_rt, b.nama, b.sebutan, masalah, keadaan, b.jawaban or b.uraian)
    return Baris(b.bantuan_id, sel, (None,) * 5 + (_PERAN.get(b.keadaan),))
