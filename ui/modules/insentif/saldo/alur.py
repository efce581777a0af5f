"""The import of an opening balance: what it does at each step of the course, and its words there."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.modules.insentif import queries, saldo_awal
from sipokat_desktop.modules.insentif.acara import menurut_masa
from sipokat_desktop.modules.insentif.saldo_awal import Berkas, Nasib, Pemetaan, Rencana
from sipokat_desktop.storage.store import Store
from ui.kit.alur import Alur, Kata, Kerja, Layar, Tombol
from ui.kit.host import Host
from ui.kit.jobs import Maju

from . import text
from .neraca import NeracaView
from .pemetaan import PemetaanView
from .pratinjau import Pratinjau

_KATA = Kata(text.ALUR_JUDUL, text.PERIKSA, text.SIMPANKAN, text.AMAN_SIMPAN)


def mulai(parent: QWidget, host: Host, berkas: Path) -> None:
    """Read a sheet in the background and show what it holds; a file that is none is told in one sentence."""
    store, lingkup = host.store, host.lingkup
    komponen = [(k.komponen_id, k.nama) for k in menurut_masa(queries.komponen(store.reader(), lingkup=lingkup))]
    layar = Layar(PemetaanView(), Pratinjau(komponen), NeracaView())
    kerja = Kerja(
        partial(_baca, store, lingkup), partial(saldo_awal.banding, store, lingkup),
        partial(saldo_awal.simpan, store, lingkup), _tombol,
    )  # fmt: skip
    Alur(parent, host, berkas, layar, kerja, _KATA).mulai()


def _baca(store: Store, lingkup: str, path: Path, *, maju: Maju) -> tuple[Berkas, Pemetaan]:
    berkas = saldo_awal.buka(path, maju=maju)
    return berkas, saldo_awal.usul(berkas, store, lingkup)


def _tombol(rencana: Rencana) -> Tombol:
    return Tombol(text.SIMPAN.format(n=rupiah.titik(rencana.jumlah[Nasib.DICATAT])), rencana.bisa_simpan)
