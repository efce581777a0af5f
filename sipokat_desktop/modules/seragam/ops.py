"""What an office does with uniforms; each function is one act, checked, logged and undoable."""

from .batal_ops import batal, sambung
from .kirim_ops import asal, kirim, sesuaikan, terima
from .pengadaan_ops import buka_lagi, selesai, simpan_pengadaan
from .serah_ops import serah, serah_semua
from .tukar_ops import ganti, tukar
from .ukuran_ops import catat_ukuran

__all__ = [
    "asal", "batal", "buka_lagi", "catat_ukuran", "ganti", "kirim", "sambung", "selesai", "serah", "serah_semua",
    "sesuaikan", "simpan_pengadaan", "terima", "tukar",
]  # fmt: skip
