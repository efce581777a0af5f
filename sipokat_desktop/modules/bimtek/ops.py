"""What an office does with events; each function is one act, checked, logged and undoable."""

from .kegiatan_ops import (
    batalkan,
    buka_lagi,
    hapus_kegiatan,
    hapus_sesi,
    selesai,
    simpan_kegiatan,
    simpan_sesi,
    ulangi_sesi,
)
from .notulen import simpan_notulen
from .undang_ops import id_undangan, segarkan, tarik, undang

__all__ = [
    "batalkan", "buka_lagi", "hapus_kegiatan", "hapus_sesi", "id_undangan", "segarkan", "selesai", "simpan_kegiatan",
    "simpan_notulen", "simpan_sesi", "tarik", "ulangi_sesi", "undang",
]  # fmt: skip
