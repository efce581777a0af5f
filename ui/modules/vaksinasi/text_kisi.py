"""What the grid of a date and the history of an RT say."""

from __future__ import annotations

JUDUL = "Isi angka vaksinasi"
SUB = (
    "Jumlah orang seluruhnya sejak program mulai. Angka abu-abu adalah angka sebelumnya; kosongkan bila tidak berubah."
)
UTAMA = "Simpan angka"
L_PROGRAM, L_TANGGAL = "Program", "Tanggal"
C_PROGRAM, C_TANGGAL = "COVID-19", "8/12/2026"
KOLOM_RT = "RT"
KOLOM_KET = "Pemeriksaan"
SATU_RT = "RT {rt} · {nama}"
RT_KOSONG = "RT {rt}"
JUMLAH = "Jumlah"
ALASAN = "Alasan"
C_ALASAN = "mis. salah hitung"
NAMA_SEL = "{rt}, {isian}"
SEBELUM = "Sebelumnya {n}, {tanggal}"
BUKAN_ANGKA = "“{teks}” bukan angka."
TERSIMPAN = "Angka {n} RT dicatat untuk {tanggal}."
TERSIMPAN_UBAH = "Angka {n} RT dicatat dan {ubah} RT diubah untuk {tanggal}."
HANYA_UBAH = "Angka {ubah} RT diubah untuk {tanggal}."
SAMA = "Tidak ada angka yang berubah."
DITEMPEL = "{n} angka ditempelkan dari Excel."
DITEMPEL_LEBIH = "{n} angka ditempelkan. Baris atau kolom di luar tabel tidak dipakai."

RIWAYAT_JUDUL = "Angka vaksinasi {program} · RT {rt}"
RIWAYAT_KOLOM = ("Tanggal", "Sasaran", "Dosis 1", "Dosis 2", "Booster", "Alasan atau pemeriksaan")
RIWAYAT_UBAH = "Ubah"
RIWAYAT_HAPUS = "Hapus angka ini"
RIWAYAT_KOSONG = "Belum ada angka RT ini"
RIWAYAT_KOSONG_ISI = "Isi dengan Ctrl+N."
UBAH_JUDUL = "Ubah angka RT {rt}, {tanggal}"
DIUBAH = "Angka RT {rt} diubah."
DIHAPUS = "Angka RT {rt} tanggal {tanggal} dihapus."
L_ALASAN = "Alasan bila angka turun"
L_CATATAN = "Catatan"
