"""Words of the page Insentif: all lists, and the opened one."""

JUDUL = "Insentif"
KARTU = "Insentif {periode}"
KARTU_BELUM = "daftar belum disusun"
KARTU_DRAF = "belum dikunci"
KARTU_BAYAR = "dibayar {uang}"
TUGAS_SUSUN = "Susun daftar insentif {periode}"
TUGAS_KUNCI = "Kunci daftar {periode}"
TUGAS_BAYAR = "{periode}: {sisa} belum diterima ketua RT"
LAINNYA = "Lainnya"
KARTU_RT = "Kartu insentif"

SUSUN = "Susun daftar"
SUSUN_JUDUL = "Susun daftar insentif"
SUSUN_PERIODE = "Periode"
SUSUN_KOMPONEN = "Komponen"
SUSUN_ACARA = "{bulan} · {komponen}"
UANG_ACARA = "Uang transport"
SUSUN_BANTUAN = "Setiap masa jabatan dihitung bulan demi bulan, juga ketua yang sudah diganti."
SUSUN_BULAN = "Satu bulan…"
SUSUN_RAPEL = "Rapel beberapa bulan…"
SUSUN_SATU = "Bulan"
SUSUN_DARI = "Dari bulan"
SUSUN_SAMPAI = "Sampai bulan"
SUSUN_BULAN_BANTUAN = "Rapel menggabungkan bulan yang belum dibayar dalam satu daftar; uangnya tetap dicatat per bulan."
DIPERBARUI = "Daftar {nomor} diperbarui dari Data RT."
MENYUSUN = "Menyusun daftar"
KETETAPAN = "Buka Ketetapan"

SEMUA_KOLOM = ("Periode", "Komponen", "Nomor", "Penerima", "Jumlah", "Sudah diterima", "Keadaan")
SEMUA_PETUNJUK = "↑ ↓ pindah · Enter buka"
SEMUA_JUMLAH = "{n} daftar · jumlah {uang}"
SEMUA_KOSONG = "Belum ada daftar insentif"
SEMUA_KOSONG_ISI = "Susun daftar satu triwulan dari masa jabatan di Data RT dan tarif di Ketetapan."
SEMUA_TANPA_KOMPONEN = (
    "Tarif belum ada. Sinkronkan untuk mengambil ketetapan kota, atau tetapkan komponen dan tarifnya di kantor ini."
)
SARINGAN = (("semua", "Semua"), ("belum", "Belum selesai"), ("rapel", "Rapel"))
SARINGAN_KOSONG = "Tidak ada daftar di saringan ini"
SARINGAN_KOSONG_ISI = "Pilih saringan Semua untuk melihat daftar yang lain."
PINDAI = "Ketik atau pindai nomor daftar, periode, atau komponen"
PINDAI_TAK_ADA = "Daftar “{nomor}” tidak ada di komputer ini. Sinkronkan, lalu pindai lagi."
TAK_KETEMU = "Tidak ada daftar yang cocok"
TAK_KETEMU_ISI = "Tekan Esc untuk mengosongkan pencarian, atau pindai nomornya sekali lagi."

DETAIL_JUDUL = "{periode} · {komponen}"
TINDAKAN = "Tindakan"
CETAK = "Cetak"
KUNCI = "Kunci daftar"
TERIMA = "Catat diterima"
MENYUSUL = "Menyusul di daftar lain"
KOLOM = ("No", "RT", "Nama", "Bulan", "Bruto", "PPh 21", "Diterima", "Keadaan")
CARI = "Cari RT atau nama"
HAL_DILIHAT = "{n} hal perlu dilihat sebelum dikunci (F8)."
ADA_TUNGGAKAN = " {n} baris punya tunggakan dari daftar lain."
TANPA_HAL = "Tidak ada masalah. Daftar siap dikunci."
SISA_TERIMA = "{n} orang belum dicatat menerima."
SEMUA_TERIMA = "Semua penerima sudah menerima dan tanda tangannya dicatat."
DIBATALKAN = "Daftar ini dibatalkan ({alasan}). Nomornya tetap terpakai."
JUMLAH = "{rt} RT · {penerima} penerima · {nomor}"
REVISI = " · revisi {n}"
JUMLAH_DITERIMA = "Jumlah diterima"
TERCATAT_LEBIH_KAKI = " · lebih {lebih}"
SUDAH_BELUM = "Sudah diterima {dibayar} · belum {belum}"
DITUNDA_KAKI = " · ditunda {ditunda}"
DITERIMA_PADA = "Diterima {tanggal}"
DITERIMA_KUASA = "Diterima kuasa {tanggal}"
SEBAGIAN_DITERIMA = "Diterima sebagian, sisa {sisa}"
HADIR_BERUBAH = "Kehadiran berubah"
LAPORAN_BERUBAH = "Laporan berubah"
MENUNGGU = "Menunggu keputusan"
MENUNGGU_ISI = "Pembayarannya menunggu: {hal}. Sesudah itu catat diterima."
SISA_MENUNGGU = " {n} baris menunggu keputusan."
SISA_LEBIH = " {n} baris tercatat lebih (F8)."
SISA_DITUNDA = " {n} baris ditunda."
TERCATAT_LEBIH = "Tercatat lebih dari sekali"
LEBIH_ISI = "Uangnya tercatat keluar {dibayar}, seharusnya {diterima}. Batalkan catatan yang tidak terjadi."
LEBIH_BAYAR = "Lebih bayar {lebih}"
LEBIH_BAYAR_ISI = "Sudah dibayar {dibayar}, menurut koreksi {diterima}. Selisihnya dikembalikan dengan STS."
BUKA_KEPUTUSAN = "Buka Perlu keputusan"
BELUM_DITERIMA = "Belum diterima"
SUDAH_TANDA = "Ditandatangani, belum dibayar"
AKAN_KUASA = "Kuasa: {nomor}"
BATAL_BARIS = "Daftar dibatalkan"
TIDAK_DIBAYAR = "Tidak ada yang dibayar"
DITUNDA = "Ditunda"
BULAN = "{n} bulan"
DITETAPKAN = "Ditetapkan sendiri"
TUNGGAKAN = "Siap, ada tunggakan"

KECUALI = "Belum menerima (nomor urut)"
KECUALI_CONTOH = "Kosongkan bila semua menerima, atau tulis: 3, 7, 12-14"
KECUALI_SALAH = "“{teks}” bukan nomor urut. Tulis misalnya 3, 7, 12-14."
KECUALI_DI_CARI = (
    "Nomor urut tertulis di pencarian, jadi belum ada yang dicatat. Tulis di Belum menerima, atau kosongkan pencarian."
)
KECUALI_TERBALIK = "“{teks}” terbalik. Tulis nomor yang kecil dulu, misalnya 12-14."
KECUALI_ASING = "Nomor urut {no} tidak ada di daftar ini."
KECUALI_LUNAS = "Nomor urut {no} sudah dicatat menerima. Bila keliru, batalkan catatannya di panel kanan."
TANGGAL_TERIMA = "Tanggal diterima"
TANGGAL_CONTOH = "5/4/2026"
TANGGAL_NANTI = "Tanggal itu belum tiba. Tulis hari uangnya benar-benar diterima."
CARA_TERIMA = "Cara"
CARA = (("tunai", "Tunai"), ("transfer", "Transfer"))
AKAN_DICATAT = "Ctrl+T mencatat {n} penerima, {uang}."
TIDAK_DICATAT = " Tidak dicatat {n}, {uang}: {siapa}."
SIAPA = "{no} RT {rt} {nama}"
BUKAN_NOMOR = "“{teks}” bukan nomor urut dan bukan nomor daftar."
MENCATAT = "Mencatat penerimaan"
DICATAT = "{n} penerima dicatat sudah menerima."
TANPA_TANDA = "Belum ada yang diberi tanda."

PANEL = "Pilih satu baris"
PANEL_ISI = "Rincian bulan dan pemeriksaannya muncul di sini."
PANEL_LAIN = "Di luar daftar ini"
RINCI = "{bulan}: {jumlah}"
PAJAK = "Bruto {bruto}, PPh 21 {pph}."
BUKA_RT = "Buka di Data RT"
PERBAIKI = "Perbaiki di Data RT"
BATAL_TERIMA = "Batalkan catatan terima…"
ARTI = {
    "nik_ganda": (
        "Satu orang hanya boleh menerima satu insentif. Perbaiki NIK di Data RT, atau kunci dengan alasan Lurah."
    ),
    "bulan_ganda": "Satu bulan hanya dibayar kepada satu ketua. Akhiri masa jabatan yang lama di Data RT.",
    "sk_habis": "Bulan di luar SK hanya dapat dibayar bila SK perpanjangan dicatat di Data RT.",
    "sk_kosong": "Pemeriksa akan menanyakan SK pengangkatan. Catat nomornya di Data RT.",
    "sk_terlambat": "Pembayaran mulai bulan sebelum SK terbit sering menjadi temuan. Pastikan dasar TMT-nya.",
    "rangkap": "Ketua RT tidak boleh merangkap jabatan lain yang dibayar dari dana yang sama.",
    "kinerja_beda": "Lihat laporannya, lalu ambil lagi angkanya atau ketik yang benar.",
    "rekening": "Komponen ini dibayar lewat transfer. Isi rekeningnya di Data RT.",
}
"""Why a finding matters, by its kind."""

BANTUAN = (
    "Ketik atau pindai nomor daftar, lalu Enter: daftarnya terbuka dan siap dicatat. Ctrl+F ke pencarian, "
    "Ctrl+N menyusun daftar, Alt+L membuka halaman lain. "
    "Di dalam daftar: Ctrl+L mengunci, Ctrl+P mencetak, Ctrl+T mencatat diterima semua yang bertanda, "
    "Spasi memberi atau melepas tanda, F7 diterima kuasa, F8 ke baris yang perlu dilihat, Alt+T tindakan lain, "
    "Esc kembali."
)
