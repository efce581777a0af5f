"""What the readiness of payment says."""

from __future__ import annotations

from sipokat_desktop.modules.insentif.rekap import kurang

BELUM_DIBUAT, BELUM_DIKUNCI = kurang(ada=False, draf=False), kurang(ada=True, draf=True)

HAL = {
    "tanpa_data": "belum ada data RT",
    "tarif": "tarif belum ditetapkan",
    "daftar_belum": f"{{n}} {BELUM_DIBUAT}",
    "salah": "{n} hal menahan penguncian",
    "nik_ganda": "{n} NIK dipakai dua ketua RT",
    "draf": f"{{n}} {BELUM_DIKUNCI}",
    "belum_masuk": "{n} RT belum masuk daftar",
    "sk_kosong": "{n} RT tanpa SK",
    "sk_habis": "{n} SK habis",
    "sk_terlambat": "{n} SK terbit sesudah bulan yang dibayar",
    "kosong": "{n} RT tanpa ketua",
    "tanpa_tmt": "{n} RT tanpa TMT",
    "laporan": "{n} bulan dengan laporan kurang",
    "kinerja": "{n} RT tanpa angka kinerja",
    "kinerja_beda": "{n} angka kinerja berbeda dari laporannya",
    "tanda": "{n} belum menandatangani",
    "rekening": "{n} RT tanpa rekening",
    "sk_akan_habis": "{n} SK berakhir dalam 90 hari",
    "rangkap": "{n} rangkap jabatan",
    "lain": "{n} temuan lain",
}
"""What can be missing, the gravest first: that sorts the kelurahan."""
_OPERATOR, _LURAH, _KOTA = "Operator kelurahan", "Lurah", "Bagian Tata Pemerintahan"
LANGKAH = {
    "tanpa_data": (_OPERATOR, "mencatat ketua RT di Data RT, lalu menyinkronkan."),
    "tarif": (_KOTA, "menetapkan tarifnya di Ketetapan insentif."),
    "daftar_belum": (_OPERATOR, "menyusun daftar periode ini, lalu Lurah menguncinya."),
    "salah": (_OPERATOR, "membetulkan yang disebut, lalu memperbarui daftarnya."),
    "nik_ganda": (_OPERATOR, "mencocokkan NIK dengan KTP, lalu membetulkannya di Data RT."),
    "draf": (_LURAH, "memeriksa lalu mengunci daftar itu."),
    "belum_masuk": (_OPERATOR, "menyusun daftar susulan untuk bulan itu."),
    "sk_kosong": (_OPERATOR, "mencatat nomor dan tanggal SK di Data RT; bila SK belum terbit, Lurah mengusulkannya."),
    "sk_habis": (_LURAH, "mengusulkan SK baru atau perpanjangan; operator mencatatnya di Data RT."),
    "sk_terlambat": (_LURAH, "menerangkan dasar pembayarannya, atau bulan itu dikeluarkan dari daftar."),
    "kosong": (_LURAH, "menunjuk Plt atau mengadakan pemilihan; operator mencatatnya di Data RT."),
    "tanpa_tmt": (_OPERATOR, "mengisi TMT menurut SK di Data RT."),
    "laporan": ("Ketua RT", "melengkapi laporan; Lurah dan Camat memverifikasi yang menunggu."),
    "kinerja": (_OPERATOR, "mengisi angka kinerja bulan itu, atau mengambilnya dari laporan."),
    "kinerja_beda": (_OPERATOR, "mengambil lagi angka kinerja dari laporan."),
    "tanda": ("Ketua RT", "menandatangani tanda terima; operator mencatatnya."),
    "rekening": (_OPERATOR, "mengisi nomor rekening di Data RT, atau membayar tunai."),
    "sk_akan_habis": (_LURAH, "menyiapkan SK berikutnya sebelum tanggal itu."),
    "rangkap": (_LURAH, "memastikan jabatan mana yang dipegang; operator mencatatnya di Data RT."),
    "lain": (_OPERATOR, "membaca temuan itu sebelum daftarnya dikunci."),
}
"""Who does what next about each of them."""
BERAT = dict.fromkeys(
    ("tanpa_data", "tarif", "daftar_belum", "salah", "nik_ganda", "belum_masuk", "sk_kosong", "sk_habis"), "salah"
)
DAFTAR_BELUM = "Daftar {komponen} periode ini belum dibuat."
BELUM_MASUK = "{bulan} belum masuk daftar {komponen}."
DRAF = "Daftar {nomor} belum dikunci."
TANDA = "Belum menandatangani daftar {nomor}."
LAPORAN_KURANG = "{bulan}: {n} laporan kinerja terverifikasi, {tunggu} menunggu; belum cukup untuk insentif penuh."
TANPA_DATA = "Kelurahan ini belum mencatat RT, atau belum menyinkronkannya."
JUDUL_HAL = {
    "tanpa_data": "Belum ada data RT",
    "tarif": "Tarif belum ditetapkan",
    "daftar_belum": BELUM_DIBUAT.capitalize(),
    "salah": "Menahan penguncian",
    "nik_ganda": "NIK dipakai dua ketua RT",
    "draf": BELUM_DIKUNCI.capitalize(),
    "belum_masuk": "Belum masuk daftar",
    "sk_kosong": "Tanpa SK",
    "sk_habis": "SK habis",
    "sk_terlambat": "SK terbit sesudah bulan yang dibayar",
    "kosong": "Tanpa ketua",
    "tanpa_tmt": "Tanpa TMT",
    "laporan": "Laporan kurang menurut aturan kinerja",
    "kinerja": "Tanpa angka kinerja",
    "kinerja_beda": "Angka kinerja berbeda dari laporannya",
    "tanda": "Belum menandatangani",
    "rekening": "Tanpa rekening",
    "sk_akan_habis": "SK berakhir dalam 90 hari",
    "rangkap": "Rangkap jabatan",
    "lain": "Temuan lain",
}
SEMUA_KOMPONEN = "Semua komponen"
NAMA_F3 = "rekap-kecamatan"
KOSONG = "Belum ada daftar yang dikunci untuk {periode}"
KOSONG_BELUM_DIBUAT = f"{{n}} kelurahan: {BELUM_DIBUAT}."
KOSONG_BELUM_DIKUNCI = f"{{n}} kelurahan: {BELUM_DIKUNCI}."
KOSONG_LUAR = "{n} kelurahan membayar bulan ini lewat daftar triwulan atau rapel yang dihitung di periodenya sendiri."
KOSONG_TANPA_RT = "Belum ada ketua RT yang menjabat pada periode ini, atau kelurahannya belum menyinkronkan datanya."
