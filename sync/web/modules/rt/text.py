"""Words of the roster of the city."""

from __future__ import annotations

JUDUL = "Ketua RT"
PRIBADI_ROSTER = "nama ketua RT dan NIK yang disamarkan"
PRIBADI_DAFTAR = "daftar ketua RT dengan alamat, HP, dan NIK yang disamarkan"
PRIBADI_KARTU = "alamat, HP, dan rekening ketua RT"
PRIBADI_NIK = "NIK ketua RT"
SEMUA_KECAMATAN, SEMUA_KELURAHAN = "Semua kecamatan", "Semua kelurahan"
SARINGAN = (
    ("semua", "Semua"), ("menjabat", "Menjabat"), ("kosong", "Jabatan kosong"), ("habis", "SK habis"),
    ("akan_habis", "SK habis dalam 90 hari"), ("plt", "Plt"), ("tanpa_sk", "Tanpa SK"),
    ("tanpa_nik", "Tanpa NIK"), ("tanpa_rekening", "Tanpa rekening"),
)  # fmt: skip
WARNA = {"baik": "baik", "awas": "perhatian", "salah": "salah"}
ISIAN = ("TMT", "nomor SK", "NIK", "rekening")
KURANG = "Belum diisi: {isi}"
NAMA_BERKAS = "ketua-rt"
