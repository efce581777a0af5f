"""Words of the decision about a cancelled list on which payments stand."""

JENIS = "Dibayar, daftarnya batal"
ATURAN = (
    "Daftar ini dibatalkan di satu komputer, sedangkan di komputer lain penerimaannya dicatat. Uang itu tidak ada di "
    "daftar mana pun sampai ada yang memutuskan, dan bulannya belum dapat dibayar lagi."
)
KATA = "{n} penerima tercatat menerima {jumlah}. Catatan daftar: {alasan}."
PENERIMA = "Nomor {no} · RT {rt} · {nama} · {bulan} · {jumlah}"

BERLAKU = "Daftar berlaku lagi"
BERLAKU_ISI = "Uangnya memang keluar menurut daftar ini. Daftar kembali dikunci seperti semula; catatannya tetap."
KEMBALI_ISI = (
    "Uangnya sudah kembali ke kantor. Catatannya dibatalkan pada tanggal itu; bulannya dapat disusun di daftar baru."
)
SALAH_ISI = "Uangnya tidak pernah keluar. Catatannya dibatalkan; bulannya dapat disusun di daftar baru."
ALASAN_BERLAKU = "Uang sudah diterima semua ketua RT"
ALASAN_SALAH = "Dicatat sebelum tahu daftarnya dibatalkan"
STS, STS_CONTOH = "Nomor STS (bila disetor)", "0012/2026"
BARIS, BARIS_CONTOH = "Hanya nomor urut (kosong: semua)", "3,7"
CATATAN = "Berlaku lagi: {alasan}"

SEBELUM_BAYAR = "Tanggal {hari} lebih dahulu dari hari uangnya diterima ({bayar}). Periksa tanggalnya."
NOMOR_URUT = "Nomor urut ditulis dengan angka dan koma, misalnya 3,7. Kosongkan untuk semua penerima."
TIDAK_DIBAYAR = "Nomor urut {no} tidak tercatat menerima dari daftar ini. Lihat nomornya di atas jalan keluar."
BELUM_PERNAH_DIKUNCI = (
    "Daftar {nomor} belum pernah dikunci, jadi tidak dapat berlaku lagi. Catat uangnya kembali, lalu susun daftar baru."
)
BULAN_DI_DAFTAR_LAIN = (
    "{bulan} untuk RT {rt} {nama} sudah ada di daftar lain, jadi daftar ini tidak dapat berlaku lagi. "
    "Catat uangnya kembali, atau batalkan dulu daftar yang lain itu."
)
TINDAKAN = {
    "putuskan.dikembalikan": "Pembayaran ganda: uang dikembalikan",
    "putuskan.diperhitungkan": "Pembayaran ganda: perhitungkan ke bulan lain",
    "putuskan.salah catat": "Pembayaran ganda: salah catat",
    "putuskan.daftar berlaku lagi": "Daftar berlaku lagi",
    "putuskan.uang kembali": "Uang dari daftar batal kembali",
    "putuskan.tidak dibayar": "Batalkan catatan di daftar batal",
}
"""What people call these acts."""
