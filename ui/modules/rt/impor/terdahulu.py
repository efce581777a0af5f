"""The imports of the last thirty days: what each did, its balance as a file, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.rt.impor import Impor, daftar_impor
from ui.kit.buttons import Aksi
from ui.kit.cards import Card, EmptyState
from ui.kit.dialog import Sheet, table_height
from ui.kit.host import Host
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import Role

from . import neraca, text


def buka(parent: QWidget, host: Host) -> Sheet:
    """Open the list."""
    tabel = DataTable(tuple(Kolom(k, k, 120, s) for k, s in zip(text.TERDAHULU_KOLOM, (0, 2, 0, 4, 0), strict=True)))
    tabel.set_empty(EmptyState(text.TERDAHULU_KOSONG, text.TERDAHULU_KOSONG_ISI))
    kartu = Card(margin=4, spacing=0)
    kartu.add(tabel, 1)
    isi = QWidget()
    tata = QVBoxLayout(isi)
    tata.setContentsMargins(0, 0, 0, 0)
    tata.addWidget(kartu, 1)
    isi.setMinimumHeight(table_height(parent))
    isi.setFocusProxy(tabel)
    sheet = Sheet(text.TERDAHULU_JUDUL, isi, utama=text.BATALKAN, kedua=text.TUTUP, lebar=1100, parent=parent)
    impor: dict[str, Impor] = {}

    def tampilkan(semua: Sequence[Impor]) -> None:
        impor.clear()
        impor.update({satu.act_id: satu for satu in semua})
        tabel.set_rows([_baris(satu, host.store.clock()) for satu in semua])
        tabel.begin()
        pilih(tabel.current_id())

    def muat() -> None:
        host.jobs.run(
            daftar_impor, host.store, apa=text.TERDAHULU_MUAT, done=tampilkan, failed=sheet.gagal, owner=sheet
        )

    def pilih(id: str) -> None:
        sheet.utama.setEnabled(id in impor and not impor[id].dibatalkan)

    def batalkan() -> None:
        if tabel.current_id() in impor:
            neraca.tanya_batal(sheet, host, tabel.current_id(), muat)

    def simpan() -> None:
        if tabel.current_id() in impor:
            neraca.tulis(sheet, host, impor[tabel.current_id()].neraca, sheet)

    tabel.selected.connect(pilih)
    sheet.disimpan.connect(batalkan)
    sheet.tambah_tombol(Aksi(text.NERACA_SIMPAN, simpan, "Alt+N"))
    sheet.utama.setEnabled(False)
    sheet.open()
    muat()
    return sheet


def _baris(satu: Impor, kini: int) -> Baris:
    keadaan = text.TERDAHULU_BATAL if satu.dibatalkan else text.TERDAHULU_BERLAKU
    sel = (tanggal.waktu(satu.waktu, kini), satu.berkas, satu.oleh, satu.neraca.kalimat, keadaan)
    return Baris(satu.act_id, sel, (None, None, None, None, Role.REDUP if satu.dibatalkan else Role.BAIK))
