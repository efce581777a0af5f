"""Bimtek in the window."""

from __future__ import annotations

from collections.abc import Sequence

from ui.kit.host import Host, Page
from ui.kit.spec import Known, quiet

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


def _known() -> Known:
    from . import tugas

    return Known(tugas.angka, tugas.tugas, tugas.cari)


def _helps() -> Sequence[tuple[str, str]]:
    from . import text_pintu, text_rekap, text_sesi

    return [
        (text.JUDUL, text.BANTUAN), (text.SESI, text_sesi.BANTUAN), (text.REKAP, text_rekap.BANTUAN),
        (text_pintu.JUDUL, text_pintu.BANTUAN),
    ]  # fmt: skip


def _commands() -> Sequence[str]:
    return (text.TAMBAH,)


SPEC = quiet(
    "bimtek",
    text.JUDUL,
    "school",
    TABLES,
    _make,
    _known,
    main="bimtek_kegiatan",
    none=text.KARTU_NIHIL,
    link=text.TAUTAN,
    helps=_helps,
    commands=_commands,
)
"""The page Bimtek."""
