"""What a clerk does with proposals; each function is one act, checked, logged and undoable (DOMAIN §6)."""

from __future__ import annotations

from .butir_ops import buat, hapus, hubungkan, lepaskan, ubah
from .gabung_ops import gabungkan, pisahkan
from .kembar import bukan_kembar
from .rules import ISIAN, ISIAN_STATUS
from .status_ops import hapus_status, peringatan_status, set_status, ubah_status
from .urut_ops import naik, turun, urutkan, usulkan_lagi

__all__ = [
    "ISIAN", "ISIAN_STATUS", "buat", "bukan_kembar", "gabungkan", "hapus", "hapus_status", "hubungkan", "lepaskan",
    "naik", "peringatan_status", "pisahkan", "set_status", "turun", "ubah", "ubah_status", "urutkan", "usulkan_lagi",
]  # fmt: skip
