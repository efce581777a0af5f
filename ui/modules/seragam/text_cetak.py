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
    "serah": "Simpan tanda terima ke Excel…",
    "belum": "Simpan yang belum mengambil ke Excel…",
    "ukuran": "Simpan daftar ukuran ke Excel…",
    "stok": "Simpan stok ke Excel…",
    "matriks": "Simpan ukuran per kelurahan ke Excel…",
}
EXCEL_NAMA = "seragam-{apa}-{tahun}-{hari}"
