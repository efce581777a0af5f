"""Words of the tour of the first day."""

LANGKAH = "{i} dari {n} · Esc melewati tur"
LANJUT, KEMBALI, SELESAI, LEWATI = "Lanjut", "Kembali", "Selesai", "Lewati tur"
KEADAAN = "Di sini terlihat keadaan data"
KEADAAN_ISI = (
    "Setiap simpanan langsung aman di komputer ini, walau internet atau listrik mati. Kalimat ini mengatakan apakah "
    "kota sudah menerimanya. Pengirimannya berjalan sendiri."
)
CARI = "Mencari dan bertanya"
CARI_ISI = (
    "Ctrl+K mencari apa saja: RT, nama orang, halaman, perintah. F1 membuka panduan bergambar untuk halaman yang "
    "sedang tampak."
)
URUNG = "Salah tekan tidak apa-apa"
URUNG_ISI = (
    "Ctrl+Z mengurungkan yang terakhir. Sesudah tiap simpanan, kalimat di atas halaman mengatakan apa yang terjadi "
    "dan menawarkan Urungkan."
)
RT = "Pekerjaan pertama: data ketua RT"
RT_ISI = "Ambil dari lembar Excel kantor yang sudah ada, atau ketik satu per satu. Tur menunggu di Beranda."
RT_BUKA = "Buka Data RT"
DAFTAR = "Lalu daftar insentif"
DAFTAR_ISI = "Satu daftar untuk satu triwulan: disusun dari Data RT, diperiksa, dikunci, dicetak, dicatat diterima."
DAFTAR_BUKA = "Buka Insentif"
AKHIR = "Sore hari: Akhiri hari"
AKHIR_ISI = (
    "Satu tombol memeriksa data, membuat cadangan, mengirim ke kota, dan menyimpan buktinya. Tur ini dapat dilihat "
    "lagi dari Panduan."
)
