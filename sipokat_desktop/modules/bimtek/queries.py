"""Reading events, sessions, invitations and attendance: the one place to ask."""

from .hadir_queries import catatan, daftar, keadaan, orang
from .kegiatan import (
    cari_kegiatan,
    cari_sesi,
    kegiatan,
    kegiatan_terbuka,
    peringatan_sesi,
    satu_kegiatan,
    satu_sesi,
    sesi,
    sesi_hari,
    tempat_peserta,
)
from .notulen import notulen
from .statistik import (
    angka_kegiatan,
    angka_sesi,
    bagi,
    per_kecamatan,
    per_kecamatan_kegiatan,
    per_kelurahan,
    per_pintu,
    per_sesi,
    permil,
)
from .tidak_datang import tidak_datang, tidak_datang_tahun
from .undangan import calon, peserta, satu_undangan, undangan, undangan_bertoken

__all__ = [
    "angka_kegiatan", "angka_sesi", "bagi", "calon", "cari_kegiatan", "cari_sesi", "catatan", "daftar", "keadaan",
    "kegiatan", "kegiatan_terbuka", "notulen", "orang", "per_kecamatan", "per_kecamatan_kegiatan", "per_kelurahan",
    "per_pintu", "per_sesi", "peringatan_sesi", "permil", "peserta", "satu_kegiatan", "satu_sesi", "satu_undangan",
    "sesi", "sesi_hari", "tempat_peserta", "tidak_datang", "tidak_datang_tahun", "undangan", "undangan_bertoken",
]  # fmt: skip
