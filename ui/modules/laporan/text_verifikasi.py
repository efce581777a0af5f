"""What the verification of reports says."""

from __future__ import annotations

JUDUL = {"lurah": "Verifikasi lurah", "camat": "Verifikasi camat"}
BANTUAN = """Laporan tampil satu per satu; yang perlu dilihat lebih dulu, dengan alasannya.

Y  ya, lalu ke laporan berikutnya
T  tidak, dengan catatan untuk ketua RT (catatan yang pernah dipakai ditawarkan)
K  ubah kategori: kinerja atau biasa
J atau panah bawah  berikutnya · H atau panah atas  sebelumnya
F  foto besar · L  laporan mirip berikutnya
Z  urungkan yang terakhir
Alt+S  ya untuk semua yang tidak bermasalah, sebagai satu tindakan
Enter  ubah isi laporan · Esc  kembali"""

KEMAJUAN_KATA = "{i} dari {n} sudah diverifikasi"
SISA = "{perlu} perlu dilihat · {bersih} tidak bermasalah"
SISA_LAGI = " · {n} menyusul"
YA_BERSIH = "Ya untuk {n} yang tidak bermasalah"
YA_BERSIH_KOSONG = "Ya untuk yang tidak bermasalah"
TAK_ADA_BERSIH = "Tidak ada lagi laporan yang tidak bermasalah. Sisanya dilihat satu per satu."
YA = "Ya"
TIDAK = "Tidak"
KATEGORI = "Kategori"
SEBELUM = "Sebelumnya"
SESUDAH = "Berikutnya"
MIRIP = "Mirip lain"
DICATAT_YA = "{rt}: ya."
DICATAT_TIDAK = "{rt}: tidak. {catatan}"
ALASAN_JUDUL = "Mengapa tidak?"
ALASAN_CONTOH = "mis. fotonya bukan kegiatan ini"
ALASAN_PETUNJUK = "Enter mencatat tidak · panah memilih catatan yang pernah dipakai · Esc batal"
ALASAN_KOSONG = "Tulis catatannya, supaya ketua RT tahu apa yang harus diperbaiki."
BERSIH = "Tidak ada yang bermasalah"
SUDAH = "Sudah dicatat: {kata}"
SUDAH_CATATAN = "Sudah dicatat: {kata} · {catatan}"
BANDING = "Laporan yang mirip"
BANDING_KE = "Laporan yang mirip, {i} dari {n}"
INI = "Laporan ini"
BANDING_HILANG = "Laporan yang mirip itu sudah dihapus."
TANPA_FOTO = "Tanpa foto"
KOLOM = ("Putusan", "RT", "Tanggal", "Temuan")
KOLOM_KELURAHAN = "Kelurahan"
KOSONG = "Tidak ada yang menunggu"
KOSONG_ISI = "Semua laporan sudah diverifikasi {siapa}. Laporan baru tampil di sini sesudah dicatat."
KOSONG_CAMAT = "Camat memverifikasi sesudah lurah. Laporan tampil di sini sesudah lurah mencatat ya atau tidak."
SELESAI = "Selesai: {n} laporan diverifikasi"
SELESAI_ISI = "Tidak ada lagi yang menunggu verifikasi {siapa}."
SELESAI_TOMBOL = " Z mengurungkan yang terakhir, Esc kembali ke daftar."
TANPA = "Belum ada laporan"
TANPA_ISI = "Laporan tampil di sini sesudah dicatat."
TANPA_CAMAT = "Laporan tiba di sini sesudah kelurahan mencatat dan menyinkronkannya, lalu lurah memverifikasinya."
KEMBALI = "Kembali ke daftar"
MEMERIKSA = "Memeriksa laporan"
