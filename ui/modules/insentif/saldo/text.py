"""Words of *Saldo awal*."""

JUDUL = "Saldo awal: pembayaran tahun-tahun lalu"
PILIH = "Pilih lembar…"
KEMBALI_IMPOR = "Batalkan impor ini…"
KOLOM = ("Kapan", "Berkas", "Oleh", "Hasil", "Keadaan")
KOSONG = "Belum ada pembayaran lama yang diimpor"
KOSONG_ISI = (
    "Ambil dari lembar Excel kantor: RT, nama, bulan, dan jumlahnya. Anda memeriksa setiap baris sebelum disimpan, "
    "dan sesudahnya kartu, rekap, dan Belum dibayar langsung benar."
)
BERLAKU = "Berlaku"
DIBATALKAN = "Dibatalkan"
MEMUAT = "Membuka impor terdahulu"
BATALKAN_TANYA = "Semua pembayaran dari {berkas} dibatalkan dengan entri balik, dan jejaknya tetap tersimpan."
BATALKAN_YA = "Ya, batalkan impor"
MEMBATALKAN = "Membatalkan impor saldo awal"
BUKA_PILIH = "Pilih lembar pembayaran lama"
SARING = "Lembar kerja (*.xlsx *.xlsm *.xls *.ods *.csv *.txt)"

ALUR_JUDUL = "Saldo awal dari {berkas}"
PERIKSA = "Mencocokkan dengan Data RT dan ketetapan"
SIMPANKAN = "Mencatat saldo awal"
AMAN_SIMPAN = "Semua baris dicatat sekaligus, atau tidak satu pun."
SIMPAN = "Catat {n} baris"
DIKENAL = "Dikenal"
TIDAK_DIBACA = "Tidak dibaca"

CARI = "Cari RT atau nama di lembar"
UNTUK_SEMUA = "Bila lembar tidak menyebutnya:"
KOMPONEN = "Komponen"
PERIODE = "Periode"
PERIODE_CONTOH = "2020-TW1"
TANGGAL = "Tanggal dibayar"
TANGGAL_CONTOH = "31/3/2020"
PERIODE_SALAH = "Tulis 2020-TW1 untuk triwulan I, 2020-03 untuk Maret, atau 2020 untuk setahun."
KOLOM_BARIS = ("Baris", "Hasil", "RT, nama, bulan", "Jumlah", "Keterangan")
SARINGAN = (
    ("semua", "Semua"),
    ("masalah", "Bermasalah"),
    ("dicatat", "Dicatat"),
    ("sama", "Sudah ada"),
    ("dilewati", "Dilewati"),
)
NASIB = {"dicatat": "Dicatat", "sama": "Sudah ada", "dilewati": "Dilewati", "bermasalah": "Bermasalah"}
PANEL = "Pilih satu baris"
PANEL_ISI = "Yang akan dicatat dan yang harus diperbaiki tampil di sini."
LETAK = "Baris {baris} · {lembar}"
RINCI = "{bulan}: {jumlah}"
SEL = "{judul} ({huruf}{baris}): {pesan}"
TERTULIS = "Tertulis: {asal}"
TERIMA = "Catat begitu"
TERIMA_USUL = "Pakai {usul}"
KETIK = "Ketik {label} yang benar…"
LEWATI = "Lewati baris ini"
PAKAI_LAGI = "Pakai baris ini"

KARTU = ("Baris dibaca", "Dicatat", "Sudah ada", "Dilewati", "Rupiah dicatat")
MASA_BARU = "{n} mantan ketua RT ditambahkan ke Data RT. Periksa masa jabatannya di sana."
DAFTAR = "Daftar yang dibuat: {nomor}."
TIDAK_DICATAT = "Baris yang tidak dicatat"
SEMUA_DICATAT = "Semua baris dicatat atau sudah ada"
BANTUAN = "Ctrl+I memilih lembar Excel. Tidak ada yang disimpan sebelum Anda menekan Catat. Esc kembali."
