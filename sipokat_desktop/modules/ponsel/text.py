"""What module ponsel says, on screen and on paper."""

from __future__ import annotations

JUDUL = "HP dan barang"
BARANG = "HP"
"""What a unit is when nobody said otherwise."""

KODE: dict[str, dict[str, str]] = {
    "kondisi": {
        "baik": "baik",
        "rusak_ringan": "rusak ringan",
        "rusak_berat": "rusak berat",
        "hilang": "hilang",
    },
    "serah": {
        "serah": "diserahkan",
        "kembali": "dikembalikan",
        "alih": "dialihkan",
        "tarik": "ditarik",
        "balik": "dibatalkan",
    },
    "kejadian": {"rusak": "rusak", "hilang": "hilang", "diperbaiki": "diperbaiki", "ditemukan": "ditemukan kembali"},
    "bantuan": {"hilang": "hilang", "rusak": "rusak", "lupa_sandi": "lupa sandi", "lain": "lain-lain"},
    "keadaan_bantuan": {"dikirim": "menunggu kota", "ditangani": "sedang ditangani", "selesai": "selesai"},
}
KEADAAN = {
    "belum": "belum diserahkan",
    "dipegang": "dipegang ketua RT",
    "kembali": "di kantor",
    "ditarik": "ditarik",
    "ganda": "perlu keputusan",
}
TINDAKAN: dict[str, str] = {
    "ponsel.tambah": "Catat barang",
    "ponsel.ubah": "Ubah data barang",
    "ponsel.tambah_banyak": "Catat beberapa barang",
    "ponsel.hapus": "Hapus barang",
    "ponsel.serah": "Serahkan barang",
    "ponsel.kembali": "Terima barang kembali",
    "ponsel.alih": "Alihkan barang",
    "ponsel.tarik": "Tarik barang",
    "ponsel.batal": "Batalkan serah terima",
    "ponsel.sambung": "Susulkan serah terima",
    "ponsel.kejadian": "Catat kejadian",
    "ponsel.ubah_kejadian": "Ubah kejadian",
    "ponsel.ganti_unit": "Ganti barang",
    "ponsel.bantuan": "Minta bantuan",
    "ponsel.impor": "Impor daftar barang",
    "putuskan.serah_salah": "Serah terima salah catat",
    "putuskan.serah_sesudah": "Urutkan serah terima",
    "putuskan.serah_lain": "Pindahkan ke barang lain",
    "putuskan.barang_kembali": "Pulihkan barang",
}

PENGENAL_IMEI = "IMEI …{akhir}"
PENGENAL_SERI = "seri {nilai}"
PENGENAL_NUP = "NUP {nilai}"
PENGENAL_SIM = "SIM {nilai}"

TIDAK_ADA = "Barang itu sudah tidak ada. Segarkan daftarnya, lalu coba lagi."
SERAH_TIDAK_ADA = "Catatan serah terima itu tidak ada. Segarkan daftarnya, lalu coba lagi."
KEJADIAN_TIDAK_ADA = "Catatan kejadian itu tidak ada. Segarkan daftarnya, lalu coba lagi."
TANPA_BARANG = "Pilih barangnya dulu."

IMEI_HURUF = "IMEI hanya angka. Lihat di kotak HP, atau tekan *#06# pada HP itu."
IMEI_PANJANG = "IMEI harus 15 angka; yang diisi {n} angka. Lihat di kotak HP, atau tekan *#06# pada HP itu."
IMEI_16 = "Yang diisi 16 angka (IMEI/SV). Pakai IMEI yang 15 angka: lihat di kotak HP, atau tekan *#06# pada HP itu."
IMEI_BULAT = "Angka terakhir IMEI ini hilang karena disimpan sebagai bilangan. Salin lagi dari kotak HP."
IMEI_SAMA = "IMEI tidak mungkin 15 angka yang sama semua."
IMEI_LUHN = "IMEI {imei} salah ketik di satu angka. Cocokkan lagi per kelompok dengan kotak HP: {kelompok}."
IMEI_TUKAR = (
    "IMEI {imei} salah. Lihat lagi dulu kelompok {kelompok}: mungkin angka ke-{a} dan ke-{b} tertukar. "
    "Bila tidak, cocokkan kelompok yang lain."
)
IMEI_KEMBAR = "IMEI 1 dan IMEI 2 sama. Kosongkan IMEI 2 bila HP ini hanya punya satu."
SIM_SALAH = "Nomor SIM ditulis seperti nomor HP, misalnya 0812 3456 7890."
NUP_SALAH = "NUP hanya angka, paling banyak 6, misalnya 12."
TAHUN_SALAH = "Tahun perolehan ditulis empat angka, misalnya 2017."
PILIHAN_SALAH = "Pilih salah satu: {pilihan}."
BARANG_TANPA_PENGENAL = "Tanpa IMEI, nomor seri, atau NUP, barang ini sulit dibedakan dari yang lain."
TANGGAL_NANTI = "Tanggal {tanggal} belum tiba. Isi hari ini atau hari yang sudah lewat."
TAHUN_NANTI = "Tahun perolehan {tahun} belum tiba."
GARANSI_LAMA = "Garansi berakhir sebelum tahun perolehan."
URAIAN_KOSONG = "Tulis apa yang terjadi, dengan kata-kata sendiri."
ALASAN_KOSONG = "Tulis alasannya. Alasan tampil di riwayat dan di berita acara."

IMEI_DIPAKAI = "IMEI {imei} sama dengan {sebutan} di {tempat}. Salah satunya keliru: cocokkan dengan kotak HP."
SERI_DIPAKAI = "Nomor seri {seri} sama dengan {sebutan} di {tempat}. Salah satunya keliru."
PUTUS = (
    "Serah terima {nomor} kepada {nama} berdiri di atas catatan yang dibatalkan di komputer lain. "
    "Susulkan bila memang terjadi, atau batalkan."
)
PUTUS_LAIN = (
    "Serah terima {nomor} kepada {nama} berdiri di atas catatan yang di komputer lain dipindahkan ke barang lain. "
    "Susulkan bila memang terjadi, atau batalkan."
)
PUTUS_TUNGGU = "Ada catatan serah terima yang belum tiba dari kota. Sinkronkan, lalu lihat lagi."
GANDA = "Dicatat diserahkan berbeda di dua komputer: {nama}. Buka Perlu keputusan."
MASA_TIADA = "Masa jabatan {nama} tidak ada di Data RT. Catat pengembaliannya, atau alihkan ke ketua yang menjabat."
GARANSI_HABIS = "Garansi habis {tanggal}."
ATAU = " atau "
KANTOR = "kantor"

PERLU_PUTUSAN = (
    "{sebutan} dicatat berbeda di dua komputer: {nama}. Putuskan dulu di Perlu keputusan. Kedua catatan tersimpan."
)
PERLU_SAMBUNG = (
    "{sebutan}: catatan sebelumnya dibatalkan atau dipindahkan di komputer lain. Susulkan atau batalkan dulu catatan "
    "itu."
)
SUDAH_DIPEGANG = "{sebutan} masih dipegang {nama}. Catat dulu pengembaliannya, atau alihkan."
BELUM_DIPEGANG = "{sebutan} tidak sedang dipegang siapa pun; sudah di kantor."
SUDAH_DITARIK = "{sebutan} sudah ditarik {tanggal}."
SAMA_PEMEGANG = "{nama} sudah memegang {sebutan}."
BEDA_PEMEGANG = "Barang-barang ini dipegang orang yang berbeda. Kerjakan per orang supaya satu berita acara benar."
PEMEGANG_KOSONG = "Pilih ketua RT yang menerima."
PEMEGANG_TIDAK_ADA = "Masa jabatan penerima itu tidak ada lagi. Pilih ketua RT yang menjabat."
PEMEGANG_BERHENTI = "{nama} sudah berhenti {tanggal}. Pilih ketua RT yang masih menjabat pada {hari}."
PEMEGANG_BELUM = "{nama} baru menjabat mulai {tanggal}."
PEMEGANG_LAIN_KELURAHAN = "{nama} bukan ketua RT di kelurahan yang memegang barang ini."
HILANG_DISERAHKAN = "{sebutan} tercatat hilang. Catat dulu bahwa sudah ditemukan."
SEBELUM_CATATAN = "Tanggal {tanggal} lebih awal dari catatan sebelumnya ({sebelum}). Periksa lagi tanggalnya."
BUKAN_TERAKHIR = "Sesudah catatan ini ada serah terima lain ({nomor}, {nama}). Batalkan dulu yang paling akhir."
SUDAH_DIBATALKAN = "Catatan ini sudah dibatalkan."
TIDAK_PUTUS = "Catatan ini sudah tersambung; tidak ada yang perlu disusulkan."
SAMBUNG_PERCUMA = "{sebutan} sudah di kantor, jadi catatan ini tidak mengubah apa pun. Batalkan saja catatannya."
MASIH_DIPAKAI = "{sebutan} sudah pernah diserahkan atau ada kejadiannya, jadi tidak dihapus. Tarik saja barangnya."
URUNG_DISUSUL = "sesudahnya {sebutan} sudah {apa} ({nomor}). Urungkan dulu yang itu."
URUNG_PUTUS = "serah terima {sebutan} sebelum {nomor} sudah dibatalkan atau dipindahkan. Catat lagi serah terimanya."
URUNG_GANDA = "{sebutan} sudah {apa} ({nomor}) di tempat yang sama."

KEJADIAN_JENIS = "Pilih apa yang terjadi: rusak, hilang, diperbaiki, atau ditemukan kembali."
SUDAH_HILANG = "{sebutan} sudah tercatat hilang."
TIDAK_HILANG = "{sebutan} tidak tercatat hilang."
TIDAK_RUSAK = "{sebutan} tidak tercatat rusak."
POLISI_TANGGAL = "Isi tanggal surat polisi."
POLISI_NOMOR = "Isi nomor surat polisi."
POLISI_AWAL = "Surat polisi bertanggal sebelum kejadiannya. Periksa lagi kedua tanggal."
SELESAI_AWAL = "Tanggal selesai lebih awal dari kejadiannya."
TANPA_POLISI = "Barang hilang tanpa surat polisi: mintakan ke Polsek, lalu isi nomornya di sini."
SUDAH_SELESAI = "Kejadian ini sudah selesai."
PENGGANTI_SENDIRI = "Pilih barang lain sebagai penggantinya."
PENGGANTI_DIPEGANG = "{sebutan} masih dipegang {nama}. Pilih barang pengganti yang ada di kantor."
TANPA_PEMEGANG = "Barang ini tidak sedang dipegang ketua RT, jadi tidak ada yang menerima penggantinya."
DIGANTI = "{jenis}, diganti dengan {sebutan}"
MENGGANTI = "pengganti {sebutan} yang {jenis}"

BANTUAN_JENIS = "Pilih masalahnya: hilang, rusak, lupa sandi, atau lain-lain."
BANTUAN_ADA = "Permintaan bantuan {jenis} untuk {sebutan} sudah dikirim {tanggal} dan masih {keadaan}."
BANTUAN_URAIAN = "Tulis masalahnya supaya kota dapat menolong."

JUDUL_SERAH = "Diserahkan kepada {nama}"
JUDUL_KEMBALI = "Dikembalikan oleh {nama}"
JUDUL_ALIH = "Dialihkan dari {dari} kepada {nama}"
JUDUL_TARIK = "Ditarik dari {nama}"
JUDUL_TARIK_KANTOR = "Ditarik"
JUDUL_KEJADIAN = "{jenis}: {uraian}"
SURAT_POLISI = "surat polisi {nomor}"
JUDUL_BANTUAN = "Minta bantuan: {jenis}"
DI_RT = "{nama} (RT {rt})"
RT = "RT {rt}"

BARANG_ALIH = "Dialihkan kepada ketua baru"
BARANG_KEMBALI = "Dikembalikan ke kelurahan"
BARANG_BELUM = "Belum dikembalikan"
BA_ALIH = "{barang}: diserahkan kepada ketua yang baru"
BA_KEMBALI = "{barang}: dikembalikan ke kelurahan"
BA_BELUM = "{barang}: belum dikembalikan"
GANTI_KETUA = "ganti ketua RT"

SALAH = "Salah catat"
SALAH_ISI = (
    "Serah terima ini tidak terjadi. Catatannya, dan yang dicatat sesudahnya, dibatalkan dengan alasan; "
    "semua tetap ada di riwayat."
)
SESUDAH = "Terjadi sesudah yang lain"
SESUDAH_ISI = "Dua-duanya terjadi. Catatan ini disusulkan sesudah catatan yang lain."
LAIN = "Ini barang lain"
LAIN_ISI = "Yang diserahkan sebenarnya barang lain. Catatan dipindahkan ke barang itu."
LAIN_BARANG = "Barang yang benar"
ALASAN = "Alasan"
ALASAN_CONTOH = "tercatat dua kali"
DISUSULKAN = "dicatat lagi sesudah catatan lain"
DIPINDAHKAN = "sebenarnya {sebutan}"
BANYAK_CABANG = "Masih ada lebih dari dua catatan. Putuskan dulu yang salah catat."
TAK_DAPAT_DISUSULKAN = "Catatan ini tidak dapat terjadi sesudah yang lain: {sebab}"
BARANG_TERPAKAI = "{sebutan} sudah dipegang {nama}. Pilih barang yang belum diserahkan."

SARINGAN = (
    ("dipegang", "Dipegang"),
    ("kantor", "Di kantor"),
    ("terlambat", "Belum dikembalikan"),
    ("rusak", "Rusak"),
    ("hilang", "Hilang"),
    ("kejadian", "Kejadian terbuka"),
    ("bantuan", "Minta bantuan"),
    ("garansi", "Garansi segera habis"),
    ("ragu", "Perlu diperiksa"),
)
BANYAK_KOSONG = "Isi satu baris untuk tiap barang, misalnya IMEI-nya."
BANYAK_BARIS = "Baris {baris}: {sebab}"
BANYAK_LEBIH = "Paling banyak dua IMEI dan satu nomor seri."
BANYAK_KEMBAR = "IMEI ini sudah ada di baris lain."
BUKAN_PENYERAHAN = "Catatan ini bukan penyerahan, jadi tidak dapat dipindahkan ke barang lain."
BARANG_TAK_BEBAS = "Barang itu tidak ada di kantor lagi. Pilih barang lain."
KONDISI_TAK_SESUAI = "Kondisi itu tidak cocok dengan kejadian {jenis}. Pilih kondisi sesudah kejadiannya."
TERHAPUS = "Barang terhapus"
TERHAPUS_ATURAN = "Barang yang sudah diserahkan tidak dihapus. Catatan penyerahannya tetap disimpan."
TERHAPUS_KATA = "{sebutan} dihapus di satu komputer, tetapi di komputer lain dicatat {apa}."
PULIHKAN = "Pulihkan barangnya"
PULIHKAN_ISI = "Barangnya tampil lagi di daftar dengan semua catatannya. Batalkan penyerahannya bila tidak terjadi."
GANTI_AWAL = "Tanggal {hari} lebih awal dari kejadiannya ({kejadian}). Periksa lagi tanggalnya."
SEBUT = {
    "serah": "diserahkan kepada {nama}",
    "kembali": "dikembalikan oleh {nama}",
    "alih": "dialihkan kepada {nama}",
    "tarik": "ditarik dari {nama}",
}
SEBUT_BALIK = "pembatalan serah terima {nama}"
