"""Words of writing a table to .xlsx."""

PILIH = "Simpan lembar Excel sebagai"
JENIS = "Lembar kerja Excel (*.xlsx)"
SEDANG = "Menulis lembar Excel"
SELESAI = "{n} baris ditulis ke {berkas}."
