"""The pages of the window, in the order of the navigation; a new module adds one line here."""

from __future__ import annotations

from ui.kit.host import PageSpec, Tautan
from ui.modules import bimtek, insentif, laporan, ponsel, rt, seragam, usulan, vaksinasi

PAGES: tuple[PageSpec, ...] = (
    rt.SPEC, insentif.SPEC, seragam.SPEC, ponsel.SPEC, bimtek.SPEC, laporan.SPEC, usulan.SPEC, vaksinasi.SPEC,
)  # fmt: skip


def links(id: str) -> list[Tautan]:
    """Return what every page has about the row ``id``."""
    return [Tautan(kata, page.key, tujuan) for page in PAGES for kata, tujuan in page.links(id)]
