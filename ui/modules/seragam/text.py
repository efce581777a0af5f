"""Words of the page Seragam: the list of purchases, and the opened one."""

JUDUL = "Seragam"
KARTU = "Seragam {nama}"
KARTU_BELUM = "{n} belum mengambil"
KARTU_SUDAH = "semua ketua RT sudah menerima"
KARTU_NIHIL = "tidak ada pengadaan berjalan"
KARTU_ANGKA = "{sudah} dari {semua}"
TUGAS_MASALAH = "{nama}: {kalimat}"
TUGAS_UKURAN = "{nama}: {n} ketua RT belum ada ukurannya"
TUGAS_SERAH = "{nama}: {n} ketua RT belum mengambil"
TAUTAN = "Seragam RT ini"
CARI_NAMA = "{nama} {tahun}"
CARI_STOK = "Stok {nama} {tahun}"
CARI_RT = "RT {rt} · {nama} · seragam {pengadaan}"

TAMBAH = "Pengadaan baru"
SEMUA_KOLOM = ("Pengadaan", "Tahun", "Oleh", "Dibeli", "Ada di sini", "Diserahkan", "Belum mengambil", "Keadaan")
SEMUA_PETUNJUK = "↑ ↓ pindah · Enter buka"
SEMUA_CARI = "Cari nama atau tahun"
SEMUA_JUMLAH = "{n} pengadaan"
KOTA, SENDIRI = "Kota", "Kantor ini"
SARINGAN = (("semua", "Semua"), ("jalan", "Berjalan"), ("selesai", "Selesai"))
KOSONG = "Belum ada pengadaan seragam di komputer ini"
KOSONG_ISI = "Sinkronkan untuk mengambil pengadaan kota. Bila kantor ini membeli sendiri, catat pengadaannya di sini."
TAK_KETEMU = "Tidak ada pengadaan yang cocok"
TAK_KETEMU_ISI = "Tekan Esc untuk mengosongkan pencarian, atau pilih saringan Semua."
SELESAI = "Selesai"
SEMUA_MENERIMA = "Semua sudah menerima"
SEBAGIAN = "{sudah} dari {semua} menerima"
BELUM_ADA = "Belum ada yang menerima"
TANPA_RT = "Belum ada data RT"

DETAIL_JUDUL = "{nama} {tahun}"
TINDAKAN = "Tindakan"
STOK = "Stok"
CETAK = "Cetak"
SERAHKAN = "Serahkan"
SERAHKAN_N = "Serahkan ({n})"
LANGKAH_UKURAN = "Ukuran {n}/{semua}"
LANGKAH_TIBA = "Diterima {tempat}"
LANGKAH_KIRIM = "Dikirim"
LANGKAH_SERAH = "Diserahkan {n}/{semua}"
LANGKAH_SELESAI = "Selesai"

MASIH_LAIN = "Dan {n} hal lain (F8, Alt+S)."
ARTI_KURANG = "Kurang {apa}: minta tambahan, atau isi ukuran lain yang pas (F2)."
KURANG_SATU = "{n} {barang}"
TANPA_UKURAN = "{n} ketua RT belum ada ukurannya: F8 ke yang pertama, F2 mengisi."
BELUM_TIBA = "Belum ada yang tercatat tiba di {tempat}. Catat kirimannya di Stok (Alt+S)."
BELUM_TIBA_KOTA = (
    "Belum ada yang tercatat tiba di {tempat}. Catat kirimannya di Stok (Alt+S); yang diambil di kecamatan: pilih Cara."
)
BELUM_DIKIRIM = "Belum ada yang tercatat dikirim ke kecamatan atau kelurahan. Catat kirimannya di Stok (Alt+S)."
TANPA_HAL = "Tidak ada masalah. {n} ketua RT belum mengambil."
SEMUA_BERES = "Semua ketua RT sudah menerima."
DITUTUP = "Pengadaan ini sudah ditandai selesai. Buka lagi lewat Tindakan (Alt+T) bila masih ada yang berubah."
TANPA_DATA = "Belum ada data RT. Isi dulu Data RT, lalu kembali ke sini."

KOLOM_KELURAHAN = "Kelurahan"
KOLOM = ("RT", "Nama", "Ukuran", "Keadaan", "Yang mengambil")
SEMUA, BELUM, SUDAH, TANPA, LOWONG = "semua", "belum", "sudah", "tanpa", "kosong"
SARING = (
    (SEMUA, "Semua"),
    (BELUM, "Belum mengambil"),
    (TANPA, "Tanpa ukuran"),
    (SUDAH, "Sudah menerima"),
    (LOWONG, "RT kosong"),
)
SEMUA_KELURAHAN = "Semua kelurahan"
PILIH_KELURAHAN = "Kelurahan"
BELUM_DIAMBIL = "Belum mengambil"
BELUM_DIAMBIL_CM = "Belum mengambil, cm kosong"
TANPA_UKURAN_BARIS = "Tanpa ukuran"
RT_TANPA_KETUA = "RT kosong"
DITERIMA = "Diterima {hari}"
DITUKAR = "Ditukar {dari} → {ke}, {hari}"
DIGANTI = "Diganti {hari}: {alasan}"
GANDA = "Tercatat lebih dari sekali"
YATIM = "Perlu dilihat"
SENDIRI_MENGAMBIL = "sendiri"
KOSONG_CARI = "Tidak ada yang cocok"
KOSONG_CARI_ISI = "Tekan Esc untuk mengosongkan. Ketik nomor RT, atau sebagian nama ketuanya."
KOSONG_SARING = "Tidak ada RT di saringan ini"
KOSONG_SARING_ISI = "Pilih saringan Semua untuk melihat RT yang lain."
SISA_DI = "Ada di sini: {isi}"
SISA_NIHIL = "Belum ada stok di {tempat}"
SISA_KOTA = "Belum dikirim: {isi}"
SISA_KOTA_NIHIL = "Semua yang dibeli sudah dikirim"
PILIH_BARIS = "Pilih dulu barisnya: ketik nomor RT atau nama, atau pakai panah."
TAK_ADA_HAL = "Tidak ada baris yang perlu dilihat."
JUMLAH = "{rt} RT · {sudah} sudah menerima · {belum} belum"

BANTUAN = (
    "Ketik nomor RT atau nama ketuanya (atau pindai), lalu Enter: seragamnya tercatat diserahkan. "
    "Ctrl+Z membatalkan yang terakhir. Ctrl+T menyerahkan kepada semua kecuali yang disebut, F2 mengisi ukuran, "
    "F6 tukar ukuran, F7 diambil kuasa, F8 ke baris yang perlu dilihat, F9 ganti, Del membatalkan penyerahan. "
    "Ctrl+N pengadaan baru, Alt+S stok dan kiriman, Ctrl+I ukuran dari Excel, Ctrl+P mencetak, Alt+T tindakan lain, "
    "Ctrl+F ke pencarian, Esc kembali."
)
