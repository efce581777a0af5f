"""What module usulan says, on screen and on paper."""

from __future__ import annotations

JUDUL = "Usulan"
KATEGORI = {
    "jalan": "Jalan",
    "drainase": "Drainase atau siring",
    "plat_deker": "Plat deker",
    "pju": "PJU",
    "jembatan": "Jembatan",
    "kantor": "Kantor lurah atau fasilitas pemerintahan",
    "talud": "Talud",
    "air_bersih": "Air bersih",
    "pendidikan_ibadah": "Pendidikan atau tempat ibadah",
    "kesehatan": "Kesehatan",
    "pos_ronda": "Pos ronda",
    "ekonomi": "Ekonomi",
    "internet_listrik": "Internet atau listrik",
    "insentif_rt": "Insentif dan sarana RT",
    "lainnya": "Lainnya",
}
STATUS = {
    "draf": "Draf",
    "lurah": "Diverifikasi lurah",
    "musrenbang_kel": "Musrenbang kelurahan",
    "kecamatan": "Musrenbang kecamatan",
    "kota": "Forum OPD atau kota",
    "rkpd": "Masuk RKPD atau APBD",
    "terlaksana": "Terlaksana",
    "ditolak": "Ditolak",
    "ditunda": "Ditunda",
}
"""The way of a proposal, in its order; the last three end it or let it rest."""
KELURAHAN = "Kelurahan"
"""Who proposes what no RT proposes."""
RT = "RT {rt}"
RT_ASING = "?"
TINDAKAN: dict[str, str] = {
    "usulan.buat": "mencatat usulan",
    "usulan.ubah": "mengubah usulan",
    "usulan.hapus": "menghapus usulan",
    "usulan.status": "mencatat status usulan",
    "usulan.ubah_status": "mengubah status usulan",
    "usulan.hapus_status": "menghapus status usulan",
    "usulan.urut": "mengurutkan prioritas usulan",
    "usulan.lagi": "mengusulkan lagi ke tahun berikutnya",
    "usulan.gabung": "menggabungkan usulan",
    "usulan.pisah": "memisahkan usulan",
    "usulan.dasar": "menghubungkan usulan dengan kegiatan",
    "usulan.lepas_dasar": "melepas kegiatan dari usulan",
}
"""What people call the acts of this module."""
SARINGAN = (
    ("berjalan", "Berjalan"),
    ("ditunda", "Ditunda"),
    ("terlaksana", "Terlaksana"),
    ("ditolak", "Ditolak"),
    ("lagi", "Diusulkan lagi"),
    ("gabungan", "Hasil gabungan"),
    ("tanpa_biaya", "Tanpa perkiraan biaya"),
    ("tanpa_prioritas", "Tanpa prioritas"),
    ("periksa", "Perlu diperiksa"),
)
"""The chips above a list of proposals: key and word; every proposal is under just one of the first five."""
SATUAN = ("m", "m²", "m³", "unit", "titik", "buah", "paket", "km", "orang")
"""Units that are offered before any was typed."""

# inputs
KATEGORI_SALAH = "Pilih kategori usulan: {pilihan}."
STATUS_SALAH = "Pilih status usulan: {pilihan}."
JUDUL_KOSONG = "Tulis apa yang diusulkan, misalnya Perbaikan siring Jalan Kenanga."
TEKS_PANJANG = "Tulisan ini terlalu panjang. Paling banyak {n} huruf."
SATUAN_KOSONG = "Isi satuan volumenya, misalnya m, m² atau unit."
PRIORITAS_SALAH = "Prioritas ditulis dengan angka mulai dari 1."
RT_TIDAK_ADA = "RT yang mengusulkan tidak ada di kelurahan ini. Pilih RT dari daftarnya."
TIDAK_ADA = "Usulan ini tidak ada lagi. Muat ulang daftarnya."
STATUS_TIDAK_ADA = "Status ini tidak ada lagi. Muat ulang riwayatnya."
PILIH_DULU = "Pilih dulu usulannya."
TANGGAL_DEPAN = "Tanggal ini belum tiba. Tulis hari ini atau hari yang sudah lewat."
ALASAN_PERLU = "Tulis alasannya, karena RT yang mengusulkan akan bertanya."

# acts
HAPUS_PISAHKAN = "Pisahkan dulu usulan yang digabung ke sini, atau hapus semuanya bersama."
HAPUS_RIWAYAT = (
    "{judul} tidak dihapus, karena sudah ada riwayatnya: {status}, {tanggal}. Catat sebagai ditolak, "
    "atau hapus dulu riwayatnya."
)
TAHUN_GABUNGAN = "Tahun usulan yang digabung tidak diubah. Pisahkan dulu, lalu ubah tahunnya."
GABUNG_SATU = "Pilih paling sedikit dua usulan untuk digabung."
GABUNG_BEDA = "Hanya usulan dari kelurahan dan tahun yang sama yang dapat digabung."
GABUNG_TERGABUNG = "{judul} sendiri sudah digabung ke {induk}. Pilih {induk} sebagai usulan yang tetap."
PISAH_TIDAK_ADA = "Tidak ada yang dapat dipisahkan: usulan ini tidak digabung dengan usulan lain."
LAGI_TAHUN = "Usulan hanya diusulkan lagi ke tahun yang lebih akhir daripada {tahun}."
LAGI_TIDAK_ADA = "Tidak ada usulan tahun {dari} yang perlu diusulkan lagi ke {ke}."
DASAR_TIDAK_ADA = "Kegiatan ini tidak ada lagi. Pilih kegiatan lain."
URUT_SAMA = "Usulan ini sudah paling {ujung}."
ATAS, BAWAH = "atas", "bawah"
BUKAN_ISIAN = "Isian {nama} tidak dikenal pada usulan."

# doubts in a sentence
RAGU_MELINGKAR = "Digabung bolak-balik oleh dua komputer. Yang dipakai sebagai yang tetap: {judul}."
RAGU_PUTUS = "Digabung ke usulan yang sudah dihapus atau dipindahkan ke tahun lain, jadi sekarang berdiri sendiri."
RAGU_PRIORITAS = "Prioritas {n} juga dipakai {judul}."
RAGU_MUNDUR = "{status} ({tanggal}) tercatat sesudah {lain} ({hari}). Periksa tanggalnya."
RAGU_ANGGOTA = "{judul} yang digabung ke sini punya status sendiri: {status} ({tanggal})."

# history and merging
TERHAPUS = "Usulan dihapus, tetapi masih dipakai"
TERHAPUS_ATURAN = "Usulan dihapus di satu komputer, sedangkan komputer lain mencatat sesuatu padanya."
TERHAPUS_KATA = "{judul} sudah dihapus, tetapi masih tercatat: {isi}."
TERHAPUS_ISI = {
    "usulan_status": "{n} status",
    "usulan_dasar": "{n} kegiatan sebagai dasar",
    "usulan_butir": "{n} usulan yang digabung ke sini",
}
DAN = " dan "
PULIHKAN, PULIHKAN_ISI = "Pulihkan usulannya", "Usulan kembali seperti sebelum dihapus, dengan riwayatnya."
LEPASKAN = "Biarkan terhapus"
LEPASKAN_ISI = "Status dan kegiatannya ikut dihapus, dan usulan yang digabung ke sini berdiri sendiri lagi."
LINGKAR = "Usulan digabung bolak-balik"
LINGKAR_ATURAN = "Dua komputer menggabungkan usulan yang sama ke arah yang berlawanan."
LINGKAR_KATA = "{nama} saling digabung. Untuk sementara yang dipakai: {judul}."
LINGKAR_PILIH, LINGKAR_ISI = "Pilih yang tetap", "Yang lain digabung ke usulan yang dipilih."
LINGKAR_TANYA = "Usulan yang tetap"
URUNG_YATIM = "usulannya sudah dihapus"
URUNG_RT = "RT yang mengusulkan sudah dihapus"
URUNG_INDUK = "usulan tempat ia digabung sudah dihapus"
