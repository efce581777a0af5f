"""Words of the answers to a decision, on the desktop and on the web."""

JENIS = {
    "isian berbeda": "Isian berbeda",
    "isian diganti": "Isian diganti",
    "hapus tertahan": "Hapus atau tidak",
    "dibatalkan di dua komputer": "Batal dua kali",
    "pembatalan berbeda": "Batal berbeda",
    "ditahan kota": "Ditahan kota",
    "ditolak kota": "Ditolak kota",
}
ATURAN = {
    "isian berbeda": (
        "Diubah di dua komputer tanpa saling melihat. Selama belum diputuskan, yang sampai lebih dulu di kota dipakai "
        "dan pembayaran baru untuk data ini menunggu."
    ),
    "isian diganti": "Diubah di dua komputer tanpa saling melihat. Aturannya: yang terakhir diisi dipakai.",
    "hapus tertahan": "Dihapus di satu komputer dan diubah di komputer lain tanpa saling melihat.",
    "pembatalan berbeda": "Dua orang membatalkan catatan yang sama tanpa saling melihat. Periksa ke mana uangnya.",
    "ditahan kota": "Perubahan ini tidak hilang, tetapi belum berlaku sebelum diterima kecamatan atau kota.",
    "ditolak kota": "Perubahan ini tidak berlaku di kota. Isinya tetap ada di bawah ini.",
}
DIPAKAI, LAIN = "Sekarang dipakai", "Isian lain"
PAKAI = "Pakai yang ini"
SIAPA = "{siapa} · {kapan}"
SESEORANG = "komputer lain"
DIPUTUS = "Diputuskan oleh {nama}."
TERSIMPAN = "Keputusan disimpan: {apa}. Semua komputer mengikutinya setelah sinkron."
RIWAYAT = "Riwayat"
RIWAYAT_BARIS = "{kapan}  {siapa} mengubah {isian} menjadi {nilai}"
RIWAYAT_BARU = "{kapan}  {siapa} mencatat data ini"
HAPUS_JUGA, BIARKAN = "Hapus juga", "Biarkan terhapus"
HAPUS_ISI = "Isian yang menyusul ikut terhapus dari layar. Riwayatnya tetap ada."
JANGAN, HIDUPKAN = "Jangan hapus", "Hidupkan lagi dengan isian itu"
JANGAN_ISI = "Data tetap ada dengan isian yang terbaru."
HIDUPKAN_ISI = "Data kembali seperti sebelum dihapus, dengan isian yang menyusul."
TAK_DAPAT_HIDUP = "Isi lamanya tidak ada di komputer ini. Hidupkan di komputer yang menghapusnya."
DIHAPUS_OLEH = "Dihapus: {siapa}"
DIUBAH_OLEH = "Diubah: {siapa}"
TUTUP, DITUTUP = "Tutup", "ditutup"
TUTUP_ISI = "Anda sudah membacanya. Isi ulang lewat halamannya bila masih perlu."
CARA_TUTUP = (TUTUP, TUTUP_ISI, DITUTUP)
CARA_TARIK = ("Tarik isian ini", "Isian ini tidak berlaku lagi. Kota tidak perlu memutuskannya.", "ditarik")
MAU_DITULIS = "Yang mau ditulis"
MAU_DIHAPUS = "Data ini mau dihapus."
CATATAN = "Catatan {ke}"
GANDA_PILIH = "Yang ini"
GANDA_LAIN = "Sebaiknya diputuskan orang lain: catatan ini Anda sendiri yang menulis."
GANDA_HARUS = (
    "Anda mencatat salah satu pembayaran ini, jadi orang lain yang memutuskan. {kepala} dapat menyetujuinya di sini."
)
GANDA_HARUS_TANPA = (
    "Anda mencatat salah satu pembayaran ini, jadi orang lain yang memutuskan: rekan lain masuk dengan F10. Bila tidak "
    "ada orang lain di kantor ini, biarkan saja; kota yang memutuskan."
)
GANDA_SELESAI = "{jalan} dicatat. Jejaknya tetap tersimpan dan dikirim ke kota."
BATAL_OLEH = "Dibatalkan: {siapa}"
CATAT_LAGI = "Catat lagi"
TETAP, TETAP_ISI = "Tetap seperti tercatat", "Uangnya berada di tempat yang tercatat sekarang: {isi}."
TANPA_GANTI = "tidak dipakai untuk bulan lain"
LEPAS, LEPAS_ISI = (
    "Batalkan penggantinya",
    "Uangnya tidak dipakai untuk {isi}. Bila untuk bulan lain, catat lalu di daftar bulan itu.",
)
BULAN_HABIS = "Tidak ada bulan lain yang dapat dipakai."
