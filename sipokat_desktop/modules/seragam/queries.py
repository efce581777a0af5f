"""Reading purchases, stock, hand-overs and what does not add up: the one place to ask."""

from .kiriman import gerak, kiriman, kiriman_nomor, letak
from .lembar import acara, diserahkan, kebutuhan, keterangan, lembar, matriks, ringkas, sisa
from .lembar import stok_tempat as stok
from .masalah import masalah, rantai, ujung
from .neraca import Neraca, neraca
from .neraca import jumlah as jumlah_neraca
from .pemakai import belum, kelurahan, pegangan, pemakai, per_jabatan, satu_pemakai
from .pengadaan import cari_pengadaan, isi, pengadaan, satu_pengadaan, terbuka

__all__ = [
    "Neraca", "acara", "belum", "cari_pengadaan", "diserahkan", "gerak", "isi", "jumlah_neraca", "kebutuhan",
    "kelurahan", "keterangan", "kiriman", "kiriman_nomor", "lembar", "letak", "masalah", "matriks", "neraca",
    "pegangan", "pemakai", "pengadaan", "per_jabatan", "rantai", "ringkas", "satu_pemakai", "satu_pengadaan", "sisa",
    "stok", "terbuka", "ujung",
]  # fmt: skip
