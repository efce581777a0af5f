"""Words of the public pages and of the files of open data."""

from __future__ import annotations

SUMBER = "Pemerintah Kota Lubuk Linggau, Sipokat Pusat"
LISENSI = f"Boleh dipakai, diolah, dan dibagikan siapa saja, juga untuk usaha, dengan menyebut sumbernya: {SUMBER}."
KOSONG = "Angka 0 berarti dicatat dan tidak ada; sel kosong berarti belum dikirim kelurahan atau belum dicatat."
TANGGAL = "Data sampai {hari}, seperti yang sudah tiba di server kota pada {saat} WIB."
BELUM_KIRIM = "Kelurahan ini belum mengirim data ke kota."
BELUM = "belum dikirim"
JENIS = {True: "bilangan bulat", False: "teks"}
