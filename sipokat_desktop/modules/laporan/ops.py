"""Everything that can be done to reports."""

from __future__ import annotations

from .catat_ops import catat, hapus, salin, ubah
from .foto_ops import hapus as hapus_foto
from .foto_ops import siapkan_foto
from .foto_ops import tambah as tambah_foto
from .foto_ops import urut as urut_foto
from .putusan_ops import boleh_verifikasi, kategori, tarik_putusan, verifikasi
from .setelan import pakai_bidang_5

__all__ = [
    "boleh_verifikasi", "catat", "hapus", "hapus_foto", "kategori", "pakai_bidang_5", "salin", "siapkan_foto",
    "tambah_foto", "tarik_putusan", "ubah", "urut_foto", "verifikasi",
]  # fmt: skip
