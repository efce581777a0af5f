"""Opening balance: payments of past years from a sheet, previewed, recorded as one act, taken back as a whole."""

from sipokat_desktop.importing.sheet import Workbook as Berkas
from sipokat_desktop.importing.sheet import read as buka
from sipokat_desktop.importing.sheet import teks as teks_sel
from sipokat_desktop.modules.rt.impor.hasil import Berat, Letak, Tanda

from .banding import banding
from .batal import Pembatalan, batalkan, daftar_impor
from .catat import bagi_rata
from .kamus import ISIAN
from .neraca import Impor, Neraca
from .pemetaan import KolomLembar, Pemetaan, PemetaanLembar, usul
from .rencana import BarisRencana, Diabaikan, MasaBaru, Nasib, Pilihan, Rencana, Setoran
from .simpan import simpan

__all__ = [
    "ISIAN", "BarisRencana", "Berat", "Berkas", "Diabaikan", "Impor", "KolomLembar", "Letak", "MasaBaru", "Nasib",
    "Neraca", "Pembatalan", "Pemetaan", "PemetaanLembar", "Pilihan", "Rencana", "Setoran", "Tanda", "bagi_rata",
    "banding", "batalkan", "buka", "daftar_impor", "simpan", "teks_sel", "usul",
]  # fmt: skip
