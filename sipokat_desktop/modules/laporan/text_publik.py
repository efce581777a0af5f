"""What is said of the reports to everybody."""

from __future__ import annotations

JUDUL = "Laporan kegiatan RT yang terverifikasi"
BELUM = "Belum ada laporan kegiatan yang diverifikasi camat."
LAPORAN = "laporan terverifikasi"
DARI_MASUK = "dari {n} laporan yang masuk"
AKTIF = "RT dengan laporan terverifikasi"
DARI_RT = "{n} dari {dari} RT"
PER_BIDANG = "Laporan terverifikasi per bidang"
SELEBIHNYA = "{n} laporan yang masuk belum diputus camat atau dinyatakan tidak; itu tidak dihitung di halaman ini."
DEFINISI = (
    "Laporan terverifikasi: dinyatakan ya oleh camat, menurut tanggal kegiatannya. Hanya ini yang dihitung, di sini "
    "dan di tabel data terbuka.",
    "RT: yang berketua sedikitnya sehari pada masa itu, atau yang ada laporannya.",
)
BIDANG_LAIN = "Lain"

KEGIATAN_JUDUL = "Kegiatan RT per kelurahan"
KEGIATAN = (
    "Laporan kegiatan RT yang terverifikasi, yaitu dinyatakan ya oleh camat, menurut tanggal kegiatannya. Laporan "
    "masuk adalah semuanya, juga yang belum diputus atau dinyatakan tidak."
)
RT_ARTI = "RT yang berketua sedikitnya sehari pada masa itu, atau yang ada laporannya."
RT_LAPORAN_ARTI = "RT yang sedikitnya satu laporannya dinyatakan ya oleh camat."
LAPORAN_ARTI = "Laporan kegiatan yang dinyatakan ya oleh camat."
KINERJA_ARTI = "Laporan terverifikasi yang berkategori kinerja."
MASUK_ARTI = "Semua laporan kegiatan yang tercatat, apa pun verifikasinya."
BIDANG_JUDUL = "Laporan terverifikasi per bidang"
BIDANG = (
    "Laporan kegiatan yang dinyatakan ya oleh camat, per bidang. Jumlah semua bidang sama dengan kolom laporan "
    "terverifikasi pada tabel Kegiatan RT per kelurahan."
)
BIDANG_ARTI = "Laporan kegiatan yang dinyatakan ya oleh camat di bidang {bidang}."
