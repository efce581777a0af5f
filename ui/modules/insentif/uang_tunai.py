"""The cash helper: which notes to take out of the bank, and what goes into each envelope."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel import rupiah
from ui.kit.buttons import Aksi
from ui.kit.cards import Card, EmptyState
from ui.kit.dialog import Sheet, table_height
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import theme_of

from . import text_hidup as text

if TYPE_CHECKING:
    from sipokat_desktop.modules.insentif.kas import Kas

_AMBIL = tuple(Kolom(judul, judul, rata=Rata.KANAN, stretch=1) for judul in text.UANG_KOLOM)
_AMPLOP = tuple(
    Kolom(judul, judul, lebar, stretch, Rata.KANAN if ke == 3 else Rata.KIRI)
    for ke, (judul, (lebar, stretch)) in enumerate(
        zip(text.AMPLOP_KOLOM, ((0, 0), (0, 0), (130, 2), (0, 0), (220, 3)), strict=True)
    )
)


class UangTunai(QWidget):
    """Notes to take out at the left, the envelopes at the right."""

    def __init__(self, kas: Kas) -> None:
        super().__init__()
        ambil, amplop = DataTable(_AMBIL), DataTable(_AMPLOP)
        ambil.set_rows(
            [Baris(str(n), (rupiah.titik(n), rupiah.titik(k), rupiah.titik(n * k))) for n, k in kas.ambil]
        )  # fmt: skip
        amplop.set_rows(
            [
                Baris(str(b.no), (str(b.no), f"RT {b.nomor_rt}", b.nama, rupiah.titik(b.jumlah), _isi(isi)))
                for b, isi in zip(kas.baris, kas.per_amplop, strict=True)
            ]
        )
        for tabel in (ambil, amplop):
            tabel.set_empty(EmptyState(text.UANG_KOSONG, text.UANG_KOSONG_ISI))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme_of(self).px(16))
        line.addLayout(_bagian(text.UANG_AMBIL, ambil), 2)
        line.addLayout(_bagian(text.UANG_AMPLOP, amplop), 5)
        self.setFocusProxy(ambil)


def _bagian(judul: str, tabel: DataTable) -> QVBoxLayout:
    kartu = Card(margin=4, spacing=0)
    kartu.add(tabel, 1)
    kolom = QVBoxLayout()
    kolom.addWidget(Label(judul, Gaya.SUBJUDUL))
    kolom.addWidget(kartu, 1)
    return kolom


def _isi(isi: tuple[tuple[int, int], ...]) -> str:
    """Say what is in an envelope: ``5 × 100.000, 1 × 50.000``."""
    return ", ".join(text.UANG_SATU.format(lembar=banyak, nominal=rupiah.titik(nominal)) for nominal, banyak in isi)


def buka(parent: QWidget, host: Host, nomor: str, cetak: Callable[[], object]) -> None:
    """Show the cash for everyone on a list who has still to receive; ``cetak`` shows it as a paper."""

    def hitung() -> Kas:
        from sipokat_desktop.modules.insentif import kas

        return kas.dari_daftar(host.store.reader(), nomor)

    def tampil(kas: Kas) -> None:
        isi = UangTunai(kas)
        isi.setMinimumHeight(table_height(parent))
        sub = text.UANG_SUB.format(orang=len(kas.baris), total=rupiah.uang(kas.total))
        sheet = Sheet(
            text.UANG_JUDUL.format(nomor=nomor), isi, sub=sub, utama=text.UANG_TUTUP, shortcut="", lebar=1080,
            parent=parent,
        )  # fmt: skip
        sheet.kedua.hide()
        sheet.disimpan.connect(sheet.accept)

        def ke_cetak() -> None:
            sheet.accept()
            cetak()

        sheet.tambah_tombol(Aksi(text.UANG_CETAK, ke_cetak, "Ctrl+P"))
        sheet.open()

    host.jobs.run(hitung, apa=text.UANG_MENGHITUNG, done=tampil, failed=host.tell, owner=parent)
