"""The pages of people who log in: their password, their second factor, and those they look after."""

from __future__ import annotations

from sync.web.kit.rute import Area

from . import akun, jejak, kelola, masuk

AREA = Area("pengguna", (*masuk.RUTE, *akun.RUTE, *kelola.RUTE, *jejak.RUTE), (*akun.MENU, *kelola.MENU, *jejak.MENU))
