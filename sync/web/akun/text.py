"""What the web says to people who log in."""

from __future__ import annotations

SANDI_PENDEK = "Kata sandi paling sedikit {n} huruf. Kalimat pendek yang mudah diingat lebih baik daripada satu kata."
SANDI_MUDAH = "Kata sandi itu mudah ditebak. Pakai beberapa kata yang tidak ada hubungannya dengan nama Anda."
SANDI_BEDA = "Kedua ketikan kata sandi baru tidak sama. Ketik lagi keduanya."
SANDI_TETAP = "Kata sandi baru harus lain dari yang lama."
SANDI_UMUM = (
    "password", "katasandi", "rahasia", "sipokat", "lubuklinggau", "qwertyuiop", "asdfghjkl", "indonesia", "bismillah",
    "sipokatpusat", "kelurahan", "kecamatan", "adminadmin", "selamatpagi", "",
)  # fmt: skip
"""Passwords that are tried first, by their letters alone (none: only figures)."""

MASUK_SALAH = "Nama masuk atau kata sandi tidak cocok. Periksa huruf besar dan kecil, lalu ketik lagi."
SANDI_LEWAT = "Kata sandi pertama itu sudah lewat masanya. Minta yang baru ke atasan Anda atau Kominfo."
KODE_SALAH = "Kode itu tidak cocok. Tunggu kode berikutnya di HP Anda, lalu ketik enam angkanya."
PEMULIHAN_SALAH = "Kode pemulihan itu tidak dikenal atau sudah dipakai. Ketik kode lain dari kertas Anda."
SANDI_LAMA_SALAH = "Kata sandi Anda sekarang tidak cocok. Belum ada yang diubah; ketik lagi."
RAMAI = "Terlalu banyak orang masuk pada saat yang sama."
RAMAI_SARAN = "Belum ada yang diubah; coba lagi beberapa detik lagi."
TERKUNCI = "Terlalu sering salah. Demi keamanan, boleh dicoba {kapan}."

SESI_HABIS = "Waktu untuk masuk sudah habis. Ketik nama masuk dan kata sandi sekali lagi."
PUTUS = {
    "diam": "Anda keluar karena 30 menit tidak dipakai. Masuk lagi; pekerjaan yang sudah disimpan aman.",
    "lama": "Anda masuk lebih dari 12 jam yang lalu. Masuk lagi; pekerjaan yang sudah disimpan aman.",
    "setengah": SESI_HABIS,
    "diakhiri": (
        "Anda sudah keluar, atau kata sandi atau hak masuk Anda diubah. Masuk lagi; pekerjaan yang sudah disimpan aman."
    ),
}
"""Why a session is over (:class:`~sync.web.akun.sesi.Putus`)."""

# the log of who did not get in
NAMA_TAK_DIKENAL = "Nama tidak dikenal"
GAGAL_SANDI = "Gagal masuk dari {alamat}: kata sandi tidak cocok"
GAGAL_NAMA = "Gagal masuk dari {alamat}: nama masuk tidak dikenal"
GAGAL_DITUTUP = "Gagal masuk dari {alamat}: jalan masuknya sudah ditutup"
GAGAL_LEWAT = "Gagal masuk dari {alamat}: kata sandi pertama sudah lewat masanya"
GAGAL_KODE = "Gagal masuk dari {alamat}: kode HP atau kode pemulihan tidak cocok"

LOGIN_SALAH = "Nama masuk terdiri dari 3 sampai 40 huruf kecil, angka, titik atau garis, tanpa spasi."
LOGIN_ADA = "Nama masuk itu sudah dipakai orang lain. Pilih nama masuk lain."
NAMA_KOSONG = "Isi nama orangnya, paling panjang 100 huruf."
PERAN_SALAH = "Pilih peran dan kantor yang ada di daftar."
DIRI_SENDIRI = "Hak Anda sendiri hanya dapat diubah orang lain. Kata sandi Anda diganti di halaman Akun saya."
KOMINFO_TERAKHIR = "Ini orang Kominfo terakhir yang dapat masuk. Tambahkan dulu orang Kominfo lain."
TAK_ADA = "Orang dengan nama masuk {login} tidak ada. Lihat: sipokat-pusat pengguna daftar"
