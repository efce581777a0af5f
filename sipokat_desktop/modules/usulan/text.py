"""What module usulan says, on screen and on paper."""

from __future__ import annotations

JUDUL = "Usulan"
KATEGORI = {
    "jalan": "Jalan",
    "drainase": "Drainase atau siring",
    "plat_deker": "Plat deker",
    "pju": "PJU",
    "jembatan": "Jembatan",
    "kantor": "Kantor lurah atau fasilitas pemerintahan",
    "talud": "Talud",
    "air_bersih": "Air bersih",
    "pendidikan_ibadah": "Pendidikan atau tempat ibadah",
    "kesehatan": "Kesehatan",
    "pos_ronda": "Pos ronda",
    "ekonomi": "Ekonomi",
    "internet_listrik": "Internet atau listrik",
    "insentif_rt": "Insentif dan sarana RT",
    "lainnya": "Lainnya",
}
STATUS = {
    "draf": "Draf",
    "lurah": "Diverifikasi lurah",
    "musrenbang_kel": "Musrenbang kelurahan",
    "kecamatan": "Musrenbang kecamatan",
    "kota": "Forum OPD atau kota",
    "rkpd": "Masuk RKPD atau APBD",
    "terlaksana": "Terlaksana",
    "ditolak": "Ditolak",
    "ditunda": "Ditunda",
}
"""The way of a proposal, in its order; the last three end it or let it rest."""
TINDAKAN: dict[str, str] = {}
"""What people call the acts of this module."""
