"""What is said of a file that is no photo."""

AMAN = "Tidak ada data yang diubah."
KOSONG = f"Berkas foto ini kosong (0 bita). Salin lagi dari HP atau kamera. {AMAN}"
TAK_TERBUKA = f"Berkas foto {{nama}} tidak dapat dibuka. Periksa apakah berkasnya masih ada. {AMAN}"
BUKAN = f"Berkas ini bukan foto yang dapat dibaca. Pilih foto JPEG atau PNG. {AMAN}"
TERPOTONG = f"Foto ini tidak utuh, mungkin terputus saat disalin. Salin lagi dari HP atau kamera. {AMAN}"
TERLALU_BESAR = f"Berkas foto ini terlalu besar ({{mb}} MB). Pilih foto paling besar {{batas}} MB. {AMAN}"
TERLALU_LUAS = f"Gambar ini terlalu luas ({{lebar}} × {{tinggi}} titik). Pilih foto yang lebih kecil. {AMAN}"
HEIC = (
    "Foto ini berbentuk HEIC (iPhone), yang belum dapat dibaca. Buat JPEG-nya dulu: kirim foto lewat WhatsApp, atau di "
    f"iPhone pilih Pengaturan, Kamera, Format, Paling Kompatibel. {AMAN}"
)
