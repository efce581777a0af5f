"""The sentences of a file that cannot be read, and of what was noticed in one that can."""

AMAN = "Tidak ada data yang diubah."
TIDAK_ADA = "Berkas {nama} tidak ditemukan. Periksa apakah flashdisk masih terpasang, lalu pilih lagi."
FOLDER = "{nama} adalah folder, bukan berkas. Pilih berkas lembarnya. " + AMAN
DIPAKAI = "Berkas {nama} sedang dibuka program lain. Tutup dulu di Excel, lalu pilih lagi. " + AMAN
TAK_TERBACA = "Berkas {nama} tidak dapat dibaca dari tempat simpannya. Salin ke komputer ini, lalu pilih lagi. " + AMAN
KOSONG = "Berkas {nama} kosong. " + AMAN
LEMBAR_KOSONG = "Semua lembar di berkas {nama} kosong. " + AMAN
BESAR = "Berkas {nama} terlalu besar (lebih dari 64 MB). " + AMAN
BOM = "Berkas {nama} menjadi terlalu besar setelah dibuka, jadi tidak dibaca. " + AMAN
SANDI = "Berkas {nama} dikunci dengan kata sandi. Buka di Excel, hapus kata sandinya, simpan, lalu pilih lagi. " + AMAN
PDF = "Berkas {nama} adalah PDF, bukan lembar Excel. Minta berkas Excel aslinya. " + AMAN
GAMBAR = "Berkas {nama} adalah gambar atau foto, bukan lembar Excel. " + AMAN
WORD = "Berkas {nama} adalah dokumen Word. Salin tabelnya ke Excel, simpan, lalu pilih berkas Excel itu. " + AMAN
HTML = (
    "Berkas {nama} adalah halaman web, bukan lembar Excel. Buka di Excel, Simpan Sebagai .xlsx, lalu pilih lagi. "
    + AMAN
)
BUKAN = "Berkas {nama} bukan lembar Excel yang dapat dibaca. " + AMAN
RUSAK = "Berkas {nama} rusak atau terpotong, jadi tidak dapat dibaca. Salin ulang dari asalnya. " + AMAN
BARIS = "Berkas {nama} berisi lebih dari 200.000 baris. Bagi menjadi beberapa berkas. " + AMAN
KOLOM = "Berkas {nama} berisi lebih dari 500 kolom. Hapus kolom yang tidak perlu. " + AMAN
KUTIP = "Berkas {nama} berisi tanda kutip yang tidak ditutup di dekat baris {baris}. Perbaiki, lalu pilih lagi. " + AMAN

MAKRO = "Berkas ini berisi makro. Hanya isi selnya yang dibaca; makro tidak dijalankan."
TERSEMBUNYI = "Lembar “{nama}” tersembunyi di Excel."

# which column is which field
JUDUL_DIKENAL = "Judulnya dikenal."
PILIHAN_ANDA = "Pilihan Anda."
TIDAK_DIBACA = "Tidak dibaca."
SUDAH_ADA = "{label} sudah dibaca dari kolom {huruf}."
LEMBAR_INI_KOSONG = "Lembar ini kosong."
