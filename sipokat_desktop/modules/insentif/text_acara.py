"""Words of payments by attendance: what was attended, per event or per session, what stands in the way."""

from __future__ import annotations

PER = {"kegiatan": "Sekali untuk seluruh kegiatan", "sesi": "Setiap sesi yang dihadiri"}
PER_SINGKAT = {"kegiatan": "per kegiatan", "sesi": "per sesi"}
BANYAK_SESI = "{n} sesi"
TANPA_SESI = "khusus"
SEKALI = "1 kegiatan"
SESI = "{bulan}: {kali} sesi × {tarif} = {jumlah}"
RAGU = "Tanda hadirnya berbeda, atau sesinya terhapus. Putuskan dulu di Perlu keputusan"
RAGU_LUAR = "RT {rt}: tanda hadirnya belum pasti, jadi belum dibayar. Putuskan dulu di Perlu keputusan"
TANDA_HADIR = "tanda hadir"
TAHAN_BARIS = "nomor {no}, RT {rt} {nama}: {sebab}"
TAHAN_ACARA = (
    "kegiatannya dibatalkan, dihapus, atau tidak ada di komputer ini; sinkronkan atau buka lagi kegiatannya, "
    "atau batalkan daftar ini"
)
TAHAN_HADIR = "tidak tercatat hadir di {judul}; catat dulu kehadirannya, atau koreksi barisnya menjadi Rp0"
TAHAN_LEBIH = "di daftar {ada}, menurut kehadiran {kini}; koreksi dulu barisnya"
TAHAN_LAIN = (
    "sesinya sudah dibayarkan kepada {nama}, yang tidak tercatat hadir sebanyak itu; kembalikan atau batalkan dulu "
    "pembayaran itu"
)
KETUA_LAIN = "ketua lain"
TIDAK_HADIR = "Tidak lagi tercatat hadir di {judul}. Perbarui daftarnya"
JUMLAH_BEDA = "Di daftar {ada}, menurut kehadiran dan tarif sekarang {kini}. Perbarui daftarnya"
PINDAH_BULAN = "{judul} sekarang pada {bulan}. Susun daftar bulan itu, lalu batalkan daftar ini"
TANPA_MASA = "RT {rt} tercatat hadir, tetapi ketuanya tidak ada di Data RT, jadi tidak dibayar"
ACARA_ASING = "kegiatan yang tidak ada di komputer ini"
TIDAK_HADIR_KUNCI = (
    "Tidak lagi tercatat hadir di {judul}. Catat kehadirannya; bila memang tidak hadir, kembalikan uangnya atau "
    "koreksi barisnya menjadi Rp0"
)
SESI_BEDA = "Hadir {kali} sesi, haknya {kini}; di daftar {ada}. {jalan}"
JALAN_KOREKSI = "Koreksi dulu barisnya"
JALAN_DIBAYAR = "Batalkan catatan terimanya, koreksi barisnya, lalu catat terima lagi"
KETUA_KEDUA = (
    "RT {rt}: {nama} juga tercatat hadir, tetapi satu kegiatan dibayar sekali untuk satu RT, kepada ketua yang lebih "
    "dulu hadir. Bila ia juga dibayar, tetapkan jumlahnya sendiri dengan alasan"
)
KETUA_LAIN_DULU = (
    "Ketua sebelumnya juga tercatat hadir di {judul}, dan satu kegiatan dibayar sekali. Perbarui daftarnya"
)
BELUM_SELESAI = (
    "Belum dapat dikunci: uang ini dibayar per sesi, dan sesi terakhirnya {hari}. Kunci pada atau sesudah hari itu. "
    "Bila sesi itu tidak jadi, hapus dulu sesinya."
)
HILANG = "Kegiatannya dibatalkan, atau tidak ada di komputer ini. Jangan dibayar dulu"

BULAN_SAJA = "{komponen} hanya dibayar pada {bulan}, bulan kegiatannya. Susun daftar {bulan}."
BELUM_ADA = (
    "Kegiatan yang dibayar {komponen} dibatalkan, tidak ada di komputer ini, atau belum mempunyai sesi. "
    "Sinkronkan, lalu periksa kegiatannya."
)
TAK_HADIR = "Belum ada ketua RT yang tercatat hadir di {judul}. Catat kehadirannya dulu."
KOMPONEN_BARIS = "{nama} ({milik})  {tarif} {per}  {pajak}  {judul}"
PER_SALAH = "Pilih dibayar per kegiatan atau per sesi."
ACARA_PILIH = "Pilih kegiatan yang dibayar."
ACARA_TETAP = "Kegiatan yang dibayar {nama} tidak dapat diganti. Buat komponen baru untuk kegiatan lain."
ACARA_TETAP_DAFTAR = (
    "{nama} sudah dipakai di daftar sebuah kantor, jadi kegiatan dan cara bayarnya tidak dapat diganti. "
    "Buat komponen baru."
)
ACARA_SUDAH = "Kegiatan itu sudah dibayar lewat komponen “{nama}”. Satu kegiatan satu komponen."
ACARA_TANPA_HARI = "Kegiatan itu belum mempunyai sesi. Isi dulu harinya, supaya bulannya tetap."
ACARA_TIDAK_ADA = "Kegiatan “{nama}” tidak ada di komputer ini."
ACARA_BEBERAPA = "Ada beberapa kegiatan bernama “{nama}”. Tulis pengenalnya: {ada}."
ACARA_KOTA = "Tulis kegiatannya sebagai SUMBER:PENGENAL, misalnya bimtek:01ABC."
ACARA_SELESAI = "{komponen} dibayar {per} menurut kehadiran."
SIMULASI = "Simulasi hanya untuk komponen menurut masa jabatan; “{nama}” dibayar menurut kehadiran."
PERLU_OLEH_HADIR = "{nama} tidak tercatat hadir, jadi tulis siapa yang menetapkan jumlahnya."

ACARA_DIBAYAR = (
    "uangnya ada di daftar {nomor} yang sudah dikunci. Batalkan saja kegiatannya, atau batalkan dulu daftar itu"
)
PER_TETAP = "{nama} sudah dipakai di daftar, jadi tetap dibayar {per}."

DUA_JENIS = "Kegiatan dibayar dua kali"
DUA_ATURAN = (
    "Satu kegiatan hanya dibayar sekali kepada satu RT. Kegiatan ini dipindah ke bulan lain, dan dua komputer "
    "membayarnya di dua bulan. Semua catatan disimpan sampai ada yang memutuskan."
)
DUA_KATA = "Dibayar {n} kali untuk kegiatan yang sama."
DUA_MANA = "Catatan yang dibatalkan"
DUA_PILIH = "Pilih catatan pembayaran yang dibatalkan."
TINDAKAN = {
    "putuskan.uang kegiatan kembali": "Uang kegiatan kembali",
    "putuskan.kegiatan salah catat": "Batalkan pembayaran kegiatan",
}
"""What people call these acts."""

JUDUL = "DAFTAR TANDA TERIMA UANG TRANSPORT PESERTA"
TAHUN = "TAHUN ANGGARAN {tahun}"
HARI_TANGGAL = "Hari / Tanggal"
TEMPAT = "Tempat"
BESARAN = "Besaran"
KW_UNTUK = "{komponen}, Ketua RT {rt} Kelurahan {kelurahan}, hadir di {judul}, {hari}"
JUDUL_SPJ = "KELENGKAPAN SURAT PERTANGGUNGJAWABAN (SPJ) UANG TRANSPORT PESERTA"
BUTIR_SPJ = {
    "dikunci": "Daftar tanda terima (F11) yang dikunci Lurah",
    "sk": "Undangan dan daftar hadir peserta yang ditandatangani",
    "dasar": "SK atau Peraturan Wali Kota tentang besaran uang transport",
    "kinerja": "Laporan kegiatan",
}
KOL_SESI = "Sesi"
KOL_BESARAN = "Besaran (Rp)"
PESERTA = "Ketua RT {rt}"
