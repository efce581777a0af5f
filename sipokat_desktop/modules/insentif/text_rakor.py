"""What module insentif says on the Lembar rakor."""

from __future__ import annotations

JUDUL = "Insentif"
DIBAYAR = "Diterima ketua RT dalam periode ini: {jumlah}, untuk {n} bulan insentif."
DEFINISI = ("Menurut tanggal uang diterima, sesudah dikurangi yang dikembalikan atau salah catat.",)
"""Meaning of the figures."""
