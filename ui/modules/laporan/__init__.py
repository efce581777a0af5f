"""Laporan kegiatan in the window."""

from __future__ import annotations

from collections.abc import Sequence

from ui.kit.host import Angka, Host, Page, PageSpec, Tugas

from . import text

TABLES = frozenset({"laporan_kegiatan", "laporan_foto", "laporan_setelan", "rt_jabatan", "rt_orang", "rt_masa"})


def _make(host: Host) -> Page:
    from .page import LaporanPage

    return LaporanPage(host)


def ada(host: Host) -> bool:
    """Tell whether there are reports at all; an office without any pays nothing for them."""
    return host.store.reader().execute("SELECT 1 FROM laporan_kegiatan LIMIT 1").fetchone() is not None


def _figures(host: Host) -> Sequence[Angka]:
    if not ada(host):
        return [Angka(text.JUDUL, "0", text.KARTU_NIHIL)]
    from .tugas import angka

    return [angka(host)]


def _tasks(host: Host) -> Sequence[Tugas]:
    if not ada(host):
        return ()
    from .tugas import tugas

    return tugas(host)


def _find(host: Host) -> Sequence[tuple[str, str]]:
    if not ada(host) and host.store.reader().execute("SELECT 1 FROM rt_jabatan LIMIT 1").fetchone() is None:
        return ()
    from .tugas import temukan

    return temukan(host)


def _links(id: str) -> Sequence[tuple[str, str]]:
    return () if ":" in id else [(text.LAPORAN_RT, f"rt:{id}")]


def _helps() -> Sequence[tuple[str, str]]:
    from . import text_catat, text_evaluasi, text_verifikasi

    return [
        (text.JUDUL, text.BANTUAN), (text_catat.JUDUL, text_catat.BANTUAN),
        (text.VERIFIKASI, text_verifikasi.BANTUAN), (text_evaluasi.JUDUL, text_evaluasi.BANTUAN),
    ]  # fmt: skip


def _commands() -> Sequence[str]:
    return (
        text.CATAT, text.VERIFIKASI, text.EVALUASI, text.RAKOR, text.EXCEL_MENU, text.CETAK, text.BIDANG_5_PAKAI,
        text.SAMPAH,
    )  # fmt: skip


SPEC = PageSpec(
    "laporan",
    text.JUDUL,
    "clipboard-list",
    TABLES,
    _make,
    _figures,
    _tasks,
    _find,
    _links,
    helps=_helps,
    commands=_commands,
)
"""The page Laporan kegiatan."""
