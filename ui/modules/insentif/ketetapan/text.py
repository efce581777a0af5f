"""Words of *Ketetapan*."""

JUDUL = "Ketetapan insentif"
KANTOR = "Kantor ini"
KOMPONEN = "Komponen"
TARIF_BARU = "Tarif baru…"
KOMPONEN_BARU = "Komponen baru…"
KINERJA = "Kinerja bulanan…"
KOLOM = ("Apa", "Isi", "Berlaku", "Dasar", "Ditetapkan")
DARI = {"kota": "Kota", "kantor": "Kantor ini"}
KOSONG = "Belum ada komponen insentif"
KOSONG_ISI = (
    "Komponen adalah satu sumber dana yang membayar, misalnya Kecamatan atau Disdukcapil. "
    "Sinkronkan untuk mengambil ketetapan kota, atau tetapkan di kantor ini."
)
PANEL = "Pilih satu ketetapan"
PANEL_ISI = "Penjelasannya dan yang dapat dilakukan tampil di sini."

TARIF = "Tarif"
TARIF_ISI = "{jumlah} per bulan"
TARIF_ACARA = "{jumlah} {per}"
PAJAK = "PPh 21"
ACARA = "Kegiatan"
ACARA_ASING = "Tidak ada di komputer ini"
ACARA_BUKA = "Buka kegiatan"
ACARA_DAFTAR = "Buka daftar"
ACARA_HADIR = "{n} ketua RT hadir"
HARI = "Bulan pergantian"
CARA = "Cara bayar"
DANA = "Pendanaan {tahun}"
ATURAN = "Aturan kinerja versi {versi}"
ATURAN_TIDAK = "Aturan kinerja"
ATURAN_KOSONG = "Tidak dipakai: dibayar penuh"
DANA_KOSONG = "Belum dicatat"
PAGU = "pagu {pagu}"
MULAI = "Mulai {mulai}"
RENTANG = "{mulai} – {sampai}"
NANTI = "{rentang} (nanti)"
LAMPAU = "{rentang} (lampau)"
HARI_ACUAN = {
    1: "Ketua pada tanggal 1",
    15: "Ketua pada tanggal 15",
    0: "Dibagi menurut hari",
}
CARA_BAYAR = {"tunai": "Tunai", "transfer": "Transfer bank"}
UKURAN = {"laporan": "Laporan kinerja terverifikasi", "skor": "Skor"}
SATUAN = {"laporan": "laporan", "skor": "skor"}

KUNCI_KOTA = (
    "Ditetapkan kota untuk semua kantor, jadi hanya dibaca di sini. Bila keliru, sampaikan SK yang benar "
    "kepada Bagian Tata Pemerintahan Setda; perubahannya tiba dengan sinkron."
)
KUNCI_TERBUKA = "Kota mengizinkan kantor menetapkan tarifnya sendiri untuk komponen ini."
ARTI = {
    "tarif": "Rupiah per ketua RT per bulan. Tarif baru berlaku mulai bulannya; daftar terkunci tidak berubah.",
    "pajak": "Dipotong dari bruto setiap baris, dibulatkan ke bawah ke rupiah.",
    "acara": "Yang dibayar hanya ketua RT yang tercatat hadir, sekali saja, pada bulan hari pertamanya.",
    "hari": "Menentukan siapa yang dibayar pada bulan ketua diganti.",
    "cara": "Transfer memerlukan rekening di Data RT.",
    "dana": "Tercetak di kepala daftar tanda terima. Pagu dibandingkan dengan rekap dan simulasi.",
    "aturan": "Persen insentif menurut banyaknya laporan kinerja sebulan. Setiap baris daftar menyebut versinya.",
    "kantor": "Berlaku untuk kantor ini, di semua komputernya.",
}

ARTI_TARIF_ACARA = "Rupiah per ketua RT yang hadir. Tarif yang berlaku pada bulan kegiatan yang dipakai."
UBAH = "Ubah…"
UBAH_TARIF = "Ubah tarif ini…"
HAPUS_TARIF = "Hapus tarif ini"
TARIF_DIHAPUS = "Tarif dihapus."
TARIF_KANTOR = "Tetapkan tarif kantor…"
ATURAN_BARU = "Aturan kinerja baru…"
ATURAN_AKHIRI = "Akhiri aturan…"
DANA_UBAH = "Ubah pendanaan {tahun}…"
DANA_BARU = "Pendanaan tahun lain…"
HAPUS_KOMPONEN = "Hapus komponen"
KOMPONEN_DIHAPUS = "Komponen dihapus."
SIMULASI = "Coba dulu di simulasi"

F_NAMA = "Nama komponen"
F_NAMA_CONTOH = "Insentif RT lewat Kecamatan"
F_CARA = "Cara bayar"
F_MENURUT = "Dibayar menurut"
F_MENURUT_PILIHAN = {"masa": "Masa jabatan, setiap bulan", "hadir": "Kehadiran di kegiatan"}
F_ACARA = "Kegiatan"
F_ACARA_NAMA = "Uang transport {judul}"
F_PER = "Dibayar untuk"
F_JUMLAH_ACARA = "Jumlah uang transport"
F_SKEMA = "PPh 21"
F_PERSEN = "Persen sendiri, bila dipilih"
F_HARI = "Bulan pergantian ketua"
F_SUMBER = "Sumber dana / SKPD"
F_SUMBER_CONTOH = "Kecamatan Lubuk Linggau Barat I"
F_PROGRAM = "Program"
F_PROGRAM_CONTOH = "Pelayanan Publik"
F_KEGIATAN = "Kegiatan / sub kegiatan"
F_KEGIATAN_CONTOH = "Pembinaan RT"
F_REKENING = "Kode rekening"
F_REKENING_CONTOH = "5.1.02.02.01.0026"
F_JUMLAH = "Jumlah per bulan"
F_MULAI = "Berlaku mulai bulan"
F_SAMPAI = "Sampai bulan"
F_SAMPAI_BANTUAN = "Bila kosong, berlaku terus sampai ada tarif baru."
F_DASAR = "Dasar (nomor SK atau Perwal)"
F_DASAR_CONTOH = "SK Wali Kota 12/KPTS/2026"
F_TAHUN = "Tahun anggaran"
F_PAGU = "Pagu setahun"
F_DASAR_ANGKAT = "Dasar pembayaran di kepala daftar"
F_UKURAN = "Diukur dengan"
F_PITA = "Persen menurut ukuran"
F_PITA_CONTOH = "0=50 3=100"
F_PITA_BANTUAN = "0=50 3=100 berarti: 0–2 laporan dibayar 50 %, mulai 3 laporan 100 %."
KOMPONEN_JUDUL = "Komponen baru"
KOMPONEN_UBAH = "Ubah komponen {komponen}"
KOMPONEN_SUB = "Satu komponen untuk setiap sumber dana yang membayar ketua RT."
KOMPONEN_TERSIMPAN = "Komponen {nama} disimpan. Sekarang tetapkan tarifnya."
KOMPONEN_DIUBAH = "Komponen {nama} disimpan."
TARIF_JUDUL = "Tarif baru · {komponen}"
TARIF_UBAH_JUDUL = "Ubah tarif · {komponen}"
TARIF_TERSIMPAN = "Tarif disimpan."
DANA_JUDUL = "Pendanaan · {komponen}"
DANA_TERSIMPAN = "Pendanaan {tahun} disimpan."
ATURAN_JUDUL = "Aturan kinerja baru · {komponen}"
ATURAN_SUB = "Aturan lama tetap berlaku untuk bulan sebelumnya. Tidak ada daftar terkunci yang berubah."
ATURAN_TERSIMPAN = "Aturan kinerja versi {versi} disimpan."
ATURAN_AKHIR_JUDUL = "Akhiri aturan kinerja · {komponen}"
ATURAN_DIAKHIRI = "Aturan kinerja diakhiri."
TAHUN_SALAH = "Tulis tahun dengan empat angka, misalnya 2026."

P_KOSONG = "Belum dicatat"
P_KOSONG_ISI = "Belum dicatat; di kertas dicetak titik-titik."
P_UBAH = "Ubah penanda tangan…"
P_FORM = "Penanda tangan · {sebutan}"
P_FORM_ISI = "Berlaku mulai tanggalnya. Daftar yang dikunci sebelum itu tetap memakai nama yang lama."
P_TERSIMPAN = "{sebutan} disimpan."
P_NAMA = "Nama"
P_NAMA_CONTOH = "Dra. Hj. Yunita"
P_NIP = "NIP"
P_NIP_CONTOH = "19780212 200312 2 004"
P_PANGKAT = "Pangkat"
P_PANGKAT_CONTOH = "Penata Tk. I (III/d)"
P_SEBUTAN = "Sebutan di kertas (bila lain)"
P_SEBUTAN_CONTOH = "Plt. Lurah"
P_MULAI = "Berlaku mulai tanggal"
P_ARTI = "Tercetak di kaki daftar. Bila berganti, catat yang baru dengan tanggal mulainya; yang lama tersimpan."
TANGGAL_MULAI = "Mulai {mulai}"
S_UBAH = "Ubah…"
S_TERSIMPAN = "Setelan disimpan."

K_JUDUL = "Kinerja bulanan"
K_ISI = "Banyaknya laporan kinerja terverifikasi tiap RT. Yang kosong belum diisi dan dibayar penuh dengan peringatan."
K_TRIWULAN = "Triwulan"
K_UKURAN = "Yang diisi"
K_RT = "RT"
K_NAMA = "Ketua RT"
K_SIMPAN = "Simpan angka"
K_TERSIMPAN = "{n} angka kinerja disimpan."
K_SALAH = "RT {rt} {bulan}: isi dengan angka saja."
K_TAK_BERUBAH = "Belum ada angka yang diubah."
K_KOSONG = "Belum ada ketua RT pada triwulan ini. Isi dulu Data RT."
K_SUMBER = "Diketik di kantor"

L_TOMBOL = "Ambil dari laporan…"
L_JUDUL = "Angka kinerja dari laporan"
L_ISI = "Banyaknya laporan kinerja yang sudah diverifikasi lurah. Yang bertanda disimpan; Spasi mengubah tandanya."
L_BULAN = "Bulan"
L_KOLOM = ("RT", "Ketua RT", "Sekarang", "Laporan", "Menunggu", "Yang perlu diketahui")
L_SIMPAN = "Simpan {n} angka"
L_SIMPAN_KOSONG = "Simpan angka"
L_KOSONG = "Tidak ada ketua RT pada bulan ini"
L_KOSONG_ISI = "Pilih bulan lain, atau isi dulu Data RT."
L_SAMA = "sama dengan laporan"
L_TANPA = "–"
L_TANDAI = "Tandai semua"
L_LEPAS = "Lepas semua"
L_TERSIMPAN = "{n} angka kinerja {bulan} diambil dari laporan."

S_MULAI = "Awal tunggakan"
S_MULAI_KOSONG = "Sejak daftar pertama"
S_MULAI_ARTI = "Belum dibayar dihitung sejak bulan ini; sebelumnya dianggap selesai di luar program ini."
S_BATAS = "Batas tunggakan"
S_BATAS_ISI = "Lama sesudah {0} bulan"
S_BATAS_ARTI = "Bulan yang belum dibayar lebih lama dari ini menjadi temuan merah di audit."
S_PECAHAN = "Pecahan uang"
S_PECAHAN_ARTI = "Dipakai menghitung uang yang diambil di bank dan isi setiap amplop."
S_TRANSFER = "Berkas transfer"
S_TRANSFER_ARTI = "Susunan kolom yang diminta bank, dari kiri ke kanan."
S_KOLOM = "Kolom, dipisahkan koma"
S_KOLOM_BANTUAN = "Pilih dari: {kolom}."
S_JUDUL = "Baris judul"
S_JUDUL_PILIHAN = {"ya": "Dengan baris judul", "tidak": "Tanpa baris judul"}
S_PEMISAH_KATA = "Pemisah kolom (CSV)"
S_PEMISAH = {"titik_koma": "Titik koma (;)", "koma": "Koma (,)", "tab": "Tab", "garis": "Garis tegak (|)"}
BANTUAN = (
    "Enter mengubah baris yang dipilih. Ctrl+N tarif baru, Alt+K komponen baru, Alt+J mengisi kinerja "
    "bulanan, di sana Alt+L mengambilnya dari laporan, Ctrl+Z mengurungkan, Esc kembali."
)
S_PECAHAN_ISI = "{n} pecahan, {besar} – {kecil}"
S_KOLOM_ISI = "{n} kolom"
PERAN = {"lurah": "Lurah", "pptk": "PPTK", "bendahara": "Bendahara", "camat": "Camat"}
