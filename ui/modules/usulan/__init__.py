"""Usulan in the window."""

from __future__ import annotations

from collections.abc import Sequence

from ui.kit.host import Angka, Host, Page, PageSpec, Tugas

from . import text

TABLES = frozenset({"usulan_butir", "usulan_status", "usulan_dasar", "rt_jabatan", "rt_orang", "rt_masa"})


def _make(host: Host) -> Page:
    from .page import UsulanPage

    return UsulanPage(host)


def _ada(host: Host) -> bool:
    """Tell whether there is any proposal: an office without them pays nothing for them."""
    return host.store.reader().execute("SELECT 1 FROM usulan_butir LIMIT 1").fetchone() is not None


def _figures(host: Host) -> Sequence[Angka]:
    if not _ada(host):
        return [Angka(text.JUDUL, "0", text.KARTU_NIHIL)]
    from .tugas import angka

    return angka(host)


def _tasks(host: Host) -> Sequence[Tugas]:
    if not _ada(host):
        return ()
    from .tugas import tugas

    return tugas(host)


def _find(host: Host) -> Sequence[tuple[str, str]]:
    if not _ada(host):
        return ()
    from .tugas import cari

    return cari(host)


def _links(id: str) -> Sequence[tuple[str, str]]:
    if ":" in id:
        return ()
    return [(text.BUKA_RT_USULAN, f"rt:{id}")]


SPEC = PageSpec("usulan", text.JUDUL, "bulb", TABLES, _make, _figures, _tasks, _find, _links)
"""The page Usulan."""
