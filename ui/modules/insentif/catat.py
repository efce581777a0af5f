"""Recording what was signed as one act: received with the money, or signed only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from sipokat_desktop.modules.insentif import ops, siklus
from sipokat_desktop.storage.store import Done, Store

from . import text, text_hidup
from .rekonsiliasi import Catatan


def pekerjaan(
    store: Store, nomor: str, c: Catatan, kuasa: Mapping[int, str], *, uang: bool
) -> Callable[[], Done[list[int]]]:
    """Return the operation that records ``c``; ``kuasa`` gives the proxy letter of single lines."""
    if uang:
        return partial(ops.terima, store, nomor, hanya=c.nomor, hari=c.hari, cara=c.cara, kuasa=kuasa)
    return partial(siklus.tandatangan, store, nomor, hanya=c.nomor, tanggal=c.hari, kuasa=kuasa)


def kalimat(dicatat: object, *, uang: bool) -> str:
    """Say how many were recorded."""
    n = len(dicatat) if isinstance(dicatat, list) else 0
    return (text.DICATAT if uang else text_hidup.TANDA_SELESAI).format(n=n)
