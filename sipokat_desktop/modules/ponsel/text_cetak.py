"""What the papers of module ponsel say (DOMAIN §8: F9, F9b, F9c)."""

from __future__ import annotations

KETUA_RT = "{plt}Ketua RT {rt} Kelurahan {kelurahan}"
MANTAN = "Ketua RT {rt} Kelurahan {kelurahan} yang lama"
PLT = "Plt. "
IMEI = "IMEI {nomor}"
SERI = "S/N {nomor}"
SIM = "SIM {nomor}"
NUP = "NUP {nomor}"
TIDAK_ADA = "Serah terima ini sudah tidak ada. Muat ulang halaman."
KEJADIAN_TIDAK_ADA = "Kejadian ini sudah tidak ada. Muat ulang halaman."
TANPA_PERNYATAAN = "Surat pernyataan hanya untuk serah terima kepada ketua RT."
DIBATALKAN = "Serah terima ini sudah dibatalkan, jadi berita acaranya tidak dicetak."

PERNYATAAN_JUDUL = ("SURAT PERNYATAAN TANGGUNG JAWAB", "PEMAKAIAN BARANG MILIK DAERAH")
PERNYATAAN_PEMBUKA = "Yang bertanda tangan di bawah ini:"
PERNYATAAN_TERIMA = (
    "Telah menerima pada {hari} barang milik Pemerintah Kota Lubuk Linggau sesuai berita acara Nomor {nomor}, yaitu:"
)
PERNYATAAN_ISI = "Dengan ini menyatakan:"
PERNYATAAN_BUTIR = (
    "Memakai barang tersebut untuk tugas sebagai Ketua RT dan tidak meminjamkan, menjual, menggadaikan, atau "
    "memindahtangankannya.",
    "Memelihara barang beserta kelengkapannya dan bertanggung jawab penuh atasnya selama masa jabatan.",
    "Melaporkan kerusakan atau kehilangan kepada Lurah selambat-lambatnya 3 (tiga) hari kerja; kehilangan disertai "
    "surat keterangan dari kepolisian.",
    "Mengembalikan barang beserta kelengkapannya pada akhir masa jabatan.",
    "Bersedia mengganti kerugian sesuai ketentuan bila rusak atau hilang karena kelalaian saya.",
)
PERNYATAAN_PENUTUP = "Demikian surat pernyataan ini saya buat dengan sadar dan tanpa paksaan dari siapa pun."
YANG_MENYATAKAN = "Yang menyatakan,"
METERAI = "Meterai Rp10.000"
PERNYATAAN_KAKI = "Surat pernyataan tanggung jawab {nomor}"

KEJADIAN_JUDUL = {
    "rusak": "BERITA ACARA KERUSAKAN BARANG",
    "hilang": "BERITA ACARA KEHILANGAN BARANG",
    "diperbaiki": "BERITA ACARA PERBAIKAN BARANG",
    "ditemukan": "BERITA ACARA PENEMUAN KEMBALI BARANG",
}
KEJADIAN_PEMBUKA = "Pada hari ini {hari}, yang bertanda tangan di bawah ini:"
KEJADIAN_LAPOR = {
    "rusak": "Melaporkan bahwa pada {tanggal} barang milik daerah berikut mengalami kerusakan:",
    "hilang": "Melaporkan bahwa pada {tanggal} barang milik daerah berikut hilang:",
    "diperbaiki": "Melaporkan bahwa pada {tanggal} barang milik daerah berikut selesai diperbaiki:",
    "ditemukan": "Melaporkan bahwa pada {tanggal} barang milik daerah berikut ditemukan kembali:",
}
KEJADIAN_RINCI = "Dengan keterangan sebagai berikut:"
URAIAN, KONDISI, POLISI, TINDAK_LANJUT, PENGGANTI = (
    "Uraian kejadian",
    "Kondisi sesudahnya",
    "Surat kepolisian",
    "Tindak lanjut",
    "Barang pengganti",
)
POLISI_NOMOR = "Nomor {nomor}"
TERTANGGAL = " tanggal {tanggal}"
POLISI_BELUM = "belum ada, menyusul"
KEJADIAN_PENUTUP = "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."
PELAPOR = "Yang melaporkan,"
SAKSI = "Saksi {ke},"
TEMPAT = "Lubuk Linggau"
"""Where the papers are signed."""
DOKUMEN = {
    "bast": "Berita acara serah terima barang",
    "pernyataan": "Surat pernyataan tanggung jawab",
    "kejadian": "Berita acara kerusakan atau kehilangan",
}
TERSIMPAN = "Tersimpan di {berkas}."
NOMOR_TIDAK_ADA = "Berita acara {nomor} tidak ada. Lihat nomornya dengan “sipokat barang daftar”."
TANPA_KEJADIAN = "{barang} belum punya catatan rusak atau hilang."
