"""What the readiness of payment says."""

from __future__ import annotations

HAL = {
    "tanpa_data": "belum ada data RT",
    "tarif": "tarif belum ditetapkan",
    "daftar_belum": "{n} daftar belum dibuat",
    "salah": "{n} hal menahan penguncian",
    "nik_ganda": "{n} NIK dipakai dua ketua RT",
    "draf": "{n} daftar belum dikunci",
    "belum_masuk": "{n} RT belum masuk daftar",
    "sk_kosong": "{n} RT tanpa SK",
    "sk_habis": "{n} SK habis",
    "sk_terlambat": "{n} SK terbit sesudah bulan yang dibayar",
    "kosong": "{n} RT tanpa ketua",
    "tanpa_tmt": "{n} RT tanpa TMT",
    "laporan": "{n} bulan dengan laporan kurang",
    "kinerja": "{n} RT tanpa angka kinerja",
    "kinerja_beda": "{n} angka kinerja berbeda dari laporannya",
    "tanda": "{n} belum menandatangani",
    "rekening": "{n} RT tanpa rekening",
    "sk_akan_habis": "{n} SK berakhir dalam 90 hari",
    "rangkap": "{n} rangkap jabatan",
    "lain": "{n} catatan lain",
}
"""What can be missing, the gravest first: that sorts the kelurahan."""
BERAT = dict.fromkeys(
    ("tanpa_data", "tarif", "daftar_belum", "salah", "nik_ganda", "belum_masuk", "sk_kosong", "sk_habis"), "salah"
)
TANPA_DAFTAR = "belum dibuat"
DAFTAR_BELUM = "Daftar {komponen} periode ini belum dibuat."
BELUM_MASUK = "{bulan} belum masuk daftar {komponen}."
DRAF = "Daftar {nomor} belum dikunci."
TANDA = "Belum menandatangani daftar {nomor}."
LAPORAN_KURANG = "{bulan}: {n} laporan kinerja terverifikasi, {tunggu} menunggu; belum cukup untuk insentif penuh."
TANPA_DATA = "Kelurahan ini belum mencatat RT, atau belum menyinkronkannya."
JUDUL_HAL = {
    "tanpa_data": "Belum ada data RT",
    "tarif": "Tarif belum ditetapkan",
    "daftar_belum": "Daftar belum dibuat",
    "salah": "Menahan penguncian",
    "nik_ganda": "NIK dipakai dua ketua RT",
    "draf": "Daftar belum dikunci",
    "belum_masuk": "Belum masuk daftar",
    "sk_kosong": "Tanpa SK",
    "sk_habis": "SK habis",
    "sk_terlambat": "SK terbit sesudah bulan yang dibayar",
    "kosong": "Tanpa ketua",
    "tanpa_tmt": "Tanpa TMT",
    "laporan": "Laporan kurang menurut aturan kinerja",
    "kinerja": "Tanpa angka kinerja",
    "kinerja_beda": "Angka kinerja berbeda dari laporannya",
    "tanda": "Belum menandatangani",
    "rekening": "Tanpa rekening",
    "sk_akan_habis": "SK berakhir dalam 90 hari",
    "rangkap": "Rangkap jabatan",
    "lain": "Catatan lain",
}
SEMUA_KOMPONEN = "Semua komponen"
NAMA_F3 = "rekap-kecamatan"
