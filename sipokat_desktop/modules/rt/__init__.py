"""Module rt: posts, people and terms of office of the ketua RT, and the officials who sign (DOMAIN §2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.storage.manifest import Column, Merge, Table
from sipokat_desktop.storage.module import Clash, Document, Module

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from sqlite_utils.migrations import Migrations

    from sipokat_desktop.kernel.canonical import Value
    from sipokat_desktop.storage.command import Command
    from sipokat_desktop.storage.sqlite import Connection

HARD = Merge.HARD


def _kata(isian: str) -> Callable[[Value], str]:
    """Return what says a stored code of ``isian`` in words."""

    def kata(nilai: Value) -> str:
        from .text import KODE

        return KODE[isian].get(str(nilai), str(nilai))

    return kata


def _foto(_nilai: Value) -> str:
    return "terpasang"


def _samarkan(nilai: str) -> str:
    from sipokat_desktop.kernel.nik import samarkan

    return samarkan(nilai) or ""


def _samarkan_rekening(nilai: str) -> str:
    from sipokat_desktop.kernel.nik import samarkan_rekening

    return samarkan_rekening(nilai)


def _sebut(tabel: str) -> Callable[[Connection, str], str]:
    """Return what names a row of ``tabel`` for people."""

    def nama(con: Connection, id: str) -> str:
        from .queries import SEBUTAN

        return SEBUTAN[tabel](con, id)

    return nama


JABATAN = Table(
    "rt_jabatan",
    "RT",
    (
        Column("nomor", "Nomor RT", merge=HARD, required=True),
        Column("rw", "RW", merge=HARD),
        Column("jumlah_kk", "Jumlah KK", "INTEGER"),
        Column("jiwa_l", "Jiwa laki-laki", "INTEGER"),
        Column("jiwa_p", "Jiwa perempuan", "INTEGER"),
        Column("batas", "Batas wilayah"),
    ),
    describe=_sebut("rt_jabatan"),
)

ORANG = Table(
    "rt_orang",
    "Orang",
    (
        Column("nama", "Nama", merge=HARD, required=True),
        Column("nik", "NIK", merge=HARD, mask=_samarkan),
        Column("kelamin", "Jenis kelamin", words=_kata("kelamin")),
        Column("tempat_lahir", "Tempat lahir"),
        Column("tanggal_lahir", "Tanggal lahir"),
        Column("alamat", "Alamat"),
        Column("hp", "No. HP"),
        Column("npwp", "NPWP"),
        Column("bank", "Bank", merge=HARD),
        Column("rekening", "No. rekening", merge=HARD, mask=_samarkan_rekening),
        Column("atas_nama", "Rekening atas nama", merge=HARD),
        Column("ukuran", "Ukuran baju"),
        Column("golongan", "Golongan ASN"),
        Column("rangkap", "Rangkap jabatan"),
        Column("catatan", "Catatan"),
        Column("foto", "Foto", words=_foto, photo=True),
    ),
    describe=_sebut("rt_orang"),
    kecamatan=frozenset({"ukuran"}),
)

MASA = Table(
    "rt_masa",
    "Masa jabatan",
    (
        Column("jabatan_id", "RT", merge=HARD, required=True, refers="rt_jabatan"),
        Column("orang_id", "Orang", merge=HARD, required=True, refers="rt_orang"),
        Column("jenis", "Jenis", merge=HARD, words=_kata("jenis")),
        Column("cara", "Cara pengisian", merge=HARD, words=_kata("cara")),
        Column("ba_nomor", "Nomor berita acara", merge=HARD),
        Column("sk_nomor", "Nomor SK", merge=HARD),
        Column("sk_tanggal", "Tanggal SK", merge=HARD),
        Column("sk_penerbit", "Penerbit SK", merge=HARD, words=_kata("sk_penerbit")),
        Column("tmt", "TMT", merge=HARD),
        Column("akhir_sk", "Akhir menurut SK", merge=HARD),
        Column("akhir_nyata", "Akhir nyata", merge=HARD),
        Column("alasan_akhir", "Alasan berakhir", merge=HARD, words=_kata("alasan_akhir")),
        Column("serah_terima", "Serah terima"),
    ),
    describe=_sebut("rt_masa"),
)

PEJABAT = Table(
    "rt_pejabat",
    "Penanda tangan",
    (
        Column("peran", "Peran", merge=HARD, required=True),
        Column("sebutan", "Sebutan jabatan"),
        Column("nama", "Nama", merge=HARD, required=True),
        Column("pangkat", "Pangkat"),
        Column("nip", "NIP", merge=HARD),
        Column("mulai", "Mulai", merge=HARD),
        Column("sampai", "Sampai", merge=HARD),
    ),
    describe=_sebut("rt_pejabat"),
    kota=True,
)

KELURAHAN = Table(
    "rt_kelurahan",
    "Kelurahan",
    (
        Column("nama", "Nama kelurahan", merge=HARD),
        Column("alamat", "Alamat kantor"),
        Column("logo", "Logo kantor", words=lambda _isi: "terpasang"),
    ),
    describe=_sebut("rt_kelurahan"),
    kota=True,
)


def _migrations() -> Migrations:
    from .schema import MIGRATIONS

    return MIGRATIONS


def _commands() -> tuple[Command, ...]:
    from .acts_commands import ACTS
    from .commands import COMMANDS

    return (*COMMANDS, *ACTS)


def _acts() -> Mapping[str, str]:
    from .text import TINDAKAN

    return TINDAKAN


def _documents() -> tuple[Document, ...]:
    from .prints import DOCUMENTS

    return DOCUMENTS


def _place(con: Connection, code: str) -> str:
    from .queries import nama_kelurahan

    return nama_kelurahan(con, code)


def _clashes(con: Connection, rows: Mapping[str, Collection[str]]) -> list[Clash]:
    from .bentrok import bentrok

    return bentrok(con, rows)


MODULE = Module(
    "rt",
    "Data RT",
    (JABATAN, ORANG, MASA, PEJABAT, KELURAHAN),
    version=4,
    migrations=_migrations,
    documents=_documents,
    commands=_commands,
    acts=_acts,
    place=_place,
    clashes=_clashes,
)
