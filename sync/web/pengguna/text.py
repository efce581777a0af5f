"""What the pages of people who log in say."""

from __future__ import annotations

SANDI_DIGANTI = "Kata sandi sudah diganti. Perangkat lain yang masih masuk sudah dikeluarkan."
KELUAR = "Anda sudah keluar."
KELUAR_LAIN = "Semua perangkat lain sudah dikeluarkan."
TERSIMPAN = "Perubahan untuk {nama} sudah disimpan."
DIMATIKAN = "{nama} tidak dapat masuk lagi."
DINYALAKAN = "{nama} dapat masuk lagi."
SESI_HABIS = "Waktu untuk masuk sudah habis. Ketik nama masuk dan kata sandi sekali lagi."
HARI_SALAH = "Pilih hari dari kalender, atau kosongkan."

# the log of who did what
MASUK = "Masuk dari {alamat}"
GANTI_SANDI = "Mengganti kata sandinya sendiri"
GANTI_FAKTOR = "Memasang kode HP baru untuk dirinya"
GANTI_PEMULIHAN = "Membuat kode pemulihan baru untuk dirinya"
MENAMBAH = "Menambah {nama} ({peran}, {kantor})"
MENGUBAH = "Mengubah {nama} menjadi {peran}, {kantor}"
MENGATUR_ULANG = "Memberi kata sandi pertama baru kepada {nama}"
MENGATUR_ULANG_FAKTOR = "Memberi kata sandi pertama dan kode HP baru kepada {nama}"
MEMATIKAN = "Menutup jalan masuk {nama}"
MENYALAKAN = "Membuka lagi jalan masuk {nama}"
