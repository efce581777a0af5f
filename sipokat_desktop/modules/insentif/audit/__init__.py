"""The audit pack of a period: one zip that opens without the program and carries its own checking instructions."""

from .paket import Isi, Paket, nama_usulan, rentang, simpan_paket
from .periksa import HasilPeriksa, periksa_paket

__all__ = ["HasilPeriksa", "Isi", "Paket", "nama_usulan", "periksa_paket", "rentang", "simpan_paket"]
