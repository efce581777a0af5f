"""Words of module rt, shared by screen, command line and paper."""

JENIS = {"definitif": "Definitif", "plt": "Plt", "diperpanjang": "Diperpanjang"}
CARA = {"pemilihan": "Pemilihan", "musyawarah": "Musyawarah", "penunjukan": "Penunjukan Plt"}
ALASAN_AKHIR = {
    "habis_masa": "Habis masa",
    "mengundurkan_diri": "Mengundurkan diri",
    "meninggal": "Meninggal",
    "pindah": "Pindah",
    "diberhentikan": "Diberhentikan",
    "pemekaran": "Pemekaran RT",
}
KELAMIN = {"L": "Laki-laki", "P": "Perempuan"}
PENERBIT = {"lurah": "Lurah", "camat": "Camat", "wali_kota": "Wali Kota"}
PERAN = {"lurah": "Lurah", "pptk": "PPTK", "bendahara": "Bendahara Pengeluaran Pembantu"}
PERAN_KECAMATAN = {"camat": "Camat"}
PERAN_KOTA = {
    "kabag": "Kepala Bagian Tata Pemerintahan", "sekda": "Sekretaris Daerah", "wali_kota": "Wali Kota Lubuk Linggau",
}  # fmt: skip
SEMUA_PERAN = PERAN | PERAN_KECAMATAN | PERAN_KOTA
"""Everyone who signs some paper of a kelurahan, a kecamatan or the city; the first is the head of the office."""

NAMA_KOSONG = "Nama belum diisi."
TEKS_PANJANG = "Isian ini terlalu panjang (paling banyak 500 huruf)."
TEKS_ANEH = "Isian ini berisi tanda yang tidak terbaca. Ketik ulang, jangan tempel."
RT_SALAH = "Nomor RT berisi 1 sampai 3 angka, misalnya 03."
HP_SALAH = "Nomor HP berisi 9 sampai 14 angka, misalnya 0812 3456 7890."
NIK_DIPAKAI = "NIK ini sudah terdaftar sebagai Ketua RT {rt}. Buka data tersebut?"
AKHIR_SEBELUM_TMT = "Akhir jabatan tidak boleh sebelum TMT ({tmt})."
RT_TERISI = "RT {rt} masih dijabat {nama}. Akhiri dulu masa jabatannya."
TANGGAL_AKHIR_KOSONG = "Tanggal berakhir belum diisi."
JUMLAH_SALAH = "Jumlah diisi dengan angka, misalnya 53."
PILIHAN_SALAH = "Pilih salah satu: {pilihan}."
TIDAK_ADA = "Data ini sudah tidak ada di komputer ini. Muat ulang halaman."

LAHIR_NANTI = "Tanggal lahir ini belum tiba. Periksa tahunnya."
LAHIR_TERLALU_LAMA = "Tahun lahir {tahun} terlalu lama untuk orang yang masih menjabat. Periksa tahunnya."
TERLALU_MUDA = "Umurnya baru {umur} tahun saat mulai menjabat, kurang dari {batas} tahun."
RANGKAP = "Rangkap jabatan ({jabatan}) tidak diperbolehkan untuk ketua RT."
RANGKAP_RT = "Orang ini juga tercatat menjabat Ketua RT {rt}. Satu orang hanya memegang satu RT."
BANK_KOSONG = "Nomor rekening diisi, tetapi nama banknya belum."
TMT_JAUH = "TMT {tanggal} masih lebih dari setahun lagi."
MASA_PANJANG = "Masa jabatannya {tahun} tahun, lebih lama dari biasanya (3 atau 5 tahun)."
SK_SETELAH_TMT = "SK tertanggal {tanggal}, setelah TMT. Pemeriksa akan menanyakan dasar bulan sebelumnya."
SK_TERLALU_AWAL = "SK tertanggal {tanggal}, dua tahun atau lebih sebelum TMT."
SK_SETELAH_AKHIR = "SK tertanggal setelah masa jabatannya berakhir."
SK_NANTI = "SK tertanggal {tanggal}: hari itu belum tiba."
JIWA_KURANG = "Jumlah jiwa ({jiwa}) lebih sedikit daripada jumlah KK ({kk})."
RT_TIDAK_ADA = "RT {rt} tidak ada di kelurahan ini."
RT_BANYAK = "RT {rt} ada beberapa di sini. Sebutkan juga RW-nya, misalnya 03/02."
BELUM_ADA_KETUA = "RT {rt} belum pernah ada ketuanya, jadi tidak ada berita acaranya."
RT_SUDAH_ADA = "RT {rt} sudah ada."
MASA_BERTUMPUK = "RT {rt} dijabat {nama} {masa}. Pilih tanggal di luar masa itu."
MASA_DARI_SAMPAI = "dari {dari} sampai {sampai}"
MASA_DARI = "sejak {dari}"
MASA_SAMPAI = "sampai {sampai}"
MASA_TANPA_TANGGAL = "(TMT belum diisi)"

KETUA_BARU = "ketua baru"
TMT_KOSONG = "Isi hari pertama ketua baru menjabat (TMT)."
TMT_TERLALU_AWAL = "TMT paling awal {tanggal}, sehari setelah {nama} berakhir."
ALASAN_KOSONG = "Pilih alasan ketua lama berakhir."
MENINGGAL_NANTI = "Tanggal meninggal tidak boleh setelah hari ini."
KETUA_SAMA = "Ketua barunya sama dengan ketua lama. Catat SK perpanjangannya lewat Ubah data."
MASIH_MENJABAT = "{nama} masih menjabat Ketua RT {rt}. Akhiri dulu masa jabatannya di sana."
NIK_MILIK = "NIK ini sudah tercatat atas nama {nama}. Nama itu akan diganti dengan yang Anda ketik."
SELANG = "RT {rt} kosong {hari} hari di antara keduanya."
BEKAS = "RT {rt} sampai {tanggal}"
BULAN_PENUH = "sebulan penuh {nama}"
BULAN_SEBAGIAN = "tanggal {hari} {nama}"
MEKAR = {"": "Belum ada", "baru": "Orang baru", "pindah": "Ketua RT lama pindah ke RT baru"}
MEKAR_KETUA = "Pilih: RT baru masih kosong, ketua baru, atau ketua lama pindah ke RT baru."
MEKAR_SUDAH_BERAKHIR = (
    "Masa jabatan {nama} di RT {rt} sudah tercatat berakhir {akhir}. Isi TMT paling lambat sehari sesudahnya, "
    "atau pilih ketua baru. Belum ada yang diubah."
)
MEKAR_TANPA_KETUA = "RT {rt} tidak ada ketuanya, jadi tidak ada yang dapat pindah ke RT baru."

KOSONG = "kosong"
SK_HABIS = "SK habis {tanggal}"
SK_AKAN_HABIS = "SK berakhir {tanggal}"
TANPA_TMT = "TMT belum diisi"
TANPA_SK = "SK belum diisi"
TANPA_NIK = "NIK belum diisi"
SIAP = "Lengkap"

BELUM_TIBA = "(belum diterima dari kota)"

HAPUS_MASA_SARAN = "Yang sudah dihitung atau dibayar tidak dihapus; akhiri saja masa jabatannya."
HAPUS_RT_SARAN = "Yang sudah dihitung atau dibayar tidak dihapus; akhiri saja masa jabatan ketuanya."
HAPUS_ORANG_SARAN = "Hapus dulu masa jabatannya, bila itu juga salah catat."

KODE = {"kelamin": KELAMIN, "jenis": JENIS, "cara": CARA, "sk_penerbit": PENERBIT, "alasan_akhir": ALASAN_AKHIR}
"""The words for stored codes, by column."""

TINDAKAN = {
    "rt.tambah": "Tambah ketua RT",
    "rt.tambah_kosong": "Tambah RT",
    "rt.ubah": "Ubah data",
    "rt.ubah_jabatan": "Ubah data RT",
    "rt.akhiri": "Akhiri masa jabatan",
    "rt.ganti": "Ganti ketua",
    "rt.mekarkan": "Pemekaran RT",
    "rt.hapus": "Hapus",
    "rt.gabungkan": "Gabungkan orang kembar",
    "rt.massal": "Ubah sekaligus",
    "rt.impor": "Impor data RT",
    "rt.impor.batal": "Batalkan impor",
    "rt.foto": "Ganti foto",
    "rt.kelurahan": "Ubah nama kelurahan",
    "rt.logo": "Ganti logo kantor",
    "rt.pejabat": "Ubah penanda tangan",
}
"""What people call the acts of this module."""

TEMPAT = "Lubuk Linggau"
KOP = ("PEMERINTAH KOTA LUBUK LINGGAU", "KECAMATAN {nama}", "KELURAHAN {nama}")
KOP_KOTA = (KOP[0], "SEKRETARIAT DAERAH", "BAGIAN TATA PEMERINTAHAN")
TITIK = "…………………………"
LURAH = "Lurah {kelurahan}"
MENGETAHUI = "Mengetahui,"
RW = " RW {rw}"
PLT = "Pelaksana Tugas (Plt) "
PIHAK_PERTAMA, PIHAK_KEDUA = "PIHAK PERTAMA", "PIHAK KEDUA"
SAKSI = "Saksi {ke}"
CONTOH_KELURAHAN = "16.73.01.1003"
HARI_TERBILANG = "{hari}, tanggal {tanggal} bulan {bulan} tahun {tahun} ({angka})"

BA_JUDUL = "BERITA ACARA PENGGANTIAN"
BA_JUDUL_PLT = "BERITA ACARA PENUNJUKAN PELAKSANA TUGAS"
BA_JUDUL_KOSONG = "BERITA ACARA PENGISIAN JABATAN"
BA_JUDUL_RT = "KETUA RUKUN TETANGGA (RT) {rt}"
BA_NOMOR = "Nomor: {nomor}"
BA_KAKI = "Berita acara Ketua RT {rt} Kelurahan {kelurahan}"
BA_PEMBUKA = "Pada hari ini {hari}, bertempat di Kantor Lurah {kelurahan}, kami yang bertanda tangan di bawah ini:"
BA_SEBUT = "Selanjutnya disebut {pihak}."
BA_LABEL_LAHIR, BA_LABEL_JABATAN, BA_LABEL_ALAMAT = "Tempat/tanggal lahir", "Jabatan", "Alamat"
BA_SEBAGAI_LAMA = "{plt}Ketua RT {rt} Kelurahan {kelurahan} yang lama"
BA_SEBAGAI_BARU = "{plt}Ketua RT {rt} Kelurahan {kelurahan} yang baru"
BA_MENYATAKAN = "Dengan ini menyatakan hal-hal sebagai berikut:"
BA_BERHENTI = "{siapa} berhenti sebagai {plt}Ketua RT {rt} Kelurahan {kelurahan} pada {tanggal}{alasan}."
BA_ALASAN = {
    "habis_masa": " karena masa jabatannya habis",
    "mengundurkan_diri": " karena mengundurkan diri",
    "meninggal": " karena meninggal dunia",
    "pindah": " karena pindah tempat tinggal",
    "diberhentikan": " karena diberhentikan",
    "pemekaran": " karena pemekaran RT",
}
BA_DITETAPKAN = (
    "PIHAK KEDUA menjabat {plt}Ketua RT {rt} Kelurahan {kelurahan}{cara} terhitung mulai tanggal {tanggal}{sampai}"
    "{dasar}."
)
BA_CARA = {
    "pemilihan": " melalui pemilihan",
    "musyawarah": " melalui musyawarah warga",
    "penunjukan": " melalui penunjukan",
}
BA_SAMPAI = " sampai dengan {tanggal}"
BA_DASAR = ", berdasarkan Surat Keputusan {penerbit} Nomor {nomor}{tanggal}"
BA_TERTANGGAL = " tanggal {tanggal}"
BA_BARANG = "PIHAK PERTAMA menyerahkan kepada PIHAK KEDUA, dan PIHAK KEDUA menerima dengan baik:"
BA_TANPA_BARANG = "Tidak ada barang yang diserahterimakan pada hari ini."
BA_PENUTUP = (
    "Demikian berita acara ini dibuat dengan sebenarnya dalam rangkap dua untuk dipergunakan sebagaimana mestinya."
)

DAFTAR_JUDUL = "DAFTAR KETUA RUKUN TETANGGA (RT)"
DAFTAR_KEADAAN = "Keadaan {tanggal}"
DAFTAR_KOLOM = (
    "No", "RT", "Nama", "NIK", "L/P", "Tempat, Tanggal Lahir", "Alamat", "No. HP", "SK Pengangkatan", "TMT",
    "Sampai",
)  # fmt: skip
DAFTAR_KOSONG = "(kosong)"
DAFTAR_JUMLAH = "Jumlah RT"
DAFTAR_HITUNG = "{n} RT, {terisi} ketua menjabat"
DAFTAR_KAKI = "Daftar ketua RT Kelurahan {kelurahan}"

EKSPOR_LEMBAR = "Ketua RT"
EKSPOR_JUDUL = "DAFTAR KETUA RT"
EKSPOR_TEMPAT = "Kelurahan {kelurahan}, Kecamatan {kecamatan}"
EKSPOR_BANYAK = "{n} kelurahan"


BENTROK_SATU_RT = (
    "RT {rt} dijabat {nama} pada hari yang sama. Data tetap seperti sekarang; akhiri atau hapus dulu masa jabatan itu."
)
BENTROK_DUA_RT = (
    "{nama} menjabat di RT {dua} pada hari yang sama. Data tetap seperti sekarang; akhiri atau hapus dulu masa "
    "jabatan itu."
)

MASSAL_TMT = "Isi TMT. TMT tidak dapat dikosongkan sekaligus. Belum ada yang diubah."
MASSAL_SALAH = "RT {rt}: {pesan} Belum ada yang diubah."

KEMBAR_NIK = "NIK sama"
KEMBAR_NAMA = "nama sama"
KEMBAR_MIRIP = "nama mirip"
KEMBAR_NAMA_LAIN = "nama berbeda"
KEMBAR_LAHIR = "tanggal lahir sama"
KEMBAR_HP = "nomor HP sama"
KEMBAR_REKENING = "nomor rekening sama"
KEMBAR_ALAMAT = "alamat sama"
KEMBAR_RT = "RT sama"
KEMBAR_MENJABAT = "RT {rt} · menjabat"
KEMBAR_SAMPAI = "RT {rt} · sampai {tanggal}"
GABUNG_SAMA = "Pilih dua orang yang berbeda."
GABUNG_DUA_RT = (
    "Keduanya menjabat di RT {rt} pada hari yang sama. Akhiri salah satu masa jabatannya dulu, atau biarkan terpisah."
)
GABUNG_AKHIR = (
    "Kedua catatan masa jabatan RT {rt} berakhir pada hari yang berbeda, jadi tidak dapat disatukan. "
    "Belum ada yang diubah. Samakan dulu tanggal berakhirnya, atau hapus catatan yang salah."
)
GABUNG_TERPAKAI = (
    "Kedua catatan masa jabatan RT {rt} sudah ada di daftar insentif, jadi tidak dapat disatukan. "
    "Akhiri salah satunya lewat Ubah data."
)
BARANG_TETAP = "masih pada ketua lama"
LOGO_SALAH = "Berkas itu bukan gambar JPEG atau PNG yang utuh. Pilih berkas lain."
LOGO_BESAR = "Logo itu {kb} KB; paling besar {batas} KB. Perkecil dulu, atau pilih gambar lain."
