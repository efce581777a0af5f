"""Where to go on from the path of an act that is asked for as a page: a reload, a tab restored, a way in gone again."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.routing import Match, Route


def halaman(routes: Sequence[Route], jalan: str) -> str:
    """Return the nearest page above ``jalan``: without its last parts, until a page answers; the front door at last."""
    while jalan := jalan.rpartition("/")[0]:
        cari = {"type": "http", "method": "GET", "path": jalan}
        if any(satu.matches(cari)[0] is Match.FULL for satu in routes):
            return jalan
    return "/"
