"""Import of a register of goods from a sheet: mapped, previewed, saved as one act that one undo takes back."""

from sipokat_desktop.importing.sheet import Workbook as Berkas
from sipokat_desktop.importing.sheet import read as buka
from sipokat_desktop.importing.sheet import teks as teks_sel
from sipokat_desktop.modules.rt.impor.hasil import Berat, Letak, Tanda

from .banding import banding
from .kamus import ISIAN
from .pemetaan import Pemetaan, PemetaanLembar, usul
from .rencana import BarisRencana, Nasib, Neraca, Pilihan, Rencana
from .simpan import simpan

__all__ = [
    "ISIAN", "BarisRencana", "Berat", "Berkas", "Letak", "Nasib", "Neraca", "Pemetaan",
    "PemetaanLembar", "Pilihan", "Rencana", "Tanda", "banding", "buka", "simpan", "teks_sel", "usul",
]  # fmt: skip
