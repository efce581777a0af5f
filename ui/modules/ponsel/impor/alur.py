"""The import of a register of goods: what it does at each step of the course, and its words there."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import rupiah, wilayah
from sipokat_desktop.modules.ponsel import impor
from sipokat_desktop.modules.ponsel.impor import Berkas, Nasib, Pemetaan, Rencana
from ui.kit.alur import Alur, Kata, Kerja, Layar, Tombol
from ui.kit.buttons import Aksi
from ui.kit.dialog import Sheet
from ui.kit.host import Host
from ui.kit.jobs import Maju

from . import text
from .neraca import NeracaView
from .pemetaan import PemetaanView
from .pratinjau import Pratinjau


def mulai(parent: QWidget, host: Host, berkas: Path) -> Sheet:
    """Read a sheet in the background and show what it holds; a file that is none is told in one sentence."""
    store, hasil = host.store, NeracaView()
    layar = Layar(PemetaanView(), Pratinjau(), hasil)
    kerja = Kerja(
        _baca, partial(impor.banding, store, host.lingkup), partial(impor.simpan, store, host.lingkup), _tombol
    )
    kata = Kata(_judul(host), text.PERIKSA, text.SIMPANKAN, text.AMAN_SIMPAN)
    alur = Alur(parent, host, berkas, layar, kerja, kata)
    sheet = alur.sheet

    def batal() -> None:
        host.undo_act(alur.neraca.act_id, failed=sheet.gagal)
        sheet.accept()

    hasil.dibatalkan.connect(lambda: sheet.pesan.perhatian(text.BATALKAN_TANYA, Aksi(text.BATALKAN_YA, batal, "Alt+Y")))
    alur.mulai()
    return sheet


def _judul(host: Host) -> str:
    """Return the title of the sheet; where the office looks after several kelurahan it says which one it is for."""
    return text.JUDUL_DI.format(kantor=wilayah.nama_kantor(host.lingkup)) if len(host.wilayah) > 1 else text.JUDUL


def _baca(path: Path, *, maju: Maju) -> tuple[Berkas, Pemetaan]:
    berkas = impor.buka(path, maju=maju)
    return berkas, impor.usul(berkas)


def _tombol(rencana: Rencana) -> Tombol:
    """Save so many rows; where there is nothing to save and nothing to mend, close."""
    if not rencana.bisa_simpan and not rencana.bermasalah:
        return Tombol(text.TUTUP, True, tutup=True)
    ditulis = rencana.jumlah[Nasib.BARU] + rencana.jumlah[Nasib.DIUBAH]
    return Tombol(text.SIMPAN.format(n=rupiah.titik(ditulis)), rencana.bisa_simpan)
