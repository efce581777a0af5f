"""Words of module rt, shared by screen, command line and paper."""

JENIS = {"definitif": "Definitif", "plt": "Plt", "diperpanjang": "Diperpanjang"}
CARA = {"pemilihan": "Pemilihan", "musyawarah": "Musyawarah", "penunjukan": "Penunjukan Plt"}
ALASAN_AKHIR = {
    "habis_masa": "Habis masa",
    "mengundurkan_diri": "Mengundurkan diri",
    "meninggal": "Meninggal",
    "pindah": "Pindah",
    "diberhentikan": "Diberhentikan",
    "pemekaran": "Pemekaran RT",
}
KELAMIN = {"L": "Laki-laki", "P": "Perempuan"}
PENERBIT = {"lurah": "Lurah", "camat": "Camat", "wali_kota": "Wali Kota"}
PERAN = {"lurah": "Lurah", "pptk": "PPTK", "bendahara": "Bendahara Pengeluaran Pembantu"}

NAMA_KOSONG = "Nama belum diisi."
NAMA_PANJANG = "Nama paling panjang 100 huruf."
TEKS_PANJANG = "Isian ini terlalu panjang (paling banyak 500 huruf)."
TEKS_ANEH = "Isian ini berisi tanda yang tidak terbaca. Ketik ulang, jangan tempel."
RT_SALAH = "Nomor RT berisi 1 sampai 3 angka, misalnya 03."
HP_SALAH = "Nomor HP berisi 9 sampai 14 angka, misalnya 0812 3456 7890."
NIK_DIPAKAI = "NIK ini sudah terdaftar sebagai Ketua RT {rt}. Buka data tersebut?"
AKHIR_SEBELUM_TMT = "Akhir jabatan tidak boleh sebelum TMT ({tmt})."
RT_TERISI = "RT {rt} masih dijabat {nama}. Akhiri dulu masa jabatannya."
TANGGAL_AKHIR_KOSONG = "Tanggal berakhir belum diisi."
JUMLAH_SALAH = "Jumlah diisi dengan angka, misalnya 53."
PILIHAN_SALAH = "Pilih salah satu: {pilihan}."
TIDAK_ADA = "Data ini sudah tidak ada di komputer ini. Muat ulang halaman."

KOSONG = "kosong"
SK_HABIS = "SK habis {tanggal}"
SK_AKAN_HABIS = "SK berakhir {tanggal}"
TANPA_TMT = "TMT belum diisi"
TANPA_SK = "SK belum diisi"
TANPA_NIK = "NIK belum diisi"
SIAP = "Lengkap"

BELUM_TIBA = "(belum diterima dari kota)"
