"""Bimtek in the window."""

from __future__ import annotations

from collections.abc import Sequence

from ui.kit.host import Angka, Host, Page, PageSpec, Tugas

from . import text

TABLES = frozenset(
    {
        "bimtek_kegiatan", "bimtek_sesi", "bimtek_notulen", "bimtek_sertifikat", "bimtek_undangan", "bimtek_hadir",
        "bimtek_terbit", "rt_jabatan", "rt_orang", "rt_masa", "rt_pejabat",
    }
)  # fmt: skip


def _make(host: Host) -> Page:
    from .page import BimtekPage

    return BimtekPage(host)


def _figures(_host: Host) -> Sequence[Angka]:
    return ()


def _tasks(_host: Host) -> Sequence[Tugas]:
    return ()


def _find(_host: Host) -> Sequence[tuple[str, str]]:
    return ()


SPEC = PageSpec("bimtek", text.JUDUL, "school", TABLES, _make, _figures, _tasks, _find)
"""The page Bimtek."""
