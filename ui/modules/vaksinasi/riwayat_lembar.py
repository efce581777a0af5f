"""All figures of an RT by day: looked at, put right, or taken away."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.modules.vaksinasi import ops, queries
from sipokat_desktop.modules.vaksinasi import text as vaksinasi
from sipokat_desktop.modules.vaksinasi.model import Catatan
from sipokat_desktop.modules.vaksinasi.rules import ANGKA
from ui.kit import text as kit
from ui.kit.beside import page_column
from ui.kit.buttons import Aksi
from ui.kit.cards import Card, EmptyState
from ui.kit.dialog import Sheet, table_height
from ui.kit.form import Isian, Jenis
from ui.kit.formulir import Formulir, Nilai, Work, pasang
from ui.kit.host import Host
from ui.kit.labels import set_shown
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role

from . import text_kisi as text
from .kata import panjang, pendek

_ISIAN = (
    Isian("tanggal", text.L_TANGGAL, Jenis.TANGGAL, contoh=text.C_TANGGAL, wajib=True),
    *(Isian(satu, vaksinasi.ISIAN[satu], Jenis.ANGKA) for satu in ANGKA),
    Isian("alasan", text.L_ALASAN),
    Isian("catatan", text.L_CATATAN),
)


class Riwayat(QWidget):
    """The records of an RT, the newest day first."""

    def __init__(self, host: Host, jabatan_id: str, program: str) -> None:
        super().__init__()
        self._host, self._jabatan_id, self._program = host, jabatan_id, program
        self.semua: list[Catatan] = []
        akhir = len(text.RIWAYAT_KOLOM) - 1
        self.tabel = DataTable(
            [
                Kolom(k, k, stretch=int(ke == akhir), rata=Rata.KANAN if 0 < ke < akhir else Rata.KIRI)
                for ke, k in enumerate(text.RIWAYAT_KOLOM)
            ]
        )
        self.tabel.set_empty(EmptyState(text.RIWAYAT_KOSONG, text.RIWAYAT_KOSONG_ISI))
        kartu = Card(margin=4, spacing=0)
        kartu.add(self.tabel, 1)
        page_column(self).addWidget(kartu, 1)
        self.setFocusProxy(self.tabel)
        host.changed.connect(self.muat)
        self.muat()

    def muat(self, _changes: object = None) -> None:
        """Read the records again."""
        con = self._host.store.reader()
        self.semua = queries.catatan(con, lingkup=(), program=self._program, jabatan_id=self._jabatan_id)
        self.tabel.set_rows([_baris(c) for c in self.semua])

    def dipilih(self) -> Catatan | None:
        """Return the chosen record."""
        kini = self.tabel.current_id()
        return next((c for c in self.semua if c.catatan_id == kini), None)


def _baris(c: Catatan) -> Baris:
    angka = (rupiah.titik(n) for n in c.angka)
    kata = " ".join(c.ragu) or c.alasan or c.catatan
    return Baris(c.catatan_id, (pendek(c.tanggal), *angka, kata), (*(None,) * 5, Role.SALAH if c.ragu else None))


def buka(parent: QWidget, host: Host, jabatan_id: str, nomor: str, program: str, *, larangan: str) -> Sheet:
    """Show all figures of an RT; Enter changes one, the button takes one away; ``larangan`` says why not ("": may)."""
    isi = Riwayat(host, jabatan_id, program)
    isi.setMinimumHeight(min(table_height(parent), 360))
    sheet = Sheet(
        text.RIWAYAT_JUDUL.format(program=program, rt=nomor), isi, sub=larangan, utama=text.RIWAYAT_UBAH,
        kedua=kit.TUTUP, shortcut="Enter", lebar=900, parent=parent,
    )  # fmt: skip

    def ubah(_id: str = "") -> None:
        c = isi.dipilih()
        if c is not None and not larangan:
            _ubah(sheet, host, c)

    def hapus() -> None:
        c = isi.dipilih()
        if c is not None:
            kata = text.DIHAPUS.format(rt=c.nomor_rt, tanggal=panjang(c.tanggal))
            beres = lambda _v: sheet.pesan.berhasil(kata, Aksi(kit.URUNGKAN, host.undo))  # noqa: E731
            work = partial(ops.hapus, host.store, [c.catatan_id])
            host.act(work, said=kata, done=beres, failed=sheet.gagal, owner=sheet)

    if not larangan:
        sheet.tambah_tombol(Aksi(text.RIWAYAT_HAPUS, hapus, "Delete"))
    set_shown(sheet.utama, not larangan)
    isi.tabel.opened.connect(ubah)
    sheet.disimpan.connect(ubah)
    sheet.open()
    isi.tabel.begin()
    return sheet


def _ubah(parent: QWidget, host: Host, c: Catatan) -> None:
    def kerja(nilai: Nilai) -> Work:
        return partial(ops.ubah, host.store, c.catatan_id, nilai)

    awal = {satu: str(n) for satu, n in zip(ANGKA, c.angka, strict=True)}
    awal |= {"tanggal": pendek(c.tanggal), "alasan": c.alasan, "catatan": c.catatan}
    judul = text.UBAH_JUDUL.format(rt=c.nomor_rt, tanggal=panjang(c.tanggal))
    pasang(parent, host, Formulir(judul, _ISIAN, kerja, text.DIUBAH.format(rt=c.nomor_rt), awal, lajur=2))
