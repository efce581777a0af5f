"""Words of the page Data RT."""

JUDUL = "Data RT"
KARTU = "Ketua RT"
KARTU_PLT = "{n} Plt"
KARTU_HABIS = "{n} SK habis"
KARTU_KOSONG = "{n} kosong"
KARTU_LENGKAP = "semua menjabat"
KARTU_BELUM = "belum ada data"

TAMBAH = "Tambah RT"
IMPOR = "Impor dari Excel…"
PENANDA = "Penanda tangan…"
UBAH = "Ubah data"
AKHIRI = "Akhiri masa jabatan…"
RIWAYAT = "Riwayat perubahan"
TAMPILKAN_NIK = "Tampilkan NIK"
SEMBUNYIKAN_NIK = "Sembunyikan NIK"
SARING = "Cari RT, nama, NIK, HP, atau alamat"
PETUNJUK = "Ketik untuk mencari · ↑ ↓ pindah · Enter ubah"
HITUNG = "{n} RT · {menjabat} ketua menjabat"
HITUNG_SARING = "{n} dari {semua} RT"

KOSONG = "Belum ada data RT di komputer ini"
KOSONG_ISI = (
    "Ambil dari lembar Excel kantor, atau ketik satu per satu. Data dari kota juga muncul di sini setelah sinkron."
)
TAK_KETEMU = "Tidak ada yang cocok"
TAK_KETEMU_ISI = "Coba sebagian nama saja, atau nomor RT-nya."

KOLOM = ("RT", "Nama", "NIK", "No. HP", "TMT", "SK berakhir", "Keadaan")

DISIMPAN = "RT {rt} disimpan di komputer ini."
DITAMBAH = "RT {rt} ditambahkan."
DIAKHIRI = "Masa jabatan RT {rt} diakhiri."
FORM_TAMBAH = "Tambah RT dan ketuanya"
FORM_UBAH = "RT {rt} · {nama}"
FORM_AKHIRI = "Akhiri masa jabatan RT {rt} · {nama}"
SIMPAN = "Simpan"
AKHIRI_UTAMA = "Akhiri masa jabatan"

PANEL_KOSONG = "Pilih satu RT"
PANEL_KOSONG_ISI = "Rincian ketua, SK, dan tindakan muncul di sini."
PANEL_LOWONG = "RT ini belum ada ketuanya."
ISI_KETUA = "Isi ketua RT"
NAMA_JENIS = "{nama} ({jenis})"
CATAT_SK = "Catat SK"
CATAT_SK_BARU = "Catat SK perpanjangan"
ISI_TMT = "Isi TMT"
BARIS_SK = "SK {sk}, TMT {tmt}, berakhir {akhir}."
BELUM = "belum diisi"
BARIS_NIK = "NIK {nik}"
BARIS_HP = "HP {hp}"
BARIS_REKENING = "{bank} {rekening}"
SEBAB_TMT = "Tanpa TMT, ketua RT ini tidak dihitung dalam daftar insentif. Isi tanggal mulai menjabatnya."
SEBAB_SK = "Pemeriksa akan menanyakan SK pengangkatannya. Catat nomor dan tanggalnya."
SEBAB_AKAN = "Catat SK perpanjangan sebelum tanggal itu, agar bulan berikutnya tetap dihitung."
SEBAB_HABIS = "Bulan setelah SK berakhir tidak dihitung dalam insentif sampai SK perpanjangan dicatat."

IMPOR_JUDUL = "Impor dari {berkas}"
IMPOR_UTAMA = "Simpan {n} baris"
IMPOR_SARING = "Lembar kerja (*.xlsx *.xls *.ods *.csv)"
IMPOR_PILIH = "Pilih lembar data RT"
IMPOR_BACA = "Membaca lembar"
IMPOR_RINGKAS = "{baik} baris baik, {salah} perlu diperbaiki, {lewat} dilewati. Belum ada yang disimpan."
IMPOR_BERSIH = "{baik} baris siap disimpan. Belum ada yang disimpan."
IMPOR_RAGU = "{baik} baris siap disimpan, {ragu} di antaranya perlu dilihat. Belum ada yang disimpan."
IMPOR_NIHIL = "Tidak ada baris yang dapat disimpan. Perbaiki lembarnya, lalu impor lagi."
IMPOR_KOLOM = ("Baris", "RT", "Nama", "NIK", "TMT", "Keterangan")
IMPOR_SIAP = "Siap"
IMPOR_MENYIMPAN = "Menyimpan hasil impor"

RIWAYAT_JUDUL = "Riwayat RT {rt} · {nama}"
RIWAYAT_KOLOM = ("Kapan", "Siapa", "Isian", "Sebelum", "Sesudah")
RIWAYAT_SIAPA = "{nama} · {asal}"
RIWAYAT_KOTA = "Kota"
RIWAYAT_KOSONG = "Belum ada perubahan yang tercatat"
TUTUP = "Tutup"

PENANDA_JUDUL = "Penanda tangan daftar"
PENANDA_DISIMPAN = "Penanda tangan disimpan."
PENANDA_ISI = "Nama ini dicetak di kaki daftar tanda terima. Yang kosong dicetak sebagai titik-titik."

BANTUAN = (
    "Ketik di mana saja untuk mencari. Panah atas dan bawah berpindah baris, Enter mengubah, "
    "Ctrl+N menambah RT, Ctrl+I mengimpor dari Excel, Ctrl+Z mengurungkan."
)
