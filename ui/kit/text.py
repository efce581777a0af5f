"""The kit's own words, as the user reads them."""

from __future__ import annotations

DATA_AMAN = "Data aman di komputer ini."
TUTUP = "Tutup"
KEMBALI = "Kembali"
BATAL = "Batal"
SIMPAN = "Simpan"

# jobs
SEDANG_BEKERJA = "Sedang bekerja"
KEMAJUAN = "{apa}… {i} dari {n}"
BERJALAN = "{apa}…"

# waiting
HENTIKAN = "Hentikan"
TIDAK_BERUBAH = "Tidak ada data yang berubah."
BERAPA = "{i} dari {n}"
TAHAP = "Tahap {i} dari {n}"

# table, filter, stepper
KETIK_MENCARI = "Ketik untuk mencari"
TABEL = "Tabel"
KOLOM_TANDA = "Tanda"
DITANDAI = "ditandai"
TIDAK_DITANDAI = "tidak ditandai"
RINCIAN = "Rincian yang dapat digulir"
GULIR = "Isi yang dapat digulir"
PRATINJAU = "Pratinjau {judul}, {halaman}"
NAVIGASI_KINI = "Halaman: {halaman}"
NAVIGASI_MENUNGGU = "{halaman}, {n} menunggu"
LANGKAH_RINGKAS = "Langkah {i} dari {n}: {nama}"
LANGKAH_DILEWATI = "{nama} (dilewati)"

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
DRAF_DISIMPAN = "Isian “{judul}” disimpan sebagai draf. Buka formulir itu lagi untuk melanjutkan."
DRAF_HALAMAN = "Isian disimpan sebagai draf. Buka halaman itu lagi untuk melanjutkan."

# preview and printing
CETAK = "Cetak"
SIMPAN_PDF = "Simpan PDF…"
MENYIAPKAN_CETAK = "Menyiapkan lembar cetak"
BERHENTI_MENCETAK = "Berhenti mencetak"
BENTUK = "Bentuk"
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

# a file
BERKAS_PILIH = "Simpan di mana?"
BERKAS_JENIS = "Berkas (*{akhiran})"
BERKAS_MENULIS = "Menulis berkas"
BERKAS_TERTULIS = "Tersimpan: {berkas}"

# crash
RINCIAN_KESALAHAN = "Rincian kesalahan"
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
DIURUNGKAN = "Diurungkan: {apa}."
DIULANGI = "Dilakukan lagi: {apa}."
ULANGI = "Lakukan lagi"
TAK_ADA_ULANGAN = "Belum ada yang diurungkan, jadi tidak ada yang dapat dilakukan lagi."
SETELAN_KEMBALI = "Setelan dikembalikan seperti tadi."
TAK_ADA_URUNGAN = "Belum ada yang dapat diurungkan."

# history
RIWAYAT_KOLOM = ("Kapan", "Tindakan", "Siapa")
RIWAYAT_SIAPA = "{nama} · {asal}"
RIWAYAT_KOTA = "Kota"
RIWAYAT_KOSONG = "Belum ada perubahan yang tercatat"
RIWAYAT_KOSONG_ISI = "Setiap simpanan akan tampil di sini: siapa, kapan, dan apa yang berubah."
RIWAYAT_SINKRON = "Diterima di komputer ini {kapan}."
RIWAYAT_BARU = "{isian}: {sesudah}"
RIWAYAT_UBAH = "{isian}: {sebelum} → {sesudah}"
RIWAYAT_MEMERIKSA = "Memeriksa apakah dapat diurungkan…"
RIWAYAT_DIHAPUS = "Data ini dihapus. Isinya sebelum itu:"
RIWAYAT_TETAP = "Isinya tidak berubah."
RIWAYAT_URUNGKAN = "Urungkan tindakan ini"
RIWAYAT_UBAH_KOTA = "Diubah di komputer lain"
RIWAYAT_BARU_KOTA = "Dicatat di komputer lain"
RIWAYAT_HAPUS_KOTA = "Dihapus di komputer lain"
TAMPILKAN_NIK = "Tampilkan nomor utuh"
SEMBUNYIKAN_NIK = "Samarkan nomor"

# trash
SAMPAH = "Sampah"
SAMPAH_ISI = "Yang dihapus tetap tersimpan dan dapat dipulihkan, juga yang dihapus di komputer lain kantor ini."
SAMPAH_KOLOM = ("Data", "Dihapus", "Oleh")
SAMPAH_KOSONG = "Sampah kosong"
SAMPAH_KOSONG_ISI = "RT, orang, atau masa jabatan yang dihapus akan tampil di sini dan dapat dipulihkan."
SAMPAH_BACA = "Membuka Sampah"
SAMPAH_PULIHKAN = "Pulihkan"
SAMPAH_DIPULIHKAN = "{nama} dipulihkan."
SAMPAH_JUMLAH = "{n} data dihapus bersama."

# import
IMPOR_LANGKAH = ("Pemetaan", "Pratinjau", "Neraca")
IMPOR_BACA = "Membaca {berkas}"
IMPOR_AMAN = "Belum ada yang disimpan. Data di komputer ini tidak berubah sampai Anda menyimpan."
IMPOR_DIBATALKAN = "Impor dibatalkan. Tidak ada data yang diubah."
IMPOR_LANJUT = "Lanjut ke pratinjau"
IMPOR_SELESAI = "Selesai"
IMPOR_PETUNJUK = "↑ ↓ pindah · Enter perbaiki · Ctrl+Z urungkan"
IMPOR_TAK_ADA = "Tidak ada baris di saringan ini"
IMPOR_UBAH_PETA = "Ubah pemetaan"
IMPOR_KETIK = "{label} yang benar"
IMPOR_PAKAI = "Pakai nilai ini"

# long tables
MENGHITUNG = "Menghitung baris"
MENYALIN = "Menyalin baris"
URUT_NAIK = "Urutkan dari awal (A–Z, 0–9)"
URUT_TURUN = "Urutkan dari akhir (Z–A, 9–0)"
SEMBUNYIKAN_KOLOM = "Sembunyikan kolom ini"
KOLOM_JUDUL = "Kolom tabel"
KOLOM_SUB = "Beri tanda kolom yang ditampilkan. Urutannya dari kiri ke kanan."
KOLOM_NAIK = "Pindah ke atas"
KOLOM_TURUN = "Pindah ke bawah"
KOLOM_SEMULA = "Kembalikan semula"
KOLOM_KEPALA = "Nama kolom"
KOLOM_SATU = "Tandai sedikitnya satu kolom."

# mapping of an import
PETA_SIAP = "Semua kolom yang diperlukan sudah dikenali. Periksa yang bertanda, lalu lanjutkan."
PETA_LEMBAR = "Lembar"
PETA_DIBACA = "{nama} · dibaca"
PETA_TIDAK = "{nama} · tidak dibaca"
PETA_JANGAN = "Jangan baca lembar ini"
PETA_BACA = "Baca lembar ini"
PETA_TIDAK_DIBACA = "(tidak dibaca)"
PETA_KOLOM = "Kolom {huruf}"
