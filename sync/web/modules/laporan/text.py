"""What the pages of laporan say beside their templates."""

from __future__ import annotations

SEMUA_KELURAHAN = "Semua kelurahan"
SEMUA_BIDANG = "Semua bidang"
SEMUA_BULAN = "Semua bulan"
SUB = "{hari} · {bidang} · Kelurahan {kelurahan}"
BUTIR = "{label}: {nilai}"
LOKASI, PESERTA, KATEGORI, KETUA, ASAL = "Lokasi", "Peserta", "Kategori", "Ketua RT waktu itu", "Asal"
PESERTA_ISI = "{n} orang"
SIAPA = {"lurah": "Lurah", "camat": "Camat"}
PUTUSAN_PADA = "{siapa}: {kata}, {hari}"
DI_KELURAHAN = "{nama}, Kecamatan {kecamatan}"
CATATAN = "{kata} “{catatan}”"
BERUBAH = "{kata} Sesudah itu isinya berubah."
DICATAT = "{rt}, Kelurahan {kelurahan}: {kata}."
DISETUJUI = "{n} laporan: ya."
DISETUJUI_SEBAGIAN = "{n} laporan: ya. {lain} tidak ikut: sudah diputuskan atau berubah sejak halaman dibuka."
TAK_ADA_BERSIH = (
    "Laporan yang tidak bermasalah itu sudah diputuskan atau berubah. Muat ulang halaman untuk melihat sisanya."
)
DIURUNGKAN = "Keputusan terakhir diurungkan: {n} laporan menunggu lagi."
TAK_ADA_URUNG = "Tidak ada keputusan yang dapat diurungkan di halaman ini."
BUKAN_MILIK = "Keputusan itu bukan keputusan Anda, jadi tidak diurungkan dari sini."
SUDAH_DITARIK = "Putusan itu sudah ditarik kembali. Laporannya menunggu di halaman verifikasi."
DITARIK = "{rt}, Kelurahan {kelurahan}: putusan ditarik kembali, laporannya menunggu lagi."
KATA_PUTUSAN = {"ya": "Ya", "tidak": "Tidak"}
KURUN = {"hari": "Hari ini", "bulan": "Bulan ini"}
LAPORAN_TIADA = "Laporan itu sudah tidak ada. Muat ulang halaman untuk melihat daftar yang baru."

RENTANG_SALAH = "Rentang itu tidak dikenal. Pilih rentang dari daftar."
NAMA_PENILAIAN, NAMA_RAKOR = "rekap-penilaian", "lembar-rakor"
PERSEN = "{utuh},{pecah} %"
