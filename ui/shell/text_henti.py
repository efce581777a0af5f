"""What becomes of the data where long work is stopped from the status line."""

SINKRON_HENTI = "Yang sudah diterima kota tetap diterima; sisanya aman di komputer ini dan menyusul."
AKHIRI_HENTI = "Data di komputer ini aman; hari dapat diakhiri lagi kapan saja."
CADANGAN_HENTI = "Data dan cadangan yang lain tetap utuh; cadangan ini tidak jadi dibuat."
TULIS_HENTI = "Data tidak berubah, dan di flashdisk tidak ada berkas yang tertinggal."
BACA_HENTI = "Yang sudah terbaca tersimpan; baca lagi berkas yang sama untuk sisanya."
