"""Sentences about putting a new version in and going back."""

from __future__ import annotations

TERBARU = "Sipokat di komputer ini sudah yang terbaru ({versi})."
SIAP = "Sipokat {versi} siap dipasang waktu Sipokat ditutup."
BUKAN_WINDOWS = (
    "Sipokat di sini tidak dipasang dengan berkas pemasangan Windows, jadi pembaruannya dikerjakan petugas Kominfo."
)
BUKAN_WINDOWS_SARAN = "Di Linux: ambil versi baru dari tempat program ini berasal. Data tidak berubah."
TANPA_AKAR = "Sipokat ini dibuat tanpa kunci pembaruan, jadi versi baru dipasang dengan berkas pemasangannya."
TANPA_AKAR_SARAN = "Minta berkas pemasangan terbaru kepada Kominfo; data tetap aman."
BELUM_TERDAFTAR = "Komputer ini belum terdaftar di kota."
BELUM_TERDAFTAR_SARAN = "Perbarui dari flashdisk, atau daftarkan dulu komputer ini."
TANPA_TAWARAN = "Belum ada versi baru yang siap."
TANPA_TAWARAN_SARAN = "Cari dulu versi baru di Pengaturan."
RUSAK = "Berkas pemasangan {versi} di komputer ini berubah sejak diperiksa, jadi tidak dijalankan. Data aman."
RUSAK_SARAN = "Sipokat mengambilnya lagi sesudah sinkron berikutnya."
TAK_JALAN = "Pemasangan {versi} tidak dapat dimulai. Sipokat yang sekarang tetap dipakai; data aman."
TAK_JALAN_SARAN = "Coba lagi besok; bila terulang, hubungi Kominfo."
KEMBALI = (
    "Sipokat {gagal} tidak dapat dibuka di komputer ini, jadi Sipokat kembali ke {versi}. Data aman; beri tahu Kominfo."
)
GAGAL_PASANG = "Sipokat {versi} belum berhasil dipasang sesudah {kali} kali dicoba. Yang sekarang tetap dipakai."
DIPULIHKAN = (
    "Sipokat {gagal} tidak dapat dibuka, jadi Sipokat kembali ke {versi} dan data dipulihkan dari cadangan sebelum "
    "pembaruan. {n} perubahan sesudahnya ikut dipertahankan."
)
TAK_PULIH = "Data sudah disesuaikan dengan Sipokat {baru}, yang tidak dapat dibuka. Data aman dan tidak diubah."
TAK_PULIH_SARAN = "Pasang lagi Sipokat {baru} atau yang lebih baru, atau hubungi Kominfo."
