"""HP dan barang in the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.kit.host import Angka, Host, Page, PageSpec, Tugas
from ui.kit.theme import Role

from . import text

if TYPE_CHECKING:
    from sipokat_desktop.modules.ponsel.model import Unit

TABLES = frozenset(
    {
        "ponsel_unit", "ponsel_serah", "ponsel_kejadian", "ponsel_bantuan",
        "rt_jabatan", "rt_orang", "rt_masa", "rt_pejabat",
    }
)  # fmt: skip


def _make(host: Host) -> Page:
    from .page import PonselPage

    return PonselPage(host)


def _units(host: Host) -> Sequence[Unit]:
    """Return the register; an office without goods pays nothing for it."""
    con = host.store.reader()
    if con.execute("SELECT 1 FROM ponsel_unit LIMIT 1").fetchone() is None:
        return ()
    from sipokat_desktop.modules.ponsel import queries

    return queries.daftar(con, lingkup=host.wilayah, hari=host.today)


def _figures(host: Host) -> Sequence[Angka]:
    units = _units(host)
    if not units:
        return [Angka(text.KARTU, "0", text.KARTU_KOSONG)]
    from sipokat_desktop.modules.ponsel import queries

    j = queries.jumlah(units)
    bagian = [text.KARTU_TERLAMBAT.format(n=j.terlambat)] if j.terlambat else []
    bagian += [text.KARTU_BANTUAN.format(n=n)] if (n := sum(u.bantuan > 0 for u in units)) else []
    catatan = " · ".join(bagian) or text.KARTU_LENGKAP.format(kantor=j.kantor)
    return [Angka(text.KARTU, str(j.dipegang), catatan, Role.SALAH if j.terlambat else None)]


def _tasks(host: Host) -> Sequence[Tugas]:
    units = _units(host)
    if not units:
        return ()
    from .tugas import tugas

    return tugas(host, units)


def _find(host: Host) -> Sequence[tuple[str, str]]:
    units = _units(host)
    if not units:
        return ()
    from .sumber import siapa

    return [(text.CARI_UNIT.format(sebutan=u.sebutan, nomor=_nomor(u), siapa=siapa(u)), u.unit_id) for u in units]


def _nomor(u: Unit) -> str:
    return " ".join(filter(None, (u.imei1, u.seri))) or u.pengenal or text.TANPA


def _links(id: str) -> Sequence[tuple[str, str]]:
    if ":" in id:
        return ()
    return [(text.BUKA_RT, f"rt:{id}")]


def _helps() -> Sequence[tuple[str, str]]:
    return [(text.JUDUL, text.BANTUAN)]


def _commands() -> Sequence[str]:
    return (text.TAMBAH, text.IMPOR, text.EXCEL, text.SEMUA_BANTUAN, text.SAMPAH)


SPEC = PageSpec(
    "ponsel",
    text.JUDUL,
    "device-mobile",
    TABLES,
    _make,
    _figures,
    _tasks,
    _find,
    _links,
    helps=_helps,
    commands=_commands,
)
"""The page HP dan barang."""
