"""The synced tables of module usulan, with a merge rule per column (DOMAIN §6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.storage.manifest import Column, Doubt, Merge, Table, deleted

if TYPE_CHECKING:
    from collections.abc import Callable

    from sipokat_desktop.kernel.canonical import Value
    from sipokat_desktop.storage.sqlite import Connection

HARD = Merge.HARD


def _kata(apa: str) -> Callable[[Value], str]:
    """Return what says a stored code of ``apa`` in words."""

    def kata(nilai: Value) -> str:
        from .sebutan import KATA

        return KATA[apa](str(nilai))

    return kata


def _sebut(tabel: str) -> Callable[[Connection, str], str]:
    """Return what names a row of ``tabel`` for people."""

    def nama(con: Connection, id: str) -> str:
        from .sebutan import SEBUTAN

        return SEBUTAN[tabel](con, id)

    return nama


def _keraguan() -> tuple[Doubt, ...]:
    from .ragu import KERAGUAN

    return KERAGUAN


_LINGKAR = "SELECT 1 FROM usulan_butir a JOIN usulan_butir b ON b.id = a.gabung_id WHERE b.gabung_id IS NOT NULL"

BUTIR = Table(
    "usulan_butir",
    "Usulan",
    (
        Column("jabatan_id", "RT", merge=HARD, refers="rt_jabatan"),
        Column("tahun", "Tahun", type="INTEGER", merge=HARD, required=True),
        Column("kategori", "Kategori", merge=HARD, required=True, words=_kata("kategori")),
        Column("judul", "Usulan", merge=HARD, required=True),
        Column("uraian", "Uraian"),
        Column("lokasi", "Lokasi"),
        Column("volume", "Volume", type="INTEGER", merge=HARD, words=_kata("volume")),
        Column("satuan", "Satuan", merge=HARD),
        Column("biaya", "Perkiraan biaya", type="INTEGER", merge=HARD, words=_kata("biaya")),
        Column("manfaat", "Manfaat"),
        Column("kk", "Jumlah KK", type="INTEGER", merge=HARD),
        Column("prioritas", "Prioritas", type="INTEGER"),
        Column("opd", "OPD tujuan"),
        Column("gabung_id", "Digabung ke", merge=HARD, refers="usulan_butir"),
        Column("pengusul", "Pengusul"),
        Column("catatan", "Catatan"),
        Column("dari_id", "Diusulkan lagi dari", refers="usulan_butir", holds=False),
    ),
    describe=_sebut("usulan_butir"),
    doubts=_keraguan,
    doubtful=f"SELECT * FROM ({deleted('usulan_butir')}) UNION ALL {_LINGKAR} LIMIT 1",
)
"""A proposal; without ``jabatan_id`` it is the kelurahan's own. ``volume`` is stored in thousandths of ``satuan``.
``gabung_id`` names the proposal that a duplicate was merged into, ``dari_id`` the one of an earlier year that this
one carries on. Two PCs that reorder a list at once need no person to decide: the later ``prioritas`` holds."""

STATUS = Table(
    "usulan_status",
    "Status usulan",
    (
        Column("usulan_id", "Usulan", merge=HARD, required=True, refers="usulan_butir"),
        Column("status", "Status", merge=HARD, required=True, words=_kata("status")),
        Column("tanggal", "Tanggal", merge=HARD, required=True),
        Column("alasan", "Alasan"),
        Column("dokumen", "Nomor dokumen"),
        Column("dicatat", "Dicatat", type="INTEGER", silent=True),
    ),
    describe=_sebut("usulan_status"),
    kecamatan=True,
)
"""The history of statuses: rows are added, and the one of the latest day holds (``dicatat``, UTC ms, where two are of
one day)."""

DASAR = Table(
    "usulan_dasar",
    "Dasar usulan",
    (
        Column("usulan_id", "Usulan", merge=HARD, required=True, refers="usulan_butir", holds=False),
        Column("sumber", "Sumber", merge=HARD, required=True, silent=True),
        Column("asal", "Asal", merge=HARD, required=True, silent=True),
        Column("judul", "Kegiatan"),
        Column("hari", "Tanggal kegiatan"),
    ),
    describe=_sebut("usulan_dasar"),
)
"""An activity that a proposal is based on, by the module and the id it has there (storage/activities.py)."""

TABEL = (BUTIR, STATUS, DASAR)
