"""Words of the acts on a list and on a line: its life, corrections, refunds, papers."""

LANGKAH = (
    "Disusun", "Diperiksa", "Dikunci Lurah", "Dicetak", "Diajukan", "Cair", "Ditandatangani dan dibayar",
)  # fmt: skip
BATAL = "Dibatalkan"
BELUM_KUNCI = "Belum dikunci"
SUDAH_DIPERIKSA = "Diperiksa, belum dikunci"
BELUM_BAYAR = "{langkah}, belum dibayar"
SEBAGIAN = "{n} dari {semua} sudah menerima"
LUNAS = "Semua sudah menerima"

SK = "SK {sk}"
KARTU = "Kartu RT {rt}"
RIWAYAT_BARIS = "Riwayat baris"
RIWAYAT_BARIS_JUDUL = "Riwayat RT {rt} · {nama}"
RIWAYAT_DAFTAR = "Riwayat daftar"
RIWAYAT_DAFTAR_JUDUL = "Riwayat daftar {nomor}"
BUKU = "Catatan uang:"
ENTRI = "{hari} · {bulan} · {jumlah} {cara}"
CARA_ENTRI = {"tunai": "tunai", "transfer": "transfer"}
STS_NOMOR = "STS {sts}"
DIBALIK = "dibatalkan"
TANDA_KUASA = "Diterima kuasa, surat kuasa {nomor}."
AKAN_KUASA = "Akan dicatat diterima kuasa dengan surat kuasa {nomor}."
OBAT = {
    "sk_nomor": "Isi nomor SK",
    "sk_tanggal": "Perbaiki tanggal SK",
    "akhir_sk": "Catat SK perpanjangan",
    "tmt": "Isi TMT",
    "nik": "Perbaiki NIK",
    "rangkap": "Perbaiki rangkap jabatan",
    "bank": "Isi nama bank",
    "rekening": "Isi rekening",
    "akhir_nyata": "Akhiri masa jabatannya",
    "golongan": "Isi golongan",
}
OBAT_HALAMAN = {
    "lain/ketetapan": "Buka Ketetapan",
    "lain/kartu": "Buka kartunya",
    "lain/kinerja": "Lihat angka dari laporan",
}
BUKA_DAFTAR = "Buka daftar {nomor}"
BUKA_KEGIATAN = "Buka kegiatannya"

PERBARUI = "Perbarui dari Data RT (F5)"
PERBARUI_BARIS = "Perbarui daftar"
LENGKAP_DULU = "Bayar yang lengkap dulu, sisanya menyusul"
LENGKAP_SELESAI = "Yang perlu dilihat dikeluarkan dari daftar {nomor}. Bulannya tetap menjadi hak mereka."
MASUKKAN_LAGI = "Masukkan lagi yang menyusul"
MASUK_SELESAI = "Semua dimasukkan lagi ke daftar {nomor}."
LEWATI = "Menyusul di daftar lain"
LEWATI_SELESAI = "RT {rt} {nama} menyusul. Bulannya tetap menjadi haknya."
PERIKSA_JUDUL = "Tandai diperiksa · {nomor}"
PERIKSA_ISI = "Daftar ini sudah dicocokkan dengan SK dan Data RT."
PERIKSA_HAL = " Masih ada {n} hal yang perlu dilihat."
PERIKSA_OLEH = "Diperiksa oleh"
PERIKSA_CONTOH = "Nama pemeriksa"
PERIKSA_UTAMA = "Tandai diperiksa"
DIPERIKSA = "Daftar {nomor} ditandai diperiksa."

KUNCI_JUDUL = "Kunci daftar {nomor}"
KUNCI_ISI = (
    "Setelah dikunci, daftar tidak dapat diubah; perbaikan dicatat sebagai koreksi. "
    "{penerima} penerima, jumlah {jumlah}."
)
KUNCI_LURAH = "Disetujui Lurah"
KUNCI_CONTOH = "Nama Lurah"
KUNCI_ALASAN = "Alasan Lurah bila tetap dikunci"
KUNCI_SALAH = (
    "Pemeriksaan menemukan: {hal}. Perbaiki dulu di Data RT lalu tekan F5 di daftar ini, atau tulis alasan Lurah."
)
SALAH_ORANG = "RT {rt} {nama}"
SALAH_LAINNYA = "{n} lainnya"
SALAH_SIAPA = "{siapa}: {hal}"
KUNCI_UTAMA = "Kunci daftar"
DIKUNCI = "Daftar {nomor} dikunci. Cetak untuk ditandatangani."

SPP = "Catat SPP atau SPM…"
SPP_JUDUL = "Diajukan · {nomor}"
SPP_NOMOR = "Nomor SPP atau SPM"
SPP_CONTOH = "900/12/SPP-LS/2026"
SPP_SELESAI = "Pengajuan daftar {nomor} dicatat."
SP2D = "Catat SP2D (uang cair)…"
SP2D_JUDUL = "Uang cair · {nomor}"
SP2D_NOMOR = "Nomor SP2D"
SP2D_CONTOH = "01234/SP2D/2026"
SP2D_SELESAI = "Pencairan daftar {nomor} dicatat."
TANGGAL = "Tanggal"
TANGGAL_CONTOH = "5/4/2026"
LANGKAH_ALASAN = "Alasan bila langkahnya tidak berurutan"
LANGKAH_BANTUAN = "Kosongkan bila langkah sebelumnya sudah dicatat."
TANDA_SAJA = "Catat tanda tangan saja, uang menyusul"
TANDA_SELESAI = "{n} tanda tangan dicatat. Uangnya belum dicatat diterima."
BATAL_DAFTAR = "Batalkan daftar…"
BATAL_DAFTAR_JUDUL = "Batalkan daftar {nomor}"
BATAL_DAFTAR_ISI = "Nomornya tetap terpakai dan jejaknya tersimpan. Bulannya dapat disusun lagi di daftar baru."
BATAL_DAFTAR_UTAMA = "Batalkan daftar"
BATAL_DAFTAR_CONTOH = "Disusun dengan komponen yang keliru"
BATAL_DAFTAR_SELESAI = "Daftar {nomor} dibatalkan."

ALASAN = "Alasan"
TIDAK_JADI = "Tidak jadi"
KHUSUS = "Tetapkan jumlah sendiri…"
KHUSUS_JUDUL = "Tetapkan jumlah · RT {rt} · {nama}"
KHUSUS_SUB = (
    "Jumlah ini menggantikan hitungan aturan dan ikut tercetak serta diperiksa. "
    "Kosongkan bulan yang tetap menurut aturan."
)
KHUSUS_OLEH = "Ditetapkan oleh"
KHUSUS_OLEH_CONTOH = "Lurah"
KHUSUS_ALASAN_CONTOH = "SK perpanjangan menyusul, sudah disetujui Lurah"
KHUSUS_UTAMA = "Tetapkan"
KHUSUS_LEPAS = "Kembali ke aturan"
KHUSUS_SELESAI = "Jumlah RT {rt} ditetapkan sendiri."
KHUSUS_DILEPAS = "Jumlah RT {rt} kembali menurut aturan."
KHUSUS_ISI = "Jumlahnya ditetapkan {oleh}: {alasan}"

KUASA = "Diterima kuasa…"
KUASA_JUDUL = "Diterima kuasa · RT {rt} · {nama}"
KUASA_NOMOR = "Nomor surat kuasa"
KUASA_CONTOH = "12/KUASA/2026"
KUASA_BANTUAN = "Dicatat bersama yang lain saat Ctrl+T. Kosongkan bila diterima sendiri."
KUASA_UTAMA = "Pakai"
TUNDA = "Tunda pembayaran…"
TUNDA_JUDUL = "Tunda pembayaran · RT {rt} · {nama}"
TUNDA_CONTOH = "Sakit, uang disimpan bendahara"
TUNDA_UTAMA = "Tunda"
TUNDA_SELESAI = "Pembayaran RT {rt} {nama} ditunda."
DITUNDA_ISI = "Ditunda sejak {hari}: {alasan}"
LANJUTKAN = "Lanjutkan pembayaran"
LANJUT_SELESAI = "Pembayaran RT {rt} {nama} dilanjutkan."
KOREKSI = "Koreksi baris…"
KOREKSI_JUDUL = "Koreksi · RT {rt} · {nama}"
KOREKSI_SUB = (
    "Daftar sudah dikunci, jadi perubahan dicatat sebagai koreksi dan revisi daftar naik satu. "
    "Tulis jumlah yang seharusnya tiap bulan; 0 mengeluarkan bulan itu."
)
KOREKSI_OLEH = "Ditetapkan oleh"
KOREKSI_OLEH_BANTUAN = "Harus diisi bila jumlahnya di atas tarif atau di luar masa jabatan."
KOREKSI_PPH = "PPh 21 baris ini"
KOREKSI_PPH_BANTUAN = "Kosongkan agar dihitung menurut skema pajak."
KOREKSI_CONTOH = "Mengundurkan diri 28 Februari"
KOREKSI_UTAMA = "Catat koreksi"
KOREKSI_SELESAI = "Koreksi RT {rt} dicatat."
KOREKSI_AKIBAT = "Sesudah koreksi: bruto {bruto}, PPh 21 {pph}, diterima {diterima}."
KOREKSI_LEBIH = " Sudah dibayar lebih {lebih}: catat pengembaliannya."
KOREKSI_TETAP = "Belum ada yang berubah."
DIKOREKSI_ISI = "Dikoreksi {n} kali; semula diterima {asal}."
KEMBALIKAN = "Uang dikembalikan (STS)…"
KEMBALIKAN_JUDUL = "Uang dikembalikan · RT {rt} · {nama}"
KEMBALIKAN_SUB = "Sudah dibayar {dibayar}, menurut daftar {diterima}. {akibat}"
KEMBALIKAN_LEBIH = "Yang kembali: kelebihannya, {lebih}."
KEMBALIKAN_SEMUA = "Yang kembali: bulan yang dipilih; bulan itu keluar dari daftar."
KEMBALIKAN_STS = "Nomor STS"
KEMBALIKAN_STS_CONTOH = "0012/2026, dari surat tanda setoran"
KEMBALIKAN_TANGGAL = "Tanggal disetor"
KEMBALIKAN_BULAN = "Bulan yang dikembalikan"
KEMBALIKAN_SEMUA_BULAN = "Semua bulan yang dibayar"
KEMBALIKAN_CONTOH = "Dibayar sesudah meninggal"
KEMBALIKAN_UTAMA = "Catat pengembalian"
KEMBALIKAN_SELESAI = "Pengembalian uang RT {rt} dicatat."

BATAL_JUDUL = "Batalkan catatan terima · {nama}"
BATAL_CONTOH = "Salah catat: uang belum diambil"
BATAL_UTAMA = "Batalkan catatan"
BATAL_SELESAI = "Catatan terima {nama} dibatalkan dengan alasan. Jejaknya tetap tersimpan."

CETAK_JUDUL = "{apa} · {nomor}"
BELUM_TERKUNCI = "{apa} baru dapat dibuat sesudah daftar dikunci Lurah."
UANG_JUDUL = "Uang tunai yang diambil · {nomor}"
UANG_SUB = "{orang} amplop, jumlah {total}, tanpa sisa. Yang sudah menerima dan yang ditunda tidak dihitung."
UANG_AMBIL = "Ambil di bank"
UANG_AMPLOP = "Isi tiap amplop"
UANG_KOLOM = ("Pecahan", "Lembar", "Jumlah")
AMPLOP_KOLOM = ("No", "RT", "Nama", "Jumlah", "Isi amplop")
UANG_SATU = "{lembar} × {nominal}"
UANG_CETAK = "Cetak"
UANG_TUTUP = "Tutup"
UANG_KOSONG = "Tidak ada uang yang perlu diambil"
UANG_KOSONG_ISI = "Semua penerima sudah menerima, atau pembayarannya ditunda."
UANG_MENGHITUNG = "Menghitung pecahan"
