"""What module bimtek says, on screen and on paper."""

from __future__ import annotations

JUDUL = "Bimtek"
KEADAAN = {"terbuka": "berjalan", "selesai": "selesai", "batal": "dibatalkan"}
KEADAAN_UNDANGAN = {"ditarik": "ditarik", "lepas": "ikut dihapus dengan kegiatannya"}
TANDA = {"hadir": "Hadir", "izin": "Izin", "sakit": "Sakit", "alpa": "Alpa", "diwakili": "Diwakili"}
CARA = {
    "pindai": "dipindai di pintu",
    "ketik": "diketik di pintu",
    "sentuh": "dipilih di pintu",
    "lembar": "dari lembar kertas",
    "sisa": "sisa yang tidak tercatat",
    "putusan": "diputuskan kemudian",
}
TINDAKAN: dict[str, str] = {
    "bimtek.kegiatan": "Simpan kegiatan Bimtek",
    "bimtek.selesai": "Tutup kegiatan Bimtek",
    "bimtek.buka": "Buka lagi kegiatan Bimtek",
    "bimtek.batal": "Batalkan kegiatan Bimtek",
    "bimtek.hapus": "Hapus kegiatan Bimtek",
    "bimtek.sesi": "Simpan sesi Bimtek",
    "bimtek.hapus_sesi": "Hapus sesi Bimtek",
    "bimtek.notulen": "Simpan notulen Bimtek",
    "bimtek.undang": "Undang peserta Bimtek",
    "bimtek.impor_undangan": "Undang peserta dari lembar",
    "bimtek.tarik": "Tarik undangan Bimtek",
    "bimtek.segarkan": "Segarkan nama undangan",
    "putuskan.kegiatan_kembali": "Pulihkan yang terhapus",
    "putuskan.kegiatan_lepas": "Tetap hapus",
}
"""What people call the acts of this module."""

TANPA_HARI = "hari belum ditentukan"
SAMPAI_HARI = "{awal} s.d. {akhir}"
JAM = "{awal} s.d. {akhir} WIB"
JAM_MULAI = "pukul {awal} WIB"
SEMUA_KECAMATAN = "semua kecamatan"
KODE_SALAH = "Kode itu tidak terbaca. Pindai lagi, atau ketik nomor RT atau namanya."
DIUNDANG = "{n} diundang, {sudah} sudah diundang sebelumnya."
DILEWATI = " {n} dilewati."

KEGIATAN_TIDAK_ADA = "Kegiatan itu tidak ada di komputer ini. Sinkronkan, lalu pilih lagi."
KEGIATAN_KOSONG = "Belum ada kegiatan Bimtek. Sinkronkan, atau catat kegiatan kantor ini."
KEGIATAN_YANG_MANA = "Sebutkan kegiatannya. Yang ada: {pilihan}."
KEGIATAN_SUDAH_ADA = "Kegiatan {nama} sudah ada dan masih berjalan. Buka yang itu, atau pakai nama lain."
KANTOR_LAIN = "Kegiatan ini milik {kantor}. Hanya kantor itu yang mengubahnya."
SUDAH_SELESAI = "Kegiatan {nama} sudah {keadaan}. Buka lagi dulu bila masih ada yang harus dicatat."
SUDAH_BEGITU = "Kegiatan {nama} memang sudah {keadaan}. Tidak ada yang diubah."
SELESAI_TANPA_SESI = "Kegiatan ini belum punya sesi. Catat sesinya dulu, atau batalkan kegiatannya."
NAMA_KOSONG = "Nama kegiatan belum diisi."
TEKS_PANJANG = "Isian ini terlalu panjang (paling banyak 20.000 huruf). Pendekkan dulu, lalu simpan lagi."
TIDAK_DIHAPUS = "Tidak dapat dihapus: {said}."
SARAN_BATALKAN = "Tutup atau batalkan kegiatannya; yang sudah tercatat tetap tersimpan."

SESI_TIDAK_ADA = "Sesi itu tidak ada di komputer ini. Sinkronkan, lalu pilih lagi."
SESI_KOSONG = "Kegiatan ini belum punya sesi. Catat sesinya dulu."
SESI_YANG_MANA = "Sebutkan sesinya. Yang ada: {pilihan}."
JUDUL_KOSONG = "Materi sesi belum diisi."
TANGGAL_KOSONG = "Tanggal sesi belum diisi, misalnya 20/11/2026."
JAM_SALAH = "Tulis jam seperti 08.00 atau 13.30."
JAM_TERBALIK = "Jam selesai harus sesudah jam mulai."
MULAI_KOSONG = "Isi juga jam mulainya."
SASARAN_ASING = "Kecamatan “{nama}” tidak dikenal. Tulis namanya seperti Lubuk Linggau Timur I."
SASARAN_LUAR = "Kecamatan {nama} tidak termasuk kantor yang mengadakan kegiatan ini."
SARAN_SESI = "Hapus dulu catatan itu, atau biarkan sesinya."
ORANG_SAMA = "Sesi “{judul}” ({waktu}) bertumpuk dengan “{lain}”, padahal pesertanya sama."
TEMPAT_LAIN = "{di} juga dipakai sesi “{judul}” ({waktu})."

UNDANGAN_TIDAK_ADA = "Undangan itu tidak ada di komputer ini. Sinkronkan, lalu pilih lagi."
UNDANG_KANTOR_LAIN = "Peserta kegiatan ini diundang oleh {kantor}, bukan dari komputer ini."
RT_KOSONG = "{rt} {di} tidak punya ketua pada hari itu, jadi tidak diundang."
RT_LUAR = "Sebagian RT yang dipilih tidak dapat diundang ke kegiatan ini. Segarkan daftarnya, lalu pilih lagi."
SUDAH_TERCATAT = "{rt} {di} sudah tercatat kehadirannya, jadi undangannya tidak ditarik."

GANTI_NAMA = "Undangan {acara} ({hari}) ikut menjadi atas nama {nama}. Surat atas nama {lama} perlu dicetak lagi."
GANTI_KOSONG = "Undangan {acara} ({hari}): pada hari itu RT ini tidak punya ketua. Suratnya tertulis {lama}."
TERPASANG = "terpasang"
RT_ASING = "RT yang belum tiba"
SEBUT_NOTULEN = "Notulen"
SEBUT_SERTIFIKAT = "Rancangan sertifikat"

URUNG_KEGIATAN = "kegiatannya sudah dihapus. Data aman; pulihkan dulu kegiatannya."
URUNG_SESI = "sesinya sudah dihapus. Data aman; pulihkan dulu sesinya."
URUNG_HADIR = "{rt} sudah tercatat kehadirannya. Data aman; tarik dulu catatan hadirnya."
URUNG_SELESAI = "kegiatan {nama} sudah ditutup. Data aman; buka lagi kegiatannya dulu."

KEGIATAN_TERHAPUS = "Kegiatan terhapus"
SESI_TERHAPUS = "Sesi terhapus"
RT_TERHAPUS = "RT terhapus"
TERHAPUS_ATURAN = (
    "Yang dihapus di satu komputer masih dipakai di komputer lain. Semua catatan tetap disimpan sampai diputuskan."
)
TERHAPUS_KATA = "{nama} dihapus di satu komputer, tetapi di komputer lain sudah ada {isi}."
TERHAPUS_ISI = {
    "bimtek_hadir": "{n} catatan hadir", "bimtek_terbit": "{n} sertifikat", "bimtek_sesi": "{n} sesi",
    "bimtek_undangan": "{n} undangan", "bimtek_notulen": "notulennya",
}  # fmt: skip
DAN = " dan "
PULIHKAN = "Pulihkan"
PULIHKAN_ISI = "Yang dihapus tampil lagi dengan semua catatannya."
LEPASKAN = "Tetap hapus"
LEPASKAN_ISI = "Yang dicatat di komputer lain ikut dihapus. Surat undangan yang sudah dibagikan tidak berlaku lagi."
LEPAS_HADIR = "Kehadirannya sudah tercatat, jadi tidak dapat dihapus. Data aman; pulihkan, lalu tarik catatan hadirnya."
