"""Words of the page of the stock."""

JUDUL = "Stok {nama} {tahun}"
TINDAKAN, CETAK = "Tindakan", "Cetak"
STOK, KELURAHAN, KIRIMAN, CATATAN = "Stok", "Per kelurahan", "Kiriman", "Semua catatan"
TERIMA = "Terima kiriman…"
KIRIM = "Kirim ke kelurahan…"
KIRIM_KE = "Kirim ke {nama}…"
KIRIM_KOTA = "Kirim…"
KEMBALIKAN = "Kembalikan ke kecamatan…"
SESUAIKAN = "Sesuaikan stok…"
BERITA_ACARA = "Berita acara kiriman"
BATAL_KIRIMAN = "Batalkan kiriman…"
TERTUTUP = "Pengadaan ini sudah selesai. Buka lagi lewat Tindakan di halaman pengadaannya, lalu ulangi."
TERTUTUP_MENU = "Pengadaan sudah selesai"

KOLOM_STOK = ("Tempat", "Ukuran", "Datang", "Keluar", "Ada", "Masih perlu", "Keadaan")
KOLOM_KELURAHAN = ("Kelurahan",)
KOLOM_LAIN = ("Jumlah", "Tanpa ukuran")
KOLOM_KIRIMAN = ("Tanggal", "Surat jalan", "Dari", "Ke", "Isi", "Jumlah")
KOLOM_CATATAN = ("Tanggal", "Apa", "Ukuran", "Jumlah", "Dari", "Ke", "Keterangan")
JUMLAH_SEMUA = "Semua"
CUKUP = "Cukup"
LEBIH = "Cukup, lebih {n}"
KURANG = "Kurang {n}"
BELUM_DATANG = "Belum datang, perlu {n}"
NOL = "Selisih: {n} di bawah nol"
DIBATALKAN = "dibatalkan"
DITUKAR_DARI = "yang kembali {apa}"
RT = "RT {rt} {nama}"

KOSONG = {
    "stok": (
        "Belum ada stok",
        "Seragam muncul di sini setelah kirimannya dicatat: Terima kiriman (Ctrl+N) menurut surat jalannya.",
    ),
    "kelurahan": ("Belum ada kelurahan", "Data RT kelurahan belum ada di komputer ini. Sinkronkan dulu."),
    "kiriman": ("Belum ada kiriman", "Catat kiriman pertama dengan Ctrl+N, menurut surat jalannya."),
    "catatan": ("Belum ada catatan", "Setiap kiriman, penyerahan, penukaran, dan penyesuaian tercatat di sini."),
}
BERES = "Stok cocok: tidak ada yang di bawah nol."
KURANG_HAL = "Kurang {apa} untuk yang belum menerima."
MASIH = "{n} selisih lain perlu dilihat di tabel."
KAKI_KELURAHAN = "Angkanya: yang masih harus dikirim, yaitu kebutuhan dikurangi yang sudah ada di kelurahan itu."
KAKI = "Ada di sini {ada} · masih perlu {perlu} · sudah diserahkan {sudah}"

PANEL = "Pilih satu baris"
PANEL_ISI = "Rinciannya dan yang dapat dilakukan muncul di sini."
PANEL_STOK = "Datang {masuk}, keluar {keluar}, ada {ada}."
PANEL_PERLU = "Yang belum menerima perlu {perlu}."
PANEL_SUB = "di {tempat}"
PANEL_KELURAHAN = "Masih perlu: {perlu}. Yang ada di sana: {ada}."
PANEL_KELURAHAN_KURANG = "Kurang {kurang}. Kirimkan dari kecamatan."
PANEL_KELURAHAN_BERES = "Cukup untuk semua yang belum menerima."
PANEL_TANPA = "{n} ketua RT belum ada ukurannya."
NIHIL = "tidak ada"
PANEL_KIRIMAN = "{isi}."
PANEL_RUTE = "{dari} → {ke}, {hari}"

BANTUAN = (
    "Stok dihitung dari semua kiriman, penyerahan, penukaran, dan penyesuaian. Ctrl+N mencatat kiriman, Alt+T "
    "tindakan lain, Ctrl+P mencetak atau menyimpan ke Excel. Ctrl+1 sampai Ctrl+4 memilih tabel, Enter membuka "
    "barisnya, Del membatalkan kiriman, Esc kembali."
)
