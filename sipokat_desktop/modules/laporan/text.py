"""What module laporan says, on screen and on paper."""

from __future__ import annotations

JUDUL = "Laporan kegiatan"
BIDANG = {
    "1": "Pemerintahan",
    "2": "Kesehatan Lingkungan",
    "3": "Keamanan dan Ketertiban",
    "4": "Sosial Kemasyarakatan",
    "5": "Keagamaan",
}
"""The fixed fields of activity; the fifth is optional (DOMAIN §6)."""
JENIS = {
    "1": {
        "surat": "Surat pengantar",
        "warga": "Data warga (lahir, mati, pindah, datang)",
        "akta": "Akta kematian",
        "pbb": "PBB",
        "sosialisasi": "Sosialisasi",
        "rapat": "Rapat atau rakor",
        "musrenbang": "Musrenbang",
        "bansos": "Bantuan sosial",
        "pemilu": "Pilkada atau pemilu",
    },
    "2": {
        "gotong_royong": "Gotong royong",
        "sampah": "Sampah atau bank sampah",
        "siring": "Siring",
        "psn": "Fogging atau PSN",
        "posyandu": "Posyandu atau stunting",
        "vaksinasi": "Vaksinasi",
    },
    "3": {
        "ronda": "Ronda atau siskamling",
        "tamu": "Tamu wajib lapor",
        "selisih": "Perselisihan warga",
        "bencana": "Rawan bencana",
    },
    "4": {
        "takziah": "Takziah",
        "hajatan": "Hajatan",
        "bantuan": "Bantuan warga",
        "pkk": "PKK atau karang taruna",
        "pengajian": "Pengajian",
        "olahraga": "Olahraga",
    },
    "5": {"ibadah": "Kegiatan ibadah", "hari_besar": "Hari besar keagamaan"},
}
"""The kinds of activity of each field; every field also knows ``lain``."""
LAIN = "lain"
JENIS_LAIN = "Lainnya"
KATEGORI = {"kinerja": "Kinerja", "biasa": "Biasa"}
PUTUSAN = {"ya": "Ya", "tidak": "Tidak"}
ASAL = {"kantor": "dicatat kantor", "rt": "dikirim ketua RT"}
TINDAKAN: dict[str, str] = {}
"""What people call the acts of this module."""
