"""Words about people at this computer: the lock, another person, the lurah's word, a lost PIN, the settings."""

KUNCI_JUDUL = "Layar dikunci"
KUNCI_ISI = "Isian yang belum disimpan tetap ada; pekerjaan dan sinkron berjalan terus."
KUNCI_BUKA = "Buka"
KUNCI_SEKARANG = "Kunci layar (Ctrl+Shift+L)"
KUNCI_TANPA_PIN = "Layar belum dapat dikunci: belum ada orang dengan PIN. Buat PIN di Pengaturan, bagian Orang."

GANTI = "Ganti orang (F10)"
GANTI_JUDUL = "Siapa yang bekerja sekarang?"
GANTI_ISI = "Halaman dan isian tetap terbuka. Catatan berikutnya memakai nama orang ini."
GANTI_UTAMA = "Ganti"
GANTI_SELESAI = "Sekarang yang bekerja: {nama}."

SETUJU_JUDUL = "Persetujuan {kepala}"
SETUJU_ISI = "{sebab} Persetujuan ini berlaku untuk satu tindakan ini, dan kedua nama tercatat di riwayat."
SETUJU_SEKALI = "{sebab} Persetujuan ini berlaku untuk satu tindakan ini."
SETUJU_PIN = "PIN {kepala}"
SETUJU_UTAMA = "Setujui"

LUPA_JUDUL = "Lupa PIN"
LUPA_ISI = "PIN baru dibuat dengan PIN {kepala}, atau dengan kode pemulihan dari lembar yang disimpan kantor."
LUPA_ISI_KODE = "PIN baru dibuat dengan kode pemulihan dari lembar yang disimpan kantor."
LUPA_ATAU = "atau kode pemulihan"
LUPA_KODE = "Kode pemulihan"
LUPA_UTAMA = "Buat PIN baru"
LUPA_TANPA = (
    "Tidak ada {kepala} yang dinamai dan kode pemulihan belum pernah dibuat. Data tetap aman. Masuklah sebagai rekan "
    "yang ingat PIN-nya, atau minta Kominfo mendaftarkan komputer ini lagi."
)

SET_ORANG = "Orang"
SET_ISI = (
    "Nama tertulis pada setiap catatan, jadi tidak pernah dihapus. Bila {kepala} dinamai, mengunci daftar dan "
    "keputusan memerlukan persetujuannya."
)
SET_ISI_ATAS = (
    "Nama tertulis pada setiap catatan, jadi tidak pernah dihapus. Bila {kepala} dinamai, keputusan memerlukan "
    "persetujuannya."
)
SET_TAMBAH = "Tambah orang…"
SET_PIN = "Ganti PIN saya…"
SET_UBAH = "Ubah"
SET_UBAH_NAMA = "Ubah {nama}"
SET_NONAKTIF = "tidak aktif"
SET_TANPA_PIN = "tanpa PIN"
SET_ANDA = "Anda"
SET_MENIT = "Kunci layar bila tidak dipakai"
SET_MENIT_PILIHAN = (("2", "2 menit"), ("5", "5 menit"), ("10", "10 menit"), ("30", "30 menit"))

TAMBAH_JUDUL = "Tambah orang"
TAMBAH_UTAMA = "Tambah"
TAMBAH_SELESAI = "{nama} ditambahkan."
UBAH_SELESAI = "Data {nama} disimpan."
NAMA = "Nama"
PERAN = "Peran"
PERAN_BANTUAN = "{kepala} mengunci daftar dan memutuskan; peran lain mencatat."
PERAN_BANTUAN_ATAS = "{kepala} memutuskan; peran lain mencatat."
"""Offices above a kelurahan lock no list."""
KEADAAN = "Keadaan"
AKTIF, NONAKTIF = "Aktif", "Tidak aktif: tidak dapat masuk lagi, riwayatnya tetap"
PIN = "PIN (paling sedikit 4 angka)"
PIN_LAGI = "PIN sekali lagi"
PIN_LAMA = "PIN sekarang"
PIN_BARU = "PIN baru (paling sedikit 4 angka)"
PIN_BARU_LAGI = "PIN baru sekali lagi"
PIN_BEDA = "PIN yang kedua berbeda. Ketik lagi."
PIN_JUDUL = "Ganti PIN saya"
PIN_SELESAI = "PIN baru berlaku."
