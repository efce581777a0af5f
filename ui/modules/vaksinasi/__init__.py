"""Vaksinasi in the window."""

from __future__ import annotations

from collections.abc import Sequence

from ui.kit.host import Angka, Host, Page, PageSpec, Tugas

from . import text

TABLES = frozenset({"vaksinasi_catatan", "rt_jabatan", "rt_orang", "rt_masa"})


def _make(host: Host) -> Page:
    from .page import VaksinasiPage

    return VaksinasiPage(host)


def _figures(_host: Host) -> Sequence[Angka]:
    return [Angka(text.JUDUL, "0", text.KARTU_NIHIL)]


def _tasks(_host: Host) -> Sequence[Tugas]:
    return ()


def _find(_host: Host) -> Sequence[tuple[str, str]]:
    return ()


SPEC = PageSpec("vaksinasi", text.JUDUL, "vaccine", TABLES, _make, _figures, _tasks, _find)
"""The page Vaksinasi."""
