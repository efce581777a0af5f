"""The synced tables of module laporan, with a merge rule per column (DOMAIN §6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.storage.manifest import Column, Doubt, Merge, Table, deleted

if TYPE_CHECKING:
    from collections.abc import Callable

    from sipokat_desktop.kernel.canonical import Value
    from sipokat_desktop.storage.sqlite import Connection

HARD = Merge.HARD
OLEH_CAMAT = frozenset({"camat", "camat_catatan", "camat_hari", "camat_isi"})
"""Columns that only a kecamatan's computer writes."""


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


def _terhapus(tabel: str) -> Callable[[], tuple[Doubt, ...]]:
    """Return what is amiss where rows of ``tabel`` were deleted."""

    def keraguan() -> tuple[Doubt, ...]:
        from .terhapus import KERAGUAN

        return KERAGUAN[tabel]

    return keraguan


KEGIATAN = Table(
    "laporan_kegiatan",
    "Laporan kegiatan",
    (
        Column("jabatan_id", "RT", merge=HARD, required=True, refers="rt_jabatan"),
        Column("masa_id", "Masa jabatan"),
        Column("tanggal", "Tanggal", merge=HARD, required=True, words=_kata("hari")),
        Column("bidang", "Bidang", merge=HARD, required=True, words=_kata("bidang")),
        Column("jenis", "Jenis kegiatan", merge=HARD, required=True, words=_kata("jenis")),
        Column("uraian", "Uraian", required=True),
        Column("lokasi", "Lokasi"),
        Column("peserta", "Peserta", type="INTEGER"),
        Column("kategori", "Kategori", merge=HARD, required=True, words=_kata("kategori")),
        Column("asal", "Asal", words=_kata("asal")),
        Column("pelapor", "Pelapor"),
        Column("diubah_oleh", "Diubah kantor oleh"),
        Column("lurah", "Verifikasi lurah", merge=HARD, words=_kata("putusan")),
        Column("lurah_catatan", "Catatan lurah"),
        Column("lurah_hari", "Hari verifikasi lurah", words=_kata("hari")),
        Column("lurah_isi", "Isi menurut lurah", silent=True),
        Column("camat", "Verifikasi camat", merge=HARD, words=_kata("putusan")),
        Column("camat_catatan", "Catatan camat"),
        Column("camat_hari", "Hari verifikasi camat", words=_kata("hari")),
        Column("camat_isi", "Isi menurut camat", silent=True),
    ),
    describe=_sebut("laporan_kegiatan"),
    kecamatan=OLEH_CAMAT,
    above=OLEH_CAMAT,
    doubts=_terhapus("rt_jabatan"),
    doubtful=deleted("rt_jabatan"),
)
"""``asal`` tells how a report came in: entered by the office, or (later) sent by the head of the RT himself;
``pelapor`` is who headed the RT on the day, ``diubah_oleh`` who of the office changed what the RT sent. ``lurah_isi``
and ``camat_isi`` are hashes of what was verified (isi.py): a report that says something else by now shows it."""

FOTO = Table(
    "laporan_foto",
    "Foto laporan",
    (
        Column("laporan_id", "Laporan", merge=HARD, required=True, refers="laporan_kegiatan", holds=False),
        Column("kunci", "Foto", merge=HARD, required=True, words=_kata("foto"), photo=True),
        Column("sidik", "Sidik gambar", silent=True),
        Column("ukuran", "Ukuran (bita)", type="INTEGER", silent=True),
        Column("lebar", "Lebar (piksel)", type="INTEGER", silent=True),
        Column("tinggi", "Tinggi (piksel)", type="INTEGER", silent=True),
        Column("urutan", "Urutan", type="INTEGER"),
    ),
    describe=_sebut("laporan_foto"),
    doubts=_terhapus("laporan_kegiatan"),
    doubtful=deleted("laporan_kegiatan"),
)
"""A photo of a report; its id follows from both, so that two computers that add the same one give one row. ``sidik``
is a hash of how the picture looks (16 hex digits): pictures that look alike differ in few of its bits."""

SETELAN = Table(
    "laporan_setelan",
    "Setelan laporan",
    (
        Column("kunci", "Setelan", merge=HARD, required=True, words=_kata("setelan")),
        Column("nilai", "Nilai", merge=HARD, words=_kata("nilai")),
    ),
    describe=_sebut("laporan_setelan"),
)
"""What an office has chosen, the same on its every computer."""

TABEL = (KEGIATAN, FOTO, SETELAN)
