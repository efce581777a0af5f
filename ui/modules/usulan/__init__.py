"""Usulan in the window."""

from __future__ import annotations

from collections.abc import Sequence

from ui.kit.host import Host, Page
from ui.kit.spec import Known, quiet

from . import text

TABLES = frozenset({"usulan_butir", "usulan_status", "usulan_dasar", "rt_jabatan", "rt_orang", "rt_masa"})


def _make(host: Host) -> Page:
    from .page import UsulanPage

    return UsulanPage(host)


def _known() -> Known:
    from . import tugas

    return Known(tugas.angka, tugas.tugas, tugas.cari)


def _helps() -> Sequence[tuple[str, str]]:
    return [(text.JUDUL, text.BANTUAN)]


def _commands() -> Sequence[str]:
    return (text.TAMBAH, text.EXCEL, text.CETAK, text.GABUNG, text.LAGI_SEMUA, text.CSV, text.SAMPAH)


SPEC = quiet(
    "usulan",
    text.JUDUL,
    "bulb",
    TABLES,
    _make,
    _known,
    main="usulan_butir",
    none=text.KARTU_NIHIL,
    link=text.BUKA_RT_USULAN,
    helps=_helps,
    commands=_commands,
)
"""The page Usulan."""
