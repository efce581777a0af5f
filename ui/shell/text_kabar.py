"""Words of the notices: they may be read by whoever stands before the screen, so they say no name and no figure of a
person."""

KEPUTUSAN = "Ada hal baru yang perlu diputuskan."
SINKRON = "Sudah lebih dari satu hari belum terhubung dengan kota. Data aman di komputer ini; periksa sambungannya."
CADANGAN = "Cadangan terakhir sudah lebih dari dua hari. Data aman; buat cadangan sekarang."
BUKA = "Buka"
KARTU = "Kabar di sudut layar"
KARTU_ISI = (
    "Kabar muncul hanya bila ada yang perlu Anda: keputusan, kota lama tidak terhubung, atau cadangan tertunda. "
    "Nama orang dan uang tidak pernah disebut."
)
PILIH = "Tampilkan kabar"
PILIHAN = (("1", "Ya"), ("0", "Tidak"))
DIPILIH = "Tampilkan kabar: {pilihan}."
