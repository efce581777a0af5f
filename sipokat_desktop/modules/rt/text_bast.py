"""What the hand-over minutes of goods (F9) say, whoever hands them over."""

from __future__ import annotations

JUDUL = {
    "serah": "BERITA ACARA SERAH TERIMA BARANG",
    "kembali": "BERITA ACARA PENGEMBALIAN BARANG",
    "alih": "BERITA ACARA PENGALIHAN BARANG",
    "tarik": "BERITA ACARA PENARIKAN BARANG",
}
NOMOR = "Nomor: {nomor}"
KAKI = "{judul} {nomor}"
PEMBUKA = "Pada hari ini {hari}, bertempat di {tempat}, kami yang bertanda tangan di bawah ini:"
JUDUL_KELURAHAN, JUDUL_KECAMATAN = "KELURAHAN {kelurahan} KECAMATAN {kecamatan}", "KECAMATAN {nama}"
DI_KELURAHAN, DI_KECAMATAN, DI_KOTA = "Kantor Lurah {nama}", "Kantor Camat {nama}", "Kantor Wali Kota Lubuk Linggau"
JABATAN, ALAMAT, NIP, PANGKAT = "Jabatan", "Alamat", "NIP", "Pangkat"
SEBUT = "Selanjutnya disebut {pihak}."
KUASA = "Barang diambil oleh {nama} sebagai kuasa PIHAK KEDUA{dengan}."
KUASA_KEMBALI = "Barang diserahkan oleh {nama} sebagai kuasa PIHAK PERTAMA{dengan}."
SURAT_KUASA = " dengan surat kuasa nomor {nomor}"
MENYERAHKAN = {
    "serah": (
        "PIHAK PERTAMA menyerahkan kepada PIHAK KEDUA, dan PIHAK KEDUA menerima dari PIHAK PERTAMA {jumlah} berikut:"
    ),
    "kembali": (
        "PIHAK PERTAMA mengembalikan kepada PIHAK KEDUA, dan PIHAK KEDUA menerima kembali dari PIHAK PERTAMA {jumlah} "
        "berikut:"
    ),
    "alih": (
        "PIHAK PERTAMA mengalihkan kepada PIHAK KEDUA, dan PIHAK KEDUA menerima dari PIHAK PERTAMA {jumlah} berikut:"
    ),
    "tarik": (
        "PIHAK PERTAMA menarik dari PIHAK KEDUA, dan PIHAK KEDUA menyerahkan kepada PIHAK PERTAMA {jumlah} berikut:"
    ),
}
BARANG = "{n} ({kata}) {satuan} barang"
ALASAN_TARIK = "Penarikan dilakukan karena {alasan}."
KETENTUAN = "Dengan serah terima ini kedua pihak menyepakati:"
WAJIB_PEMEGANG = (
    "Barang tersebut tetap milik Pemerintah Kota Lubuk Linggau dan dipakai untuk tugas Ketua RT.",
    "PIHAK KEDUA memelihara barang dan kelengkapannya, serta tidak menjual, menggadaikan, atau memindahtangankannya.",
    "Kerusakan atau kehilangan dilaporkan kepada Lurah selambat-lambatnya 3 (tiga) hari kerja; kehilangan disertai "
    "surat keterangan dari kepolisian.",
    "Pada akhir masa jabatan PIHAK KEDUA menyerahkan kembali barang beserta kelengkapannya.",
)
LEPAS_PEMEGANG = "Sejak berita acara ini ditandatangani tanggung jawab atas barang tersebut beralih kepada {pihak}."
PENUTUP = (
    "Demikian berita acara ini dibuat dengan sebenarnya dalam rangkap 2 (dua), masing-masing pihak memegang satu "
    "rangkap, untuk dipergunakan sebagaimana mestinya."
)
MENGETAHUI = "Mengetahui,"
LURAH, CAMAT = "Lurah {nama}", "Camat {nama}"
KOLOM = ("No", "Nama barang", "Merek/tipe", "Nomor seri/IMEI", "Kode barang/NUP", "Jml", "Kondisi", "Kelengkapan")
"""The columns of the table of goods (DOMAIN §8, F9)."""
