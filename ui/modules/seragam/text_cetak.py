"""Words of the papers and files of a purchase."""

F8 = "Tanda terima…"
F8_NAMA = "tanda-terima-seragam"
F8B = "Ukuran per kelurahan…"
F8B_NAMA = "ukuran-per-kelurahan"
F9 = "Berita acara kiriman…"
F9_NOMOR = "Berita acara kiriman {nomor}…"
F9_NAMA = "bast-{nomor}"
JUDUL = "{apa} · {nama}"
SEMUA = "Semua ketua RT"
ACARA = "Acara: {acara}"
PILIH_KIRIMAN = "Pilih dulu kirimannya: buka tabel Kiriman, pilih barisnya, lalu Ctrl+P lagi."
EXCEL = {
    "serah": "Tanda terima ke Excel…",
    "belum": "Yang belum mengambil ke Excel…",
    "ukuran": "Daftar ukuran ke Excel…",
    "stok": "Stok ke Excel…",
    "matriks": "Ukuran per kelurahan ke Excel…",
}
EXCEL_NAMA = "seragam-{apa}-{tahun}-{hari}"
