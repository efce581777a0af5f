"""What the verification of reports says."""

from __future__ import annotations

JUDUL = {"lurah": "Verifikasi lurah", "camat": "Verifikasi camat"}
BANTUAN = """Laporan tampil satu per satu; yang perlu dilihat lebih dulu, dengan alasannya.

Y  ya, lalu ke laporan berikutnya
T  tidak, dengan catatan untuk ketua RT (catatan yang pernah dipakai ditawarkan)
K  ubah kategori: kinerja atau biasa
J atau panah bawah  berikutnya · H atau panah atas  sebelumnya
F  foto besar · L  laporan lain yang mirip
Z  urungkan yang terakhir
Alt+S  setujui semua yang tanpa catatan pemeriksaan, sebagai satu tindakan
Enter  ubah isi laporan · Esc  kembali"""

KEMAJUAN_KATA = "{i} dari {n} sudah diverifikasi"
SISA = "{perlu} perlu dilihat · {bersih} tanpa catatan"
SISA_LAGI = " · {n} menyusul"
SETUJUI = "Setujui {n} yang tanpa catatan"
SETUJUI_KOSONG = "Setujui yang tanpa catatan"
DISETUJUI = "{n} laporan disetujui {siapa}."
TAK_ADA_BERSIH = "Tidak ada lagi laporan tanpa catatan. Sisanya dilihat satu per satu."
YA = "Ya"
TIDAK = "Tidak"
KATEGORI = "Kategori"
SEBELUM = "Sebelumnya"
SESUDAH = "Berikutnya"
DICATAT_YA = "{rt}: ya."
DICATAT_TIDAK = "{rt}: tidak. {catatan}"
ALASAN_JUDUL = "Mengapa tidak?"
ALASAN_CONTOH = "mis. fotonya bukan kegiatan ini"
ALASAN_PETUNJUK = "Enter mencatat tidak · panah memilih catatan yang pernah dipakai · Esc batal"
ALASAN_KOSONG = "Tulis catatannya, supaya ketua RT tahu apa yang harus diperbaiki."
BERSIH = "Tidak ada catatan pemeriksaan"
SUDAH = "Sudah dicatat: {kata}"
SUDAH_CATATAN = "Sudah dicatat: {kata} · {catatan}"
BANDING = "Laporan yang mirip"
BANDING_KE = "Laporan yang mirip, {i} dari {n} · L berikutnya"
INI = "Laporan ini"
BANDING_HILANG = "Laporan yang mirip itu sudah dihapus."
TANPA_FOTO = "Tanpa foto"
KOLOM = ("", "RT", "Tanggal", "Yang perlu dilihat")
KOLOM_KELURAHAN = "Kelurahan"
KOSONG = "Tidak ada yang menunggu"
KOSONG_ISI = "Semua laporan sudah diverifikasi {siapa}. Laporan baru tampil di sini sesudah dicatat."
KOSONG_CAMAT = "Camat memverifikasi sesudah lurah. Laporan tampil di sini sesudah lurah mencatat ya atau tidak."
SELESAI = "Selesai: {n} laporan diverifikasi"
SELESAI_ISI = "Tidak ada lagi yang menunggu verifikasi {siapa}."
KEMBALI = "Kembali ke daftar"
MEMERIKSA = "Memeriksa laporan"
