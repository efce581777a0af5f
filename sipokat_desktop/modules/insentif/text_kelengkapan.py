"""Words of the checklist of an SPJ (F4); an office lays down its own items with the setting ``kelengkapan``."""

JUDUL = "KELENGKAPAN SURAT PERTANGGUNGJAWABAN (SPJ) INSENTIF KETUA RT"
KAKI = "Kelengkapan SPJ · Daftar No. {nomor}"
KEPALA = ("Nomor Daftar", "Komponen", "Periode", "Jumlah")
RINGKAS = "{n} penerima, {jumlah}"
KOLOM = ("No", "Berkas", "Ada", "Keterangan")
LEBAR = (9, 82, 16, 78)

LAPORAN_KINERJA = "Laporan kinerja Ketua RT, bila disyaratkan"
BUTIR = (
    ("dikunci", "Daftar tanda terima (F1) yang dikunci Lurah"),
    ("tanda", "Tanda tangan semua penerima pada daftar tanda terima"),
    ("", "Kwitansi (F2) yang ditandatangani lengkap"),
    ("sk", "SK pengangkatan setiap Ketua RT pada daftar"),
    ("dasar", "SK atau Peraturan Wali Kota tentang besaran insentif"),
    ("", "Fotokopi KTP penerima"),
    ("rekening", "Fotokopi buku rekening penerima"),
    ("kuasa", "Surat kuasa bagi penerima yang diwakili"),
    ("", LAPORAN_KINERJA),
    ("spp", "SPP dan SPM"),
    ("sp2d", "SP2D"),
    ("pph", "Bukti setor PPh 21"),
    ("sts", "Surat Tanda Setoran (STS) uang yang dikembalikan"),
    ("", "Dokumentasi penyerahan"),
)
"""(what the program asks itself, words)."""

TIDAK_PERLU = "–"
BATAL = "Daftar dibatalkan"
BELUM_DIKUNCI = "Daftar belum dikunci"
DIKUNCI = "Dikunci oleh {nama}"
SEMUA = "Semua {n} penerima"
SK_BELUM = "{n} belum ada SK: RT {rt}"
TANDA_BELUM = "{n} belum: RT {rt}"
LAINNYA = " dan {n} lainnya"
TANPA_KUASA = "Tidak ada yang diwakili"
BERTANGGAL = "No. {nomor}, {hari}"
PPH = "PPh 21 {jumlah}"
TANPA_PPH = "Tidak dipotong PPh 21"
TANPA_STS = "Tidak ada pengembalian"
TUNAI = "Dibayar tunai"
