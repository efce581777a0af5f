"""Words of the simulation."""

JUDUL = "Simulasi: bagaimana bila"
HITUNG = "Hitung"
EXCEL = "Simpan ke Excel…"
SIMPAN = "Simpan sebagai ketetapan…"
MENGHITUNG = "Menghitung simulasi"
BELUM = "Isi di kiri yang ingin dicoba, lalu tekan Hitung. Tidak ada yang disimpan."
BELUM_TABEL = "Belum dihitung"
BELUM_TABEL_ISI = "Hasilnya tampil di sini: anggaran per bulan, dan siapa yang bertambah atau berkurang."
TANPA_KOMPONEN = "Belum ada komponen insentif"
TANPA_KOMPONEN_ISI = "Sinkronkan untuk mengambil ketetapan kota, atau tetapkan komponen dan tarif di Ketetapan."
KE_KETETAPAN = "Buka Ketetapan"

KOMPONEN = "Komponen"
TAHUN = "Tahun anggaran"
JUMLAH = "Tarif baru per bulan"
MULAI = "Mulai bulan"
BATAS = "Laporan paling sedikit sebulan"
PERSEN = "Bila kurang, dibayar (persen)"
HARI = "Bulan pergantian ketua"
SKEMA = "PPh 21"
TETAP = "Tetap seperti sekarang"
HARI_ACUAN = {
    "1": "Untuk yang menjabat tanggal 1",
    "15": "Untuk yang menjabat tanggal 15",
    "0": "Dibagi menurut hari",
}
PERSEN_SALAH = "Tulis persennya dari 0 sampai 100, misalnya 50."
LENGKAPI_MULAI = "Pilih bulan mulai berlakunya."
LENGKAPI_BATAS = "Tulis paling sedikit berapa laporan, misalnya 3."
KOSONG_SEMUA = "Isi sedikitnya satu hal yang ingin dicoba."

SARINGAN = (("bulan", "Per bulan"), ("rugi", "Berkurang"), ("untung", "Bertambah"), ("tetap", "Tetap"))
KOLOM_BULAN = ("Bulan", "Sekarang", "Nanti", "Selisih", "Penerima")
KOLOM_RT = ("RT", "Nama", "Sekarang", "Nanti", "Selisih", "Sebab")
JUMLAH_BAWAH = "Setahun"
PAGU = "Pagu {tahun}: {pagu}. Sesudah perubahan: {nanti}{lebih}."
PAGU_LEBIH = ", melebihi pagu {lebih}"
PAGU_BELUM = "Pagu {tahun} belum dicatat di Ketetapan."
PPH = "PPh 21: {kini} menjadi {nanti}."
TAK_ADA = "Tidak ada"
EXCEL_NAMA = "simulasi-{komponen}"
BUKAN_KANTOR = (
    "Komponen ini ditetapkan kota, jadi hasilnya tidak dapat disimpan di kantor ini. Usulkan kepada Bagian Tapem."
)
BANTUAN = "Ctrl+H menghitung, Esc kembali."
