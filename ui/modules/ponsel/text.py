"""What the page HP dan barang says: table, panel, menus; the sheets have words of their own (text_lembar)."""

from __future__ import annotations

JUDUL = "HP dan barang"
BANTUAN = (
    "Ketik atau pindai IMEI, nomor seri, nama, atau RT untuk mencari; Enter sesudah memindai menuju barangnya. "
    "↑ ↓ pindah baris, Enter mengubah data barang, Esc mengosongkan pencarian.\n"
    "Alt+S menyerahkan kepada ketua RT, Alt+K mencatat pengembalian, Alt+J mencatat rusak atau hilang, "
    "Alt+M meminta bantuan kota, Alt+T semua tindakan, Ctrl+P berita acara barang itu.\n"
    "Shift+↓ memilih beberapa barang: serah terima lalu dicatat sekaligus dengan satu nomor berita acara.\n"
    "Ctrl+N menambah barang, Ctrl+I mengimpor dari Excel (atau tarik berkasnya ke halaman ini), "
    "Alt+E menyimpan tabel yang tampak ke Excel, Alt+L permintaan bantuan dan Sampah. "
    "Ctrl+Z mengurungkan tindakan terakhir."
)

TAMBAH = "Tambah barang"
IMPOR = "Impor dari Excel"
EXCEL = "Simpan ke Excel…"
LAINNYA = "Lainnya"
TINDAKAN = "Tindakan"
CETAK = "Cetak"
KOLOM = "Kolom…"
SARING = "Ketik atau pindai IMEI, seri, nama, RT"
PETUNJUK = "↑ ↓ pindah · Enter ubah · Alt+T tindakan"
SEMUA = "Semua"
SEMUA_KELURAHAN = "Semua kelurahan"
PILIH_KELURAHAN = "Kelurahan"

KOLOM_JUDUL = {
    "kelurahan": "Kelurahan",
    "barang": "Barang",
    "imei": "IMEI",
    "seri": "Nomor seri",
    "pemegang": "Pemegang",
    "rt": "RT",
    "sejak": "Sejak",
    "kondisi": "Kondisi",
    "perhatian": "Perhatian",
    "bast": "Nomor BAST",
    "sim": "Nomor SIM",
    "kode": "Kode barang",
    "nup": "NUP",
    "garansi": "Garansi sampai",
    "tahun": "Tahun",
    "kelengkapan": "Kelengkapan",
}

DI_KANTOR = "Di kantor"
DITARIK = "Ditarik"
TANPA = "—"
P_GANDA = "Penyerahan ganda"
P_TERLAMBAT = "Belum kembali"
P_HILANG = "Hilang"
P_RUSAK = "Rusak"
P_BANTUAN = "Minta bantuan"
P_RAGU = "Perlu diperiksa"
P_GARANSI = "Garansi {hari} {bulan}"

MEMUAT = "Membuka daftar barang"
MENYIAPKAN_CARI = "Menyiapkan pencarian"
JUMLAH = "{n} barang · {dipegang} dipegang · {kantor} di kantor"
JUMLAH_SARING = "{n} dari {semua} barang"
DIPILIH = " · {n} dipilih"
DISALIN = "{n} baris disalin. Tempelkan di Excel."
PINDAI_TAK_ADA = "Tidak ada barang dengan “{teks}”."
PINDAI_TAMBAH = "Tambah barang ini"

KOSONG = "Belum ada barang yang tercatat"
KOSONG_ISI = "Catat HP dan barang yang dibagikan kepada ketua RT, satu per satu atau dari lembar Excel kantor."
TAK_KETEMU = "Tidak ada yang cocok"
TAK_KETEMU_ISI = "Kurangi huruf yang diketik, atau tekan Esc untuk melihat semua barang."
SARINGAN_KOSONG = "Tidak ada barang di saringan ini"
SARINGAN_KOSONG_ISI = "Pilih Semua untuk melihat barang yang lain."
RT_KOSONG = "RT {rt} tidak memegang barang"
RT_KOSONG_ISI = "Pilih barang yang ada di kantor, lalu Serahkan."
RT_SAJA = "Hanya barang yang dipegang RT {rt}"
RT_SEMUA = "Tampilkan semua barang"
BUKA_RT = "Barang yang dipegang"

IMPOR_PILIH = "Pilih lembar daftar barang"
IMPOR_SARING = "Lembar kerja (*.xlsx *.xlsm *.xls *.ods *.csv *.txt)"
SEMUA_BANTUAN = "Permintaan bantuan"
BANTUAN_KOLOM = ("Diminta", "RT", "Pemegang", "Barang", "Masalah", "Keadaan", "Jawaban kota atau uraian")
BANTUAN_KOSONG = "Belum ada permintaan bantuan"
BANTUAN_KOSONG_ISI = "Minta bantuan kota dari panel barang yang dipegang ketua RT."
BANTUAN_BUKA = "Buka barangnya"
BANTUAN_NAMA = "permintaan-bantuan-{hari}"

EKSPOR_NAMA = "daftar-barang-{hari}"
EKSPOR_JUDUL = "Daftar HP dan barang"
EKSPOR_SARING = "Saringan: {saring}"
EKSPOR_CARI = "Pencarian: {cari}"

# panel
PANEL_KOSONG = "Pilih satu barang"
PANEL_BANYAK = "{n} barang dipilih"
PANEL_BANYAK_ISI = "Serah terima semua barang ini dicatat sekaligus, dengan satu nomor berita acara."
PANEL_KOSONG_ISI = "Pemegang, perjalanan, dan surat-suratnya tampil di sini."
BERBEDA = "Keadaan barang yang dipilih berbeda-beda. Pilih yang sama-sama di kantor, atau yang sama-sama dipegang."
DIPEGANG = "Dipegang ketua RT {rt}"
MASIH_PADA = "Masih pada mantan ketua RT {rt}"
SEJAK = "Sejak {tanggal}"
KONDISI = "kondisi {kondisi}"
PERJALANAN = "Perjalanan barang ini"
BELUM_ADA = "Belum pernah diserahkan."
LANGKAH_HARI = "{tanggal} · {judul}"
LANGKAH_BATAL = "{judul} (dibatalkan: {alasan})"
DATA = "Data barang"
LABEL = "{label}: {nilai}"

TERLAMBAT = "{nama} berhenti {tanggal}, {n} hari lalu, dan belum mengembalikan barang ini."
KATA_GANDA = "Dua komputer mencatat penyerahan yang berbeda. Keduanya disimpan sampai diputuskan."
BUKA_KEPUTUSAN = "Buka Perlu keputusan"
KATA_KEJADIAN = {
    "rusak": "Rusak sejak {tanggal}: {uraian}",
    "hilang": "Hilang sejak {tanggal}: {uraian}",
}
SURAT_POLISI = "Surat polisi {nomor}"
TANPA_POLISI = "Surat polisi belum dicatat."
TINDAK_LANJUT = "Tindak lanjut: {kata}"
KATA_BANTUAN = "Minta bantuan kota ({jenis}), {tanggal}: {keadaan}."
JAWABAN = "Jawaban kota: {jawaban}"
BELUM_DIJAWAB = "Kota belum menjawab."

# acts
SERAHKAN = "Serahkan…"
SERAHKAN_N = "Serahkan {n} barang…"
CATAT_KEMBALI = "Catat kembali…"
CATAT_KEMBALI_N = "Catat {n} barang kembali…"
ALIHKAN = "Alihkan…"
ALIHKAN_N = "Alihkan {n} barang…"
ALIH_SEKARANG = "Alihkan ke ketua sekarang…"
TARIK = "Tarik…"
TARIK_N = "Tarik {n} barang…"
KEJADIAN = "Catat rusak atau hilang…"
DIPERBAIKI = "Sudah diperbaiki…"
DITEMUKAN = "Sudah ditemukan…"
SURAT = "Surat polisi dan tindak lanjut…"
LANJUT = "Tindak lanjut…"
GANTI = "Ganti dengan barang lain…"
BANTUAN_MINTA = "Minta bantuan kota…"
BATALKAN = "Batalkan serah terima terakhir…"
SAMBUNG = "Susulkan"
SAMBUNG_BATAL = "Batalkan catatan itu…"
UBAH = "Ubah data barang…"
RIWAYAT = "Riwayat perubahan"
HAPUS = "Hapus barang"
SAMPAH = "Sampah"
KE_RT = "Buka ketua RT-nya di Data RT"
RIWAYAT_JUDUL = "Riwayat {sebutan}"
DIHAPUS = "{sebutan} dihapus."
DISAMBUNG = "Serah terima {sebutan} disusulkan."

PILIH_DULU = "Pilih dulu barangnya: ketik atau pindai nomornya, atau pakai panah."
SATU_SAJA = "Ini dikerjakan satu per satu. Pilih satu barang saja."
TAK_DAPAT = {
    "serah": "Yang dapat diserahkan hanya barang di kantor yang tidak hilang. Catat dulu kembalinya, atau alihkan.",
    "kembali": "Barang ini tidak sedang dipegang ketua RT, jadi tidak ada yang mengembalikan.",
}

# papers
SERAH_PADA = "{apa}, {tanggal}"
CETAK_SERAH = "{apa} {nomor}, {tanggal}"
CETAK_BAST = {
    "serah": "BAST penyerahan",
    "kembali": "BAST pengembalian",
    "alih": "BAST pengalihan",
    "tarik": "BAST penarikan",
}
CETAK_PERNYATAAN = "Surat pernyataan {nama}, {tanggal}"
CETAK_KEJADIAN = {
    "rusak": "Berita acara kerusakan, {tanggal}",
    "hilang": "Berita acara kehilangan, {tanggal}",
    "diperbaiki": "Berita acara perbaikan, {tanggal}",
    "ditemukan": "Berita acara penemuan, {tanggal}",
}
CETAK_SEKARANG = "Cetak BAST"
CETAK_BA = "Cetak berita acara"
TANPA_SURAT = "Belum ada surat untuk barang ini. Surat dibuat dari serah terima dan kejadian."
NAMA_PERNYATAAN = "pernyataan-{nomor}"
NAMA_KEJADIAN = "berita-acara-{jenis}-{tanggal}"

# Beranda, Ctrl+K
KARTU = "HP dan barang"
KARTU_KOSONG = "belum ada barang"
KARTU_LENGKAP = "dipegang ketua RT, {kantor} di kantor"
KARTU_TERLAMBAT = "{n} belum dikembalikan"
KARTU_BANTUAN = "{n} minta bantuan"
TUGAS_TERLAMBAT = "{nama} (mantan RT {rt}) belum mengembalikan {sebutan}"
TUGAS_HILANG = "{sebutan} RT {rt} hilang, surat polisinya belum dicatat"
TUGAS_GANDA = "{sebutan} dicatat diserahkan dua kali: {nama}"
TUGAS_BANTUAN = "{sebutan} RT {rt} menunggu bantuan kota ({jenis})"
TUGAS_JAWABAN = "Kota menjawab permintaan bantuan {sebutan} RT {rt}: {jawaban}"
CARI_UNIT = "{sebutan} · {nomor} · {siapa}"
