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
    "dana": "Data pendanaan setahun",
}  # fmt: skip
ARTI = {
    "tarif": "Rupiah per ketua RT per bulan. Berlaku mulai bulannya; daftar yang sudah dikunci tidak berubah.",
    "aturan": (
        "Persen insentif menurut banyaknya laporan kinerja sebulan. Versi baru menggantikan yang lama mulai bulannya; "
        "daftar yang sudah dikunci tidak berubah."
    ),
    "komponen": "Satu sumber dana yang membayar, misalnya lewat Kecamatan atau Disdukcapil, dengan tarif pertamanya.",
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
P_PITA = "“0=50 3=100” berarti: kurang dari 3 laporan dibayar 50 persen, mulai 3 laporan dibayar penuh."

AUDIT_KOSONG = "Belum ada kelurahan yang mempunyai data RT, jadi tidak ada yang dibungkus."
AUDIT_NAMA = "paket-audit-kota-{kode}.zip"
AUDIT_SIDIK = "sidik-paket.txt"
AUDIT_KATA = "{n} kelurahan, {bayar} pembayaran, {temuan} temuan."
AUDIT_SIDIK_KATA = "Sidik seluruh paket (untuk berita acara): {sidik}"
PRIBADI_AUDIT = "paket audit semua ketua RT, NIK disamarkan"
