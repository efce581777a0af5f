"""Words and columns of the audit report."""

from sipokat_desktop.printing.grid import Lajur

JUDUL = "LAPORAN AUDIT INSENTIF KETUA RT"
KAKI = "Paket audit · Kelurahan {kelurahan} · {periode}"
RINGKASAN = "A. RINGKASAN"
DAFTAR = "B. DAFTAR INSENTIF"
TEMUAN = "C. TEMUAN MERAH"
RANTAI = "D. DARI SK SAMPAI TANDA TERIMA"
SIDIK = "E. SIDIK BERKAS"
KOSONG = "Tidak ada."
PEMBAYARAN = "Pembayaran"
DIBATALKAN = "Pembatalan"
UANG_KELUAR = "Uang keluar"
JUMLAH_TEMUAN = "Temuan"
TEMUAN_KATA = "Temuan"
MENGETAHUI = "Mengetahui,"
LURAH = "Lurah {kelurahan}"

KOLOM_RINGKASAN = (
    Lajur("Komponen", 70), Lajur("Bulan", 40), Lajur("Penerima / banyak", 26, "tengah"),
    Lajur("Jumlah (Rp)", 35, "kanan"), Lajur("Berat", 25, "tengah"),
)  # fmt: skip
KOLOM_DAFTAR = (
    Lajur("Nomor daftar", 42), Lajur("Komponen", 38), Lajur("Periode", 34), Lajur("Keadaan", 22, "tengah"),
    Lajur("Dikunci oleh", 34), Lajur("Penerima", 16, "tengah"), Lajur("Bruto (Rp)", 25, "kanan"),
    Lajur("PPh 21 (Rp)", 20, "kanan"), Lajur("Diterima (Rp)", 25, "kanan"), Lajur("Dibayar (Rp)", 25, "kanan"),
    Lajur("SP2D", 30),
)  # fmt: skip
KOLOM_TEMUAN = (
    Lajur("Berat", 18, "tengah"), Lajur("Jenis", 46), Lajur("Keterangan", 160), Lajur("Jumlah (Rp)", 28, "kanan"),
    Lajur("Daftar", 44),
)  # fmt: skip
KOLOM_RANTAI = (
    Lajur("RT", 13, "tengah"), Lajur("Nama", 36), Lajur("SK pengangkatan", 34), Lajur("Masa jabatan", 30),
    Lajur("Tarif", 20, "kanan"), Lajur("Daftar", 38), Lajur("Tanda terima", 24), Lajur("Bulan", 34),
    Lajur("Dibayar (Rp)", 23, "kanan"), Lajur("Dibatalkan (Rp)", 26, "kanan"), Lajur("Catatan", 34),
)  # fmt: skip
KOLOM_SIDIK = (Lajur("Berkas", 50), Lajur("Baris", 20, "kanan"), Lajur("Ujung rantai (SHA-256)", 130))
