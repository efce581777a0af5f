"""What is said while heads of RT are invited: all, by kecamatan, one by one, from a sheet; mended and taken back."""

from __future__ import annotations

JUDUL = "Undang ketua RT"
SUB = "{nama}"
CARA = (("semua", "Semua"), ("wilayah", "Per {apa}"), ("pilih", "Pilih sendiri"))
KECAMATAN, KELURAHAN = "kecamatan", "kelurahan"
TANPA_RT = "Belum ada ketua RT yang dapat diundang. Isi dulu Data RT."
WILAYAH_KOLOM = ("Kecamatan", "Ketua RT", "Sudah diundang")
WILAYAH_KOLOM_KEL = ("Kelurahan", "Ketua RT", "Sudah diundang")
PILIH_KOLOM = ("Kelurahan", "RT", "Nama")
CARI = "Ketik nama, nomor RT, atau kelurahan"
TANDAI_TAMPAK = "Tandai yang tampak"
LEPAS_TANDA = "Lepas semua tanda"
KOSONG_CARI = "Tidak ada yang cocok"
KOSONG_CARI_ISI = "Kurangi huruf yang diketik. Yang sudah diundang tidak tampak di sini."
SEMUA_SUDAH = "Semua ketua RT sudah diundang."
AKAN = "{n} ketua RT akan diundang."
NIHIL = "Belum ada yang dipilih."
SUDAH = "{n} sudah diundang."
LOWONG = "{n} RT tanpa ketua dilewati."
LUAR_SASARAN = "{n} orang tidak punya sesi: kecamatannya tidak termasuk sasaran sesi mana pun."
UTAMA = "Undang {n}"
UTAMA_KOSONG = "Undang"
BERHASIL = "{n} ketua RT diundang."
DARI_LEMBAR = "Dari lembar Excel…"
MENGUNDANG = "Membuat undangan"
MENGHITUNG = "Menghitung ketua RT"

# mended and taken back
DIPERBARUI = "{n} undangan disesuaikan."
PERBARUI_NIHIL = "Semua undangan sudah atas nama ketua RT yang sekarang."
TARIK_JUDUL = "Tarik undangan?"
TARIK_ISI = "{nama} tidak lagi diundang. Bila kehadirannya sudah tercatat, undangannya tetap."
TARIK_ISI_BANYAK = "{n} orang tidak lagi diundang. Yang sudah tercatat kehadirannya tetap diundang."
TARIK_UTAMA = "Tarik undangan"
DITARIK = "{n} undangan ditarik."

# from a sheet
IMPOR_PILIH = "Pilih lembar dengan nama yang diundang"
IMPOR_SARING = "Lembar (*.xlsx *.xlsm *.xls *.ods *.csv *.txt)"
IMPOR_BACA = "Membaca {berkas}"
IMPOR_JUDUL = "Undang dari {berkas}"
IMPOR_SUB = "Belum ada yang disimpan. Periksa, lalu undang yang dikenali."
IMPOR_KOLOM = ("Baris", "Kelurahan", "RT", "Nama", "Akan terjadi")
IMPOR_SARINGAN = (
    ("semua", "Semua"), ("undang", "Akan diundang"), ("sudah", "Sudah diundang"), ("salah", "Tidak dikenali"),
)  # fmt: skip
IMPOR_NASIB = {"undang": "Akan diundang", "sudah": "Sudah diundang", "salah": "Tidak dikenali"}
IMPOR_KOSONG = "Tidak ada baris di saringan ini"
IMPOR_KOSONG_ISI = "Pilih Semua untuk melihat seluruh lembar."
IMPOR_TUTUP = "Tutup"
