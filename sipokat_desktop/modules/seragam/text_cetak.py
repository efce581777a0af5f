"""What the papers of module seragam say (DOMAIN §8: F8, F8b, F9)."""

from __future__ import annotations

JUDUL = "DAFTAR TANDA TERIMA {barang} KETUA RT"
TAHUN = "TAHUN {tahun}"
PENGADAAN, SUMBER, KONTRAK, ACARA = "Pengadaan", "Sumber dana", "Kontrak", "Acara"
KELURAHAN_KECIL = "Kelurahan {kelurahan}"
SELA = "; "
TANPA = "belum ada ukuran"
KOSONG = "-"
TEMPAT = "Lubuk Linggau"
TEMPAT_TAHUN = "Lubuk Linggau, \u2026\u2026\u2026\u2026\u2026\u2026\u2026 {tahun}"
YANG_MENYERAHKAN = "Yang menyerahkan,"
SATUAN = "lembar"

MATRIKS_PERLU = "KEBUTUHAN {barang} MENURUT UKURAN"
MATRIKS_SERAH = "PENYERAHAN {barang} MENURUT UKURAN"
MATRIKS_KAKI = "Matriks ukuran \u00b7 {nama}"
NO, NAMA_KELURAHAN, JUMLAH, TANPA_UKURAN, RT_KOSONG, SISA = (
    "No",
    "Kelurahan",
    "Jumlah",
    "Belum ada ukuran",
    "RT kosong",
    "Sisa di tempat",
)
DIBELI, SAMPAI, KURANG, LEBIH = "DIBELI", "SUDAH DATANG", "KURANG", "LEBIH"
DI_KECAMATAN = "Di kantor camat"
JUMLAH_BARIS = "JUMLAH"
DISERAHKAN_BARIS, SISA_BARIS = "DISERAHKAN", "SISA DI TEMPAT"

PENYEDIA, PENYEDIA_KOSONG = "Penyedia {nama}", "Penyedia barang"
KIRIM_ALASAN = "Barang tersebut dari {pengadaan}, dikirim dengan surat jalan nomor {nomor}."
KIRIM_KOLOM = ("No", "Nama barang", "Model", "Ukuran", "Jumlah", "Satuan")
KIRIM_KETENTUAN = (
    "PIHAK KEDUA telah menghitung barang dan menerimanya dalam keadaan baik dan cukup.",
    "PIHAK KEDUA membagikan barang kepada Ketua RT yang berhak dan menyimpan tanda terimanya.",
    "Kekurangan atau kerusakan yang baru diketahui disampaikan tertulis selambat-lambatnya 3 (tiga) hari kerja.",
)
DOKUMEN = {
    "tanda_terima": "Daftar tanda terima seragam",
    "matriks": "Matriks ukuran per kelurahan",
}
TERSIMPAN = "Tersimpan di {berkas}."
