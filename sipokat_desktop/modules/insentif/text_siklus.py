"""Words about the life of a list after it was drawn up, the ledger, cards and rekaps."""

from __future__ import annotations

from typing import Literal

LANGKAH_DAFTAR = {
    "DRAF": "Draf",
    "DIPERIKSA": "Diperiksa",
    "DIKUNCI": "Dikunci Lurah",
    "DICETAK": "Dicetak",
    "DIAJUKAN": "Diajukan (SPP/SPM)",
    "CAIR": "Cair (SP2D)",
    "SEBAGIAN": "Dibayar sebagian",
    "LUNAS": "Lunas",
    "BATAL": "Batal",
}

NOMOR_URUT = "Nomor urut ditulis dengan angka dan koma, misalnya 3,7."
NOMOR_KOSONG = "Pilihan {pilihan} kosong. Tulis nomor urutnya, misalnya 3,7, atau jangan pakai pilihan itu."
CETAKAN = "cetakannya"
LURAH_KOSONG = "Nama lurah belum diisi. Tulis siapa yang mengunci daftar ini."
BULAN_SALAH = "Koreksi ditulis bulan=jumlah, misalnya --bulan 2026-03=0."
OLEH_KOSONG = "Tulis nama yang memeriksa."
BUKAN_DRAF_PERIKSA = "Daftar {nomor} sudah dikunci, jadi tidak diperiksa lagi. Kekeliruan dicatat sebagai koreksi."
DIBATALKAN = "Daftar {nomor} sudah dibatalkan. Nomornya tetap terpakai; susun daftar baru untuk periode itu."
KUNCI_DULU = "Daftar {nomor} belum dikunci Lurah. Kunci dulu, baru catat {apa}."
NOMOR_SPP = "Tulis nomor SPP/SPM."
NOMOR_SP2D = "Tulis nomor SP2D."
HARI_NANTI = "Tanggal itu belum tiba. Tulis tanggal yang sebenarnya."
SEBELUM_KUNCI = "Tanggal {apa} {hari} lebih dahulu dari tanggal daftar dikunci ({kunci}). Periksa tanggalnya."
SEBELUM_SPP = "Tanggal SP2D {hari} lebih dahulu dari tanggal SPP/SPM ({spp}). Periksa tanggalnya."
TANPA_SPP = "SPP/SPM daftar ini belum dicatat. Catat dulu, atau tulis alasan mengapa dilewati."
SESUDAH_CAIR = "SP2D daftar ini sudah dicatat. Tulis alasan mengapa SPP/SPM baru dicatat sekarang."
SESUDAH_BAYAR = "Daftar ini sudah mulai dibayar. Tulis alasan mengapa {apa} baru dicatat sekarang."
CATATAN = "{apa}: {alasan}"
BATAL_ADA_BAYAR = (
    "Daftar {nomor} belum dapat dibatalkan: {n} penerima tercatat sudah menerima. "
    "Batalkan dulu catatan terimanya, atau catat pengembalian uangnya (STS)."
)
TUNDA_KOSONG = "Pilih baris yang ditunda."
SUDAH_LUNAS = "Nomor urut {no} sudah menerima semuanya, jadi tidak dapat ditunda."
BELUM_DITUNDA = "Nomor urut {no} tidak sedang ditunda."
SISA_DITUNDA = "Daftar {nomor}: yang belum dicatat diterima sedang ditunda ({baris}). Lanjutkan dulu yang akan dicatat."
SISA_DITUNDA_LAIN = "dan {n} baris lain"
SISA_DITUNDA_SATU = "nomor {no}, RT {rt} {nama}: {alasan}"
TAK_DIPILIH = "Tidak ada baris yang dipilih pada daftar {nomor}. Kurangi yang dikecualikan."
TANDA_KOSONG = "Semua baris yang dipilih pada daftar {nomor} sudah ditandatangani atau sudah dibayar."
CARA_SALAH = "Cara bayar hanya tunai atau transfer."
LUAR_MASA = (
    "Belum dapat dikunci: {hal} di luar masa jabatan menurut Data RT yang sekarang. Sesuaikan daftar dulu, "
    "atau kunci dengan alasan Lurah."
)
LUAR_MASA_SATU = "RT {rt} {nama}, {bulan}"

KOREKSI_DRAF = (
    "Daftar {nomor} masih draf. Sesuaikan daftarnya, atau tetapkan rinciannya; koreksi untuk yang sudah dikunci."
)
KOREKSI_KOSONG = "Koreksi ini tidak mengubah apa pun. Isi jumlah yang berbeda untuk satu bulan atau lebih."
KOREKSI_NEGATIF = "Jumlah {bulan} tidak boleh kurang dari nol. Tulis 0 untuk mengeluarkan bulan itu dari daftar."
KOREKSI_LUAR_PERIODE = "{bulan} di luar {periode}. Bayar lewat daftar untuk bulan itu, atau susun rapel."
KOREKSI_TERPAKAI = "{bulan} untuk RT {rt} sudah ada di daftar lain atau sudah dibayar, jadi tidak dapat ditambahkan."
KOREKSI_TAMBAH_DIBAYAR = (
    "{bulan} untuk RT {rt} sudah dibayar, jadi jumlahnya tidak dapat dinaikkan di daftar ini. "
    "Batalkan dulu catatan terimanya, atau bayar kekurangannya lewat komponen tersendiri."
)
JUMLAH_KELUAR = "Rp0 (keluar dari daftar)"
JUMLAH_POTONG = "{bruto}, diterima {diterima}"
KEKURANGAN = "Dicatat ulang dengan kekurangannya {sisa} sesudah koreksi"
PERLU_OLEH_TARIF = "{bulan} melebihi tarif {tarif} per bulan. Tulis siapa yang menetapkan jumlah ini."
PERLU_OLEH_MASA = "{bulan} di luar masa jabatan {nama}. Tulis siapa yang menetapkan pembayaran ini."
PERLU_OLEH_TANPA_TARIF = "Tarif {bulan} belum ditetapkan. Tulis siapa yang menetapkan jumlah ini."
PERLU_OLEH_ATURAN = (
    "Menurut aturan, {bulan} untuk {nama} paling banyak {jumlah}. Tulis siapa yang menetapkan jumlah ini."
)
PERLU_OLEH_KHUSUS = (
    "Jumlah {bulan} dulu ditetapkan sendiri, bukan menurut aturan. Tulis siapa yang menetapkan jumlah baru."
)
PPH_TETAPAN = (
    "PPh 21 baris ini dulu ditetapkan sendiri {pph}, tidak menurut skemanya. Tulis PPh 21 yang baru untuk baris ini."
)
PPH_SALAH = "PPh 21 harus antara nol dan jumlah bruto baris itu."
PPH_DIBAYAR = (
    "PPh 21 sebesar itu tidak dapat dipakai: bulan yang sudah dibayar tidak dapat ditambah. Kembalikan dulu uangnya."
)
STS_KOSONG = "Tulis nomor STS (surat tanda setoran)."
KEMBALI_BELUM_BAYAR = "Baris ini belum dicatat diterima, jadi tidak ada uang yang dikembalikan."
KEMBALI_BULAN = "{bulan} pada baris ini belum dibayar, jadi tidak ada yang dikembalikan."
KEMBALI_SEBELUM_BAYAR = "Tanggal STS {hari} lebih dahulu dari tanggal uangnya diterima ({bayar}). Periksa tanggalnya."
KEMBALI_BULAN_KOSONG = "Pilihan --bulan kosong. Tulis bulannya, misalnya 2026-03, atau jangan pakai pilihan itu."
SISA_KEMBALI = "Sisa sesudah {jumlah} dikembalikan, STS {sts}"
KOREKSI_KEMBALI = "Dikembalikan, STS {sts}: {alasan}"
URUNG_DIBAYAR = "RT {rt} {nama}: {bulan} sudah dibayar sesuai koreksi itu"
URUNG_DIKOREKSI = "RT {rt} {nama}: {bulan} sudah dikoreksi lagi; urungkan yang terakhir dulu"
URUNG_LANGKAH = "RT {rt} {nama}: koreksi {bulan} itu sudah diurungkan jumlahnya. Catat koreksi baru dari daftar"
URUNG_TIDAK_DIKUNCI = (
    "RT {rt} {nama}: daftar {nomor} tidak dikunci lagi, jadi catatan terima {bulan} tidak dapat dihidupkan"
)
URUNG_BEDA = (
    "RT {rt} {nama}: {bulan} sudah dikoreksi sesudah catatan terimanya dibatalkan. Catat pembayarannya lagi dari daftar"
)
URUNG_DAFTAR_LAIN = "RT {rt} {nama}: {bulan} sudah masuk daftar lain"

SEBAB_BELUM_DAFTAR = "belum masuk daftar"
SEBAB_DRAF = "daftar {nomor} belum dikunci"
SEBAB_DIKUNCI = "daftar {nomor} dikunci, belum dibayar"
SEBAB_DIAJUKAN = "daftar {nomor} diajukan, belum cair"
SEBAB_CAIR = "cair {hari}, belum diterima"
SEBAB_TUNDA = "ditunda: {alasan}"
SEBAB_KEMBALI = "dikembalikan {hari}, STS {sts}"
EMBER = ("0–1 bulan", "2–3 bulan", "4–6 bulan", "lebih dari 6 bulan")

KARTU_TIDAK_ADA = "RT itu tidak ada di kelurahan ini. Periksa nomornya di Data RT."
KOLOM_KARTU = (
    "Bulan", "Komponen", "Nama", "Daftar", "Hak", "Diterima", "Belum dibayar", "Lebih", "Tanggal diterima",
    "Tanggal tanda tangan", "Keterangan",
)  # fmt: skip
LEBAR_KARTU = (16, 24, 24, 22, 13, 13, 13, 13, 12, 12, 36)
KOLOM_UMUR = ("Kelurahan", "RT", "Nama", "Komponen", "Bulan", *EMBER, "Jumlah", "Umur (bulan)", "Keterangan")
LEBAR_UMUR = (20, 7, 26, 24, 28, 13, 13, 13, 13, 14, 9, 40)
KOLOM_RT = ("Kelurahan", "RT", "Nama", "Komponen")
KOLOM_KECAMATAN: tuple[tuple[str, Literal["teks", "angka"], int], ...] = (
    ("Kode", "teks", 15), ("Kecamatan", "teks", 24), ("Kelurahan", "teks", 24), ("RT menurut SK", "angka", 12),
    ("RT tanpa SK", "angka", 11), ("Di daftar terkunci", "angka", 12), ("Sudah menerima", "angka", 12),
    ("Belum menerima", "angka", 12), ("Ditunda", "angka", 10), ("Bruto", "angka", 15), ("PPh 21", "angka", 13),
    ("Netto", "angka", 15), ("Sudah diterima", "angka", 15), ("Keterangan", "teks", 34),
)  # fmt: skip
"""Columns of F3 as a sheet: heading, what they hold, width in characters."""
KARTU_LUNAS = "Tidak ada yang belum dibayar sampai {bulan}."
KARTU_SISA = "Belum dibayar {jumlah} sampai {bulan}: {dompet}."
KARTU_DOMPET = "{komponen} {jumlah} ({bulan})"
UMUR_KALIMAT = "{orang} ketua RT belum menerima {jumlah} sampai {bulan}."
UMUR_LUNAS = "Semua ketua RT sudah menerima haknya sampai {bulan}."
KETERANGAN_BELUM = "{n} belum menerima"
KETERANGAN_TUNDA = "{n} ditunda"
KETERANGAN_LUAR = "{n} daftar {jenis} ({jumlah}) di luar periode ini"
RAPEL, TRIWULAN = "rapel", "triwulan"
KETERANGAN_TANPA_SK = "{n} RT tanpa SK"
DAFTAR_BELUM_DIBUAT = "daftar belum dibuat"
DAFTAR_BELUM_DIKUNCI = "daftar belum dikunci"
JUMLAH = "Jumlah"

JUDUL_KARTU = "KARTU INSENTIF {judul}"
JUDUL_UMUR = "INSENTIF YANG BELUM DITERIMA KETUA RT"
JUDUL_RT = "REKAP INSENTIF KETUA RT TAHUN {tahun}"
JUDUL_KECAMATAN = "REKAP PEMBAYARAN INSENTIF KETUA RT"
BULAN_PENDEK = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")

RINGKASAN_COCOK = "Ringkasan pembayaran sama dengan bukunya."
RINGKASAN_DIHITUNG = (
    "Ringkasan pembayaran berbeda dari bukunya di {n} tempat dan sudah dihitung ulang. "
    "Catatan pembayaran tidak berubah."
)

TINDAKAN = {
    "insentif.periksa": "Periksa daftar",
    "insentif.spp": "Catat SPP/SPM",
    "insentif.sp2d": "Catat SP2D",
    "insentif.batal_daftar": "Batalkan daftar",
    "insentif.tunda": "Tunda pembayaran",
    "insentif.lanjutkan": "Lanjutkan yang ditunda",
    "insentif.tandatangan": "Catat tanda tangan",
    "insentif.koreksi": "Koreksi daftar",
    "insentif.kembalikan": "Catat pengembalian (STS)",
}
"""What people call these acts."""
