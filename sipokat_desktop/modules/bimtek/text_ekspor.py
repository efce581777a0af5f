"""What the tables of an event say."""

from __future__ import annotations

LEMBAR = {"undangan": "Daftar undangan", "sesi": "Sesi"}
JUDUL = {"undangan": "Daftar Undangan", "sesi": "Sesi"}
KEADAAN = "Keadaan {hari}"
TEMPAT = "Kelurahan {nama}, Kecamatan {kecamatan}"
KOSONG = "(kosong)"
ATAS_NAMA = "Surat atas nama {nama}"
TANPA_KETUA = "Tidak ada ketua pada hari itu"
