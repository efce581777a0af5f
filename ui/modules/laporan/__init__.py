"""Laporan kegiatan in the window."""

from __future__ import annotations

from collections.abc import Sequence

from ui.kit.host import Angka, Host, Page, PageSpec, Tugas

from . import text

TABLES = frozenset({"laporan_kegiatan", "laporan_foto", "rt_jabatan", "rt_orang", "rt_masa"})


def _make(host: Host) -> Page:
    from .page import LaporanPage

    return LaporanPage(host)


def _figures(_host: Host) -> Sequence[Angka]:
    return [Angka(text.JUDUL, "0", text.KARTU_NIHIL)]


def _tasks(_host: Host) -> Sequence[Tugas]:
    return ()


def _find(_host: Host) -> Sequence[tuple[str, str]]:
    return ()


SPEC = PageSpec("laporan", text.JUDUL, "clipboard-list", TABLES, _make, _figures, _tasks, _find)
"""The page Laporan kegiatan."""
