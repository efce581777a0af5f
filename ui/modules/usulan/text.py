"""What the page Usulan says: table, filters, panel, menus; its sheets have words of their own (text_lembar)."""

from __future__ import annotations

JUDUL = "Usulan"
JUDUL_TAHUN = "Usulan tahun {tahun}"
BANTUAN = (
    "Ketik untuk mencari: apa yang diusulkan, tempat, RT, nama, atau statusnya. ↑ ↓ pindah baris, Enter mengubah "
    "usulan, Esc mengosongkan pencarian.\n"
    "Ctrl+N mencatat usulan baru. Alt+S mencatat status satu atau beberapa usulan sekaligus (Shift+↓ memilih "
    "beberapa). Alt+↑ dan Alt+↓ mengubah urutan prioritas.\n"
    "Alt+G menggabungkan usulan yang sama, Alt+N mengusulkan lagi tahun depan, Alt+T semua tindakan, "
    "Ctrl+P mencetak daftar Musrenbang dan lembar Apa kabar usulan, Alt+E menulis daftar tahun itu ke Excel. "
    "Ctrl+Z mengurungkan tindakan terakhir."
)

TAMBAH = "Catat usulan"
STATUS = "Catat status"
STATUS_N = "Catat status {n} usulan"
GABUNG = "Usulan yang sama…"
GABUNG_N = "Gabungkan {n} usulan…"
PISAH = "Pisahkan lagi"
PISAH_SATU = "Pisahkan {siapa} lagi"
UBAH = "Ubah usulan…"
HAPUS = "Hapus usulan"
HAPUS_N = "Hapus {n} usulan"
LAGI = "Usulkan lagi tahun depan"
LAGI_N = "Usulkan lagi {n} usulan tahun depan"
LAGI_SEMUA = "Usulkan lagi semua yang belum masuk RKPD…"
NAIK, TURUN = "Naikkan prioritas", "Turunkan prioritas"
HUBUNGKAN = "Hubungkan dengan laporan…"
LEPASKAN = "Lepaskan laporan…"
STATUS_RIWAYAT = "Perbaiki status yang tercatat…"
RIWAYAT = "Riwayat perubahan…"
RIWAYAT_JUDUL = "Riwayat {judul}"
KE_RT = "Buka Data RT"
LAINNYA = "Lainnya"
TINDAKAN = "Tindakan"
CETAK = "Cetak"
EXCEL = "Excel"
CSV = "Simpan daftar sebagai CSV…"
SAMPAH = "Sampah…"
KOLOM = "Kolom…"
SARING = "Ketik apa, tempat, RT, nama"
PETUNJUK = "↑ ↓ pindah · Enter ubah · Alt+↑ ↓ prioritas · Alt+S status"

TAHUN, KATEGORI, PILIH_STATUS, RT, KELURAHAN = "Tahun", "Kategori", "Status", "RT", "Kelurahan"
SEMUA = "Semua"
SEMUA_TAHUN = "Semua tahun"
SEMUA_KATEGORI = "Semua kategori"
SEMUA_STATUS = "Semua status"
SEMUA_RT = "Semua RT"
SEMUA_KELURAHAN = "Semua kelurahan"
SATU_RT = "RT {rt}"

KOLOM_JUDUL = {
    "prioritas": "No",
    "kelurahan": "Kelurahan",
    "rt": "RT",
    "judul": "Usulan",
    "kategori": "Kategori",
    "lokasi": "Lokasi",
    "volume": "Volume",
    "biaya": "Perkiraan biaya",
    "status": "Status",
    "sejak": "Sejak",
    "kk": "KK",
    "opd": "OPD tujuan",
    "tahun": "Tahun",
    "pengusul": "Pengusul",
}

MEMUAT = "Membuka daftar usulan"
MENYIAPKAN_CARI = "Menyiapkan pencarian"
TANPA = "—"
PERIKSA = "Periksa: {judul}"
STATUS_LAGI = "Diusulkan lagi {tahun}"
JUMLAH = "{n} usulan · perkiraan biaya {biaya}"
JUMLAH_SARING = "{n} dari {semua} usulan · perkiraan biaya {biaya}"
JUMLAH_TANPA = " ({n} belum ada biayanya)"
JUMLAH_NIHIL = "{n} usulan · belum ada yang diperkirakan biayanya"
JUMLAH_SARING_NIHIL = "{n} dari {semua} usulan · belum ada yang diperkirakan biayanya"
JUMLAH_TAK_ADA = "0 dari {semua} usulan"
DIPILIH = " · {n} dipilih"
DIPILIH_BIAYA = " · {n} dipilih, {biaya}"
DISALIN = "{n} baris disalin. Tempelkan di Excel."

KOSONG = "Belum ada usulan tahun {tahun}"
KOSONG_ISI = "Catat usulan RT satu per satu, lalu urutkan prioritasnya untuk Musrenbang."
KOSONG_BACA = "Usulan dicatat di komputer kelurahan, dan tampil di sini sesudah sinkron."
TAK_KETEMU = "Tidak ada yang cocok"
TAK_KETEMU_ISI = "Kurangi huruf yang diketik, atau tekan Esc untuk melihat semua usulan."
SARINGAN_KOSONG = "Tidak ada usulan di saringan ini"
SARINGAN_KOSONG_ISI = "Pilih Semua untuk melihat usulan yang lain."
LEPAS_SARINGAN = "Tampilkan semua"

PILIH_DULU = "Pilih dulu usulannya dengan ↑ ↓, lalu ulangi."
SATU_SAJA = "Pilih satu usulan saja, lalu ulangi."
TAK_DIGABUNG = "Usulan ini tidak digabung dengan usulan lain."
URUT_DULU = "Prioritas diubah pada tabel yang diurutkan menurut No. Klik judul No, lalu ulangi."
URUT_TAHUN = "Pilih satu tahun dulu, lalu ubah prioritasnya."
URUT_KELURAHAN = "Pilih satu kelurahan dulu, lalu ubah prioritasnya."
URUT_UJUNG = "Usulan ini sudah paling {ujung} di tabel ini."
ATAS, BAWAH = "atas", "bawah"
DIURUTKAN = "Prioritas {judul} sekarang {n}."
DIURUTKAN_N = "Prioritas {n} usulan diubah."
DIHAPUS = "{judul} dihapus."
DIHAPUS_N = "{n} usulan dihapus."
DIPISAHKAN = "{judul} berdiri sendiri lagi."

# panel
PANEL_KOSONG = "Pilih satu usulan"
PANEL_KOSONG_ISI = "Isi, perjalanan status, dan laporan yang menjadi dasarnya tampil di sini."
PANEL_BANYAK = "{n} usulan dipilih"
PANEL_BANYAK_BIAYA = "Perkiraan biaya {biaya}."
PANEL_BANYAK_TANPA = "{n} belum ada perkiraan biayanya."
SEJAK = "Sejak {tanggal}"
ALASAN = "Alasan: {alasan}"
DOKUMEN = "Dokumen: {dokumen}"
FAKTA = "{label}: {nilai}"
F_PENGUSUL = "Pengusul"
F_KATEGORI = "Kategori"
F_LOKASI = "Lokasi"
F_VOLUME = "Volume"
F_BIAYA = "Perkiraan biaya"
F_BIAYA_NIHIL = "belum diperkirakan"
F_MANFAAT = "Manfaat"
F_KK = "Jumlah KK"
F_PRIORITAS = "Prioritas"
F_PRIORITAS_NIHIL = "belum diberi nomor"
F_OPD = "OPD tujuan"
F_CATATAN = "Catatan"
ISI = "Isi usulan"
PERJALANAN = "Perjalanan status"
PERJALANAN_KOSONG = "Belum ada status yang tercatat."
LANGKAH = "{tanggal} · {status}"
DIGABUNG_KE = "Sudah digabung ke usulan lain: {judul} ({siapa})."
BUKA_INDUK = "Buka usulan itu"
GABUNGAN = "Digabung ke sini"
SATU_GABUNGAN = "{siapa} · {judul}"
DASAR = "Laporan yang menjadi dasar"
SATU_DASAR = "{tanggal} · {judul}"
DASAR_HILANG = "{tanggal} · {judul} (laporannya sudah dihapus)"
BUKA_DASAR = "Buka laporannya"
SEBELUMNYA = "Pernah diusulkan"
SATU_SEBELUMNYA = "{tahun} · {status}"
LANJUTAN = "Diusulkan lagi tahun {tahun}: {status}"
BUKA_LANJUTAN = "Buka usulan {tahun}"

# papers
CETAK_DAFTAR = "Daftar usulan Musrenbang {tahun}…"
CETAK_KABAR = "Apa kabar usulan, untuk {siapa}…"
CETAK_KABAR_N = "Apa kabar {n} usulan…"
JUDUL_DAFTAR = "Daftar usulan Musrenbang {tahun} · {kantor}"
JUDUL_KABAR = "Apa kabar usulan · {siapa}"
JUDUL_KABAR_N = "Apa kabar {n} usulan"
TAHUN_DULU = "Pilih satu tahun dulu. Daftar Musrenbang dicetak per tahun."

# Beranda, Ctrl+K, other pages
KARTU_TAHUN = "Usulan {tahun}"
KARTU_NIHIL = "belum ada usulan"
KARTU_TERBUKA = "{n} belum selesai"
KARTU_SELESAI = "semua sudah selesai"
KARTU_RAGU = "{n} perlu diperiksa"
TUGAS_RAGU = "{n} usulan {tahun} perlu diperiksa"
TUGAS_DRAF = "{n} usulan {tahun} masih draf, belum diverifikasi lurah"
TUGAS_BIAYA = "{n} usulan {tahun} belum ada perkiraan biayanya"
CARI_BUTIR = "Usulan {tahun} · {siapa} · {judul}"
BUKA_RT_USULAN = "Usulan RT ini"
