"""What the attendance says: at the door, while recording, in *Perlu keputusan*."""

from __future__ import annotations

TINDAKAN = {
    "bimtek.hadir": "Catat kehadiran",
    "bimtek.hadir_tarik": "Hapus tanda hadir",
    "bimtek.hadir_sisa": "Tandai sisanya alpa",
    "bimtek.hadir_lembar": "Catat kehadiran dari lembar",
    "putuskan.tanda benar": "Putuskan tanda hadir",
}
"""What people call these acts."""

# At the door ({siapa}: RT 05 Muara Enim · Sopian Hadi)
MASUK = "Silakan masuk: {siapa}."
SUDAH = "{siapa} sudah tercatat {tanda}{saat}."
SUDAH_BEDA = "{siapa} tercatat berbeda di dua tempat: {macam}. Tanda ini menunggu keputusan."
LAIN = "{siapa} sudah tercatat {tanda}{saat}. Ubah menjadi {baru}?"
PUKUL = " pukul {jam}"
DI_PINTU = " di {pintu}"
DARI_LEMBAR = " dari lembar"
SESI_LAIN = "{siapa} diundang untuk sesi lain: {sesi}. Catat di sesi ini?"
ATAS_NAMA = "{siapa}: sudah tercatat {tanda}{saat} atas nama {nama}. Catat lagi atas nama yang menjabat sekarang?"
TANPA_SESI = "{siapa} diundang, tetapi bukan untuk sesi mana pun. Catat di sesi ini?"
TANPA_UNDANGAN = "{siapa} tidak ada di daftar undangan. Catat sebagai peserta tanpa undangan?"
ACARA_LAIN = "Undangan ini untuk kegiatan lain: {acara}."
ACARA_ASING = "kegiatan yang datanya tidak ada di komputer ini"
DIUNDANG_JUGA = "Ia diundang juga ke kegiatan ini: ketik nomor RT-nya."
KODE_ASING = "Kode undangan ini tidak ada di komputer ini. Ketik nomor RT atau namanya."
TIDAK_DIKENAL = "“{teks}” tidak ditemukan. Ketik nomor RT dengan kelurahan, misalnya 05 Muara Enim, atau namanya."
PILIH = "Ada {n} yang cocok. Pilih orangnya."
PILIH_LEBIH = "Lebih dari {n} yang cocok. Pilih, atau ketik lebih lengkap."
KOSONG = "Isi kode undangan, nomor RT, atau nama."
UNDANGAN_NAMA = "Undangan tertulis atas nama {nama}."
JABATAN_KOSONG = "RT ini belum punya ketua pada hari itu."
DIWAKILI_OLEH = "diwakili {wakil}"

# Recording
TANDA_SALAH = "Tanda hadir {tanda} tidak dikenal. Pilih hadir, izin, sakit, alpa, atau diwakili."
CARA_SALAH = "Cara mencatat {cara} tidak dikenal."
WAKIL_KOSONG = "Isi nama yang mewakili."
RT_TIDAK_ADA = "RT itu tidak ada di komputer ini. Sinkronkan, lalu coba lagi."
HADIR_KANTOR_LAIN = (
    "Kehadiran di acara ini dicatat oleh {kantor} sebagai penyelenggara, atau oleh kantor di atasnya. "
    "Sampaikan perbaikannya ke sana."
)
RT_KANTOR_LAIN = "RT itu milik {kantor}. Kehadirannya dicatat di sana atau di kantor penyelenggara."
DICATAT = "{siapa} dicatat {tanda}."

# The paper list
NOMOR_KOSONG = "Isi nomor urut yang hadir, misalnya 1-15, 18."
NOMOR_SALAH = "“{bagian}” bukan nomor urut. Tulis seperti 1-15, 18."
NOMOR_LUAR = "Nomor {no} tidak ada di daftar ini. Daftar ini sampai nomor {akhir}."
NOMOR_TERBALIK = "“{bagian}” terbalik. Tulis nomor yang kecil dulu."
KODE_DAFTAR_KOSONG = "Isi kode daftar: empat huruf di kaki daftar hadir yang dicetak."
KODE_DAFTAR_LAIN = (
    "Kode itu bukan kode daftar ini sekarang: wilayahnya lain, atau pesertanya berubah sesudah dicetak. Pilih daftar "
    "yang sama, atau cetak ulang dan cocokkan nomornya, atau catat menurut nama atau nomor RT. Belum ada yang dicatat."
)

# Contradictory marks
BEDA_JENIS = "Tanda hadir berbeda"
BEDA_ATURAN = (
    "Satu orang dicatat berbeda di dua tempat. Semua tanda disimpan; selama belum diputuskan orang itu dihitung hadir "
    "bila salah satunya mengatakan hadir."
)
BEDA_KATA = "{siapa} tercatat {macam} di {sesi}. Semua catatan disimpan; pilih yang benar."
BEDA_ORANG = "{siapa} tercatat {tanda} atas nama {nama} di {sesi}. Semua catatan disimpan; pilih yang benar."
BEDA_SIAPA = "{pilihan}: {nama}"
BEDA_RINCI = "{tanda}{nama}{saat}, {cara}"
BEDA_JALAN = "Pilih tanda yang benar"
BEDA_JALAN_ISI = "Tanda lain dihapus. Yang dipilih berlaku di semua komputer."
BEDA_TANYA = "Yang benar"
BEDA_PILIHAN = {
    "hadir": "Hadir benar", "diwakili": "Diwakili benar", "izin": "Izin benar", "sakit": "Sakit benar",
    "alpa": "Alpa benar",
}  # fmt: skip
BEDA_BUKAN = "Tanda itu tidak ada di antara yang dicatat. Pilih salah satu dari daftarnya."
ORANG_ASING = "Orang yang datanya belum tiba di komputer ini"
SESI_ASING = "sesi yang belum tiba di komputer ini"
