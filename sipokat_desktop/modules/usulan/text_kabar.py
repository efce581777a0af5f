"""What module usulan tells an RT about its proposal."""

from __future__ import annotations

DICATAT = "Diusulkan oleh {pengusul}."
LANGKAH = {
    "lurah": "Diperiksa dan diterima oleh lurah.",
    "musrenbang_kel": "Masuk Musrenbang kelurahan.",
    "kecamatan": "Dibawa ke Musrenbang kecamatan.",
    "kota": "Dibahas di forum OPD atau Musrenbang kota.",
    "rkpd": "Masuk rencana kerja (RKPD) atau anggaran (APBD) kota.",
    "terlaksana": "Sudah dilaksanakan.",
    "ditolak": "Tidak disetujui.",
    "ditunda": "Ditunda.",
}
"""What each step means, as the RT reads it."""
ALASAN = "Alasan: {alasan}."
DOKUMEN = "Surat atau berita acara: {dokumen}."
SELANJUTNYA = {
    "draf": "Menunggu diperiksa lurah.",
    "lurah": "Menunggu Musrenbang kelurahan (biasanya Januari–Februari).",
    "musrenbang_kel": "Menunggu Musrenbang kecamatan.",
    "kecamatan": "Menunggu forum OPD dan Musrenbang kota.",
    "kota": "Menunggu masuk rencana kerja (RKPD) atau anggaran (APBD) kota.",
    "rkpd": "Menunggu dilaksanakan oleh OPD.",
    "terlaksana": "Selesai. Bila hasilnya belum baik, sampaikan kepada lurah.",
    "ditolak": "Selesai. Usulan boleh diajukan lagi tahun depan dengan perbaikan.",
    "ditunda": "Belum dibahas lagi. Usulan dapat diajukan lagi tahun depan.",
}
LAGI = "Sudah diusulkan lagi untuk tahun {tahun}."
DIGABUNG = "Digabung dengan usulan {siapa} “{judul}” karena sama. Kabarnya mengikuti usulan itu."
KEADAAN = "{status}, {tanggal}"
TANYA = "Tanyakan kepada {jabatan} ({nama}) di {tempat}."
TANYA_TANPA_NAMA = "Tanyakan kepada {jabatan} di {tempat}."
TANPA_TANGGAL = "Tanpa tanggal"
"""The day of a step that came without one."""
