"""Where somebody belongs who opens the front door."""

from __future__ import annotations

from starlette.responses import Response

from . import tujuan
from .kunjungan import Kunjungan

BERANDA, AKUN = "/", "/akun"


def halaman_pertama(k: Kunjungan) -> str:
    """Return the path of the first line of the menu of whoever asks (that of the account is always there); the front
    door itself for a guest."""
    if k.orang is None:
        return BERANDA
    return next((menu.jalan for menu in k.rupa.menu_untuk(k.orang.peran)), AKUN)


def ke_tujuan(k: Kunjungan, pesan: str = "") -> Response:
    """Send whoever has come in to the page that was asked for before, else to the first one."""
    response = k.pindah(tujuan.milik(k.request, k.siapa) or halaman_pertama(k), pesan)
    tujuan.lupakan(response)
    return response
