"""What the page Bimtek says: the list of events, the head of the opened one, its table."""

from __future__ import annotations

JUDUL = "Bimtek"

# Beranda, Ctrl+K, other pages
KARTU = "{nama}"
KARTU_ANGKA = "{hadir} dari {semua}"
KARTU_HADIR = "hadir, {hari}"
KARTU_UNDANGAN = "diundang, {hari}"
KARTU_NIHIL = "tidak ada kegiatan berjalan"
TUGAS_HARI_INI = "{nama}: {judul} hari ini{jam}. Buka pintu."
TUGAS_BESOK = "{nama}: {judul} besok{jam}. Siapkan pintu."
TUGAS_JAM = " pukul {jam}"
TUGAS_BAGIKAN = "{nama}, {kapan}: bagikan {n} undangan"
TUGAS_BEDA = "{nama}: {n} orang berbeda tandanya"
TUGAS_USANG = "{nama}: {n} undangan masih atas nama ketua lama"
TUGAS_TANPA_SESI = "{nama}: belum ada sesi"
TUGAS_BELUM = "{nama}: {n} orang belum tercatat hadir atau tidak"
TAUTAN = "Kehadiran Bimtek"
CARI_KEGIATAN = "Bimtek {nama}"
CARI_PINTU = "Buka pintu {nama} · {judul}"
CARI_ORANG = "RT {rt} · {nama} · {acara}"
BELUM_PERNAH = "RT ini belum diundang ke kegiatan Bimtek mana pun."
CARI_REKAP = "Rekap kehadiran {nama}"

# all events
TAMBAH = "Kegiatan baru"
SEMUA_KOLOM = ("Kegiatan", "Hari", "Oleh", "Sesi", "Diundang", "Hadir", "Keadaan")
SEMUA_PETUNJUK = "↑ ↓ pindah · Enter buka"
SEMUA_CARI = "Cari nama, tempat, atau tahun"
SEMUA_JUMLAH = "{n} kegiatan"
SENDIRI = "Kantor ini"
SARINGAN = (("semua", "Semua"), ("terbuka", "Berjalan"), ("selesai", "Selesai"), ("batal", "Dibatalkan"))
KOSONG = "Belum ada kegiatan Bimtek"
KOSONG_ISI = (
    "Catat kegiatannya: nama, tempat, hari, dan jamnya. Sesudah itu undang ketua RT, cetak undangannya, "
    "dan catat siapa yang hadir."
)
KOSONG_LAIN = " Kegiatan kota tampil sendiri di sini sesudah sinkron."
TAK_KETEMU = "Tidak ada kegiatan yang cocok"
TAK_KETEMU_ISI = "Tekan Esc untuk mengosongkan pencarian, atau pilih saringan Semua."
BELUM_ADA_SESI = "belum ada sesi"
MENDATANG = "{n} hari lagi"
HARI_INI = "Hari ini"
BESOK = "Besok"
LEWAT = "Sudah lewat, belum ditutup"
SELESAI = "Selesai"
BATAL = "Dibatalkan"
SAMPAI = "{awal} – {akhir}"

# one event
TINDAKAN = "Tindakan"
CETAK = "Cetak"
SESI = "Sesi"
REKAP = "Rekap"
BUKA_PINTU = "Buka pintu"
TAMBAH_SESI = "Tambah sesi"
UNDANG = "Undang ketua RT"
CETAK_UNDANGAN = "Cetak undangan"
LAPORAN_UTAMA = "Cetak laporan"
LANGKAH_SESI = "Sesi {n}"
LANGKAH_UNDANG = "Diundang {n}"
LANGKAH_HADIR = "Tercatat {n}/{semua}"
LANGKAH_SELESAI = "Selesai"

HAL_SELESAI = "Kegiatan ini sudah ditutup. Buka lagi lewat Tindakan (Alt+T) bila masih ada yang berubah."
HAL_BATAL = "Kegiatan ini dibatalkan. Undangan dan tandanya tetap tersimpan."
HAL_BACA = "Kegiatan {kantor}. Di sini tampak orang dari {lingkup} saja; tandanya dicatat di pintu."
HAL_TANPA_SESI = "Belum ada sesi. Tambahkan hari, jam, dan tempatnya, supaya undangan dan daftar hadir dapat dicetak."
HAL_TANPA_UNDANGAN = "Belum ada yang diundang."
HAL_TANPA_UNDANGAN_SINI = "Belum ada yang diundang dari {lingkup}."
HAL_BEDA = "{n} orang berbeda tandanya. Pilih yang benar di Perlu keputusan."
HAL_USANG = "{n} undangan masih atas nama ketua lama. Sesuaikan lewat Tindakan (Alt+T)."
HAL_HARI_INI = "Sesi ini hari ini{jam}. Buka pintu (Alt+B) untuk memindai undangan."
HAL_BELUM = "{n} orang belum tercatat pada sesi ini."
HAL_BELUM_SEMUA = "{n} orang belum tercatat pada satu sesi pun."
HAL_BERES = "Semua yang diundang sudah tercatat."
HAL_SIAP = "{n} orang diundang. Sesi pertama {kapan}."
MASIH_LAIN = "Dan {n} hal lain."

# its table
CARI = "Ketik nama, nomor RT, atau kelurahan"
PILIH_SESI = "Sesi"
PILIH_KELURAHAN = "Kelurahan"
PILIH_KOLOM = "Kolom…"
SEMUA_KELURAHAN = "Semua kelurahan"
SESI_SATU = "{saat} · {judul}"
SESI_ULANG = "{judul} {saat}"
TANPA_SESI = "Belum ada sesi"
KOLOM = {
    "no": "No", "kelurahan": "Kelurahan", "rt": "RT", "nama": "Nama", "tanda": "Kehadiran", "pukul": "Pukul",
    "pintu": "Pintu", "sesi": "Semua sesi", "keterangan": "Keterangan", "token": "Kode undangan", "hp": "No. HP",
}  # fmt: skip
SEMUA, BELUM, BEDA, TAMU, USANG, BUKAN = "semua", "belum", "beda", "tamu", "usang", "bukan"
CHIP = (
    (SEMUA, "Semua"), (BELUM, "Belum tercatat"), ("hadir", "Hadir"), ("diwakili", "Diwakili"), ("izin", "Izin"),
    ("sakit", "Sakit"), ("alpa", "Alpa"), (BEDA, "Berbeda"), (TAMU, "Tanpa undangan"), (USANG, "Ketua sudah ganti"),
)  # fmt: skip
CHIP_ARTI = {
    BELUM: "Diundang, tetapi belum ada tandanya pada sesi ini",
    BEDA: "Dua pintu mencatat tanda yang tidak sama",
    TAMU: "Tercatat di pintu, tetapi tidak diundang",
    USANG: "Undangannya masih atas nama ketua RT yang lama",
}
KATA_BELUM = "Belum tercatat"
KATA_BEDA = "Berbeda"
KATA_BUKAN = "Bukan sesinya"
KATA_DATANG = "{n} dari {semua} sesi"
SEMUA_SESI = "Semua sesi"
KET_TAMU = "tanpa undangan"
KET_USANG = "surat a.n. {nama}"
KET_GANTI = "ketua kini {nama}"
KET_KOSONG = "RT kini kosong"
KET_WAKIL = "oleh {wakil}"
HURUF = {"hadir": "H", "diwakili": "W", "izin": "I", "sakit": "S", "alpa": "A", "beda": "?", "": "–"}
HURUF_BUKAN = "·"
JUMLAH = "{n} orang"
JUMLAH_SARING = "{n} dari {semua} orang"
JUMLAH_DIPILIH = " · {n} dipilih"
RINGKAS = "Hadir {hadir} · Diwakili {diwakili} · Izin {izin} · Sakit {sakit} · Alpa {alpa} · Belum {belum}"
RINGKAS_BEDA = " · Berbeda {beda}"
MEMUAT = "Membuka daftar peserta"
MENYIAPKAN_CARI = "Menyiapkan pencarian"
DISALIN = "{n} baris disalin. Tempelkan di Excel."
KOSONG_UNDANGAN = "Belum ada yang diundang"
KOSONG_UNDANGAN_ISI = "Undang semua ketua RT, atau pilih sendiri siapa saja."
KOSONG_UNDANGAN_BACA = "Kegiatan ini belum mengundang siapa pun dari {lingkup}."
KOSONG_SESI = "Kegiatan ini belum punya sesi"
KOSONG_SESI_ISI = "Tambahkan hari dan jamnya lebih dulu."
KOSONG_SASARAN = "Tidak ada yang diundang untuk sesi ini"
KOSONG_SASARAN_ISI = "Kecamatan sasaran sesi ini belum punya undangan. Pilih sesi lain, atau undang mereka."
KOSONG_CARI = "Tidak ada yang cocok"
KOSONG_CARI_ISI = "Kurangi huruf yang diketik, atau tekan Esc untuk melihat semua orang."
KOSONG_SARING = "Tidak ada orang di saringan ini"
KOSONG_SARING_ISI = "Pilih Semua untuk melihat yang lain."

BANTUAN = (
    "Enter membuka kegiatan, Ctrl+N membuat kegiatan baru.\n"
    "Di dalam kegiatan: ketik untuk mencari, ↑ ↓ pindah baris, Enter memberi tanda kepada yang dipilih "
    "(H hadir, W diwakili, I izin, S sakit, A alpa, Del menghapus tanda). Shift+↓ memilih beberapa orang sekaligus.\n"
    "F2 mencatat berurutan: satu huruf satu orang, lalu turun sendiri. F2 atau Esc mengakhirinya.\n"
    "F9 langkah berikutnya, Alt+B membuka pintu, Alt+S sesi, Alt+U mengundang, Alt+R rekap, Ctrl+P surat dan laporan, "
    "Alt+T semua tindakan, Ctrl+L mengetik daftar hadir kertas. Esc kembali. Ctrl+Z mengurungkan tindakan terakhir."
)
