"""*Simpan sebagai ketetapan*: what was tried, handed to the forms that lay it down, one after another."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.modules.insentif.rules import Komponen
from sipokat_desktop.modules.insentif.simulasi import Andaian
from ui.kit.host import Host

from ..ketetapan import lembar
from ..ketetapan.panel import boleh_tarif, milik_sendiri

Langkah = Callable[[], object]


def boleh(k: Komponen, lingkup: str, andaian: Andaian) -> bool:
    """Tell whether this office may lay down any of what was tried."""
    return milik_sendiri(k, lingkup) or (boleh_tarif(k, lingkup) and bool(andaian.tarif))


def simpan_sebagai(parent: QWidget, host: Host, k: Komponen, andaian: Andaian) -> None:
    """Open the forms with what was tried filled in; each is saved by itself, with its own legal basis."""
    sendiri = milik_sendiri(k, host.lingkup)
    langkah: list[Langkah] = []

    def lanjut(_value: object = None) -> None:
        if langkah:
            langkah.pop(0)()

    for t in andaian.tarif:
        usul = {"jumlah": rupiah.titik(t.jumlah), "mulai": periode.nama_bulan(t.mulai)}
        langkah.append(partial(lembar.tarif, parent, host, k, usul=usul, selesai=lanjut))
    if sendiri and andaian.aturan is not None and andaian.aturan.pita:
        a = andaian.aturan
        usul = {"ukuran": a.ukuran, "pita": _pita(a.pita), "mulai": periode.nama_bulan(a.mulai)}
        langkah.append(partial(lembar.aturan, parent, host, k, usul=usul, selesai=lanjut))
    if sendiri and (andaian.hari_acuan is not None or andaian.skema):
        hari = k.hari_acuan if andaian.hari_acuan is None else andaian.hari_acuan
        baru = k._replace(hari_acuan=hari, skema=andaian.skema or k.skema)
        langkah.append(partial(lembar.komponen, parent, host, baru, selesai=lanjut))
    lanjut()


def _pita(pita: str) -> str:
    """Return the steps of a rule as people type them: ``0=50 3=100``."""
    bagian = (satu.partition("=") for satu in pita.split())
    return " ".join(f"{batas}={rupiah.persen(int(n)).removesuffix(' %')}" for batas, _, n in bagian)
