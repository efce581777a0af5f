"""What module seragam says, on screen and on paper."""

from __future__ import annotations

JUDUL = "Seragam"
KEADAAN = {"terbuka": "berjalan", "selesai": "selesai"}
JENIS = {
    "kirim": "dikirim",
    "serah": "diserahkan",
    "tukar": "ditukar",
    "ganti": "diganti",
    "selisih": "disesuaikan",
    "balik": "dibatalkan",
    "dua": "dicatat sebagai yang kedua",
}
CARA = {"simbolis": "simbolis di acara", "kecamatan": "diambil di kecamatan", "kantor": "diambil di kelurahan"}
KEADAAN_PEMAKAI = {
    "sudah": "Sudah menerima",
    "belum": "Belum menerima",
    "kurang": "Ukuran belum lengkap",
    "kosong": "RT tanpa ketua",
}
TINDAKAN: dict[str, str] = {
    "seragam.pengadaan": "Simpan pengadaan seragam",
    "seragam.selesai": "Tutup pengadaan seragam",
    "seragam.buka": "Buka lagi pengadaan seragam",
    "seragam.ukuran": "Isi ukuran seragam",
    "seragam.impor_ukuran": "Impor ukuran seragam",
    "seragam.kirim": "Kirim seragam",
    "seragam.terima": "Terima kiriman seragam",
    "seragam.serah": "Serahkan seragam",
    "seragam.tukar": "Tukar ukuran seragam",
    "seragam.ganti": "Ganti seragam",
    "seragam.selisih": "Sesuaikan stok seragam",
    "seragam.batal": "Batalkan catatan seragam",
    "seragam.sambung": "Jadikan penyerahan pertama",
    "putuskan.pengadaan_kembali": "Pulihkan pengadaan seragam",
}
"""What people call the acts of this module."""

SATUAN = "potong"
BELUM_TIBA = "(data belum tiba)"
RT_ASING = "RT yang belum tiba"

PENGADAAN_TIDAK_ADA = "Pengadaan itu tidak ada di komputer ini. Sinkronkan, lalu pilih lagi."
PENGADAAN_KOSONG = "Belum ada pengadaan seragam. Sinkronkan, atau catat pengadaan kantor ini."
PENGADAAN_YANG_MANA = "Sebutkan pengadaannya. Yang ada: {pilihan}."
PENGADAAN_SUDAH_ADA = "Pengadaan {nama} tahun {tahun} sudah ada. Buka yang itu, atau pakai nama lain."
PENGADAAN_KOTA = "Pengadaan ini milik kota. Hanya kota yang mengubahnya."
PENGADAAN_SIAPA = "Pengadaan dicatat oleh kota, atau oleh kelurahan yang membelinya sendiri."
SUDAH_SELESAI = "Pengadaan {nama} sudah ditutup. {buka}"
BUKA_KOTA = "Minta kota membukanya lagi bila masih ada yang harus dicatat."
BUKA_KANTOR = "Buka lagi dulu bila masih ada yang harus dicatat."
NAMA_KOSONG = "Nama pengadaan belum diisi."
BARANG_KOSONG = "Barang yang dibeli belum diisi, misalnya baju seragam."
TAHUN_SALAH = "Tahun ditulis dengan empat angka, misalnya 2026."
MODEL_HURUF = "Nama model tidak boleh memuat tanda titik dua atau sama dengan."
ISI_LUAR = "{barang} ada di isi pengadaan tetapi tidak ada di daftar model atau ukurannya. Tambahkan dulu."
ISI_TERPAKAI = "{barang} sudah keluar {keluar} {satuan} dari pengadaan ini, jadi isinya tidak dapat menjadi {jumlah}."

UKURAN_SALAH = "Ukuran “{ukuran}” tidak dikenal. Pilih {pilihan}."
UKURAN_KOSONG = "Ukuran belum diisi."
CM_SALAH = "Tulis ukuran badan dalam sentimeter, misalnya dada 110, panjang 74."
MODEL_SALAH = "Model “{model}” tidak ada di pengadaan ini. Pilih {pilihan}."
UKURAN_BELUM = "Ukuran belum diisi"
BELUM_DIAMBIL = "{nama}: {barang}, belum diambil"
SUDAH_DIAMBIL = "{nama}: {barang}, sudah diambil"
TANPA_UKURAN = "ukuran belum diisi"
UKURAN_TAK_DIKENAL = "Ukuran “{ukuran}” tidak dikenal"
UKURAN_TAK_DIBELI = "Ukuran {ukuran} tidak ada di pengadaan ini"
MODEL_BELUM = "Model belum dipilih"
CM_BELUM = "Ukuran khusus belum disertai sentimeter"
JUMLAH_SALAH = "Jumlah ditulis dengan angka, misalnya 12."
JUMLAH_NOL = "Jumlah harus lebih dari nol, misalnya 12."
JUMLAH_BESAR = "Jumlah paling banyak 999.999. Periksa lagi angkanya."
ISI_SALAH = "Bagian “{bagian}” tidak dapat dibaca. Tulis seperti L=10, XL=5 atau Pria: L=10; Wanita: M=3."
ISI_GANDA = "{barang} disebut dua kali. Tulis sekali saja dengan jumlahnya."
ISI_KOSONG = "Isinya belum ditulis, misalnya L=10, XL=5."

TEMPAT_SALAH = "Tempat “{tempat}” tidak dikenal. Pilih kecamatan atau kelurahan."
TEMPAT_SAMA = "Asal dan tujuannya sama. Pilih tujuan yang lain."
RUTE_SEJAJAR = "Barang tidak dikirim antara dua kelurahan atau dua kecamatan. Kembalikan dulu, lalu kirim lagi."
RUTE_LAIN = "{kelurahan} tidak termasuk {kecamatan}. Pilih kecamatan yang benar."
MILIK_SENDIRI = "{nama} dibeli oleh {kantor} sendiri, jadi hanya dicatat di sana. Pilih pengadaan kota."
DICATAT_LAIN = "Ini dicatat oleh {kantor}, bukan di komputer ini. Minta kantor itu mencatatnya."
DARI_LAIN = "RT {rt} tidak mengambil dari {tempat}. Pilih kelurahan atau kecamatannya sendiri."

KURANG_DIBELI = (
    "Isi pengadaan untuk {barang} tinggal {ada} {satuan}, bukan {jumlah}. Periksa isinya, atau kurangi jumlahnya."
)
HABIS = "{barang} di {tempat} sudah habis."
KURANG = "{barang} di {tempat} tinggal {ada} {satuan}, bukan {jumlah}."
ADA_LAIN = "Yang masih ada: {isi}."
TAK_ADA_LAIN = "Ukuran lain juga tidak ada."
JALAN_KURANG = "Catat kirimannya dulu, pilih ukuran lain, atau sesuaikan stok dengan alasan."
KURANG_BILA_BATAL = (
    "{barang} di {tempat} akan kurang {n} {satuan} bila ini dibatalkan: sudah keluar lagi dari sana. "
    "Batalkan dulu yang sesudahnya, atau sesuaikan stok dengan alasan."
)

HARI_NANTI = "Tanggal itu belum tiba. Tulis hari barangnya benar-benar berpindah."
CARA_SALAH = "Cara penyerahan tidak dikenal. Pilih {pilihan}."
ACARA_KOSONG = "Tulis nama acaranya, misalnya Apel Hari Jadi Kota."
NOMOR_KOSONG = "Tulis nomor surat jalannya."
NOMOR_SUDAH = "Surat jalan {nomor} sudah dicatat: {isi}. Bila isinya lain, batalkan yang itu dulu."
NOMOR_LAIN = "Surat jalan {nomor} sudah dipakai untuk kiriman lain. Tulis nomor yang lain."
KIRIMAN_TIDAK_ADA = "Surat jalan {nomor} tidak ada di komputer ini."
KIRIMAN_BEBERAPA = "Surat jalan {nomor} dipakai beberapa kiriman. Pilih kirimannya di halaman Seragam."

RT_TIDAK_ADA = "RT itu tidak ada di komputer ini. Sinkronkan, lalu pilih lagi."
TANPA_KETUA = "RT {rt} tidak punya ketua pada {tanggal}, jadi tidak ada yang menerima."
BELUM_LENGKAP = "RT {rt} {nama}: {kurang}. Isi dulu ukurannya."
SUDAH_MENERIMA = "RT {rt} sudah menerima {barang} pada {tanggal} ({nama}). Untuk yang kedua pakai Ganti dengan alasan."
TAK_ADA_PENERIMA = "Tidak ada yang tinggal diserahkan: semua yang dipilih sudah menerima atau belum dapat menerima."
BELUM_MENERIMA = "RT {rt} belum menerima apa pun dari pengadaan ini. Catat penyerahannya dulu."
BARANG_TIDAK_DIPEGANG = "RT {rt} tidak memegang {barang}. Yang dipegang: {isi}."
KEMBALI_PILIH = "RT {rt} memegang {isi}. Sebutkan ukuran mana yang kembali."
TUKAR_SAMA = "Ukuran yang diserahkan sama dengan yang kembali. Pilih ukuran yang lain."
HARI_MUNDUR = "RT {rt} baru menerima pada {tanggal}. Tulis tanggal yang sama atau sesudahnya."
MENUNGGU = "RT {rt} tercatat dua kali. Putuskan dulu di Perlu keputusan."
PERTAMA_DIBATALKAN = (
    "Penyerahan pertama RT {rt} sudah dibatalkan, tetapi penukaran atau penggantiannya masih tercatat. "
    "Jadikan itu penyerahan pertama, atau batalkan."
)

GERAK_TIDAK_ADA = "Catatan itu tidak ada di komputer ini. Sinkronkan, lalu lihat lagi."
ADA_SESUDAHNYA = "RT {rt} sudah menukar atau mengganti sesudahnya. Batalkan dulu yang terakhir."
BUKAN_YATIM = "Catatan ini tidak perlu dijadikan penyerahan pertama. Data tidak diubah."
ALASAN_SAMBUNG = "Penyerahan pertama dibatalkan di komputer lain"
SESUAIKAN_NOL = "Jumlah penyesuaian tidak boleh nol. Tulis minus untuk mengurangi."
SESUAIKAN_TEMPAT = "Stok disesuaikan di kecamatan atau kelurahan. Pilih tempatnya."

MASALAH_KURANG = (
    "{tempat} kurang {n} {barang} menurut catatan: yang keluar lebih banyak daripada yang masuk. Semua catatan tetap "
    "disimpan. Catat kiriman yang belum tercatat, sesuaikan dengan alasan, atau batalkan catatan yang keliru."
)
MASALAH_DIBELI = (
    "Dari pengadaan ini keluar {n} {barang} lebih banyak daripada isinya. Semua catatan tetap disimpan. Perbaiki isi "
    "pengadaannya (milik kota: minta kota), atau batalkan kiriman yang keliru."
)
MASALAH_GANDA = (
    "{rt} {nama} ({kelurahan}) tercatat menerima {n} kali. Semua catatan disimpan; putuskan di Perlu keputusan."
)
MASALAH_YATIM = (
    "{rt} {nama} ({kelurahan}): penyerahan pertamanya dibatalkan, penukaran atau penggantiannya masih tercatat. "
    "Jadikan itu penyerahan pertama, atau batalkan."
)
MASALAH_TUKAR = (
    "{rt} {nama} ({kelurahan}) tercatat menukar barang yang tidak dipegangnya. Batalkan catatan yang keliru, lalu "
    "catat lagi yang benar."
)
MASALAH_KIRIM = "Surat jalan {nomor} ({barang}, {dari} ke {ke}) tercatat dua kali. Putuskan di Perlu keputusan."

TERHAPUS = "Pengadaan terhapus"
TERHAPUS_ATURAN = "Pengadaan yang sudah dipakai tidak dihapus. Catatan barangnya tetap disimpan."
TERHAPUS_KATA = "{nama} dihapus di satu komputer, tetapi di komputer lain barangnya sudah dicatat {n} kali."
PULIHKAN = "Pulihkan pengadaannya"
PULIHKAN_ISI = "Pengadaan tampil lagi dengan isi dan catatannya. Batalkan catatan yang keliru sesudahnya."
KET_TUKAR = "Ditukar dari {dari} ke {ke}"
KET_GANTI = "Pengganti: {alasan}"
KET_KUASA = "Diambil {nama}, surat kuasa {nomor}"
KET_KUASA_TANPA = "Diambil {nama}"

URUNG_GANDA = "RT {rt} akan tercatat menerima dua kali. Data aman; batalkan dulu catatan yang lain."
URUNG_YATIM = "RT {rt} sudah menukar atau mengganti sesudahnya. Data aman; batalkan dulu yang terakhir."
URUNG_KURANG = "{barang} di {tempat} akan kurang dari nol. Data aman; batalkan dulu yang sudah keluar dari sana."
URUNG_SELESAI = "Pengadaan {nama} sudah ditutup. Data aman; buka lagi pengadaannya dulu."

SURAT_JALAN = "surat jalan {nomor}"
SURAT_SLOT = "kiriman {rute}"
SLOT_SESUDAH = "penukaran atau penggantian"

ALASAN = "Alasan"
ALASAN_SALAH = "Tercatat di dua komputer, barang keluar sekali"
ALASAN_DUA = "Yang pertama rusak, diganti hari itu juga"
SALAH = "Salah catat"
SALAH_ISI = "Barangnya hanya keluar sekali; catatan ini keliru dan dibatalkan."
DUA = "Memang dua"
DUA_ISI = (
    "Keduanya terjadi. Catatan ini menjadi pengganti (atau kiriman kedua) dengan alasan; jumlah barang keluar tetap."
)
DUA_BALIK = "Dicatat lagi sebagai yang kedua: {alasan}"
DUA_TANPA_LAIN = "Tidak ada catatan lain pada RT atau surat jalan ini. Sinkronkan, lalu lihat lagi."
DUA_TUKAR_SAMA = "Kedua catatan menukar ke ukuran yang sama, jadi salah satunya keliru. Pilih Salah catat."
