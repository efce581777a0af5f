"""Words of the window itself."""

APP = "Sipokat"
DIBUKA = "Menandai data ini sedang dipakai"
KECAMATAN_PENDEK = ("Kecamatan", "Kec.")
WILAYAH_TAMPIL = "Kelurahan yang ditampilkan"
WILAYAH_TOMBOL = "Ctrl+G"
WILAYAH_GANTI = "Ganti kelurahan, sekarang {nama}"
WILAYAH_CARI = "Cari kelurahan"
WILAYAH_PALET = "Tampilkan kelurahan"
WILAYAH_SELA = " · "
BERANDA = "Beranda"
KEPUTUSAN = "Perlu keputusan"
SINKRON = "Sinkronisasi"
PANDUAN = "Panduan"
PENGATURAN = "Pengaturan"

SALAM = ((11, "Selamat pagi"), (15, "Selamat siang"), (18, "Selamat sore"), (24, "Selamat malam"))
SALAM_NAMA = "{salam}, {nama}"
KARTU_KIRIM = "Belum terkirim"
KARTU_DITERIMA = "terakhir diterima kota {kapan}"
KARTU_BELUM_PERNAH = "belum pernah sinkron"
KARTU_LEPAS = "belum terdaftar di kota"
KARTU_KEPUTUSAN = "Perlu keputusan"
KARTU_NIHIL = "tidak ada"
KARTU_BUKA = "buka dan putuskan"
MENUNGGU = "Yang menunggu"
KOLOM_TUGAS = ("Apa", "Di mana")
TUGAS_KOSONG = "Tidak ada yang menunggu"
TUGAS_KOSONG_ISI = "Semua pekerjaan sudah selesai."
TUGAS_MULAI = "Mulai dari data RT"
TUGAS_MULAI_ISI = "Ambil roster dari Excel kantor, lalu susun daftar insentif."
BUKA_RT = "Buka Data RT"

AKHIRI = "Akhiri hari"
AKHIRI_TOMBOL = "Akhiri hari (Ctrl+Enter)"
AKHIRI_ISI = "Periksa data, buat cadangan, kirim ke kota, dan simpan bukti. Setelah itu komputer boleh dimatikan."
L_PERIKSA, L_CADANGAN, L_KIRIM, L_BUKTI = "Periksa data", "Cadangan", "Kirim ke kota", "Bukti sinkron"
SELESAI_HARI = "Semua sudah diterima kota. Komputer boleh dimatikan."
SELESAI_TANPA_KOTA = (
    "Data sudah diperiksa dan dicadangkan, tetapi belum terkirim. {sebab} "
    "Komputer boleh dimatikan; pengirimannya dilanjutkan saat Sipokat dibuka lagi."
)
SELESAI_LEPAS = (
    "Data sudah diperiksa dan dicadangkan. Komputer ini belum terdaftar di kota, jadi belum ada yang dikirim. "
    "Komputer boleh dimatikan."
)
LIHAT_BUKTI = "Lihat bukti"
SALAH_PERIKSA = "Pemeriksaan menemukan masalah: {hal} Cadangan tetap dibuat."
BANTUAN_BERANDA = (
    "Panah atas dan bawah memilih pekerjaan yang menunggu, Enter membukanya. "
    "Tab berpindah ke kartu angka; Enter pada kartu membuka halamannya."
)
SEDANG_AKHIRI = "Mengakhiri hari"

SYNC_SEDANG = "Mengirim ke kota"
SYNC_SEDANG_TAHAP = "{tahap}…"
SYNC_BARU = "Tersimpan di komputer ini · {n} perubahan belum terkirim"
SYNC_TERKIRIM = "Terkirim · menunggu jawaban kota ({n})"
SYNC_BERES = "Diterima kota · {kapan}"
FOTO_NANTI = "Kirim foto nanti"
SYNC_FOTO = "Data diterima kota · {n} foto belum terkirim"
SYNC_KOSONG = "Tersimpan di komputer ini · belum pernah sinkron dengan kota"
SYNC_LEPAS = "Tersimpan di komputer ini · belum terdaftar di kota"
SYNC_GAGAL = "Tersimpan di komputer ini · {n} belum terkirim · mencoba lagi {kapan}"
SYNC_GAGAL_TERKIRIM = "Terkirim · menunggu jawaban kota ({n}) · mencoba lagi {kapan}"
FOTO_HILANG = (
    "{n} foto tidak ada lagi di komputer ini dan belum sampai ke kota. Tambahkan foto itu lagi pada laporannya; "
    "datanya aman."
)
FOTO_SISA = "{n} foto belum terkirim; foto aman di komputer ini dan dikirim lagi nanti."
SYNC_PUTUS = "Tersimpan di komputer ini · kota belum terjangkau · mencoba lagi {kapan}"
TAHAP = "{tahap} · {n} dari {semua}"
DALAM = "dalam {menit} menit"
SEBENTAR = "sebentar lagi"
DIHENTIKAN = "Dihentikan: {apa}. {nasib}"
KANAN_CADANGAN = "Cadangan terakhir {kapan}"
KANAN_CADANGAN_LAMA = "Cadangan terakhir {n} hari yang lalu"
KANAN_TANPA_CADANGAN = "Belum ada cadangan"

BANTUAN_SINKRON = (
    "F5 mengirim dan mengambil data sekarang; tanpa itu pun Sipokat melakukannya sendiri. "
    "Panah atas dan bawah memilih bukti, Enter mencetaknya."
)
SINKRON_JUDUL = "Sinkronisasi dengan kota"
SINKRONKAN = "Sinkronkan sekarang"
BUKTI_CETAK = "Cetak bukti"
DAFTARKAN = "Daftarkan komputer ini…"
BUKTI = "Bukti sinkron"
BUKTI_KOLOM = ("No", "Kapan", "Terkirim", "Diterima", "Tertahan", "Isi")
BUKTI_SAMA = "Sama dengan kota"
BUKTI_BEDA = "Belum sama"
BUKTI_KOSONG = "Belum ada bukti"
BUKTI_KOSONG_ISI = "Setelah sinkron pertama, bukti yang ditandatangani kota tersimpan di sini."
BUKTI_PANEL = "Bukti {no}"
BUKTI_PANEL_KOSONG = "Pilih satu bukti untuk melihat jumlah di kedua sisi."
BUKTI_BARIS = "{tabel}: {sini} di sini, {kota} di kota"
SINKRON_SELESAI = "{terkirim} perubahan terkirim, {diterima} data diterima. Isi komputer ini dan kota sama."
SINKRON_BEDA = (
    "{terkirim} perubahan terkirim, {diterima} data diterima, tetapi isinya belum sama. Sipokat mencocokkan lagi nanti."
)
GANGGUAN_SEBELUM = "Terakhir gagal: {sebab}"
COBA_LAGI = "Coba lagi"
TERTAHAN = "{n} perubahan ditahan atau ditolak kota. Lihat Perlu keputusan."

MASUK_JUDUL = "Siapa yang bekerja?"
MASUK_NAMA = "Nama"
MASUK_PIN = "PIN"
MASUK = "Masuk"
MASUK_LUPA = "Lupa PIN…"

WIZ_JUDUL = "Siapkan kantor ini"
WIZ_LANGKAH = ("Kode kantor", "Nama dan PIN", "Mulai bekerja")
WIZ_LANGKAH_DAFTAR = ("Kode kantor", "Selesai")
WIZ_JUDUL_DAFTAR = "Daftarkan komputer ini ke kota"
WIZ_ULANGI = "Periksa kabel atau WiFi lalu tekan Lanjut lagi, atau mulai tanpa internet dan daftarkan nanti."
WIZ_ULANGI_DAFTAR = "Periksa kabel atau WiFi, lalu tekan Lanjut lagi."
WIZ_KODE_ISI = "Masukkan kode kantor dari Kominfo, atau pilih berkas undangan yang dikirim kepada Anda."
WIZ_KODE = "Kode kantor"
WIZ_KODE_CONTOH = "K7F3Q-9QXMA"
WIZ_SERVER = "Alamat server kota"
WIZ_SERVER_AWAL = "https://sipokat.lubuklinggaukota.go.id"
WIZ_BERKAS = "Pilih berkas undangan…"
WIZ_BERKAS_SARING = "Berkas undangan (*.json *.undangan)"
WIZ_TANPA = "Mulai tanpa internet…"
WIZ_TANPA_ISI = (
    "Pilih kantor ini. Komputer ini dapat didaftarkan ke kota kapan saja; data yang sudah diketik ikut terkirim."
)
WIZ_KELURAHAN = "Kelurahan, kecamatan, atau kota"
WIZ_LANJUT = "Lanjut"
WIZ_KEMBALI = "Kembali"
WIZ_NAMA = "Nama Anda"
WIZ_NAMA_CONTOH = "Siti Aminah"
WIZ_PIN = "PIN (paling sedikit 4 angka)"
WIZ_PIN_LAGI = "PIN sekali lagi"
WIZ_PIN_BEDA = "PIN yang kedua berbeda. Ketik lagi."
WIZ_PIN_ISI = "Untuk {nama}. Nama tertulis pada setiap catatan. PIN menjaga agar orang lain tidak memakai nama Anda."
WIZ_SELESAI = "{nama} siap"
WIZ_SELESAI_ISI = (
    "Anda sudah dapat mengetik sekarang. Data dari kota diambil di belakang layar, "
    "dan setiap simpanan langsung aman di komputer ini walau internet mati."
)
WIZ_SELESAI_TANPA = (
    "Anda sudah dapat mengetik sekarang; setiap simpanan langsung aman di komputer ini. Daftarkan ke kota kapan saja "
    "di Sinkronisasi: data yang sudah diketik ikut terkirim."
)
WIZ_MULAI = "Mulai bekerja"
WIZ_MENDAFTAR = "Mendaftarkan komputer ini ke kota"
KELURAHAN_BELUM = "Pilih kelurahan, kecamatan, atau kota dulu."

PALET_CONTOH = "Cari RT, nama, perintah, atau bab panduan"
PALET_HALAMAN = "Halaman"
PALET_PERINTAH = "Perintah"
PALET_TIDAK = "“{kata}” sekarang tidak tersedia di halaman ini."
PALET_SEKARANG = "Di halaman ini · {tombol}"
PALET_KOSONG = "Tidak ada yang cocok"

BANTUAN_PENGATURAN = (
    "Panah atas dan bawah memilih bagian, Enter masuk ke dalamnya. Tab berpindah isian; pilihan langsung dipakai, "
    "Ctrl+Z mengembalikannya."
)
SET_JUDUL = "Pengaturan"
SET_DATA = "Data"
SET_DATA_ISI = "Folder data: {folder}"
CAD_JUDUL = "Cadangan"
CAD_ISI = (
    "Sipokat membuat cadangan sendiri setiap hari kerja, mengujinya, dan menyimpan 14 hari serta 6 bulan terakhir. "
    "Salinan di flashdisk atau folder bersama tetap ada bila komputer ini rusak atau hilang."
)
PULIH_BUKA = "Pulihkan dari cadangan…"
CAD_SEDANG = "Membuat cadangan"
CAD_TERAKHIR = "Cadangan terakhir: {kapan}."
CAD_BELUM = "Cadangan belum pernah dibuat."
CAD_KEDUA_BELUM = "Tempat kedua belum dipilih."
CAD_KEDUA = "Tempat kedua: {folder}."
CAD_KEDUA_TERAKHIR = "Terakhir disalin ke sana {kapan}."
CAD_PILIH = "Pilih tempat kedua…"
CAD_GANTI = "Ganti tempat kedua…"
CAD_UJI = "Uji tempat kedua"
CAD_LEPAS = "Lepas tempat kedua"
CAD_DIPILIH = "Cadangan dibuat, disalin ke {folder}, dan salinannya sudah dibaca ulang."
CAD_DILEPAS = "Cadangan tidak lagi disalin ke tempat kedua. Yang sudah ada di sana tetap ada."
SET_CADANGKAN = "Buat cadangan sekarang"
SET_LAPOR = "Kirim laporan masalah…"
SET_LAPOR_NAMA = "laporan-masalah-sipokat"
SET_LAPOR_ISI = (
    "Laporan masalah adalah satu berkas berisi jumlah, versi, dan letak kesalahan, tanpa nama, NIK, nomor telepon, "
    "atau rupiah. Simpan lalu kirim kepada Kominfo."
)
SET_SAMPAH = "Buka Sampah…"
SET_TANPA_FOTO = (
    "Cadangan {berkas} dibuat dan sudah diuji. Foto tidak ikut di dalamnya, dan {n} foto belum terkirim ke kota."
)
SET_DICADANGKAN = "Cadangan {berkas} dibuat dan sudah diuji."
SET_KOMPUTER = "Komputer ini: {label}, {kantor}, {keadaan}."
SET_TERDAFTAR, SET_LEPAS = "terdaftar di kota", "belum terdaftar di kota"
JAR_JUDUL = "Jaringan"
JAR_SERVER = "Server kota: {alamat}"
JAR_SERVER_BELUM = "belum ditentukan"
JAR_CA_UMUM = "Sertifikat: dipercaya lewat penerbit umum."
JAR_CA_KOTA = "Sertifikat: hanya dipercaya lewat CA kota “{nama}”, berlaku sampai {sampai}."
JAR_PROKSI_KATA = (("sistem", "Proksi: sesuai pengaturan sistem."), ("tanpa", "Proksi: tidak dipakai."))
JAR_PROKSI_SENDIRI = "Proksi: {alamat}"
JAR_PROKSI_SEBAGAI = ", sebagai {nama}."
JAR_UJI = "Uji sambungan"
JAR_MENGUJI = "Menguji sambungan ke kota"
JAR_BERES = "Semua langkah berhasil. Komputer ini dapat mengirim ke kota."
JAR_ATUR = "Atur jaringan…"
JAR_ATUR_JUDUL = "Atur jaringan"
JAR_ATUR_ISI = "Biasanya tidak perlu diubah. Isi sesuai petunjuk petugas IT atau Kominfo."
JAR_DISIMPAN = "Pengaturan jaringan disimpan. Uji sambungan untuk memastikannya."
JAR_CA = "Sertifikat kota (CA)"
JAR_CA_PILIH = "Pilih berkas CA…"
JAR_CA_LEPAS = "Lepas CA kota"
JAR_CA_SARING = "Sertifikat (*.pem *.crt *.cer);;Semua berkas (*)"
JAR_PROKSI = "Proksi"
JAR_PROKSI_PILIHAN = (
    ("sistem", "Sesuai pengaturan sistem"),
    ("tanpa", "Tanpa proksi"),
    ("sendiri", "Diisi di bawah ini"),
)
JAR_ALAMAT = "Alamat proksi"
JAR_ALAMAT_CONTOH = "10.0.0.1:8080"
JAR_ALAMAT_BANTUAN = "Dipakai hanya bila proksi diisi sendiri."
JAR_NAMA = "Nama untuk proksi"
JAR_SANDI = "Kata sandi proksi"
JAR_SANDI_ADA = "tersimpan; isi hanya untuk menggantinya"

SUDAH_TERBUKA = "Sipokat sudah terbuka pada folder data ini, tetapi jendelanya tidak menjawab. Data aman."
SUDAH_TERBUKA_SARAN = "Pakai jendela yang sudah ada; bila pemakai lain yang membukanya, minta dia menutupnya dulu."
TIDAK_TERBUKA = "Sipokat belum dapat dibuka"
KELUAR = "Tutup"
KUNCI_JUDUL = "Data di komputer ini terkunci"
KUNCI_ISI = (
    "Kuncinya tidak ada di akun komputer ini; biasanya karena Windows dipasang ulang, atau folder data dipindahkan. "
    "Data tidak rusak dan tidak diubah. Ketik kode dari lembar Kode Pemulihan yang disimpan kantor."
)
KUNCI_TANPA_KODE = (
    "Kuncinya tidak ada di akun komputer ini, dan kode pemulihan belum pernah dibuat. Data tidak rusak dan tidak "
    "diubah. Masuklah ke Windows dengan akun yang biasa dipakai, atau mulai lagi dan ambil data dari kota."
)
KUNCI_KODE = "Kode pemulihan"
KUNCI_CONTOH = "XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX"
KUNCI_BANTUAN = "Besar kecil huruf, spasi, dan tanda hubung tidak berpengaruh."
KUNCI_BUKA = "Buka data"
KUNCI_ANEW = "Mulai lagi dari kota…"
KUNCI_YAKIN = (
    "Data yang terkunci disisihkan, tidak dihapus. Komputer ini lalu didaftarkan lagi dan mengambil data dari kota; "
    "yang belum terkirim tetap di folder yang disisihkan."
)
KUNCI_YA, KUNCI_TIDAK = "Sisihkan dan mulai lagi", "Kembali"

SET_KUNCI = "Pengaman data"
SET_KUNCI_ISI = "Data, foto, dan cadangan di komputer ini terkunci; berkas yang disalin tidak dapat dibaca orang lain."
SET_KUNCI_ADA = "Kode pemulihan yang berlaku dibuat {kapan}."
SET_KUNCI_BELUM = "Kode pemulihan belum dibuat. Tanpa kode itu, data tidak dapat dibuka lagi bila komputer rusak."
SET_KUNCI_BUAT = "Buat kode pemulihan…"
SET_KUNCI_LAGI = "Buat kode baru…"
SET_KUNCI_LEMBAR = "Kode pemulihan"
TUGAS_KODE = "Kode pemulihan data belum dibuat"

FD_TULIS = "Tulis ke flashdisk…"
FD_BACA = "Baca dari flashdisk…"
FD_PILIH = "Pilih flashdisk atau folder"
FD_BUKA = "Pilih berkas jawaban dari kota"
FD_SARING = "Jawaban kota (*.dari-kota);;Semua berkas (*)"
FD_MENULIS = "Menulis berkas untuk kota"
FD_MEMBACA = "Membaca berkas dari kota"
FD_FOTO_SISA = "{n} foto tidak muat: baca dulu jawaban kota, lalu tulis berkas lagi."
FD_FOTO = " dan {n} foto"
FD_TERTULIS = "{n} perubahan{foto} ditulis ke {nama}. Serahkan berkas itu ke Kominfo; data tetap ada di sini."
FD_SAMA = "{kirim} perubahan sudah diterima kota, {terima} data baru masuk. Isi komputer ini dan kota sama."
FD_SUDAH = "Tidak ada yang baru di berkas itu. Isi komputer ini dan kota sama."
FD_BEDA = "{kirim} perubahan sudah dijawab kota, {terima} data baru masuk. Tulis dan baca sekali lagi untuk menyamakan."
FD_LAMA = "Berkas itu lebih lama dari isi komputer ini; tidak ada yang berubah."
