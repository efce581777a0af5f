"""Words of putting a backup back, and of a damaged store."""

JUDUL = "Pulihkan dari cadangan"
SUB = (
    "Pilih satu cadangan untuk melihat isinya. Sebelum diganti, data sekarang dicadangkan dan disimpan; "
    "yang sudah ada di kota datang lagi lewat sinkron."
)
RUSAK_JUDUL = "Berkas data rusak"
RUSAK_SUB = (
    "Berkas data di komputer ini rusak, biasanya karena diska. Salinan yang rusak disimpan, tidak dihapus. "
    "Pilih cadangan yang dipulihkan; yang belum terkirim ikut selama masih terbaca, sisanya datang lagi dari kota."
)
KOLOM = ("Dibuat", "Ukuran", "Tempat")
DI_SINI, DI_LUAR = "Komputer ini", "Tempat kedua"
KOSONG = "Belum ada cadangan"
KOSONG_ISI = "Pasang flashdisk cadangan lalu pilih berkasnya."
PILIH_LAIN = "Pilih berkas lain…"
SARING = "Cadangan Sipokat (*.sipokat);;Semua berkas (*)"
MEMBACA = "Membaca cadangan"
ISI = "Isi cadangan ini: {isi}."
ISI_BARIS = "{tabel} {sana}"
ISI_BEDA = "{tabel} {sana} (sekarang {sini})"
TERBAWA = "{n} perubahan yang belum terkirim ikut dipertahankan."
TANPA_TERBAWA = "Tidak ada perubahan yang belum terkirim."
PULIHKAN = "Pulihkan"
YAKIN = "Data di komputer ini diganti dengan cadangan {kapan}. {terbawa}"
YA, TIDAK = "Ganti dan pulihkan", "Kembali"
PILIH_DULU = "Pilih satu cadangan dulu."
MEMULIHKAN = "Memulihkan dari cadangan {kapan}"
AMAN = "Data yang diganti tetap disimpan di komputer ini."
SELESAI = "Data dipulihkan dari cadangan {kapan}. {terbawa}"
SELESAI_RUSAK = "Salinan rusak disimpan. Data dipulihkan dari cadangan {kapan} + {n} perubahan dari antrean."
