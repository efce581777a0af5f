"""What the import of sizes says."""

from __future__ import annotations

RINGKAS = "{dibaca} baris dibaca: {ubah} ukuran diubah, {sama} sudah sama, {salah} bermasalah."
TANPA_KOLOM = "Pada {nama} tidak ditemukan kolom RT atau nama dan kolom ukuran. Beri judul kolomnya: RT, Nama, Ukuran."
DUA_UKURAN = "RT {rt} disebut dengan ukuran berbeda ({ukuran}). Sisakan satu."
MENJADI = "{lama} menjadi {baru}"
