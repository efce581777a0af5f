"""What F6 says: the rekap of how RT or kelurahan are doing with their reports, on paper and as a sheet."""

from __future__ import annotations

JUDUL = "REKAP PENILAIAN KEGIATAN {siapa}"
SIAPA = {"rt": "KETUA RT", "kelurahan": "PER KELURAHAN"}
TEMPAT = "{tempat} KECAMATAN {kecamatan}"
KAKI = "Rekap penilaian · {tempat} · {rentang}"
LEMBAR = "Rekap penilaian"
KODE, KECAMATAN = "Kode", "Kecamatan"
NO, RT, KETUA, KELURAHAN, RT_AKTIF = "No", "RT", "Ketua RT", "Kelurahan", "RT dengan laporan"
LAPORAN, BAGIAN, URUTAN = "Laporan", "Bagian", "Urutan"
BIDANG = {"1": "Pemerin- tahan", "2": "Kesling", "3": "Kamtib", "4": "Sosial", "5": "Keaga- maan"}
BIDANG_LENGKAP = {"1": "Pemerintahan", "2": "Kesling", "3": "Kamtib", "4": "Sosial", "5": "Keagamaan"}
KINERJA, BIASA = "Kinerja", "Biasa"
LURAH_YA, LURAH_TIDAK, LURAH_BELUM = "Lurah ya", "Lurah tidak", "Lurah belum"
CAMAT_YA, CAMAT_TIDAK = "Camat ya", "Camat tidak"
NILAI, BULAN = "Dinilai kinerja", "Bulan terisi"
JUMLAH, AKTIF, PERSEN = "JUMLAH", "{aktif} dari {rt}", "{n} %"
KOSONG = "–"
KEPALA_RT = "RT dengan laporan"
KEPALA_LURAH, KEPALA_SEPI, KEPALA_SIBUK = "Lurah ya", "Tersepi", "Tersibuk"
DEFINISI = (
    "Bagian: dari semua laporan pada lembar ini. Urutan: menurut banyaknya laporan; "
    "yang sama banyak mendapat urutan yang sama.",
    "Bulan terisi: bulan yang ada laporannya. RT dengan laporan: sedikitnya satu, dari RT yang dihitung.",
)
TERSIMPAN = "Tersimpan di {berkas}."
AKHIRAN = "Nama berkas harus berakhir .pdf atau .xlsx."
TEMPAT_TANDA = "Lubuk Linggau, {hari}"
