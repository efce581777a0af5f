"""Words of the page Panduan."""

JUDUL = "Panduan"
CARI = "Cari di panduan"
KEMBALI = "Kembali bekerja"
SEBELUM, SESUDAH = "Sebelumnya", "Berikutnya"
BUKA = "Buka halamannya"
DI_ATAS = "Isian di bawahnya tetap seperti tadi. Esc kembali ke sana."
KEMBALI_KE = "Kembali"
TUTUP_DULU = "Halaman itu dapat dibuka sesudah lembar yang sedang diisi ditutup."
TUR = "Tunjukkan lagi tur hari pertama"
BAB = "Bab"
KOSONG = "Tidak ada yang cocok"
KOSONG_ISI = "Coba kata lain, misalnya cetak, rapel, atau flashdisk. Esc mengosongkan pencarian."
BAGIAN = "{bagian} · {bab}"
TOMBOL = "Tombol"
TOMBOL_HALAMAN = "Tombol di halaman {halaman}"
TOMBOL_ISI = "Semua dapat dikerjakan tanpa tetikus. Tombol yang sama juga tertulis abu-abu di samping kata pada layar."
DI_MANA_SAJA = "Di mana saja"
JENDELA = (
    ("F1", "panduan halaman yang tampak, juga dari lembar isian; sekali lagi: daftar tombol ini"),
    ("Ctrl+K", "mencari RT, nama, halaman, perintah, dan bab panduan"),
    ("Ctrl+Z", "mengurungkan yang terakhir"),
    ("Ctrl+Y", "melakukannya lagi (juga Ctrl+Shift+Z)"),
    ("Alt+1 … Alt+9, Alt+0, Alt+-, Alt+=", "membuka halaman menurut urutannya di kiri"),
    ("Ctrl+Enter", "mengakhiri hari"),
    ("Ctrl+G", "mengganti kelurahan yang ditampilkan, di komputer kecamatan dan kota"),
    ("Ctrl+Shift+L", "mengunci layar; pekerjaan tetap terbuka"),
    ("F10", "berganti orang tanpa menutup halaman"),
    ("Tab, Shift+Tab", "ke isian atau tombol berikutnya, sebelumnya"),
    ("Esc", "kembali atau menutup, tanpa kehilangan yang sudah diketik"),
    ("Enter", "membuka yang dipilih, menekan tombol, menyimpan isian"),
    ("Ctrl+S", "menyimpan formulir"),
)
BANTUAN = (
    "Ketik untuk mencari di semua bab. ↑ ↓ memilih bab, Enter membacanya, lalu ↑ ↓ menggulung dan Tab ke tautan. "
    "Alt+← ke bab sebelumnya, Alt+→ berikutnya, Alt+B membuka halamannya, F1 daftar semua tombol, "
    "Esc kembali bekerja."
)
