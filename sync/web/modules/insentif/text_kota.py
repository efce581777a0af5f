"""Words of the pages of Bagian Tata Pemerintahan about the incentive."""

from __future__ import annotations

KETETAPAN, TOTAL = "Ketetapan insentif", "Jumlah se-kota"
SEMUA_KOMPONEN, SEMUA_KECAMATAN = "Semua komponen", "Semua kecamatan"
SAMPAI_DIUBAH = "sampai diubah lagi"
PER_BULAN, PER = "{jumlah} per bulan", "{jumlah} {per}"
MULAI, RENTANG = "Mulai {mulai}", "{mulai} – {sampai}"
BERLAKU, NANTI, LAMPAU = "berlaku", "nanti", "lampau"
WARNA = {BERLAKU: "baik", NANTI: "perhatian", LAMPAU: ""}
TANPA_ATURAN = "Tidak ada aturan kinerja: dibayar penuh."
SATUAN = {"laporan": "laporan", "skor": "skor"}
HARI_ACUAN = {1: "Ketua pada tanggal 1", 15: "Ketua pada tanggal 15", 0: "Dibagi menurut hari"}
CARA = {"tunai": "Tunai", "transfer": "Transfer bank"}
TERBUKA = {"tidak": "Tidak, hanya kota", "ya": "Ya, kantor boleh menetapkan tarifnya sendiri"}

BELUM_DICOBA = "Isiannya berubah sejak simulasi. Lihat dulu akibatnya, lalu tetapkan."
DITETAPKAN = "{kalimat} Semua kantor menerimanya saat sinkron."
TIDAK_DISIMULASIKAN = "Ketetapan ini tidak mengubah hitungan yang sudah ada, jadi tidak ada yang disimulasikan."

JUDUL = {
    "tarif": "Tarif baru", "aturan": "Aturan kinerja baru", "komponen": "Komponen baru",
    "acara": "Uang kegiatan baru", "dana": "Data pendanaan setahun",
}  # fmt: skip
ARTI = {
    "tarif": "Rupiah per ketua RT per bulan. Berlaku mulai bulannya; daftar yang sudah dikunci tidak berubah.",
    "aturan": (
        "Persen insentif menurut banyaknya laporan kinerja sebulan. Versi baru menggantikan yang lama mulai bulannya; "
        "daftar yang sudah dikunci tidak berubah."
    ),
    "komponen": "Satu sumber dana yang membayar, misalnya lewat Kecamatan atau Disdukcapil, dengan tarif pertamanya.",
    "acara": "Komponen yang dibayar menurut kehadiran di satu kegiatan kota, bukan menurut bulan menjabat.",
    "dana": "Tercetak di kepala daftar tanda terima. Pagu dibandingkan dengan rekap dan simulasi.",
}
L_KOMPONEN, L_NAMA, L_JUMLAH, L_MULAI, L_SAMPAI = (
    "Komponen", "Nama komponen", "Rupiah per bulan", "Berlaku mulai", "Sampai",
)  # fmt: skip
L_DASAR, L_UKURAN, L_PITA, L_TAHUN, L_PAGU = (
    "Dasar hukum",
    "Diukur dengan",
    "Batas dan persennya",
    "Tahun",
    "Pagu setahun",
)
L_SKEMA, L_CARA, L_HARI, L_TERBUKA = "PPh 21", "Cara bayar", "Bulan pergantian ketua", "Tarif kantor"
L_SUMBER, L_PROGRAM, L_KEGIATAN, L_REKENING = (
    "Sumber dana / SKPD",
    "Program",
    "Kegiatan / sub kegiatan",
    "Kode rekening",
)
L_ACARA, L_PER, L_JUMLAH_ACARA = "Kegiatan kota", "Dibayar", "Rupiah per kegiatan atau per sesi"
P_ACARA = "Yang dibayar: ketua RT yang tercatat hadir di kegiatan ini. Tarifnya berlaku sepanjang tahun kegiatan."
TANPA_ACARA = "Belum ada kegiatan kota yang bertanggal"
ACARA_HILANG = "Kegiatan kota itu belum ada atau belum bertanggal. Catat dulu kegiatan dan sesinya, lalu pilih di sini."
P_PITA = (
    "Contoh: mulai 0 dibayar 50 persen, mulai 3 dibayar 100 persen. Artinya 0–2 laporan dibayar separuh, 3 laporan "
    "atau lebih dibayar penuh."
)
PITA_MULAI = {"laporan": "Mulai … laporan", "skor": "Mulai … (skor)"}
PENUH = 100
PITA_KOSONG = "Isi sedikitnya satu baris, misalnya mulai 0 dibayar 50 persen."
PITA_BATAS = "Tulis bilangan bulat mulai dari 0, misalnya 3."
PITA_PERSEN = "Tulis persen dari 0 sampai 100, misalnya 50 atau 62,5."
PITA_DARI_NOL = "Baris pertama mulai dari 0, supaya setiap ketua RT ada hitungannya."
PITA_NAIK = "Harus lebih besar dari baris sebelumnya ({batas})."
PITA_TURUN = "Persennya tidak boleh kurang dari baris sebelumnya ({persen} persen)."

TANPA_DASAR = "belum diisi"
SEBULAN, PER_TAHUN = "per bulan", "setahun"
JUMLAH_TERBILANG = "{jumlah} {per} ({kata})"
TANPA_TARIF_KINI, TANPA_ATURAN_KINI = "belum ada tarif", "tanpa aturan kinerja, semua dibayar penuh"
BANDING = (
    "Yang dibandingkan: sekarang ({kini}) dengan usulan ini ({usulan}), untuk ketua RT di semua kelurahan selama "
    "{n} bulan, {rentang}."
)
SATU_BULAN = "Per bulan ({bulan})"
SETAHUN, BEBERAPA_BULAN = "Per tahun ({n} bulan, {rentang})", "{n} bulan ({rentang})"
BULAN_LEWAT = "{mulai} sudah lewat. Tarif atau aturan biasanya ditetapkan untuk bulan yang akan datang."
SUDAH_TERKUNCI = (
    "{n} daftar yang sudah dikunci memuat bulan yang kena: isinya tidak berubah, dan bedanya dicatat kantornya sebagai "
    "koreksi."
)
JAUH_BERBEDA = "{jumlah} jauh berbeda dari tarif sekarang ({kini}). Periksa banyaknya nol."
BESAR_SEKALI = "{jumlah} ({kata}) lebih dari sepuluh juta rupiah. Periksa banyaknya nol."
TETAP_SESUDAHNYA = "Mulai {mulai} tetap berlaku tarif {jumlah} yang sudah ditetapkan."
MENGGANTI = "Tarif mulai {mulai} sudah ada ({jumlah}). Bila ditetapkan, angka baru menggantikannya."

AUDIT_KOSONG = "Belum ada kelurahan yang mempunyai data RT, jadi tidak ada yang dibungkus."
AUDIT_NAMA = "paket-audit-kota-{kode}.zip"
AUDIT_SIDIK = "sidik-paket.txt"
AUDIT_KATA = "{n} kelurahan, {bayar} pembayaran, {temuan} temuan."
AUDIT_SIDIK_KATA = "Sidik seluruh paket (untuk berita acara): {sidik}"
PRIBADI_AUDIT = "paket audit semua ketua RT, NIK disamarkan"
