"""What module vaksinasi says on the Lembar rakor."""

from __future__ import annotations

JUDUL = "Vaksinasi {program}"
JUDUL_UMUM = "Vaksinasi"
BELUM = "Belum ada angka vaksinasi."
BELUM_SAMPAI = "Belum ada angka vaksinasi sampai {hari}."
TERCATAT = "{n} dari {dari} RT sudah mencatat angkanya."
TERENDAH = "Cakupan dosis 1 terendah: {nama} ({persen})."
DAN = "{nama}, dan {n} lainnya"
DEFINISI = ("Jumlah orang sejak program mulai, dari sasaran RT yang angkanya tercatat.",)
"""Meaning of the figures."""
