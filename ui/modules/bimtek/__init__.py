"""Bimtek in the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.kit.host import Angka, Host, Page, PageSpec, Tugas

from . import text

if TYPE_CHECKING:
    from sqlite3 import Connection

TABLES = frozenset(
    {
        "bimtek_kegiatan", "bimtek_sesi", "bimtek_notulen", "bimtek_sertifikat", "bimtek_undangan", "bimtek_hadir",
        "bimtek_terbit", "rt_jabatan", "rt_orang", "rt_masa", "rt_pejabat",
    }
)  # fmt: skip


def _make(host: Host) -> Page:
    from .page import BimtekPage

    return BimtekPage(host)


def _ada(con: Connection) -> bool:
    """Tell whether there is any event: an office without events pays nothing for them."""
    return con.execute("SELECT 1 FROM bimtek_kegiatan LIMIT 1").fetchone() is not None


def _figures(host: Host) -> Sequence[Angka]:
    if not _ada(host.store.reader()):
        return [Angka(text.JUDUL, "0", text.KARTU_NIHIL)]
    from .tugas import angka

    return angka(host)


def _tasks(host: Host) -> Sequence[Tugas]:
    if not _ada(host.store.reader()):
        return ()
    from .tugas import tugas

    return tugas(host)


def _find(host: Host) -> Sequence[tuple[str, str]]:
    if not _ada(host.store.reader()):
        return ()
    from .tugas import cari

    return cari(host)


def _links(id: str) -> Sequence[tuple[str, str]]:
    if ":" in id:
        return ()
    return [(text.TAUTAN, f"rt:{id}")]


SPEC = PageSpec("bimtek", text.JUDUL, "school", TABLES, _make, _figures, _tasks, _find, _links)
"""The page Bimtek."""
