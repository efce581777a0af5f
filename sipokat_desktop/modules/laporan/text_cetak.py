"""What the monthly report of an RT says on paper (DOMAIN §8: F5), and the sheet of reports."""

from __future__ import annotations

JUDUL = "LAPORAN KEGIATAN BULANAN KETUA RT"
JUDUL_RT = "{rt} KELURAHAN {kelurahan} KECAMATAN {kecamatan}"
JUDUL_BULAN = "BULAN {bulan}"
KAKI = "Laporan kegiatan \u00b7 {rt} \u00b7 {bulan}"
KETUA, TANPA_KETUA = "Ketua RT", "(kosong)"
MULAI, SAMPAI, DAN = "{nama} (mulai {hari})", "{nama} (sampai {hari})", " dan "
KOLOM = (
    ("No", 8), ("Tanggal", 24), ("Bidang", 30), ("Jenis", 30), ("Uraian dan lokasi", 84), ("Peserta", 15),
    ("Foto", 11), ("Verifikasi lurah", 30), ("Verifikasi camat", 30), ("Kategori", 18),
)  # fmt: skip
TENGAH, KANAN = ("No", "Foto", "Kategori"), ("Peserta",)
LOKASI = "Lokasi: {lokasi}"
KOSONG = "-"
BERUBAH = "(isi berubah sesudahnya)"
TANPA_LAPORAN = "Tidak ada kegiatan yang dilaporkan pada bulan ini."
HITUNG = "Menurut bidang, dari {n} laporan: {bidang}."
BIDANG = "{nama} {n} ({persen} %)"
RINGKAS = (
    "Verifikasi lurah: ya {lurah_ya}, tidak {lurah_tidak}, belum {lurah_belum}. "
    "Verifikasi camat: ya {camat_ya}, tidak {camat_tidak}, belum {camat_belum}. "
    "Kategori kinerja {kinerja}. Tanpa foto {tanpa_foto}."
)
LAMPIRAN = "LAMPIRAN FOTO \u00b7 {rt} \u00b7 {bulan}"
FOTO_JUDUL = "{ke}. {hari} \u00b7 {jenis}"
KETUA_RT = "Ketua {rt}"
TEMPAT = "Lubuk Linggau"
TANPA_RT = "Kelurahan ini belum punya RT. Isi dulu Data RT, lalu cetak lagi."
TERSIMPAN = "Tersimpan di {berkas}."
DOKUMEN = "Laporan kegiatan bulanan RT"

LEMBAR = "Laporan kegiatan"
XLSX_JUDUL = "LAPORAN KEGIATAN KETUA RT"
XLSX_TEMPAT = "KELURAHAN {nama} KECAMATAN {kecamatan}"
XLSX_KEADAAN = "Keadaan {hari}"
XLSX_TERSIMPAN = "{n} laporan tersimpan di {berkas}."
