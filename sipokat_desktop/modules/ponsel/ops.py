"""What a clerk does with registered goods; each function is one act, checked, logged and undoable (DOMAIN §4)."""

from __future__ import annotations

from .bantuan_ops import minta_bantuan
from .kejadian_ops import ganti_unit, kejadian, ubah_kejadian
from .serah_ops import alih, batal, kembali, sambung, serah, tarik
from .unit_ops import UNIT, hapus_unit, simpan_unit, tambah_banyak

__all__ = [
    "UNIT", "alih", "batal", "ganti_unit", "hapus_unit", "kejadian", "kembali", "minta_bantuan", "sambung", "serah",
    "simpan_unit", "tambah_banyak", "tarik", "ubah_kejadian",
]  # fmt: skip
