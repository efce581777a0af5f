"""What the list of reports says: columns, filters, panel, acts, Beranda; entry and the rest have texts of their own."""

from __future__ import annotations

JUDUL = "Laporan kegiatan"
CATAT = "Catat laporan"
VERIFIKASI = "Verifikasi"
EVALUASI = "Evaluasi"
RAKOR = "Lembar rakor"
LAINNYA = "Lainnya"
EXCEL_MENU = "Simpan ke Excel…"
CETAK = "Cetak"
TINDAKAN = "Tindakan"
KOLOM = "Kolom…"

BANTUAN = """Ketik untuk mencari: RT, jenis, kata dalam uraian, nama ketua RT. Panah untuk pindah, Enter untuk mengubah.

Ctrl+N  mencatat laporan, banyak berturut-turut
Alt+V  verifikasi satu per satu, yang perlu dilihat lebih dulu
Alt+A  evaluasi: jumlah dan persen per bidang, RT, bulan · Alt+R  lembar rakor
Alt+Y  verifikasi ya untuk yang dipilih · Alt+D  tidak, dengan catatan
Alt+K  ubah kategori: kinerja atau biasa
Alt+F  lihat foto · Alt+G  tambah foto; foto juga dapat diseret ke sini atau ditempel dengan Ctrl+V
Alt+T  tindakan lain untuk yang dipilih · Alt+L  lainnya
Ctrl+P  cetak laporan bulanan RT · Alt+E  menyimpan daftar ke Excel
Esc  kembali ke Evaluasi dari tampilan yang dibuka lewat Evaluasi, ke daftar semula lewat Data RT
Ctrl+Z  mengurungkan tindakan terakhir"""

# search and filters
SARING = "Ketik RT, jenis, atau uraian"
SEMUA = "Semua"
SARINGAN = (
    ("semua", SEMUA),
    ("belum", "Belum diverifikasi lurah"),
    ("ya", "Lurah ya"),
    ("tidak", "Lurah tidak"),
    ("camat", "Menunggu camat"),
    ("kinerja", "Kinerja"),
    ("tanpa_foto", "Tanpa foto"),
)
BULAN = "Bulan"
SEMUA_BULAN = "Semua bulan"
TAHUN = "Tahun {tahun}"
BIDANG = "Bidang"
SEMUA_BIDANG = "Semua bidang"
KELURAHAN = "Kelurahan"
SEMUA_KELURAHAN = "Semua kelurahan"
HANYA = "Hanya {apa}"
HANYA_SEMUA = "Semua laporan"
HANYA_LEPAS = "Daftar semula"
KOLOM_JUDUL = {
    "kelurahan": "Kelurahan",
    "tanggal": "Tanggal",
    "rt": "RT",
    "jenis": "Jenis kegiatan",
    "uraian": "Uraian",
    "lokasi": "Lokasi",
    "peserta": "Peserta",
    "foto": "Foto",
    "kategori": "Kategori",
    "lurah": "Lurah",
    "camat": "Camat",
    "bidang": "Bidang",
    "ketua": "Ketua RT",
    "asal": "Asal",
}
BELUM = "belum"
TANPA_FOTO_KATA = "Tanpa foto"
BERUBAH = "{kata}, lalu berubah"
JUMLAH = "{n} laporan"
JUMLAH_HITUNG = "Menghitung laporan…"
DIPILIH = " · {n} dipilih"
TUTUP = "Tutup"
DISALIN = "{n} baris disalin. Tempelkan di Excel."

KOSONG = "Belum ada laporan"
KOSONG_ISI = (
    "Catat laporan dari buku atau pesan ketua RT di sini. Bidang, jenis, dan tanggal diingat, jadi puluhan laporan "
    "dapat dicatat berturut-turut dengan papan ketik saja."
)
KOSONG_BACA = "Laporan dari kelurahan tampil di sini sesudah kelurahan mencatat dan menyinkronkannya."
TAK_KETEMU = "Tidak ada yang cocok"
TAK_KETEMU_ISI = "Periksa ejaannya, atau ketik sebagian saja. Esc menghapus pencarian."
SARINGAN_KOSONG = "Tidak ada laporan di saringan ini"
SARINGAN_KOSONG_ISI = "Pilih bulan atau saringan lain di atas."
RT_KOSONG = "RT ini belum punya laporan"
RT_KOSONG_ISI = "Ctrl+N mencatat laporan pertamanya."

# panel
PANEL_KOSONG = "Pilih satu laporan"
PANEL_KOSONG_ISI = "Uraian, foto, verifikasi, dan riwayatnya tampil di sini."
PANEL_JUDUL = "{rt} · {jenis}"
PANEL_BANYAK = "{n} laporan dipilih"
PANEL_BANYAK_ISI = "Verifikasi, kategori, dan hapus berlaku untuk semuanya sekaligus, sebagai satu tindakan."
BUTIR = "{label}: {nilai}"
LOKASI = "Lokasi"
PESERTA = "Peserta"
PESERTA_ISI = "{n} orang"
KATEGORI = "Kategori"
KETUA = "Ketua RT waktu itu"
ASAL = "Asal"
CATATAN_KATA = "“{kata}”"
VERIFIKASI_JUDUL = "Verifikasi"
SIAPA = {"lurah": "Lurah", "camat": "Camat"}
PUTUSAN_BELUM = "{siapa}: belum"
PUTUSAN_PADA = "{siapa}: {kata}, {hari}"
PUTUSAN_OLEH = "{kata} · dicatat {oleh}"
BERUBAH_LURAH = "Isinya berubah sesudah diverifikasi lurah. Verifikasi lagi."
BERUBAH_CAMAT = "Isinya berubah sesudah diverifikasi camat."
DICATAT = "Dicatat {oleh}, {waktu}"
RIWAYAT = "Riwayat"
RIWAYAT_JUDUL = "Riwayat laporan {rt}, {hari}"

# acts
UBAH = "Ubah"
YA = "Ya"
TIDAK = "Tidak…"
YA_SIAPA = "Verifikasi {siapa}: ya"
TIDAK_SIAPA = "Verifikasi {siapa}: tidak…"
TARIK = "Tarik verifikasi {siapa}"
KE_KINERJA = "Jadikan kinerja"
KE_BIASA = "Jadikan biasa"
FOTO_TAMBAH = "Tambah foto…"
SALIN = "Salin ke RT atau tanggal lain…"
CETAK_RT = "Cetak laporan bulanan {rt}"
KE_RT = "Buka {rt} di Data RT"
HAPUS = "Hapus"
SAMPAH = "Sampah"
BIDANG_5_PAKAI = "Pakai bidang Keagamaan"
BIDANG_5_BERHENTI = "Berhenti memakai bidang Keagamaan"
BIDANG_5_PAKAI_SUDAH = "Bidang Keagamaan ditawarkan saat mencatat laporan."
BIDANG_5_BERHENTI_SUDAH = "Bidang Keagamaan tidak ditawarkan lagi. Laporan yang sudah ada tetap."
PILIH_DULU = "Pilih dulu laporannya: ketik untuk mencari, atau pakai panah."
SATU_SAJA = "Ini dikerjakan satu per satu. Pilih satu laporan saja."
TANPA_FOTO = "Laporan ini belum punya foto."
DIVERIFIKASI = "Verifikasi {siapa} “{kata}” dicatat untuk {n} laporan."
DIVERIFIKASI_SATU = "Verifikasi {siapa} “{kata}” dicatat: {rt}, {hari}."
SUDAH_SAMA = "Tidak ada yang berubah: verifikasinya sudah begitu."
DILEWATI = " {n} dilewati: {sebab}"
DITARIK = "Verifikasi {siapa} ditarik dari {n} laporan."
KATEGORI_JADI = "{n} laporan menjadi {kategori}."
DIHAPUS = "{n} laporan dihapus. Sampah dapat mengembalikannya."
KOTA_BACA = "Bagian Tata Pemerintahan hanya melihat. Verifikasi dicatat lurah dan camat."
KATEGORI_LURAH = "Kategori dicatat kelurahan. Kecamatan mencatat ya atau tidak dari camat."

TIDAK_JUDUL = "Verifikasi {siapa}: tidak"
TIDAK_JUDUL_BANYAK = "Verifikasi {siapa}: tidak, {n} laporan"
TIDAK_CATATAN = "Catatan untuk ketua RT"
TIDAK_CONTOH = "mis. fotonya bukan kegiatan ini"
TIDAK_BANTUAN = "Panah bawah menampilkan catatan yang pernah dipakai."
TIDAK_UTAMA = "Catat tidak"

UBAH_JUDUL = "Ubah laporan {rt}"
DIUBAH = "Laporan {rt} diubah."
TAK_BERUBAH = "Tidak ada yang berubah."
SALIN_JUDUL = "Salin laporan {rt}, {hari}"
SALIN_SUB = "Uraian, lokasi, peserta, dan kategori ikut disalin. Foto dan verifikasi tidak."
SALIN_RT = "Untuk RT"
SALIN_RT_CONTOH = "mis. 1-5, 8 atau semua"
SALIN_RT_BANTUAN = "Kosong berarti RT yang sama."
SALIN_TANGGAL = "Tanggal"
SALIN_TANGGAL_CONTOH = "mis. 4/5/26, 11/5/26"
SALIN_TANGGAL_BANTUAN = "Beberapa tanggal dipisah koma. Kosong berarti tanggal yang sama."
SALIN_UTAMA = "Salin"
DISALIN_LAPORAN = "{n} laporan disalin."
PERHATIKAN = " Perhatikan: {kata}"

# paper, sheet
CETAK_JUDUL = "Laporan bulanan {rt}, {bulan}"
CETAK_SEMUA = "Laporan bulanan semua RT, {bulan}"
CETAK_NAMA = "laporan-{rt}-{bulan}"
CETAK_SATU = "{rt} saja, {bulan}"
CETAK_TIAP = "Semua RT, {bulan}"
CETAK_PILIH_KELURAHAN = "Pilih dulu satu kelurahan di atas tabel, atau satu laporan."
EXCEL_NAMA = "laporan-kegiatan-{hari}"

# Beranda, Ctrl+K, links
KARTU_NIHIL = "belum ada laporan bulan ini"
KARTU_TUNGGU = "bulan ini · {n} menunggu verifikasi"
KARTU_BERES = "bulan ini, semua sudah diverifikasi"
KARTU_BULAN = "bulan ini"
TUGAS_VERIFIKASI = "{n} laporan menunggu verifikasi {siapa}"
TUGAS_BELUM = "{n} dari {semua} RT belum punya laporan {bulan}: {rt}"
TUGAS_BELUM_SEMUA = "Belum ada laporan {bulan} dari {semua} RT"
DAN_LAIN = "{rt}, dan {n} lagi"
CARI_CATAT = "Catat laporan kegiatan"
CARI_VERIFIKASI = "Verifikasi laporan kegiatan"
CARI_EVALUASI = "Evaluasi laporan"
CARI_RAKOR = "Lembar rakor"
CARI_RT = "Laporan {rt} · {nama}"
LAPORAN_RT = "Laporan kegiatan RT ini"
BELUM_HANYA = "RT yang belum punya laporan {bulan}"
BELUM_NIHIL = "Semua RT sudah punya laporan {bulan}."
TANPA_NAMA = "kosong"
