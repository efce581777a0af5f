"""What the import of sizes says."""

from __future__ import annotations

RINGKAS = "{dibaca} baris dibaca: {ubah} ukuran diubah, {sama} sudah sama, {salah} bermasalah."
TANPA_KOLOM = "Pada {nama} tidak ditemukan kolom RT atau nama dan kolom ukuran. Beri judul kolomnya: RT, Nama, Ukuran."
RT_TIDAK_ADA = "RT {rt} tidak ada di Data RT."
NAMA_TIDAK_ADA = "Tidak ada ketua RT bernama {nama}. Tambahkan kolom RT."
RT_BANYAK = "RT {rt} {nama} cocok dengan beberapa RT. Tambahkan kolom kelurahan atau RW."
RT_KOSONG = "RT {rt} tidak punya ketua."
NAMA_LAIN = "RT {rt} dijabat {ketua}, bukan {nama}. Periksa namanya."
KELURAHAN_LAIN = "Kelurahan {nama} bukan wilayah komputer ini."
DUA_UKURAN = "RT {rt} disebut dengan ukuran berbeda ({ukuran}). Sisakan satu."
MENJADI = "{lama} menjadi {baru}"
