"""What the import of invited posts says."""

from __future__ import annotations

RINGKAS = "{dibaca} baris dibaca: {undang} akan diundang, {sudah} sudah diundang, {salah} bermasalah."
TANPA_KOLOM = "Pada {nama} tidak ditemukan kolom RT atau nama. Beri judul kolomnya: RT, Kelurahan, Nama."
SUDAH = "Sudah diundang."
DUA_KALI = "Sudah disebut di baris sebelumnya."
