"""Words of the audit pack: its files, their columns, its instructions."""

PEMBAYARAN, DAFTAR, BARIS, KOREKSI = "01_pembayaran.csv", "02_daftar.csv", "03_baris.csv", "04_koreksi.csv"
KETETAPAN, MASA, TEMUAN = "05_ketetapan.csv", "06_masa_jabatan.csv", "07_temuan.csv"
OP, KOTA = "08_catatan_op.csv", "09_baris_kota.csv"
LAPORAN, BACA_SAYA, PEMERIKSA = "laporan.pdf", "BACA SAYA.txt", "periksa.py"

KOLOM = {
    PEMBAYARAN: (
        "entri", "jenis", "bulan", "komponen", "rt", "nama", "nik", "jumlah", "tanggal_bayar", "cara", "sk_nomor",
        "sk_tanggal", "tmt", "akhir_sk", "akhir_nyata", "tarif_bulan", "dasar_tarif", "aturan_versi", "hitungan",
        "jumlah_khusus", "alasan_baris", "daftar", "no_baris", "dikunci_oleh", "dikunci_pada", "sp2d_nomor",
        "sp2d_tanggal", "tanda_terima", "penerima", "surat_kuasa", "membalik", "alasan", "sts", "asal", "op_id", "inc",
        "n", "sidik_rantai", "sidik_baris_kota",
    ),
    DAFTAR: (
        "id", "nomor", "komponen", "periode", "keadaan", "revisi", "dasar", "diperiksa_oleh", "diperiksa_pada",
        "dikunci_oleh", "dikunci_pada", "alasan", "cetak_ke", "spp_nomor", "spp_tanggal", "sp2d_nomor", "sp2d_tanggal",
        "penerima", "bruto", "pph", "diterima", "dibayar",
    ),
    BARIS: (
        "id", "daftar", "no_baris", "rt", "nama", "rincian_berlaku", "bruto", "pph", "diterima", "dibayar",
        "jumlah_khusus", "alasan", "ditunda",
    ),
    KOREKSI: (
        "id", "daftar", "no_baris", "rt", "nama", "revisi", "bulan", "bruto_semula", "diterima_semula", "bruto_menjadi",
        "diterima_menjadi", "berlaku", "tanggal", "alasan", "oleh",
    ),
    KETETAPAN: ("jenis", "komponen", "mulai", "sampai", "jumlah", "isi", "dasar_hukum", "ditetapkan"),
    MASA: (
        "id", "rt", "nama", "nik", "jenis", "sk_nomor", "sk_tanggal", "sk_penerbit", "tmt", "akhir_sk", "akhir_nyata",
        "alasan_akhir",
    ),
    TEMUAN: ("berat", "jenis", "kalimat", "jumlah", "rt", "nama", "bulan", "daftar", "tabel", "id"),
    OP: ("inc", "n", "op_id", "tabel", "id", "sidik_sebelum", "sidik", "sha256_isi", "isi"),
    KOTA: ("tabel", "id", "op_id", "oleh", "asal", "isi", "sidik"),
}  # fmt: skip
ISI = {
    PEMBAYARAN: "tiap pembayaran dan pembatalannya: SK, masa jabatan, tarif, daftar, tanda terima",
    DAFTAR: "daftar insentif dan perjalanannya",
    BARIS: "isi daftar sesudah koreksi",
    KOREKSI: "koreksi sesudah daftar dikunci, dan apakah berlaku",
    KETETAPAN: "tarif, aturan kinerja, dana, angka kinerja dengan asalnya",
    MASA: "SK dan masa jabatan penerima",
    TEMUAN: "temuan merah",
    OP: "catatan perubahan komputer ini yang memuat pembayaran",
    KOTA: "pembayaran menurut server kota",
    LAPORAN: "laporan untuk dibaca dan dicetak",
    PEMERIKSA: "pemeriksa sendiri, untuk komputer yang memiliki Python",
    BACA_SAYA: "berkas ini",
}

NAMA_BERKAS = "Paket audit Insentif {kelurahan} {kode}.zip"
KALIMAT = "Paket audit {periode} siap: {n} pembayaran dan pembatalan, {bendera} temuan merah, {halaman} halaman."

PETUNJUK = """PAKET AUDIT INSENTIF KETUA RT
Kelurahan {kelurahan} ({kode_kelurahan}), {periode}
Dibuat {waktu} WIB dengan Sipokat Desktop oleh {oleh}

ISI
{isi}
NIK {nik}. Jumlah uang dalam rupiah bulat. Berkas .csv dapat dibuka dengan Excel atau LibreOffice
(UTF-8, pemisah titik koma). Bukalah salinannya: menyimpan dari Excel mengubah berkasnya.

MEMERIKSA KEUTUHAN
1. Sidik paket. Sidik paket adalah SHA-256 dari berkas sha256.txt. Sidik itu ditampilkan ketika paket dibuat
   dan sebaiknya ditulis di berita acara penyerahan. Cocokkan keduanya:
     Windows (Command Prompt):  certutil -hashfile sha256.txt SHA256
     Linux:                     sha256sum sha256.txt
2. Semua berkas. Hitung sidik tiap berkas dan cocokkan dengan baris namanya di sha256.txt:
     Windows:  certutil -hashfile "01_pembayaran.csv" SHA256      (ulangi untuk berkas lain)
     Linux:    sha256sum -c sha256.txt
3. Baris demi baris. Kolom terakhir tiap .csv (sidik_baris) adalah rantai: SHA-256 dari sidik baris sebelumnya,
   satu ganti baris (LF), lalu teks baris itu tanpa kolom terakhir dan titik koma di depannya. Rantai dimulai
   dengan SHA-256 dari nama berkas, satu ganti baris (LF), lalu baris judul tanpa kolom terakhirnya. Teksnya
   UTF-8 tanpa BOM. Baris yang dihapus, disisipkan, atau ditukar memutus rantai dari baris itu ke bawah.
   Ujung rantai tiap berkas tercetak di halaman terakhir laporan.pdf.
4. Rantai catatan komputer. Di {op} tiap baris memuat satu catatan perubahan (kolom isi) seperti
   tersimpan di komputer kantor. sidik = BLAKE2b (16 byte) dari byte sidik_sebelum disambung teks isi.
   Untuk n yang berurutan pada inc yang sama, sidik_sebelum sama dengan sidik baris sebelumnya. Catatan lain
   di antaranya (misalnya data pribadi) tidak ikut dalam paket, maka nomor n dapat melompat. Server kota
   menyimpan inc, n, dan sidik yang sama: minta Dinas Kominfo mencocokkannya.
5. Uang. Kolom jumlah di {pembayaran} harus sama dengan fields.jumlah pada isi catatan dengan op_id
   yang sama.
6. Baris kota. Di {kota} sidik = BLAKE2b (16 byte) dari tabel, id, angka 0, dan isi, dipisah
   karakter 1F (heksadesimal).

Langkah 2 sampai 6 dikerjakan sekaligus oleh
     sipokat insentif audit periksa NAMA-PAKET.zip
atau, tanpa Sipokat, di folder hasil ekstrak dengan Python 3.9 atau yang lebih baru:
     python periksa.py

Sidik membuktikan bahwa isi paket tidak berubah sejak dibuat. Seseorang yang membuat ulang seluruh paket dapat
membuat sidik baru; karena itu cocokkan sidik paket dengan berita acara (langkah 1) dan rantai catatan dengan
server kota (langkah 4).
"""
NIK_SAMAR, NIK_UTUH = "disamarkan", "ditulis utuh: simpan paket ini baik-baik"

# what the check says
RUSAK = "Berkas ini bukan paket audit, atau ZIP-nya rusak."
TANPA_DAFTAR = "Berkas sha256.txt tidak ada di paket."
BERKAS_HILANG = "Berkas {nama} tidak ada di paket."
BERKAS_LEBIH = "Berkas {nama} tidak tercatat di sha256.txt."
BERKAS_BEDA = "Isi berkas {nama} tidak cocok dengan sidiknya di sha256.txt."
DAFTAR_BEDA = "Tulisan di sha256.txt tidak seperti yang dibuat Sipokat."
BUNGKUS_BEDA = "Bungkus ZIP diubah sesudah dibuat, walaupun isi berkasnya dapat dibaca."
BUKAN_CSV = "Berkas {nama} tidak berbentuk seperti yang dibuat Sipokat."
RANTAI_PUTUS = (
    "Rantai baris di {nama} putus pada baris nomor {no}: baris itu atau sebelumnya diubah, dihapus, atau ditukar."
)
RANTAI_OP = "Catatan op nomor {n} di {nama} tidak cocok dengan rantainya."
OP_SAMBUNG = "Catatan op nomor {n} di {nama} tidak menyambung catatan sebelumnya."
OP_BEDA = "Pembayaran {entri} tidak sama dengan catatan op-nya ({isian})."
OP_HILANG = "Pembayaran {entri} menyebut catatan op yang tidak ada di paket."
KOTA_BEDA = "Baris kota {id} tidak cocok dengan sidiknya."
SIDIK_LAIN = "Sidik paket ini {ada}, di berita acara tertulis {tertulis}."
BAIK = "Paket utuh: {berkas} berkas, {baris} baris, {op} catatan op diperiksa."
TIDAK_BAIK = "Paket TIDAK utuh: {n} hal tidak cocok."
TIDAK_TERBACA = "Berkas {nama} tidak dapat dibaca."
