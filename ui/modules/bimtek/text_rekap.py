"""What is said of the figures of an event: by kecamatan, kelurahan and session, who never came."""

from __future__ import annotations

JUDUL = "Rekap {nama}"
BANTUAN = (
    "Ctrl+1, Ctrl+2, … memilih tabel, Enter membuka orang-orangnya, Alt+E menyimpan tabel ini ke Excel, "
    "Ctrl+P mencetak laporan. Esc kembali."
)
KECAMATAN, KELURAHAN, SESI, ABSEN, BELUM = "kecamatan", "kelurahan", "sesi", "absen", "belum"
PILIHAN = (
    (KECAMATAN, "Per kecamatan"), (KELURAHAN, "Per kelurahan"), (SESI, "Per sesi"), (ABSEN, "Tidak pernah hadir"),
    (BELUM, "Belum tercatat"),
)  # fmt: skip
PILIH_SESI = "Sesi"
SEMUA_SESI = "Seluruh kegiatan"
ANGKA = ("Diundang", "Hadir", "Diwakili", "Izin", "Sakit", "Alpa", "Berbeda", "Belum", "Persen")
KOLOM = {
    KECAMATAN: ("Kecamatan", *ANGKA), KELURAHAN: ("Kelurahan", *ANGKA), SESI: ("Sesi", *ANGKA),
    ABSEN: ("Kecamatan", "Kelurahan", "RT", "Nama", "No. HP", "Sesi", "Tercatat"),
    BELUM: ("Kecamatan", "Kelurahan", "RT", "Nama", "No. HP", "Sesi"),
}  # fmt: skip
JUMLAH = "Jumlah"
PERSEN = "{utuh},{pecah} %"
TANPA_PERSEN = "–"
KAKI = "Hadir {hadir} dari {semua} yang diundang ({persen})."
KAKI_TAMU = " {n} hadir tanpa undangan."
KAKI_ARTI = "Yang diwakili dihitung hadir."
KAKI_ORANG = {
    ABSEN: "{n} orang tercatat tidak hadir pada satu sesi pun. Sesi yang belum ada tandanya tidak dihitung.",
    BELUM: "{n} orang belum dicatat hadir atau tidaknya. Mereka belum tentu tidak datang.",
}
KOSONG = {
    KECAMATAN: ("Belum ada angka", "Angka tampil sesudah ada yang diundang."),
    KELURAHAN: ("Belum ada angka", "Angka tampil sesudah ada yang diundang."),
    SESI: ("Belum ada sesi", "Tambahkan sesi dulu."),
    ABSEN: ("Tidak ada yang selalu tidak hadir", "Daftar ini terisi sesudah kehadiran dicatat."),
    BELUM: ("Tidak ada yang belum tercatat", "Daftar ini terisi sesudah kehadiran sebagian orang dicatat."),
}
EXCEL = "Simpan ke Excel…"
LAPORAN = "Cetak laporan"
MENGHITUNG = "Menghitung kehadiran"
LEMBAR = {
    KECAMATAN: "Rekap kecamatan", KELURAHAN: "Rekap kelurahan", SESI: "Rekap sesi", ABSEN: "Tidak hadir",
    BELUM: "Belum tercatat",
}  # fmt: skip
EXCEL_JUDUL = "{apa} {nama}"
