"""Sentences about decisions of the city that are taken back."""

from __future__ import annotations

TIDAK_ADA = "Keputusan ini tidak ada di sini. Data aman; muat ulang halaman, lalu lihat lagi."
SUDAH = "Keputusan ini sudah diurungkan. Tidak ada yang diubah lagi."
DIPAKAI = "Tidak dapat diurungkan: sesudahnya ada catatan baru di {apa}."
SARAN = "Data tetap seperti sekarang. Bila masih keliru, minta kantornya mencatat atau membatalkan pembayarannya."
BENTROK = "Tidak dapat diurungkan: {said}. " + SARAN
