"""Words of the page Perlu keputusan."""

BANTUAN = (
    "Bila dua komputer mencatat hal yang berbeda, keduanya disimpan dan muncul di sini. "
    "Panah atas dan bawah memilih hal, angka 1 dan 2 memilih jawaban, Enter menyimpannya, Esc membatalkan pilihan. "
    "Huruf di tombol menekan tombol itu. Keputusan ikut terkirim; Ctrl+Z mengurungkan."
)
JUDUL = "Perlu keputusan"
JUDUL_SELESAI = "Sudah diselesaikan sendiri"
JUDUL_KOTA = "Apa yang diubah kota?"
LIHAT_SELESAI = "Sudah diselesaikan sendiri"
LIHAT_KOTA = "Apa yang diubah kota?"
KEMBALI = "Kembali"

KOLOM = ("Apa", "Tentang", "Sejak")
KOLOM_SELESAI = ("Isian", "Sekarang", "Kapan")
KOLOM_KOTA = ("Sinkron", "Apa", "Siapa")
KOSONG = "Tidak ada yang perlu diputuskan"
KOSONG_ISI = "Bila dua komputer mencatat hal yang berbeda, keduanya disimpan dan muncul di sini."
KOSONG_SELESAI = "Tidak ada dalam 30 hari terakhir"
KOSONG_SELESAI_ISI = "Isian ringan yang diubah di dua komputer diselesaikan sendiri: yang terakhir diisi dipakai."
KOSONG_KOTA = "Belum ada yang diubah dari luar"
KOSONG_KOTA_ISI = "Setelah sinkron, perubahan dari kota dan komputer lain dapat dibaca di sini, juga tanpa internet."
PILIH = "Pilih satu hal"
PILIH_ISI = "Penjelasan dan pilihannya muncul di sini."
PILIH_DULU = "Tekan 1 atau 2 untuk memilih, lalu Enter."
PILIH_ANGKA = "Tekan angka jawabannya, lalu Enter."
PILIH_SATU = "Tekan 1 untuk memilih, lalu Enter."
PILIH_JALAN = "Tekan huruf jalan keluarnya."
PILIH_CATATAN = "Tekan angka catatan yang mau diselesaikan, lalu pilih jalan keluarnya."

SIMPAN = "Simpan keputusan"
BUKA = "Buka di {halaman}"

GANDA_JUDUL = "{jalan}: catatan {ke}"
GANDA_SIMPAN = "Simpan"
UNTUK = "Berlaku untuk"
UNTUK_SATU = "{bulan} saja, {jumlah}"
UNTUK_BULAN = "{n} bulan ketua RT ini, bersama {jumlah}"
UNTUK_DAFTAR = "seluruh daftar: {orang} ketua RT, {n} bulan, {jumlah}"
BERSAMA_SELESAI = "{jalan} dicatat untuk {n} bulan sekaligus. Jejaknya tetap tersimpan dan dikirim ke kota."

KOTA_BARIS = "{isian}: {lama} → {baru}"
KOTA_SATU = "{isian}: {nilai}"
KOTA_BARU = "Data baru"
KOTA_HAPUS = "Dihapus"
KOTA_UBAH = "{n} isian diubah"
KOTA_SINKRON = "Diterima {kapan}"
KOTA_PEMERINTAH = "Kota"
