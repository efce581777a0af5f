"""The import of an office's sheet of Data RT: what it does at each step of the course, and its words there."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.modules.rt import impor
from sipokat_desktop.modules.rt.impor import Berkas, Nasib, Pemetaan, Rencana
from sipokat_desktop.storage.store import Store
from ui.kit.alur import Alur, Kata, Kerja, Layar, Tombol
from ui.kit.dialog import Sheet
from ui.kit.host import Host
from ui.kit.jobs import Maju

from . import neraca, text
from .neraca import NeracaView
from .pemetaan import PemetaanView
from .pratinjau import Pratinjau

_KATA = Kata(text.JUDUL, text.PERIKSA, text.SIMPANKAN, text.AMAN_SIMPAN)


def mulai(parent: QWidget, host: Host, berkas: Path) -> Sheet:
    """Read a sheet in the background and show what it holds; a file that is none is told in one sentence."""
    store, hasil = host.store, NeracaView()
    layar = Layar(PemetaanView(), Pratinjau(host.jobs), hasil)
    kerja = Kerja(
        partial(_baca, store), partial(impor.banding, store, host.lingkup),
        partial(impor.simpan, store, host.lingkup), _tombol,
    )  # fmt: skip
    alur = Alur(parent, host, berkas, layar, kerja, _KATA)
    sheet = alur.sheet
    hasil.disimpan.connect(lambda: neraca.tulis(sheet, host, alur.neraca, sheet))
    hasil.dibatalkan.connect(lambda: neraca.tanya_batal(sheet, host, alur.neraca.act_id, sheet.accept))
    alur.mulai()
    return sheet


def _baca(store: Store, path: Path, *, maju: Maju) -> tuple[Berkas, Pemetaan]:
    berkas = impor.buka(path, maju=maju)
    return berkas, impor.usul(berkas, store)


def _tombol(rencana: Rencana) -> Tombol:
    """Save so many rows; where there is nothing to save and nothing to mend, close."""
    n = rencana.jumlah
    if not rencana.bisa_simpan and not n[Nasib.MASALAH]:
        return Tombol(text.TUTUP, True, tutup=True)
    ditulis = n[Nasib.BARU] + n[Nasib.GANTI] + n[Nasib.DIUBAH]
    return Tombol(text.SIMPAN.format(n=rupiah.titik(ditulis)), bool(ditulis))
