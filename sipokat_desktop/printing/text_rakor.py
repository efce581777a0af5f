"""Words that the *Lembar rakor* adds by itself."""

from __future__ import annotations

JUGA = "Juga: {isi}."
KETERANGAN = "Arti angka"
ARTI = "{judul}: {isi}"
TIDAK_DIMUAT = "Tidak dimuat karena halaman penuh: {isi}. Selengkapnya di Sipokat."
KALIMAT_HILANG = "{n} keterangan tentang {judul}"
KOLOM_HILANG = "grafik bulanan {judul}"
DEFINISI_HILANG = "sebagian arti angka"
BATANG_HILANG = "sebagian batang {judul}"
BAGIAN_HILANG = "bagian {judul}"
"""What was left out, as parts of one sentence."""
