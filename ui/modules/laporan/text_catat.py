"""What the entry of reports says."""

from __future__ import annotations

JUDUL = "Catat laporan"
BANTUAN = """Ketik nomor RT, Enter, uraian, Enter: laporan tersimpan dan isian siap untuk berikutnya.
Jenis, tanggal, lokasi, dan kategori diingat dari laporan sebelumnya.

Enter  ke isian yang masih kosong; kalau sudah lengkap, simpan
Tab  ke isian berikutnya · Shift+Tab  kembali
Ctrl+S  simpan dari isian mana pun
Ctrl+B  simpan, lalu RT berikutnya dengan uraian yang sama
Panah atas dan bawah di RT  pindah ke RT sebelum dan sesudahnya
RT juga menerima 1-5, 8 atau semua: kegiatan yang sama untuk banyak RT
Jenis  ketik nomornya (21) atau huruf awalnya (got)
Panah bawah di uraian dan lokasi  saran dari laporan sebelumnya
Ctrl+O  pilih foto · Ctrl+V  tempel foto · foto dapat diseret ke sini
Ctrl+L  ke daftar yang baru dicatat: Enter mengubah, Delete menghapus, Ctrl+V menambah foto
Ctrl+Z  mengurungkan yang terakhir · Esc  kembali"""

RT = "RT"
RT_CONTOH = "mis. 5"
RT_BANTUAN = "1-5, 8 untuk beberapa RT"
TANGGAL = "Tanggal kegiatan"
TANGGAL_CONTOH = "mis. 4/5/26"
JENIS = "Jenis kegiatan"
JENIS_CONTOH = "ketik nomor atau huruf awal"
JENIS_BARIS = "{nomor}  {nama}"
JENIS_LAIN = "{nomor}  Lainnya: {bidang}"
URAIAN = "Uraian"
URAIAN_CONTOH = "mis. Membersihkan siring bersama warga"
LOKASI = "Lokasi"
LOKASI_CONTOH = "mis. Jalan Garuda"
PESERTA = "Peserta"
PESERTA_CONTOH = "orang"
KATEGORI = "Kategori"

SIMPAN = "Simpan"
SIMPAN_BERIKUT = "Simpan, RT berikutnya"
FOTO_PILIH = "Pilih foto"
PETUNJUK = "Enter: isian berikutnya yang kosong, lalu simpan"
UNTUK = "{rt} · {nama}"
UNTUK_KOSONG = "{rt} · tidak ada ketua pada tanggal itu"
UNTUK_BANYAK = "{n} RT: {rt}"
UNTUK_BELUM = "Laporan RT berapa?"
RT_KOSONG = "Ketik nomor RT-nya."
RT_SALAH = "“{teks}” bukan nomor RT. Ketik misalnya 5, atau 1-5, 8, atau semua."
RT_TERBALIK = "“{teks}” terbalik. Ketik nomor kecil dulu."
RT_ASING = "RT {no} tidak ada di kelurahan ini. Periksa nomornya, atau tambahkan dulu di Data RT."
RT_TANPA = "Belum ada RT di kelurahan ini. Isi dulu Data RT."
SEMUA = "semua"
RT_SATU = "Laporan yang diubah hanya untuk satu RT. Untuk RT lain pakai Salin."
TANPA_RT_JUDUL = "Data RT masih kosong"
TANPA_RT_ISI = "Laporan dicatat atas nama RT. Isi dulu Data RT, satu per satu atau dari berkas Excel."
BUKA_RT = "Buka Data RT"

TERSIMPAN = "{rt} tersimpan. Sudah {n} laporan."
TERSIMPAN_BANYAK = "{banyak} laporan tersimpan untuk {banyak} RT. Sudah {n} laporan."
TANPA_FOTO = " Tidak ikut: {nama}."
PERHATIKAN = "Perhatikan: {kata}"
SUDAH = "Sudah dicatat: {n}"
BELUM = "Belum ada yang dicatat"
BELUM_ISI = "Laporan yang sudah tersimpan tampil di sini, yang terakhir paling atas."
KOLOM = ("RT", "Tanggal", "Jenis", "Uraian", "Foto")
DIHAPUS = "Laporan {rt} dihapus."
TINGGAL = "{n} foto masih disiapkan. Laporannya sudah tersimpan; fotonya menyusul sendiri."
