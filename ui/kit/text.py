"""The kit's own words, as the user reads them."""

from __future__ import annotations

DATA_AMAN = "Data aman di komputer ini."
TUTUP = "Tutup"
BATAL = "Batal"
SIMPAN = "Simpan"
COBA_LAGI = "Coba lagi"

# jobs
SEDANG_BEKERJA = "Sedang bekerja"
KEMAJUAN = "{apa}… {i} dari {n}"
BERJALAN = "{apa}…"

# table, filter, stepper
KETIK_MENCARI = "Ketik untuk mencari"
TABEL = "Tabel"
LANGKAH_RINGKAS = "Langkah {i} dari {n}: {nama}"
NAVIGASI = "Halaman"

# form
BELUM_DIISI = "{label} belum diisi."
PILIH_SATU = "Pilih salah satu"
NIK_KURANG = "NIK terdiri dari 16 angka, baru terisi {n}."
NIK_LEBIH = "NIK terdiri dari 16 angka, sekarang {n}."
HANYA_ANGKA = "Isi dengan angka saja."
TIDAK_WAJIB = "boleh kosong"

# sheet
BELUM_DISIMPAN = "Ada isian yang belum disimpan."
BUANG_ISIAN = "Buang isian"
KEMBALI_MENGISI = "Kembali mengisi"

# preview and printing
CETAK = "Cetak"
SIMPAN_PDF = "Simpan PDF…"
BATALKAN_CETAK = "Berhenti mencetak"
KERTAS = "Kertas"
PRINTER = "Printer"
RANGKAP = "Jumlah rangkap"
HALAMAN = "Halaman yang dicetak"
SEMUA_HALAMAN = "Semua"
HALAMAN_TERTENTU = "Tertentu"
DARI_HALAMAN = "Dari halaman"
SAMPAI_HALAMAN = "sampai"
JUMLAH_HALAMAN = "{n} halaman · {kertas}"
PERBESAR = "Perbesar"
PERKECIL = "Perkecil"
SELEBAR_JENDELA = "Selebar jendela"
PETUNJUK_LIHAT = "Ctrl + perbesar · Ctrl − perkecil · Ctrl 0 selebar jendela"
TANPA_PRINTER = "Belum ada printer di komputer ini. Simpan sebagai PDF, lalu cetak dari komputer lain."
SIAPKAN_KERTAS = "Pastikan kertas {kertas} sudah terpasang di printer."
UKURAN_KERTAS = {"F4": "F4 (21,5 × 33 cm)", "A4": "A4 (21 × 29,7 cm)"}
MENCETAK = "Mencetak halaman {i} dari {n}…"
SUDAH_DIKIRIM = "Sudah dikirim ke printer {printer}."
CETAK_DIHENTIKAN = "Pencetakan dihentikan. Halaman yang sudah terkirim tetap tercetak."
CETAK_GAGAL = "Printer {printer} tidak menerima cetakan."
CETAK_GAGAL_SARAN = "Periksa kabel, kertas, dan tombol dayanya, lalu tekan Cetak lagi."
PDF_TIDAK_TERBUKA = "Berkas PDF tidak dapat dibuka."
PDF_TIDAK_TERBUKA_SARAN = "Tutup pratinjau ini, lalu buat lagi."
PDF_TERSIMPAN = "PDF disimpan: {berkas}"
PDF_GAGAL_DISIMPAN = "PDF tidak dapat disimpan di tempat itu."
PDF_GAGAL_SARAN = "Pilih folder lain atau periksa apakah flash disk masih terpasang."
JENIS_PDF = "Berkas PDF (*.pdf)"
JUDUL_SIMPAN_PDF = "Simpan PDF"

# crash
KESALAHAN_JUDUL = "Ada kesalahan pada program"
KESALAHAN = "Ada kesalahan pada program. Data Anda aman di komputer ini."
KESALAHAN_LANJUT = (
    "Anda dapat menutup pesan ini dan bekerja lagi. Bila terulang, tutup lalu buka kembali program, "
    "dan kirim rincian ini kepada petugas."
)
KESALAHAN_CATATAN = "Rincian juga dicatat di {berkas}."
CATATAN_GAGAL = "Rincian tidak dapat dicatat ke berkas, jadi salin sekarang."
SALIN_RINCIAN = "Salin rincian"
TERSALIN = "Rincian sudah disalin."
