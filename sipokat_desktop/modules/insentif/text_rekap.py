"""Words of the rekaps on paper."""

JUDUL_RT = "REKAP PEMBAYARAN INSENTIF KETUA RT"
TAHUN = "TAHUN {tahun}"
KAKI_RT = "Rekap insentif tiap RT {tahun}"
DIBAYAR = "Sudah diterima"
DIBAYAR_ISI = "{n} RT, {jumlah}"
MENGETAHUI = "Mengetahui,"
NO = "No"
RT = "RT"
NAMA = "Nama"
KOMPONEN = "Komponen"
BULAN = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
JUMLAH_KOLOM = "Jumlah (Rp)"
JUMLAH = "JUMLAH"
SEMUA_KOMPONEN = "Semua komponen"

JUDUL_KECAMATAN = "REKAP PEMBAYARAN INSENTIF KETUA RT TIAP KELURAHAN"
KECAMATAN = "KECAMATAN {nama}"
KOTA = "KOTA LUBUK LINGGAU"
PERIODE = "{periode} TAHUN ANGGARAN {tahun}"
KAKI_KECAMATAN = "Rekap kecamatan (F3) {periode}"
TERBILANG = "Terbilang (netto)"
SUBJUMLAH = "Jumlah {nama}"
CATATAN_DIHITUNG = (
    "Dibayar, bruto, PPh 21, dan netto dihitung dari daftar yang sudah dikunci ({terkunci} orang), juga yang belum "
    "menerima uangnya. Sudah menerima: {menerima} orang; uang yang sudah diterima {diterima}."
)
CATATAN_TANPA_SK = (
    "RT menurut SK: RT yang ketuanya mempunyai SK yang berlaku dalam periode ini. {n} RT berketua tanpa SK berlaku; "
    "kelurahannya disebut di keterangan."
)
KOLOM_KECAMATAN = (
    "No", "Kelurahan", "RT menurut SK", "Dibayar", "Ditunda", "Belum", "Bruto (Rp)", "PPh 21 (Rp)", "Netto (Rp)",
    "Keterangan",
)  # fmt: skip
LEBAR_KECAMATAN = (9, 46, 22, 18, 18, 18, 32, 28, 32, 62)
