"""Sizes from a spreadsheet: read in the background, shown row by row as they would change, saved as one act."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from sipokat_desktop.modules.seragam import impor
from sipokat_desktop.modules.seragam.impor import BarisUkuran, RencanaUkuran
from sipokat_desktop.modules.seragam.model import HasilUkuran
from ui.kit.dialog import Sheet, table_height
from ui.kit.host import Host
from ui.kit.labels import set_shown
from ui.kit.pratinjau_baris import PratinjauBaris
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import Role, theme_of

from . import text_impor as text
from .isi import Isi
from .ketik_ukuran import sebut

_PERAN = {impor.UBAH: Role.AKSEN, impor.SAMA: Role.REDUP, impor.SALAH: Role.SALAH}
_SEMUA = "semua"
_ATAS = 90
"""What stands above the table, in px at scale 1.0."""


def pilih(parent: QWidget, host: Host, isi: Isi) -> None:
    """Ask for a sheet with sizes."""
    nama, _ = QFileDialog.getOpenFileName(parent, text.PILIH, str(Path.home()), text.SARING)
    if nama:
        baca(parent, host, isi, Path(nama))


def baca(parent: QWidget, host: Host, isi: Isi, berkas: Path) -> None:
    """Read a sheet in the background, and show what it would change."""
    id = isi.pengadaan.pengadaan_id

    def rencana() -> RencanaUkuran:
        lembar = impor.buka(berkas)
        return impor.rencana(
            host.store.reader(), lembar, lingkup=isi.kelurahan, hari=host.today, pengadaan_id=id
        )  # fmt: skip

    host.jobs.run(
        rencana, apa=text.MEMBACA.format(berkas=berkas.name), failed=host.tell, owner=parent,
        done=lambda r: _tampilkan(parent, host, id, berkas.name, r),
    )  # fmt: skip


def _tampilkan(parent: QWidget, host: Host, id: str, nama: str, rencana: RencanaUkuran) -> None:
    ubah = sum(b.nasib == impor.UBAH for b in rencana.baris)
    isi = PratinjauBaris(
        rencana.kalimat, Role.PERHATIAN if rencana.bermasalah else Role.BAIK, rencana.baris, kolom=_KOLOM,
        saringan=text.SARINGAN, masuk=_masuk, tampil=_baris, kosong=(text.KOSONG, text.KOSONG_ISI),
        tinggi=table_height(parent) - theme_of(parent).px(_ATAS),
    )  # fmt: skip
    utama = text.UTAMA.format(n=ubah) if ubah else text.TUTUP
    sheet = Sheet(
        text.JUDUL.format(berkas=nama), isi, sub=text.SUB, utama=utama, lebar=900, kotor=lambda: False, parent=parent
    )

    def simpan() -> None:
        if not ubah:
            sheet.accept()
            return
        sheet.sibuk(True)
        work = partial(impor.simpan, host.store, rencana, pengadaan_id=id)
        host.act(
            work, said=_kalimat, done=lambda _hasil: sheet.accept(), failed=sheet.gagal, owner=sheet,
            doing=text.MENYIMPAN,
        )  # fmt: skip

    set_shown(sheet.kedua, bool(ubah))
    sheet.disimpan.connect(simpan)
    sheet.open()


def _kalimat(hasil: object) -> str:
    return text.SELESAI.format(n=len(hasil.diubah)) if isinstance(hasil, HasilUkuran) else ""


def _masuk(b: BarisUkuran, kunci: str) -> bool:
    return kunci in (_SEMUA, b.nasib)


def _baris(ke: int, b: BarisUkuran) -> Baris:
    ukuran = sebut(b.model, b.ukuran, b.cm)
    sel = (str(b.baris), f"RT {b.rt}" if b.rt else "", b.nama, ukuran, b.kalimat or text.NASIB[b.nasib])
    return Baris(str(ke), sel, (None,) * 4 + (_PERAN[b.nasib],))


_KOLOM = tuple(
    Kolom(judul, judul, lebar, tumbuh)
    for judul, lebar, tumbuh in zip(text.KOLOM, (0, 0, 140, 0, 160), (0, 0, 2, 0, 3), strict=True)
)
