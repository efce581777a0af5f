"""How far each printer of this computer is set right, kept among the settings."""

from __future__ import annotations

from sipokat_desktop.printing.testpage import Geser
from sipokat_desktop.storage.store import Store

_KUNCI = "geser_{arah}:{printer}"
_ARAH = ("tegak", "mendatar")


def baca(store: Store, printer: str) -> tuple[Geser, Geser]:
    """Return how far prints on a printer are moved: on upright paper, and on lying paper."""
    tegak, mendatar = (store.setting(_kunci(printer, mendatar=ke == 1)) for ke in range(2))
    return _geser(tegak), _geser(mendatar)


def simpan(store: Store, printer: str, geser: Geser, *, mendatar: bool) -> None:
    """Remember how far prints on a printer are moved from now on."""
    store.set_setting(_kunci(printer, mendatar=mendatar), f"{geser.kanan} {geser.bawah}")


def _kunci(printer: str, *, mendatar: bool) -> str:
    return _KUNCI.format(arah=_ARAH[mendatar], printer=printer)


def _geser(tersimpan: str) -> Geser:
    return Geser(*map(int, tersimpan.split())) if tersimpan else Geser()
