"""Incentives at the web: readiness to pay, recapitulation, tariffs and rules with their simulation, audit pack."""

from __future__ import annotations

from sync.web.kit.rute import Area

from . import camat, kota

AREA = Area("insentif", (*camat.RUTE, *kota.RUTE), (*camat.MENU, *kota.MENU))
