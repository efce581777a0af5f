"""Words of the page about decisions of money that were taken, and of taking them back."""

from __future__ import annotations

from collections.abc import Mapping

JUDUL = "Sudah diputuskan"
KURUN: Mapping[str, str] = {"": "Semua", "bulan": "Bulan ini", "tahun": "Tahun ini"}
CATAT_LAGI = "Catat lagi"
SAMPAI = (
    "Keputusan ini dapat diurungkan di Sudah diputuskan, sampai ada catatan baru di bulan itu (pembayaran, pembatalan, "
    "atau koreksi) atau daftarnya tidak berlaku lagi. Jejaknya tetap tersimpan. Pastikan dulu uangnya; bila ragu, "
    "tanyakan kantor kelurahan."
)
KELIRU = "Keliru? Buka Sudah diputuskan, lalu urungkan."
DIURUNGKAN = "{jalan} diurungkan: {apa} menunggu lagi di Perlu keputusan. Kantornya mengikutinya setelah sinkron."
SEDAFTAR = "{n} ketua RT dari satu daftar"
BERSAMA = "{judul} dan {n} bulan lain"
SUDAH = "Keputusan itu sudah diurungkan. Tidak ada yang diubah lagi."
BERUBAH = "Keadaannya berubah sementara itu, dan belum ada yang diurungkan. Lihat lagi, lalu urungkan."
