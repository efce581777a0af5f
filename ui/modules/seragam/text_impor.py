"""Words of the import of sizes."""

PILIH = "Pilih lembar ukuran"
SARING = "Lembar kerja (*.xlsx *.xlsm *.xls *.ods *.csv *.txt)"
MEMBACA = "Membaca {berkas}"
JUDUL = "Ukuran dari {berkas}"
SUB = "Kolom yang dibaca: RT, Nama, Ukuran, Model, cm. Belum ada yang disimpan; Data RT ikut berubah setelah disimpan."
SARINGAN = (("semua", "Semua"), ("ubah", "Berubah"), ("sama", "Sudah sama"), ("salah", "Bermasalah"))
KOLOM = ("Baris", "RT", "Nama", "Ukuran", "Yang terjadi")
NASIB = {"ubah": "Disimpan", "sama": "Sudah sama", "salah": "Dilewati"}
KOSONG = "Tidak ada baris di saringan ini"
KOSONG_ISI = "Pilih saringan Semua untuk melihat baris yang lain."
UTAMA = "Simpan {n} ukuran"
TUTUP = "Tutup"
MENYIMPAN = "Menyimpan ukuran"
SELESAI = "{n} ukuran disimpan, juga di Data RT."
