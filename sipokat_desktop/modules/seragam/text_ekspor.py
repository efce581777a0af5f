"""What the tables of module seragam say in a spreadsheet."""

from __future__ import annotations

LEMBAR = {
    "ukuran": "Ukuran", "stok": "Stok", "serah": "Penyerahan", "belum": "Belum menerima", "matriks": "Kebutuhan",
}  # fmt: skip
JUDUL = {
    "ukuran": "UKURAN SERAGAM",
    "stok": "STOK SERAGAM",
    "serah": "PENYERAHAN SERAGAM",
    "belum": "KETUA RT YANG BELUM MENERIMA",
    "matriks": "KEBUTUHAN SERAGAM PER KELURAHAN",
}
KEADAAN = "Keadaan {hari}"
TEMPAT = "Kelurahan {nama} Kecamatan {kecamatan}"
BANYAK = "{n} kelurahan"
KOSONG = "(kosong)"
JUMLAH = "Jumlah"
DIBELI, SAMPAI = "Dibeli", "Sudah datang"
KURANG = "Kurang"
