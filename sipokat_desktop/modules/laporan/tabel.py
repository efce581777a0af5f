"""The synced tables of module laporan, with a merge rule per column (DOMAIN §6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.storage.manifest import Column, Merge, Table

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

    from sipokat_desktop.kernel.canonical import Value

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


KEGIATAN = Table(
    "laporan_kegiatan",
    "Laporan kegiatan",
    (
        Column("jabatan_id", "RT", merge=HARD, required=True, refers="rt_jabatan"),
        Column("masa_id", "Masa jabatan"),
        Column("tanggal", "Tanggal", merge=HARD, required=True),
        Column("bidang", "Bidang", merge=HARD, required=True, words=_kata("bidang")),
        Column("jenis", "Jenis kegiatan", merge=HARD, required=True, words=_kata("jenis")),
        Column("uraian", "Uraian", required=True),
        Column("lokasi", "Lokasi"),
        Column("peserta", "Peserta", type="INTEGER"),
        Column("kategori", "Kategori", merge=HARD, required=True, words=_kata("kategori")),
        Column("asal", "Asal", words=_kata("asal")),
        Column("pelapor", "Pelapor"),
        Column("lurah", "Verifikasi lurah", merge=HARD, words=_kata("putusan")),
        Column("lurah_catatan", "Catatan lurah"),
        Column("lurah_hari", "Hari verifikasi lurah"),
        Column("camat", "Verifikasi camat", merge=HARD, words=_kata("putusan")),
        Column("camat_catatan", "Catatan camat"),
        Column("camat_hari", "Hari verifikasi camat"),
    ),
    describe=_sebut("laporan_kegiatan"),
    kecamatan=frozenset({"camat", "camat_catatan", "camat_hari"}),
)
"""``asal`` tells how a report came in: entered by the office, or (later) sent by the head of the RT himself, whose
name is then ``pelapor``."""

FOTO = Table(
    "laporan_foto",
    "Foto laporan",
    (
        Column("laporan_id", "Laporan", merge=HARD, required=True, refers="laporan_kegiatan", holds=False),
        Column("kunci", "Foto", merge=HARD, required=True, photo=True),
        Column("sidik", "Sidik gambar"),
        Column("ukuran", "Ukuran (bita)", type="INTEGER"),
        Column("lebar", "Lebar (piksel)", type="INTEGER"),
        Column("tinggi", "Tinggi (piksel)", type="INTEGER"),
        Column("urutan", "Urutan", type="INTEGER"),
    ),
    describe=_sebut("laporan_foto"),
)
"""A photo of a report; its id follows from both, so that two computers that add the same one give one row. ``sidik``
is a hash of how the picture looks (16 hex digits): pictures that look alike differ in few of its bits."""

TABEL = (KEGIATAN, FOTO)
