"""The areas of the web, an explicit list, and the packages that hold their templates."""

from __future__ import annotations

from sync.web import kominfo, pengguna, publik, putusan
from sync.web.kit.rute import Area
from sync.web.modules import bimtek, insentif, laporan, ponsel, rt, seragam

AREAS: tuple[Area, ...] = (
    publik.AREA, kominfo.AREA, pengguna.AREA, putusan.AREA,
    laporan.AREA, insentif.AREA, seragam.AREA, ponsel.AREA, rt.AREA, bimtek.AREA,
)  # fmt: skip
FOLDERS: dict[str, str] = {
    "publik": "sync.web.publik", "kominfo": "sync.web.kominfo", "pengguna": "sync.web.pengguna",
    "putusan": "sync.web.putusan",
    "laporan": "sync.web.modules.laporan", "insentif": "sync.web.modules.insentif",
    "seragam": "sync.web.modules.seragam", "ponsel": "sync.web.modules.ponsel",
    "rt": "sync.web.modules.rt", "bimtek": "sync.web.modules.bimtek",
}  # fmt: skip
"""Area to the package whose folder ``templates`` its pages are in."""
