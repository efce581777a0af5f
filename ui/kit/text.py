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
HANYA_ANGKA = "Isi dengan angka saja."
TIDAK_WAJIB = "boleh kosong"
WAJIB = "harus diisi"

# sheet
BELUM_DISIMPAN = "Ada isian yang belum disimpan."
BUANG_ISIAN = "Buang isian"
KEMBALI_MENGISI = "Kembali mengisi"

# draft
DRAF_KEMBALI = "Isian yang belum disimpan dikembalikan."
DRAF_BUANG = "Buang isian itu"
DRAF_DISIMPAN = "Isian disimpan sebagai draf. Buka formulir itu lagi untuk melanjutkan."

# preview and printing
CETAK = "Cetak"
SIMPAN_PDF = "Simpan PDF…"
BERHENTI_MENCETAK = "Berhenti mencetak"
KERTAS = "Kertas"
PRINTER = "Printer"
RANGKAP = "Jumlah rangkap"
RANGKAP_SALAH = "Isi jumlah rangkap dengan angka 1 sampai 99."
HALAMAN = "Halaman"
HALAMAN_CONTOH = "Semua, atau misalnya 2-5"
HALAMAN_SALAH = "Tulis nomor halaman 1 sampai {n}, misalnya 2 atau 2-5."
JUMLAH_HALAMAN = "{n} halaman"
PETUNJUK_LIHAT = "Ctrl + memperbesar · Ctrl − memperkecil · Ctrl 0 selebar jendela"
MENCARI_PRINTER = "Mencari printer…"
TANPA_PRINTER = "Belum ada printer di komputer ini. Simpan sebagai PDF, lalu cetak dari komputer lain."
PILIH_PRINTER = "Pilih printer"
BELUM_ADA_PRINTER = "Belum ada printer"
UKURAN_KERTAS = {"F4": "F4 (21,5 × 33 cm)", "A4": "A4 (21 × 29,7 cm)"}
MENCETAK = "Mencetak halaman {i} dari {n}…"
SUDAH_DIKIRIM = "Sudah dikirim ke printer {printer}. Kertas: {kertas}."
CETAK_DIHENTIKAN = "Pencetakan dihentikan. Halaman yang sudah terkirim mungkin tetap tercetak."
CETAK_GAGAL = "Printer {printer} tidak menerima cetakan."
CETAK_GAGAL_SARAN = "Periksa kabel, kertas, dan tombol dayanya, lalu tekan Cetak lagi."
PDF_TIDAK_TERBUKA = "Berkas PDF tidak dapat dibuka."
PDF_TIDAK_TERBUKA_SARAN = "Tutup pratinjau ini, lalu buat lagi."
PDF_TERSIMPAN = "PDF tersimpan: {berkas}"
PDF_GAGAL_DISIMPAN = "PDF tidak dapat disimpan di tempat itu."
PDF_GAGAL_SARAN = "Pilih folder lain, atau periksa apakah flash disk masih terpasang."
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

MENYIMPAN = "Menyimpan"
BERSAMA = "Menanyakan komputer lain"
URUNGKAN = "Urungkan"
MENGURUNGKAN = "Mengurungkan"
SUDAH_DIURUNGKAN = "Sudah diurungkan."
TAK_ADA_URUNGAN = "Belum ada yang dapat diurungkan."
