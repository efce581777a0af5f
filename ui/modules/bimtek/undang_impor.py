"""Whom to invite from a spreadsheet: read in the background, shown row by row, invited as one act."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from sipokat_desktop.modules.bimtek import impor
from sipokat_desktop.modules.bimtek.impor import BarisUndangan, RencanaUndangan
from ui.kit.dialog import Sheet, table_height
from ui.kit.host import Host
from ui.kit.labels import set_shown
from ui.kit.pratinjau_baris import PratinjauBaris
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import Role, theme_of

from . import text_undang as text
from .isi import Isi
from .undang_tindakan import kalimat

_PERAN = {impor.UNDANG: Role.BAIK, impor.SUDAH: Role.REDUP, impor.SALAH: Role.SALAH}
_SEMUA = text.IMPOR_SARINGAN[0][0]
_ATAS = 90
"""What stands above the table, in px at scale 1.0."""


def pilih(parent: QWidget, host: Host, isi: Isi) -> None:
    """Ask for a sheet with who is invited."""
    nama, _ = QFileDialog.getOpenFileName(parent, text.IMPOR_PILIH, str(Path.home()), text.IMPOR_SARING)
    if nama:
        baca(parent, host, isi, Path(nama))


def baca(parent: QWidget, host: Host, isi: Isi, berkas: Path) -> None:
    """Read a sheet in the background, and show whom it would invite."""
    id = isi.kegiatan.kegiatan_id

    def rencana() -> RencanaUndangan:
        return impor.rencana(host.store.reader(), impor.buka(berkas), id, lingkup=host.kantor, hari=host.today)

    host.jobs.run(
        rencana, apa=text.IMPOR_BACA.format(berkas=berkas.name), failed=host.tell, owner=parent,
        done=partial(_tampilkan, parent, host, id),
    )  # fmt: skip


def _tampilkan(parent: QWidget, host: Host, id: str, rencana: RencanaUndangan) -> None:
    n = sum(b.nasib == impor.UNDANG for b in rencana.baris)
    isi = PratinjauBaris(
        rencana.kalimat, Role.PERHATIAN if rencana.bermasalah else Role.BAIK, rencana.baris, kolom=_KOLOM,
        saringan=text.IMPOR_SARINGAN, masuk=_masuk, tampil=_baris, kosong=(text.IMPOR_KOSONG, text.IMPOR_KOSONG_ISI),
        tinggi=table_height(parent) - theme_of(parent).px(_ATAS),
    )  # fmt: skip
    sheet = Sheet(
        text.IMPOR_JUDUL.format(berkas=rencana.berkas), isi, sub=text.IMPOR_SUB, lebar=960, kotor=lambda: False,
        utama=text.UTAMA.format(n=n) if n else text.IMPOR_TUTUP, parent=parent,
    )  # fmt: skip

    def simpan() -> None:
        if not n:
            sheet.accept()
            return
        sheet.sibuk(True)
        host.act(
            partial(impor.simpan, host.store, rencana, id), said=kalimat, done=lambda _hasil: sheet.accept(),
            failed=sheet.gagal, owner=sheet, doing=text.MENGUNDANG,
        )  # fmt: skip

    set_shown(sheet.kedua, bool(n))
    sheet.disimpan.connect(simpan)
    sheet.open()


def _masuk(b: BarisUndangan, kunci: str) -> bool:
    return kunci in (_SEMUA, b.nasib)


def _baris(ke: int, b: BarisUndangan) -> Baris:
    sel = (str(b.baris), b.kelurahan, b.rt, b.nama, b.kalimat or text.IMPOR_NASIB[b.nasib])
    return Baris(str(ke), sel, (None,) * 4 + (_PERAN[b.nasib],))


_KOLOM = tuple(
    Kolom(judul, judul, lebar, tumbuh)
    for judul, lebar, tumbuh in zip(text.IMPOR_KOLOM, (0, 120, 0, 150, 200), (0, 1, 0, 2, 3), strict=True)
)
