"""What the papers of module bimtek say (DOMAIN §8: F10, F12, F14, F15)."""

from __future__ import annotations

DOKUMEN = {
    "hadir": "Daftar hadir Bimtek",
    "undangan": "Undangan Bimtek",
    "notulen": "Notulen Bimtek",
    "laporan": "Laporan Bimtek",
}
BERKAS = {"hadir": "daftar-hadir", "undangan": "undangan", "notulen": "notulen", "laporan": "laporan"}
TEMPAT = "Lubuk Linggau"
TITIK = "\u2026\u2026\u2026\u2026\u2026\u2026\u2026\u2026"
KOSONG = "-"
KELOMPOK = "KELURAHAN {kelurahan} \u00b7 KECAMATAN {kecamatan}"
TERSIMPAN = "Tersimpan di {berkas}."
BELUM_ADA = "Belum ada kegiatan Bimtek."

# F10
HADIR_JUDUL = "DAFTAR HADIR"
MATERI, HARI, WAKTU, TEMPAT_ACARA, NARASUMBER = "Materi", "Hari, tanggal", "Waktu", "Tempat", "Narasumber"
RT_KELURAHAN = "{rt} {kelurahan}"
RT_KOSONG = "(belum ada ketua RT)"
TANPA_UNDANGAN_JUDUL = "HADIR TANPA UNDANGAN"
TANPA_UNDANGAN = "tanpa undangan"
ORANG = "{n} orang"
DATANG_DARI = "datang {datang} dari {n}"
HADIR_KAKI = "Daftar hadir \u00b7 kode daftar {kode} \u00b7 {sesi}"
HADIR_KOSONG = "Jumlah yang diundang {n} orang. Hadir \u2026\u2026\u2026 orang, tidak hadir \u2026\u2026\u2026 orang."
HADIR_JUMLAH = "Diundang {n} orang: {rinci}."
HADIR_DATANG = "Yang datang {n} orang{tambah}."
HADIR_TAMBAH = ", termasuk {n} orang tanpa undangan"
BELUM_DIPUTUSKAN, BELUM_TERCATAT = "belum diputuskan", "belum tercatat"
DUA_NAMA = "atas dua nama"
DIWAKILI_OLEH = "diwakili oleh"
HADIR_PUKUL = "hadir {jam}"
TANDA = {"hadir": "hadir", "izin": "izin", "sakit": "sakit", "alpa": "alpa", "diwakili": "diwakili"}
RINCI = ("hadir", "diwakili", "izin", "sakit", "alpa")
"""The order in which figures are told."""
MENGETAHUI, PETUGAS = "Mengetahui,", "Petugas daftar hadir,"

# F12
NOMOR, SIFAT, LAMPIRAN, PERIHAL = "Nomor", "Sifat", "Lampiran", "Perihal"
PENTING = "Penting"
PERIHAL_ISI = "Undangan {nama}"
SEBAGAI = ("Ketua {rt} Kelurahan {kelurahan}", "Kecamatan {kecamatan}")
PEMBUKA = "Sehubungan dengan pelaksanaan {nama}{tema}{dasar}, kami mengundang Saudara untuk hadir pada:"
TEMA = " dengan tema \u201c{tema}\u201d"
DASAR = " berdasarkan {dasar}"
NANTI = "diberitahukan kemudian"
ACARA = "Acara"
SESI_KOLOM = ("No", "Hari, tanggal", "Waktu", "Materi", "Tempat", "Narasumber")
HARAP = "Mengingat pentingnya kegiatan ini, Saudara diharapkan hadir tepat waktu."
PENUTUP = "Demikian undangan ini disampaikan. Atas perhatian dan kehadiran Saudara diucapkan terima kasih."
PETUNJUK = (
    "Bawa undangan ini. Tunjukkan kode di samping kepada petugas di pintu. Undangan berlaku hanya untuk nama di atas."
)
UNDANGAN_KAKI = "Kelurahan {kelurahan} \u00b7 {ke} dari {n}"
TERIMA_JUDUL = "TANDA TERIMA UNDANGAN"
TERIMA_NOMOR, TERIMA_JUMLAH = "Nomor surat", "Jumlah"
TERIMA_ISI = "{n} undangan"
TERIMA_KOLOM = ("Nama", "RT", "Diterima tanggal")
TERIMA_KAKI = "Tanda terima undangan \u00b7 Kelurahan {kelurahan}"
YANG_MENYERAHKAN = "Yang menyerahkan,"
TANPA_PENERIMA = "Belum ada yang diundang di sini. Undang dahulu, lalu cetak undangannya."

# F14
NOTULEN_JUDUL = "NOTULEN"
NOTULEN_PASANG = {"pimpinan": "Pimpinan acara", "notulis": "Notulis"}
PESERTA = "Peserta"
PESERTA_ISI = "{datang} orang hadir dari {n} yang diundang{tambah}"
PESERTA_TAMBAH = ", ditambah {n} orang tanpa undangan"
NOTULEN_BAB = {
    "pembukaan": "Pembukaan",
    "pembahasan": "Pembahasan",
    "tanya_jawab": "Tanya jawab",
    "kesimpulan": "Kesimpulan",
    "penutup": "Penutup",
}
BAB = "{nomor}. {judul}"
GARIS_ISI = "\u2026" * 45
NOTULEN_KAKI = "Notulen \u00b7 {sesi}"
PIMPINAN, NOTULIS = "Pimpinan acara,", "Notulis,"

# F15
LAPORAN_JUDUL = "LAPORAN PELAKSANAAN"
LAPORAN_BAB = (
    "Latar belakang", "Dasar hukum", "Tujuan", "Waktu dan tempat", "Materi dan narasumber", "Peserta",
    "Peserta yang tidak hadir", "Hasil", "Saran", "Penutup",
)  # fmt: skip
LAPORAN_WAKTU = "{nama} dilaksanakan pada {waktu}, bertempat di {tempat}."
LAPORAN_TANPA_TEMPAT = "{nama} dilaksanakan pada {waktu}."
LAPORAN_PENYELENGGARA = "Penyelenggara kegiatan adalah {nama}."
LAPORAN_PESERTA = "Peserta yang diundang berjumlah {n} orang. Yang datang {datang} orang{persen}{tambah}."
LAPORAN_PERSEN = " ({persen})"
LAPORAN_GRAFIK = "Perbandingan yang datang dan yang tidak datang menurut kecamatan:"
LAIN = "Lain"
LAPORAN_TABEL = (
    "No", "Kecamatan", "Diundang", "Hadir", "Diwakili", "Izin", "Sakit", "Alpa", LAIN, "Datang", "Persen",
)  # fmt: skip
LAPORAN_LAIN = "{lain}: {isi}."
LAPORAN_TANPA = "Di luar tabel: {n} orang hadir tanpa undangan."
LAPORAN_SESI = ("No", "Hari, tanggal", "Waktu", "Materi", "Narasumber", "Datang")
SESI_DATANG = "{datang} dari {n}{tambah}"
SESI_TAMBAH = ", {n} tanpa undangan"
JUMLAH = "JUMLAH"
DATANG, TIDAK_DATANG = "Datang", "Tidak datang"
BATANG = "{datang} dari {n} ({persen})"
PERSEN = "{bulat},{pecahan} %"
TIDAK_HADIR = "{n} orang yang diundang tercatat tidak datang pada satu sesi pun:"
BELUM_TAHU = "{n} orang yang diundang belum dicatat datang atau tidaknya, sehingga belum dapat dikatakan tidak datang:"
TIDAK_HADIR_KOLOM = ("No", "Nama", "RT / Kelurahan", "Kecamatan", "Keterangan")
SEMUA_HADIR = "Semua yang diundang datang."
BELUM_DICATAT = "Kehadiran belum dicatat."
BELUM_SEMUA_DICATAT = "Kehadiran belum dicatat pada semua sesi, sehingga belum dapat dikatakan siapa yang tidak datang."
LAPORAN_DIUNDANG = "Peserta yang diundang berjumlah {n} orang. Kehadiran belum dicatat."
TIDAK_ATAU_BELUM = "Tidak datang atau belum tercatat"
BELUM_DIUNDANG = "Belum ada yang diundang."
LAPORAN_PENUTUP = "Demikian laporan ini disusun untuk dipergunakan sebagaimana mestinya."
LAPORAN_KAKI = "Laporan \u00b7 {nama}"
