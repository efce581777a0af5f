"""Import of an office's roster sheet: open, propose the mapping, compare, commit, take back."""

from sipokat_desktop.importing.sheet import Sheet
from sipokat_desktop.importing.sheet import Workbook as Berkas
from sipokat_desktop.importing.sheet import read as buka
from sipokat_desktop.importing.sheet import teks as teks_sel

from .banding import banding
from .batal import Pembatalan, batalkan
from .daftar import Impor, daftar_impor
from .hasil import Berat, Letak, Tanda
from .kamus import ISIAN
from .neraca import Neraca, Rincian
from .pemetaan import Keyakinan, KolomLembar, Pemetaan, PemetaanLembar
from .rencana import BarisRencana, Beda, Nasib, Pilihan, Rencana
from .simpan import simpan
from .usulan import usul

__all__ = [
    "ISIAN", "BarisRencana", "Beda", "Berat", "Berkas", "Impor", "Keyakinan", "KolomLembar", "Letak", "Nasib",
    "Neraca", "Pembatalan", "Pemetaan", "PemetaanLembar", "Pilihan", "Rencana", "Rincian", "Sheet", "Tanda",
    "banding", "batalkan", "buka", "daftar_impor", "simpan", "teks_sel", "usul",
]  # fmt: skip
