"""Words of the import of a register of goods."""

JUDUL = "Impor daftar barang dari {berkas}"
JUDUL_DI = "Impor daftar barang {kantor} dari {{berkas}}"
PERIKSA = "Membandingkan dengan barang yang sudah tercatat"
SIMPANKAN = "Menyimpan daftar barang"
AMAN_SIMPAN = "Semua baris disimpan sekaligus, atau tidak satu pun."
SIMPAN = "Simpan {n} baris"
TUTUP = "Tutup"
DIKENAL = "Dikenal"
TIDAK_DIBACA = "Tidak dibaca"
INGAT = "Yang diperlukan hanya IMEI, nomor seri, atau NUP. Kolom RT dan Pemegang dicatat sebagai penyerahan."

CARI = "Cari barang di lembar"
KOLOM = ("Baris", "Hasil", "Barang", "Pemegang", "Keterangan")
SARINGAN = (
    ("semua", "Semua"),
    ("ditolak", "Ditolak"),
    ("lihat", "Perlu dilihat"),
    ("baru", "Baru"),
    ("diperbarui", "Diperbarui"),
    ("sama", "Sama"),
    ("dilewati", "Dilewati"),
)
NASIB = {
    "baru": "Baru",
    "diperbarui": "Diperbarui",
    "sama": "Sama",
    "dilewati": "Dilewati",
    "ditolak": "Ditolak",
}
DIABAIKAN = "{n} baris lain bukan data barang, jadi tidak dibaca."
PANEL = "Pilih satu baris"
PANEL_ISI = "Yang akan disimpan dan yang harus diperbaiki tampil di sini."
LETAK = "Baris {baris} · {lembar}"
SERAH = "Dicatat dipegang {nama}, RT {rt}, sejak {tanggal}."
RT_NAMA = "RT {rt} · {nama}"
SEL = "{judul} ({huruf}{baris}): {pesan}"
SEL_TANPA_KOLOM = "{judul}: {pesan}"
TERTULIS = "Tertulis: {asal}"
JADI = "Tertulis: {asal}. Disimpan: {jadi}"
ISI = "{label}: {nilai}"
PANEL_DISIMPAN = "Yang disimpan"
PAKAI_USUL = "Pakai {usul}"
KETIK = "Ketik {label} yang benar…"
KOSONGKAN = "Kosongkan {label}"
LEWATI = "Lewati baris ini"
PAKAI_LAGI = "Pakai baris ini"

KARTU = ("Baris dibaca", "Baru", "Diperbarui", "Sama", "Ditolak", "Pemegang dicatat")
TIDAK_DISIMPAN = "Baris yang tidak disimpan"
SEMUA_DISIMPAN = "Semua baris disimpan atau sudah sama"
BATALKAN = "Batalkan impor ini…"
BATALKAN_TANYA = "Semua yang disimpan dari lembar ini dikembalikan seperti sebelumnya."
BATALKAN_YA = "Ya, batalkan impor"
