"""The synced tables of module bimtek, with a merge rule per column (DOMAIN §5, keputusan/0033)."""

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


def _terhapus(tabel: str) -> Callable[[], tuple[Doubt, ...]]:
    """Return what is amiss with deleted rows of ``tabel``."""

    def keraguan() -> tuple[Doubt, ...]:
        from .terhapus import KERAGUAN

        return KERAGUAN[tabel]

    return keraguan


def _keraguan() -> tuple[Doubt, ...]:
    from .ragu import KERAGUAN

    return KERAGUAN


def _keraguan_sertifikat() -> tuple[Doubt, ...]:
    from .sertifikat_ragu import KERAGUAN

    return KERAGUAN


KEGIATAN = Table(
    "bimtek_kegiatan",
    "Kegiatan Bimtek",
    (
        Column("nama", "Nama kegiatan", merge=HARD, required=True),
        Column("tema", "Tema"),
        Column("dasar_hukum", "Dasar hukum"),
        Column("penyelenggara", "Penyelenggara"),
        Column("tempat", "Tempat"),
        Column("narasumber", "Narasumber"),
        Column("surat_nomor", "Nomor surat undangan", merge=HARD),
        Column("surat_tanggal", "Tanggal surat undangan"),
        Column("surat_isi", "Catatan pada undangan"),
        Column("latar_belakang", "Latar belakang"),
        Column("tujuan", "Tujuan"),
        Column("hasil", "Hasil"),
        Column("saran", "Saran"),
        Column("keadaan", "Keadaan", merge=HARD, required=True, words=_kata("keadaan")),
        Column("catatan", "Catatan"),
    ),
    describe=_sebut("bimtek_kegiatan"),
    kota=True,
    doubts=_terhapus("bimtek_kegiatan"),
    doubtful=deleted("bimtek_kegiatan"),
)

SESI = Table(
    "bimtek_sesi",
    "Sesi Bimtek",
    (
        Column("kegiatan_id", "Kegiatan", merge=HARD, required=True, refers="bimtek_kegiatan"),
        Column("judul", "Materi", required=True),
        Column("tanggal", "Tanggal", merge=HARD, required=True),
        Column("mulai", "Mulai (WIB)", merge=HARD),
        Column("selesai", "Selesai (WIB)", merge=HARD),
        Column("tempat", "Tempat"),
        Column("narasumber", "Narasumber"),
        Column("sasaran", "Kecamatan sasaran", merge=HARD, words=_kata("sasaran")),
        Column("catatan", "Catatan"),
    ),
    describe=_sebut("bimtek_sesi"),
    kota=True,
    doubts=_terhapus("bimtek_sesi"),
    doubtful=deleted("bimtek_sesi"),
)

NOTULEN = Table(
    "bimtek_notulen",
    "Notulen",
    (
        Column("sesi_id", "Sesi", merge=HARD, required=True, refers="bimtek_sesi"),
        Column("pimpinan", "Pimpinan acara"),
        Column("notulis", "Notulis"),
        Column("pembukaan", "Pembukaan"),
        Column("pembahasan", "Pembahasan"),
        Column("tanya_jawab", "Tanya jawab"),
        Column("kesimpulan", "Kesimpulan"),
        Column("penutup", "Penutup"),
    ),
    describe=_sebut("bimtek_notulen"),
    kota=True,
)

SERTIFIKAT = Table(
    "bimtek_sertifikat",
    "Rancangan sertifikat",
    (
        Column("judul", "Judul"),
        Column("kalimat", "Kalimat"),
        Column("nomor", "Pola nomor", merge=HARD),
        Column("warna", "Warna"),
        Column("logo", "Logo", words=_kata("gambar")),
        Column("latar", "Gambar latar", words=_kata("gambar")),
        Column("kiri_jabatan", "Jabatan penanda tangan kiri", merge=HARD),
        Column("kiri_nama", "Nama penanda tangan kiri", merge=HARD),
        Column("kiri_nip", "NIP penanda tangan kiri", merge=HARD),
        Column("kanan_jabatan", "Jabatan penanda tangan kanan", merge=HARD),
        Column("kanan_nama", "Nama penanda tangan kanan", merge=HARD),
        Column("kanan_nip", "NIP penanda tangan kanan", merge=HARD),
        Column("balik", "Daftar materi di halaman belakang", "INTEGER"),
    ),
    describe=_sebut("bimtek_sertifikat"),
    kota=True,
)

UNDANGAN = Table(
    "bimtek_undangan",
    "Undangan Bimtek",
    (
        Column("kegiatan_id", "Kegiatan", merge=HARD, required=True, refers="bimtek_kegiatan", holds=False),
        Column("jabatan_id", "RT", merge=HARD, required=True, refers="rt_jabatan", holds=False),
        Column("masa_id", "Masa jabatan", refers="rt_masa", holds=False),
        Column("orang_id", "Orang", refers="rt_orang", holds=False),
        Column("nama", "Nama pada undangan"),
        Column("token", "Kode undangan", merge=HARD, required=True),
        Column("catatan", "Catatan"),
        Column("keadaan", "Keadaan undangan", words=_kata("undangan")),
    ),
    describe=_sebut("bimtek_undangan"),
    kecamatan=True,
    doubts=_terhapus("rt_jabatan"),
    doubtful=deleted("rt_jabatan"),
)

HADIR = Table(
    "bimtek_hadir",
    "Kehadiran Bimtek",
    (
        Column("kegiatan_id", "Kegiatan", merge=HARD, required=True, refers="bimtek_kegiatan"),
        Column("sesi_id", "Sesi", merge=HARD, required=True, refers="bimtek_sesi"),
        Column("jabatan_id", "RT", merge=HARD, required=True, refers="rt_jabatan"),
        Column("masa_id", "Masa jabatan", merge=HARD, refers="rt_masa"),
        Column("orang_id", "Orang", merge=HARD, refers="rt_orang"),
        Column("nama", "Nama"),
        Column("tanda", "Tanda hadir", required=True, words=_kata("tanda")),
        Column("wakil", "Diwakili oleh"),
        Column("pukul", "Tercatat pukul", "INTEGER", words=_kata("pukul")),
        Column("pintu", "Pintu"),
        Column("cara", "Cara mencatat", words=_kata("cara")),
        Column("catatan", "Catatan"),
    ),
    describe=_sebut("bimtek_hadir"),
    kecamatan=True,
    doubts=_keraguan,
    doubtful="SELECT 1 FROM bimtek_hadir LIMIT 1",
)

TERBIT = Table(
    "bimtek_terbit",
    "Sertifikat terbit",
    (
        Column("kegiatan_id", "Kegiatan", merge=HARD, required=True, refers="bimtek_kegiatan"),
        Column("jabatan_id", "RT", merge=HARD, required=True, refers="rt_jabatan"),
        Column("masa_id", "Masa jabatan", merge=HARD, refers="rt_masa"),
        Column("orang_id", "Orang", merge=HARD, refers="rt_orang"),
        Column("nama", "Nama pada sertifikat", required=True),
        Column("nomor", "Nomor sertifikat", required=True),
        Column("tanggal", "Tanggal terbit", required=True),
    ),
    describe=_sebut("bimtek_terbit"),
    kecamatan=True,
    doubts=_keraguan_sertifikat,
    doubtful="SELECT 1 FROM bimtek_terbit LIMIT 1",
)

TABEL = (KEGIATAN, SESI, NOTULEN, SERTIFIKAT, UNDANGAN, HADIR, TERBIT)
