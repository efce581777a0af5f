"""Words of the pages of Bimtek."""

from __future__ import annotations

JUDUL = "Bimtek"
PRIBADI_ABSEN = "nama dan HP ketua RT yang tidak datang ke Bimtek"
PRIBADI_UNDANGAN = "undangan Bimtek dengan nama ketua RT"
PRIBADI_SERTIFIKAT = "sertifikat Bimtek dengan nama ketua RT"
PRIBADI_HADIR = "daftar hadir Bimtek dengan nama dan HP ketua RT"
SEMUA_SESI = "Seluruh kegiatan"
SEMUA_KEADAAN = "Semua keadaan"
KOLOM = ("Diundang", "Hadir", "Diwakili", "Izin", "Sakit", "Alpa", "Berbeda", "Belum", "Persen")
TIDAK, BELUM = "tidak", "belum"
YANG = ((TIDAK, "Tidak pernah hadir"), (BELUM, "Belum tercatat"))
ARTI = {
    TIDAK: "Diundang, dan tercatat tidak hadir.",
    BELUM: "Diundang, tetapi belum ada yang mencatat hadir atau tidaknya. Mereka belum tentu tidak datang.",
}
TANPA_TANDA = "belum tercatat"
REKAP = "rekap-bimtek"
SERTIFIKAT = "sertifikat"
