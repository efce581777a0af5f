"""Words of the import."""

JUDUL = "Impor dari {berkas}"
PERIKSA = "Membandingkan dengan data"
SIMPANKAN = "Menyimpan hasil impor"
AMAN_SIMPAN = "Semua baris disimpan sekaligus, atau tidak satu pun."

PETA_INGAT = "Pilihan Anda diingat untuk lembar dengan judul kolom yang sama."
PETA_YAKIN = {
    "pasti": "Dikenal",
    "dugaan": "Perlu dilihat",
    "ingat": "Seperti terakhir",
    "pengguna": "Pilihan Anda",
    "lewat": "Tidak dibaca",
}

SIMPAN = "Simpan {n} baris"
TUTUP = "Tutup"
CARI = "Cari RT atau nama di lembar"
KOLOM_LEMBAR, KOLOM_BARIS, KOLOM_NASIB, KOLOM_ORANG, KOLOM_KETERANGAN = (
    "Lembar", "Baris", "Hasil", "RT dan nama", "Keterangan",
)  # fmt: skip
NASIB = {
    "baru": "Baru", "diubah": "Diubah", "sama": "Sama", "ganti ketua": "Ganti ketua", "dilewati": "Dilewati",
    "bermasalah": "Masalah",
}  # fmt: skip
SARINGAN = (
    ("semua", "Semua"), ("bermasalah", "Masalah"), ("lihat", "Perlu dilihat"), ("baru", "Baru"),
    ("ganti ketua", "Ganti ketua"), ("diubah", "Diubah"), ("sama", "Sama"), ("dilewati", "Dilewati"),
)  # fmt: skip
RINGKAS = "{n} baris: {rinci}. Belum ada yang disimpan."
RINGKAS_TETAP = "{n} baris: {rinci}. Tidak ada yang perlu disimpan."
RINGKAS_LIHAT = "{n} perlu dilihat"
RINGKAS_SAMA = "Semua {n} baris sudah sama dengan data. Tidak ada yang perlu disimpan."
RINGKAS_NIHIL = "{n} baris dibaca, tidak ada yang dapat disimpan. Perbaiki baris yang bermasalah di bawah ini."
TIDAK_DIBACA = "Kolom {judul} tidak dibaca."
USUL = "{pesan} Usul: {usul}."
SEL = "{judul} ({huruf}{baris}): {pesan}"
BERUBAH = "{label}: {sebelum} → {sesudah}"
KOSONG = "kosong"

PANEL_BARIS = "Baris {baris}"
PANEL_BARIS_LEMBAR = "Baris {baris} · lembar {lembar}"
PANEL_KOSONG = "Pilih satu baris"
PANEL_KOSONG_ISI = "Apa yang akan terjadi dan sebabnya muncul di sini."
PANEL_SEL = "Isi sel: {asal}"
PANEL_JADI = "Isi sel: {asal} → dipakai: {jadi}"
PANEL_TANPA = "Isi sel: {asal} → isian ini dikosongkan"
PANEL_RAPI = "Dirapikan"
PANEL_AKAN = "Yang berubah"
PANEL_DISIMPAN = "Yang disimpan"
ARTI = {
    "baru": "Disimpan sebagai data baru.",
    "diubah": "Isian di bawah ini diganti; yang lain tetap.",
    "sama": "Sudah sama dengan data. Tidak ada yang disimpan.",
    "ganti ketua": "Masa jabatan ketua lama diakhiri dan ketua baru dicatat. Data ketua lama tetap ada.",
    "dilewati": "Baris ini tidak disimpan.",
}
TERIMA = "Terima perbaikan: {usul}"
TERIMA_SEMUA = "Terima semua perbaikan ({n})"
KETIK = "Ketik nilai lain…"
KETIK_LAIN = "Ketik {label}…"
KOSONGKAN = "Kosongkan {label}"
LEWATI = "Lewati baris ini"
PAKAI_LAGI = "Pakai lagi baris ini"
ORANG_SAMA = "Ini orang yang sama"
KETUA_BARU = "Ini ketua baru"

NERACA_HITUNG = "{dibaca} baris dibaca = {baru} baru + {diubah} diubah + {sama} sama + {dilewati} dilewati"
NERACA_GANTI = "{n} di antara yang baru adalah ganti ketua."
NERACA_TAK_ADA = "Ada di data, tetapi tidak di lembar; dibiarkan seperti semula: {nama}."
NERACA_LAIN = "{nama} dan {n} lainnya"
NERACA_ANGKA = ("Dibaca", "Baru", "Diubah", "Sama", "Dilewati")
NERACA_LEWAT = "Baris yang tidak disimpan"
NERACA_TANPA_LEWAT = "Semua baris tersimpan atau sudah sama"
NERACA_TANPA_LEWAT_ISI = "Tidak ada baris yang dilewati."
NERACA_SIMPAN = "Simpan neraca…"
NERACA_PILIH = "Simpan neraca impor"
NERACA_NAMA = "Neraca impor {berkas} {hari}.csv"
NERACA_JENIS = "Tabel (*.csv);;Teks (*.txt)"
NERACA_TERSIMPAN = "Neraca disimpan: {nama}."
BATALKAN = "Batalkan impor ini"
BATALKAN_YA = "Ya, batalkan impor"
BATALKAN_TANYA = "Semua yang disimpan impor ini dikembalikan. Yang sudah diubah lagi sesudahnya tetap."
MEMBATALKAN = "Membatalkan impor"
MENULIS = "Menyimpan neraca"

TERDAHULU = "Impor terdahulu…"
TERDAHULU_JUDUL = "Impor 30 hari terakhir"
TERDAHULU_KOLOM = ("Waktu", "Berkas", "Oleh", "Neraca", "Keadaan")
TERDAHULU_BERLAKU = "Berlaku"
TERDAHULU_BATAL = "Sudah dibatalkan"
TERDAHULU_KOSONG = "Belum ada impor dalam 30 hari terakhir"
TERDAHULU_KOSONG_ISI = "Impor dari komputer ini muncul di sini dan dapat dibatalkan selama 30 hari."
TERDAHULU_MUAT = "Membaca impor terdahulu"
