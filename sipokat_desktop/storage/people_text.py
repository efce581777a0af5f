"""Words about the people at an office computer: names, PINs, roles, and whose word an act needs."""

NAMA_KOSONG = "Nama Anda belum diisi."
NAMA_ADA = "Nama {nama} sudah ada di komputer ini. Tambahkan nama tengah atau gelarnya."
NAMA_DIPAKAI_SISTEM = "Nama tidak boleh berisi “disetujui”."
PIN_PENDEK = "PIN paling sedikit 4 angka."
PIN_MUDAH = "PIN ini terlalu mudah ditebak. Pilih angka lain."
PIN_SALAH = "PIN salah. Coba lagi."
PIN_TUNGGU = "PIN sudah {n} kali salah. Data tetap aman; coba lagi {lama} lagi, atau pilih Lupa PIN."
PIN_PERLU = "{kepala} memerlukan PIN, supaya persetujuannya tidak dapat dipakai orang lain."
RESET_TANPA_LURAH = "Belum ada {kepala} yang dinamai di komputer ini. Pakai kode pemulihan dari lembar kantor."
DETIK, MENIT = "{n} detik", "{n} menit"
TERAKHIR = "Ini orang terakhir di komputer ini. Tambahkan orang lain dulu."
TAK_DIKENAL = "Nama {nama} tidak ada di komputer ini. Yang ada: {ada}."
BUKAN_LURAH = "{nama} bukan {kepala}. Pilih nama {kepala}."

PERAN = {"operator": "Operator", "bendahara": "Bendahara", "lurah": "{kepala}"}
"""The roles; the last one is the head of the office, whatever its kind (``users.roles``)."""
DISETUJUI = "{oleh}, disetujui {penyetuju}"
ANTARA = ", disetujui "
"""What stands between the one who did something and the one who approved it."""

PERLU_LURAH = "{apa} memerlukan persetujuan {kepala}. Belum ada yang diubah; minta {kepala} memasukkan PIN-nya."
MENGUNCI = "Mengunci daftar"
MEMUTUSKAN = "Keputusan ini"
MENGATUR_ORANG = "Mengatur orang di komputer ini"
ORANG_LAIN = (
    "Pembayaran ini dicatat oleh {nama}, jadi orang lain yang memutuskan pembayaran gandanya. Belum ada yang diubah. "
    "Minta {kepala} menyetujuinya; bila tidak ada orang lain di kantor ini, kota yang memutuskan."
)
SIAPA_MEMUTUSKAN = "Pembayaran ganda diputuskan orang yang dikenal. Belum ada yang diubah."
TANPA_BUKTI = "Yang mengerjakan masuk dengan PIN dulu; di baris perintah: --oleh NAMA --pin-dari BERKAS."
SEDANG_BEKERJA = "{nama} sedang bekerja di sini. Ganti orang dulu (F10), lalu nonaktifkan."
