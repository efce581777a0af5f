"""What the commands of module laporan say."""

from __future__ import annotations

KOSONG = "Belum ada laporan yang cocok."
DICATAT = "Dicatat: {laporan}"
BANYAK_DICATAT = "{n} laporan dicatat."
JUMLAH = (
    "{semua} laporan: lurah ya {lurah_ya}, tidak {lurah_tidak}, belum {lurah_belum}; "
    "camat ya {camat_ya}, tidak {camat_tidak}, belum {camat_belum}; tanpa foto {tanpa_foto}."
)
BARIS = "{kode}  {hari}  {rt}  {jenis}  {uraian}  {putusan}"
PUTUSAN = "lurah {lurah}, camat {camat}"
LAGI = "Ditampilkan {n} yang terbaru. Persempit dengan --bulan atau --rt, atau pakai --banyak."
DIUBAH, TETAP = "Diubah: {laporan}", "Tidak ada yang berubah."
DIHAPUS = "{n} laporan dihapus. Pulihkan dari Sampah bila keliru."
DIVERIFIKASI = "{n} laporan dinyatakan {putusan}, {sudah} sudah begitu sebelumnya."
DITARIK = "Verifikasi {n} laporan ditarik."
KATEGORI = "{n} laporan sekarang {kategori}."
PERIKSA = "{n} laporan menunggu atau perlu dilihat lagi; {ragu} di antaranya perlu diperhatikan."
BERSIH = "Tidak ada laporan yang menunggu."
FOTO_DITAMBAH = "{n} foto ditambahkan."
FOTO_DIHAPUS = "Foto ke-{ke} dihapus."
FOTO_KE = "Laporan ini punya {n} foto. Sebutkan nomor 1 sampai {n}."
TANPA_FOTO = "Laporan ini belum punya foto."
KODE_SALAH = "Laporan {kode} tidak ada di sini. Lihat kodenya di “sipokat laporan daftar”."
KODE_BANYAK = "Kode {kode} cocok dengan {n} laporan. Tulis lebih panjang."
SETELAN = "Bidang Keagamaan {keadaan} di kelurahan ini."
DIPAKAI = {"ya": "dipakai", "tidak": "tidak dipakai"}
RENTANG_GANDA = "Pakai --bulan, atau --dari dan --sampai, jangan keduanya."
"""Words of the command line; those of the acts themselves stand in text.py."""
