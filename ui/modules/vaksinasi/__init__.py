"""Vaksinasi in the window."""

from __future__ import annotations

from collections.abc import Sequence

from ui.kit.host import Host, Page
from ui.kit.spec import Known, quiet

from . import text

TABLES = frozenset({"vaksinasi_catatan", "rt_jabatan", "rt_orang", "rt_masa"})


def _make(host: Host) -> Page:
    from .page import VaksinasiPage

    return VaksinasiPage(host)


def _known() -> Known:
    from . import tugas

    return Known(tugas.angka, tugas.tugas, tugas.cari)


def _helps() -> Sequence[tuple[str, str]]:
    return [(text.JUDUL, text.BANTUAN)]


def _commands() -> Sequence[str]:
    return (text.ISI, text.EXCEL, text.CETAK, text.SAMPAH)


SPEC = quiet(
    "vaksinasi",
    text.JUDUL,
    "vaccine",
    TABLES,
    _make,
    _known,
    main="vaksinasi_catatan",
    none=text.KARTU_NIHIL,
    link=text.BUKA_RT_VAKSINASI,
    helps=_helps,
    commands=_commands,
)
"""The page Vaksinasi."""
