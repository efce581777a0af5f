"""What the sheets of HP dan barang say."""

from __future__ import annotations

SIMPAN = "Simpan"

# a unit
TAMBAH_JUDUL = "Tambah barang"
TAMBAH_LAGI = "Simpan, lalu tambah lagi"
TAMBAH_DI = "Dicatat untuk {kantor}."
DITAMBAH = "{sebutan} ditambahkan."
DITAMBAH_LAGI = "{sebutan} {pengenal} ditambahkan. Sudah {n} barang; isi nomor barang berikutnya."
UBAH_JUDUL = "Ubah {sebutan}"
DIUBAH = "{sebutan} disimpan."
BANYAK = "Banyak sekaligus…"
BANYAK_JUDUL = "Tambah banyak barang sekaligus"
BANYAK_SUB = "Pindai kotaknya satu per satu: satu baris, satu barang. Merek, tipe, dan yang lain sama untuk semuanya."
BANYAK_SIMPAN = "Simpan semua"
BANYAK_NOMOR = "IMEI atau nomor seri"
BANYAK_CONTOH = "35 209900 176148 1\n35 209900 176149 9 / 35 209900 176150 7"
BANYAK_BANTUAN = "IMEI kedua sesudah garis miring, nomor seri sesudah titik koma."
DITAMBAH_BANYAK = "{n} barang ditambahkan."
L_BARANG = "Nama barang"
L_MEREK = "Merek"
L_TIPE = "Tipe"
L_IMEI1 = "IMEI 1"
L_IMEI2 = "IMEI 2"
L_SERI = "Nomor seri"
L_SIM = "Nomor SIM"
L_KODE = "Kode barang"
L_NUP = "NUP"
L_KELENGKAPAN = "Kelengkapan"
L_KONDISI = "Kondisi"
L_GARANSI = "Garansi sampai"
L_TAHUN = "Tahun perolehan"
L_SUMBER = "Sumber"
L_HARGA = "Harga"
L_CATATAN = "Catatan"
BAGIAN_NOMOR = "Nomor pengenal"
BAGIAN_ASAL = "Perolehan dan keadaan"
IMEI_BANTUAN = "Tekan *#06# pada HP, atau pindai kotaknya."
KEMBAR = "{apa} ini sudah dicatat untuk {sebutan} ({siapa})."

# a hand-over
SERAH_JUDUL = "Serahkan {apa}"
KEMBALI_JUDUL = "Catat kembali {apa}"
ALIH_JUDUL = "Alihkan {apa}"
TARIK_JUDUL = "Tarik {apa}"
BANYAK_BARANG = "{n} barang"
SERAH_UTAMA = "Serahkan"
KEMBALI_UTAMA = "Catat kembali"
ALIH_UTAMA = "Alihkan"
TARIK_UTAMA = "Tarik"
NOMOR_IMEI = "IMEI {imei}"
NOMOR_SERI = "nomor seri {seri}"
DARI = "Sekarang dipegang {nama}, RT {rt}, sejak {tanggal}."
DARI_BANYAK = "Sekarang dipegang {nama}. Semua barang ini masuk dalam satu berita acara: {daftar}."
SERAH_BANYAK = "Semua barang ini masuk dalam satu berita acara: {daftar}."
TARIK_ISI = "Barang yang ditarik tidak dipakai lagi; catatannya tetap tersimpan."
L_PENERIMA = "Ketua RT yang menerima"
L_PENERIMA_ALIH = "Dialihkan kepada"
L_TANGGAL = "Tanggal"
L_PENGAMBIL = "Yang mengambil, bila bukan ketua RT"
L_PENGANTAR = "Yang mengantar, bila bukan pemegangnya"
L_KUASA = "Nomor surat kuasa"
L_ALASAN = "Alasan"
C_RT = "Ketik nomor RT atau nama"
C_KUASA = "04/SK/IV/2026"
C_PENGAMBIL = "Siti Rahma (istri)"
C_ALASAN_KEMBALI = "berhenti menjabat"
C_ALASAN_TARIK = "rusak berat, dihapus dari daftar barang"
C_KELENGKAPAN = "kotak, pengisi daya, kabel, kartu SIM"
DISERAHKAN = "{apa} diserahkan kepada {nama}."
DIKEMBALIKAN = "{apa} dicatat kembali dari {nama}."
DIALIHKAN = "{apa} dialihkan kepada {nama}."
DITARIK = "{apa} ditarik."
PILIHAN_RT = "RT {rt} · {nama}"
TANPA_KETUA = "Belum ada ketua RT yang menjabat di Data RT, jadi belum ada yang dapat menerima."
BUKA_RT = "Buka Data RT"
BATAL_JUDUL = "Batalkan {nomor}"
BATAL_ISI = "{apa}: {nama}. Catatannya tetap tampil di perjalanan barang, dengan alasan pembatalannya."
BATAL_UTAMA = "Batalkan serah terima"
BATAL_CONTOH = "salah pilih RT"
DIBATALKAN = "Serah terima {nomor} dibatalkan."

# an incident
KEJADIAN_JUDUL = "Catat rusak atau hilang: {sebutan}"
KEJADIAN_UTAMA = "Catat"
L_JENIS = "Apa yang terjadi"
JENIS = (("rusak", "Rusak"), ("hilang", "Hilang"))
L_HARI_KEJADIAN = "Tanggal kejadian"
L_URAIAN = "Uraian"
C_URAIAN = "Layar pecah karena jatuh saat hujan"
L_KONDISI_SESUDAH = "Kondisi sesudahnya"
RUSAK = (("rusak_ringan", "Rusak ringan"), ("rusak_berat", "Rusak berat"))
L_POLISI = "Nomor surat polisi"
C_POLISI = "SKTLK/102/IV/2026/Polsek"
POLISI_BANTUAN = "Boleh menyusul: barang ini tetap ditandai sampai suratnya dicatat."
L_POLISI_HARI = "Tanggal surat polisi"
L_LANJUT = "Tindak lanjut"
C_LANJUT = "dilaporkan ke kecamatan, menunggu pengganti"
KEJADIAN_DICATAT = {"rusak": "{sebutan} dicatat rusak.", "hilang": "{sebutan} dicatat hilang."}
PULIH_JUDUL = {"diperbaiki": "{sebutan} sudah diperbaiki", "ditemukan": "{sebutan} sudah ditemukan"}
PULIH_HARI = {"diperbaiki": "Tanggal diperbaiki", "ditemukan": "Tanggal ditemukan"}
PULIH_URAIAN = {"diperbaiki": "Layar diganti di tempat servis", "ditemukan": "Ditemukan di rumah pemegangnya"}
PULIH_DICATAT = {
    "diperbaiki": "{sebutan} dicatat sudah diperbaiki.",
    "ditemukan": "{sebutan} dicatat sudah ditemukan.",
}
SURAT_JUDUL = "Surat polisi dan tindak lanjut: {sebutan}"
SURAT_DISIMPAN = "Kejadian {sebutan} disimpan."
L_SELESAI = "Selesai tanggal"
SELESAI_BANTUAN = "Isi bila urusannya sudah selesai tanpa barang pengganti."
GANTI_JUDUL = "Ganti {sebutan}"
GANTI_SUB = {
    "rusak": "{nama} menyerahkan kembali barang yang rusak dan menerima penggantinya, dalam satu tindakan.",
    "hilang": "Barang yang hilang ditarik dari {nama}, dan penggantinya diserahkan, dalam satu tindakan.",
}
GANTI_UTAMA = "Ganti"
L_PENGGANTI = "Barang pengganti"
C_PENGGANTI = "Pilih barang yang ada di kantor"
L_KONDISI_GANTI = "Kondisi penggantinya"
L_KELENGKAPAN_GANTI = "Kelengkapan penggantinya"
PILIHAN_UNIT = "{sebutan} · {pengenal}"
TANPA_PENGGANTI = "Tidak ada barang di kantor yang dapat menggantikannya. Tambahkan dulu barang penggantinya."
TAMBAH = "Tambah barang"
DIGANTI = "{lama} diganti dengan {baru} untuk {nama}."

# help
BANTUAN_JUDUL = "Minta bantuan kota: {sebutan}"
BANTUAN_SUB = "Permintaan ini terlihat di kota sesudah sinkron. Jawabannya tampil di panel barang ini."
BANTUAN_UTAMA = "Kirim"
L_MASALAH = "Masalahnya"
MASALAH = (
    ("lupa_sandi", "Lupa sandi"),
    ("rusak", "Rusak"),
    ("hilang", "Hilang"),
    ("lain", "Lain-lain"),
)
L_URAIAN_BANTUAN = "Ceritakan masalahnya"
C_URAIAN_BANTUAN = "HP meminta sandi sesudah dimatikan"
L_KONTAK = "Nomor yang dapat dihubungi"
BANTUAN_DIKIRIM = "Permintaan bantuan {sebutan} dicatat dan terkirim pada sinkron berikutnya."
