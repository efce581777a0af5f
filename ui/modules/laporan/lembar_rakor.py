"""The *Lembar rakor* in the window: its very PDF, the days chosen beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.laporan import rakor_rentang
from sipokat_desktop.modules.laporan.evaluasi_model import Rentang
from ui.kit import paper
from ui.kit.host import Host

from . import text_evaluasi as text
from .evaluasi_isi import dari_kunci, kunci


def buka(parent: QWidget, host: Host, *, lingkup: str = "", rentang: Rentang | None = None) -> None:
    """Show the sheet of a scope (this office's own where none is named): of these days, else of those that a meeting
    today is about; other days are chosen in the preview."""
    di = lingkup or host.kantor
    ditawarkan = rakor_rentang.pilihan(host.today)
    pertama = rentang if rentang is not None else ditawarkan[0]
    bentuk = list(dict.fromkeys((kunci(r), r.nama) for r in (pertama, *ditawarkan)))

    def buat(_kertas: str, pilih: str) -> bytes:
        from sipokat_desktop.modules.laporan import lembar_rakor

        store = host.store
        return lembar_rakor.pdf(store.reader(), store.modules, di, dari_kunci(pilih), sekarang=store.clock())

    tempat = wilayah.nama(di)
    paper.buka(
        parent, host, judul=text.RAKOR_JUDUL.format(tempat=wilayah.nama_kantor(di)),
        nama=text.RAKOR_NAMA.format(tempat=tempat.casefold().replace(" ", "-")), buat=buat, bentuk=bentuk, kertas="A4",
        nama_bentuk=text.RENTANG,
    )  # fmt: skip
