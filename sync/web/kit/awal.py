"""Where somebody belongs who opens the front door."""

from __future__ import annotations

from .kunjungan import Kunjungan

BERANDA, AKUN = "/", "/akun"


def halaman_pertama(k: Kunjungan) -> str:
    """Return the path of the first line of the menu of whoever asks (that of the account is always there); the front
    door itself for a guest."""
    if k.orang is None:
        return BERANDA
    return next((menu.jalan for menu in k.rupa.menu_untuk(k.orang.peran)), AKUN)
