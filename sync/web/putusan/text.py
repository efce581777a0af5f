"""Words of the pages about what waits for a person."""

from __future__ import annotations

from sipokat_desktop.storage.answers_text import JENIS, TERSIMPAN

__all__ = ["JENIS", "TERSIMPAN"]

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
_DITERUSKAN = "Jejaknya tetap tersimpan dan diteruskan ke kantor pada sinkron berikutnya."
GANDA_SELESAI = "{jalan} dicatat. " + _DITERUSKAN
BERSAMA_SELESAI = "{jalan} dicatat untuk {n} bulan sekaligus. " + _DITERUSKAN
BERUBAH = "Catatannya berubah sementara itu, dan belum ada yang diputuskan. Lihat lagi, lalu putuskan."
