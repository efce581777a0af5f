"""What the city's administrators read."""

from __future__ import annotations

# configuration
BARIS_PERINTAH = "baris perintah"
TAK_TERBACA = "Berkas konfigurasi {file} tidak dapat dibaca. Periksa nama dan haknya."
BUKAN_UTF8 = "Berkas konfigurasi {file} bukan tulisan UTF-8. Simpan lagi sebagai UTF-8."
TULISAN_SALAH = (
    "Tulisan di berkas konfigurasi {file} salah {tempat}. Bandingkan dengan: sipokat-pusat konfigurasi contoh"
)
PADA_BARIS = "pada baris {baris}"
PADA_AKHIR = "pada akhirnya"
TAK_DIKENAL = "Kunci {kunci} di {sumber} tidak dikenal. {saran}"
MAKSUDNYA = "Mungkin maksudnya {kunci}."
HAPUS = "Hapus baris itu, atau lihat: sipokat-pusat konfigurasi contoh"
ISI_SALAH = "Isi {kunci} di {sumber} salah: harus {harus}."
JENIS = {
    "": "seperti pada contoh (sipokat-pusat konfigurasi contoh)",
    "string_type": "tulisan di antara tanda kutip",
    "int_type": "bilangan bulat tanpa tanda kutip",
    "float_type": "bilangan tanpa tanda kutip",
    "tuple_type": 'daftar seperti ["127.0.0.1"]',
    "model_type": "bagian tersendiri dengan judul dalam kurung siku",
    "greater_than_equal": "paling sedikit {ge}",
    "less_than_equal": "paling banyak {le}",
}
BENTUK = {
    "basis_data": "sqlite:///FILE atau postgresql://…",
    "basis_data_baca": "postgresql://…",
    "alamat": "HOST:PORT seperti 127.0.0.1:8000",
    "alamat_umum": "alamat seperti https://sipokat.contoh.go.id",
    "catatan": "debug, info, warning atau error",
    "metrik.token": "kosong atau paling sedikit 16 huruf dan angka tanpa spasi",
    "data_terbuka.lisensi": "satu baris tulisan, paling banyak 500 huruf; kosong untuk kalimat bawaan",
    "foto.s3_alamat": "alamat seperti https://s3.contoh.go.id",
}
KONFIGURASI_BENAR = "Konfigurasi benar. Basis data: {db}. Pekerja: {pekerja}. Foto: {foto}."
DB_BELUM = (
    "Sebutkan basis data kota: --db sqlite:///kota.db atau --db postgresql://…, atau basis_data di berkas konfigurasi."
)

# the server
TERLALU_SERING_PROGRAM = (
    "Komputer ini terlalu sering bertanya ke server kota. Data aman di komputer ini dan dikirim lagi "
    "{detik} detik lagi."
)
TERLALU_SERING = "Terlalu sering dicoba dari tempat ini. Tunggu {detik} detik, lalu coba sekali lagi."
GALAT_PROGRAM = "Server kota mengalami galat. Data aman di komputer ini dan dikirim lagi nanti."
GALAT_HALAMAN = "Server kota mengalami galat. Yang sudah disimpan tetap aman; coba lagi, lalu hubungi Kominfo."
GALAT = '<!doctype html><html lang="id"><meta charset="utf-8"><title>Sipokat</title><p>{pesan}</p>'
ALAMAT_TERPAKAI = "Server tidak dapat mendengar di {alamat}."
ALAMAT_TERPAKAI_SARAN = "Hentikan program lain yang memakai alamat itu, atau pilih lain dengan --alamat."
PEKERJA_MATI = "Proses pekerja server berulang kali berakhir sendiri."
LIHAT_CATATAN = "Lihat catatannya: journalctl -u sipokat-pusat"
BERJALAN = "Sipokat Pusat berjalan di http://{alamat} — hentikan dengan Ctrl+C."
METRIK_TERTUTUP = "Angka server hanya untuk komputer ini atau pembawa token."
SIAP_DB = "Basis data belum dapat ditulisi."
SIAP_SKEMA = "Basis data belum sesuai dengan versi program ini."
SIAP_KANTOR = "Data halaman web sedang disiapkan."
SLOT_HABIS = "Folder data halaman web {folder} tidak dapat dipakai."
SLOT_HABIS_SARAN = "Periksa hak atas folder itu, atau pilih lain dengan kantor_web di berkas konfigurasi."
SIAP = "Basis data kota siap. Foto disimpan di {foto}.{perintah}"

# backup and restore
CADANGAN_TIDAK_ADA = "Berkas cadangan {berkas} tidak ada."
CADANGAN_RUSAK = "Berkas {berkas} bukan cadangan Sipokat Pusat, atau rusak. Tidak ada yang diubah; pakai cadangan lain."
MESIN_LAIN = "Cadangan itu dari basis data {dari}, sedangkan tujuannya {ke}. Tidak ada yang diubah."
DB_KOSONG = "Basis data kota masih kosong, jadi belum ada yang dicadangkan. Jalankan: sipokat-pusat siapkan"
TIDAK_KOSONG = (
    "Basis data tujuan tidak kosong. Tidak ada yang diubah. Dengan --ganti, isi lamanya dipindahkan dan tetap disimpan."
)
MASIH_DIPAKAI = "Basis data kota masih dipakai program lain. Tidak ada yang diubah."
HENTIKAN = "Hentikan server (systemctl stop sipokat-pusat), lalu ulangi."
TANPA_HAK = "Pengguna PostgreSQL itu belum boleh membuat basis data. Data kota tidak diubah."
BERI_HAK = "Jalankan sebagai postgres: ALTER ROLE sipokat CREATEDB"
PULIH_GAGAL = "Cadangan tidak dapat dipulihkan. Data kota tidak diubah."
LIHAT_POSTGRES = "Kata PostgreSQL: {rinci}"
RUANG = "Periksa ruang di disk, lalu ulangi."
PROGRAM_GAGAL = "Program {program} gagal. Data kota tidak diubah."
TANPA_PROGRAM = "Program {program} dari PostgreSQL tidak ada di server ini."
PASANG_PROGRAM = "Pasang paket postgresql-client, lalu ulangi."
TANPA_FOLDER = "Sebutkan tempat cadangan: --keluaran FOLDER, atau folder di bagian [cadangan] berkas konfigurasi."
TAK_TERTULIS = "Folder cadangan {folder} tidak dapat ditulisi."
PULIH_BEDA = (
    "Uji pemulihan cadangan gagal: isi {apa} tidak sama dengan aslinya. Cadangan itu disimpan sebagai {berkas}."
)
PULIH_BEDA_SARAN = "Jangan andalkan cadangan itu. Periksa disk, lalu jalankan: sipokat-pusat periksa"
ASLI_BEDA = "Isi basis data kota sendiri tidak cocok dengan catatannya di {apa}. Cadangannya disimpan sebagai {berkas}."
ASLI_BEDA_SARAN = "Jalankan: sipokat-pusat periksa"
RUSAK = ".tidak-lulus"
CADANGAN_JADI = "Cadangan selesai{uji}: {berkas} ({ukuran}). {foto} foto baru disalin. {hapus} cadangan lama dihapus."
SUDAH_DIUJI = " dan sudah diuji dengan pemulihan sungguhan"
BELUM_DIUJI = ", belum diuji"
DIPULIHKAN = "Basis data kota dipulihkan dari cadangan {waktu}."
DIPINDAHKAN = "Isi lamanya disimpan sebagai {nama}."
SESUDAH_PULIH = (
    "Yang dikirim kantor sesudah itu dikirim lagi sendiri pada sinkron berikutnya. Ulangi di kota: tarif dan ketetapan "
    "lain, pencabutan izin komputer dan pengguna, undangan, yang dibuat sesudah itu. Pengguna web masuk lagi."
)
FOTO_PULIH = "{jumlah} foto dikembalikan."
LALU_SIAPKAN = "Berikutnya: sipokat-pusat siapkan, karena cadangan itu dari versi program yang lebih lama."


# checks
P_DB = "Basis data"
P_DB_BAIK = "Menjawab dan dapat ditulisi."
P_DB_PUTUS = "Tidak menjawab ({galat})."
P_DB_SARAN = "Periksa apakah PostgreSQL berjalan dan disknya tidak penuh."
P_SKEMA = "Skema"
P_SKEMA_BAIK = "Sesuai dengan program ini ({versi})."
P_LINGKUP = "Batas kantor"
P_LINGKUP_BAIK = "PostgreSQL sendiri hanya membuka data kantor yang berhak."
P_LINGKUP_SQLITE = "Dijaga oleh program ini. PostgreSQL menjaganya sekali lagi; SQLite hanya untuk percobaan."
P_LINGKUP_DILEWATI = "Data aman, tetapi basis data dibuka sebagai pengguna istimewa, jadi batas kedua tidak bekerja."
P_LINGKUP_SARAN = "Pakai pengguna PostgreSQL biasa yang memiliki basis data ini, tanpa SUPERUSER dan BYPASSRLS."
P_ISI = "Isi baris"
P_ISI_BAIK = "Semua baris cocok dengan sidik dan jumlahnya."
P_ISI_SARAN = "Hentikan server, simpan salinan basis data, lalu pulihkan cadangan terakhir."
P_RANTAI = "Rantai perubahan"
P_RANTAI_BAIK = "Rantai setiap komputer utuh."
P_LAIN = " dan {jumlah} lainnya"
P_FOTO = "Foto"
P_FOTO_BAIK = "{jumlah} foto ada di tempatnya."
P_FOTO_HILANG = "{hilang} dari {semua} foto tidak ada di tempatnya."
P_FOTO_SARAN = "Kembalikan dari folder foto di cadangan; yang masih ada di kantor dikirim lagi sendiri."
P_FOTO_TAK_TERBACA = "Tempat foto tidak terbaca."
P_FOTO_TEMPAT = "Periksa bagian [foto] di berkas konfigurasi."
P_JAM = "Jam"
P_JAM_BAIK = "Jam server dan basis data cocok."
P_JAM_BEDA = "Jam server dan basis data berselisih {detik} detik."
P_JAM_MUNDUR = "Jam server lebih lambat daripada perubahan terakhir."
P_JAM_SARAN = "Nyalakan penyetel jam otomatis (timedatectl set-ntp true)."
P_CADANGAN = "Cadangan"
P_CADANGAN_BAIK = "Terakhir {waktu}."
P_CADANGAN_BELUM = "Belum ada."
P_CADANGAN_LAMA = "Terakhir {waktu}, sudah terlalu lama."
P_CADANGAN_TANPA_UJI = "Terakhir {waktu}, belum diuji."
P_CADANGAN_SARAN = "Jalankan: sipokat-pusat cadangan, dan periksa jadwalnya."
P_KANTOR = "Kantor"
P_KANTOR_BAIK = "{jumlah} komputer, semuanya sinkron dalam {hari} hari terakhir."
P_KANTOR_DIAM = "Tidak sinkron lebih dari {hari} hari: {daftar}."
P_KANTOR_SARAN = "Hubungi kantornya, atau cabut izin komputer yang tidak dipakai lagi."
P_DISK = "Disk"
P_DISK_ISI = "{folder}: bebas {bebas} dari {semua}."
P_DISK_SARAN = "Kosongkan ruang, atau pindahkan cadangan ke disk lain."
P_TLS = "Sertifikat"
P_TLS_SAMPAI = "Berlaku sampai {hari}."
P_TLS_TAK_TERBACA = "Berkas {file} tidak dapat dibaca."
P_TLS_SARAN = "Perbarui sertifikat TLS sebelum habis masanya."


def ukuran(bita: int) -> str:
    """Return a size as people read it."""
    for satuan, besar in (("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10)):
        if bita >= besar:
            return f"{bita / besar:.1f} {satuan}".replace(".", ",")
    return f"{bita} bita"
