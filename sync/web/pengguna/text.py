"""What the pages of people who log in say."""

from __future__ import annotations

SANDI_DIGANTI = "Kata sandi sudah diganti. Perangkat lain yang masih masuk sudah dikeluarkan."
KELUAR = "Anda sudah keluar."
KELUAR_LAIN = "Semua perangkat lain sudah dikeluarkan."
TERSIMPAN = "Perubahan untuk {nama} sudah disimpan."
DIMATIKAN = "{nama} tidak dapat masuk lagi."
DINYALAKAN = "{nama} dapat masuk lagi."
HARI_TERBALIK = "Hari ini lebih awal daripada Dari hari. Tukar keduanya, atau kosongkan salah satu."
HARI_SALAH = "Tulis hari sebagai tanggal/bulan/tahun, misalnya 20/11/2026, atau kosongkan."

# the page of the log
JENIS_JEJAK = {
    "": "Semua", "baca": "Membaca data pribadi", "unduh": "Mengunduh", "masuk": "Masuk dan gagal masuk",
    "hak": "Mengubah hak", "tolak": "Ditolak",
}  # fmt: skip
MEMBACA = "Membaca {apa} di halaman {halaman}"
MENGUNDUH = "Mengunduh {apa} dari halaman {halaman}"
DITOLAK = "Ditolak membuka halaman {halaman}"
HALAMAN_LAIN = "lain"
DATA = "data"
BERKAS = {"pdf": "berkas PDF", "lsx": "berkas Excel"}


SISA_SARAN = "Buat kode baru di halaman Akun saya."


def sisa(kode: int) -> str:
    """Say how many codes of the paper are left, where they are few."""
    ada = f"Tinggal {kode} kode pemulihan" if kode else "Kode pemulihan Anda sudah habis"
    return f"{ada}. Bila HP hilang, tanpa kode itu Anda tidak dapat masuk sendiri."


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
