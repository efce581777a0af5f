"""Words of the papers around a payment list: receipts, checklist, cash, transfer, rekaps."""

F1 = "Daftar tanda terima…"
F1_BENTUK = (("pendek", "Pendek, tegak"), ("lengkap", "Lengkap, melebar"))
F2 = "Kwitansi tiap penerima…"
F2_BENTUK = (("semua", "Semua penerima"), ("belum", "Yang belum menerima"))
F4 = "Kelengkapan SPJ…"
F3 = "Rekap periode ini…"
UANG = "Uang tunai: pecahan dan amplop…"
TRANSFER = "Berkas transfer bank"
SIMPAN_DAFTAR = "Simpan daftar ke Excel…"
SIMPAN_REKAP = "Simpan rekap periode ke Excel…"
SIMPAN_UANG = "Simpan pecahan ke Excel…"
SIMPAN_TRANSFER_XLSX = "Berkas transfer bank (Excel)…"
SIMPAN_TRANSFER_CSV = "Berkas transfer bank (CSV)…"
NAMA_DAFTAR = "daftar-{nomor}"
NAMA_REKAP = "rekap-{nomor}"
NAMA_UANG = "uang-{nomor}"
NAMA_TRANSFER = "transfer-{nomor}"

TEMPAT = "Lubuk Linggau"
TITIK = "…………………………"
MENGETAHUI = "Mengetahui,"
WILAYAH = "KELURAHAN {kelurahan} KECAMATAN {kecamatan}"
PENANDA = {
    "camat": "Camat {kecamatan}",
    "lurah": "Lurah {kelurahan}",
    "pptk": "PPTK",
    "bendahara": "Bendahara Pengeluaran Pembantu",
}
KAKI_DAFTAR = "Daftar No. {nomor}"
JUMLAH = "JUMLAH"
NO = "No"
RT = "RT"
NAMA = "Nama"
KETUA_RT = "Ketua RT {rt}"
PERIODE = "Periode"
KOMPONEN = "Komponen"

# cash
PECAHAN_SALAH = "Pecahan uang ditulis dengan angka bulat lebih dari nol, misalnya 100000 50000 20000."
UANG_NEGATIF = "Jumlah uang di amplop tidak boleh kurang dari nol."
UANG_TIDAK_BISA = (
    "{jumlah} tidak dapat disusun dari pecahan {pecahan}. "
    "Tambahkan pecahan yang lebih kecil, misalnya 50, di Ketetapan."
)
UANG_JUDUL = "UANG YANG DIAMBIL DI BANK"
AMPLOP_JUDUL = "UANG TIAP AMPLOP"
KOLOM_AMBIL = ("Pecahan (Rp)", "Lembar atau keping", "Jumlah (Rp)")
ISI_AMPLOP = "Isi amplop (Rp)"
UANG_TERBILANG = "Terbilang"
UANG_AMPLOP = "Amplop"
UANG_AMPLOP_ISI = "{n} amplop, jumlah {jumlah}"
UANG_LEWAT = "Tidak dihitung"
UANG_LEWAT_ISI = "yang sudah menerima dan yang ditunda"
UANG_LEMBAR = "Uang"

# transfer
TRANSFER_DRAF = "Daftar {nomor} belum dikunci Lurah. Kunci dulu, baru buat berkas transfernya."
TRANSFER_KURANG = "Berkas transfer belum dibuat. Rekening belum diisi: {siapa}. Isi di Data RT, lalu ulangi."
TRANSFER_KOSONG = "Tidak ada yang perlu ditransfer pada daftar {nomor}: semua sudah menerima atau ditunda."
TRANSFER_BEDA = (
    "Berkas transfer tidak dibuat: jumlahnya {berkas}, sedangkan daftar {nomor} masih harus membayar {daftar}. "
    "Tutup lalu buka lagi daftarnya, dan ulangi."
)
TRANSFER_SIAPA = "RT {rt} {nama}"
TRANSFER_KOLOM_SALAH = "Kolom berkas transfer “{kolom}” tidak dikenal. Pilih dari: {ada}."
TRANSFER_PEMISAH_SALAH = "Pemisah kolom berkas transfer: titik koma, koma, tab, atau garis tegak."
TRANSFER_AKHIRAN = "Berkas transfer disimpan sebagai .xlsx atau .csv."
TRANSFER_KETERANGAN = "{komponen} {periode} RT {rt}"
TRANSFER_LEMBAR = "Transfer"
KOLOM_TRANSFER = {
    "no": "No",
    "bank": "Bank",
    "rekening": "Nomor Rekening",
    "atas_nama": "Atas Nama",
    "nama": "Nama Penerima",
    "rt": "RT",
    "jumlah": "Jumlah",
    "keterangan": "Keterangan",
    "daftar": "Nomor Daftar",
}
TRANSFER_BAWAAN = "no bank rekening atas_nama jumlah keterangan"
PEMISAH = {"titik_koma": ";", "koma": ",", "tab": "\t", "garis": "|"}

# list as a sheet
KOLOM_DAFTAR = (
    "No", "RT", "Nama", "Bulan", "Bruto", "PPh 21", "Diterima", "Sudah dibayar", "Belum dibayar", "Tanda tangan",
    "Bank", "Nomor rekening", "Atas nama", "SK", "Keterangan",
)  # fmt: skip
LEBAR_DAFTAR = (6, 6, 28, 26, 14, 12, 14, 14, 14, 13, 18, 20, 24, 26, 40)
DAFTAR_JUDUL = "DAFTAR {nomor}"
DAFTAR_LEMBAR = "Daftar"
DITUNDA = "ditunda: {alasan}"
DIKOREKSI = "dikoreksi {n} kali"
DIKEMBALIKAN = "dikembalikan {jumlah}"
DRAF = "DRAF, belum dikunci"
BATAL = "BATAL, bukan bukti pembayaran"

# F2
KW_DRAF = "Daftar {nomor} belum dikunci Lurah. Kunci dulu, baru cetak kwitansinya."
KW_TAK_ADA = "Tidak ada kwitansi untuk daftar {nomor}: semua yang dipilih sudah menerima, ditunda, atau nol."
KW_PEMERINTAH = "PEMERINTAH KOTA LUBUK LINGGAU"
KW_KECAMATAN = "KECAMATAN {nama}"
KW_KELURAHAN = "KELURAHAN {nama}"
KW_BUKTI = ("Tahun Anggaran", "Nomor Bukti", "Kode Rekening")
KW_DARI_BAWAAN = "Bendahara Pengeluaran Pembantu Kelurahan {kelurahan}"
KW_UNTUK = "{komponen}, Ketua RT {rt} Kelurahan {kelurahan}, bulan {bulan}"
KW_POTONGAN = ("Potongan PPh 21", "Diterima")
KW_MENERIMA = "Yang menerima,"
KW_MENERIMA_KUASA = "Yang menerima (kuasa),"
KW_KUASA = ("Kuasa dari", "Surat kuasa")
KW_METERAI = "Meterai Rp10.000"
KW_PENANDA = (("lurah", "Setuju dibayar,"), ("pptk", "Mengetahui,"), ("bendahara", "Lunas dibayar,"))
KW_KAKI = "Kwitansi No. {bukti}"

# command line
TERSIMPAN = "Tersimpan di {berkas}."
AKHIRAN_SALAH = "Nama berkas keluaran harus berakhiran {akhiran}."
UANG_KALIMAT = "Ambil {jumlah}: {ambil}."
TRANSFER_KALIMAT = "{n} transfer, jumlah {jumlah}."
DOKUMEN = {
    "kwitansi": "Kwitansi tiap penerima (F2)",
    "rekap-kecamatan": "Rekap kecamatan (F3)",
    "kelengkapan": "Kelengkapan SPJ (F4)",
    "uang": "Uang tunai: pecahan dan amplop",
    "rekap-rt": "Rekap setahun tiap RT",
    "kartu": "Kartu insentif satu RT",
    "umur": "Insentif yang belum diterima",
}
