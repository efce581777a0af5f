"""Words of the pages about what waits for a person."""

from __future__ import annotations

from sipokat_desktop.storage.answers_text import GANDA_SELESAI, JENIS, TERSIMPAN

__all__ = ["GANDA_SELESAI", "JENIS", "TERSIMPAN"]

JUDUL = "Perlu keputusan"
PRIBADI = "data ketua RT di hal yang perlu diputuskan"
SEMUA_JENIS, SEMUA_KANTOR = "Semua hal", "Semua kantor"
DITERIMA = "Perubahan diterima dan berlaku. Kantornya mengikutinya setelah sinkron."
DITOLAK = "Perubahan ditolak. Kantornya membaca alasannya setelah sinkron."
SUDAH = "Hal itu sudah diputuskan, di sini atau di komputer lain."
BUKAN_HAK = "Hal ini diputuskan oleh {kantor}. Di sini hanya dapat dibaca."
ATAU_KOTA = "{kantor} atau {kota}"
PILIH_DULU = "Pilih dulu catatannya, lalu jalan keluarnya."
ALASAN = "Tulis alasannya, supaya kantornya tahu sebabnya."
