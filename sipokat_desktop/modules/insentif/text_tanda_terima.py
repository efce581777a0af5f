"""Words of the receipt list (F1) and its notes."""

from __future__ import annotations

JUDUL_PERIODE = "{judul} TAHUN ANGGARAN {tahun}"
JUDUL_REVISI = "{judul} \u00b7 REVISI {revisi}"
KOMPONEN = "Komponen"
BANK_REKENING = "Bank / Rekening"
NIK = "NIK"
TEMPAT = "Lubuk Linggau, .......................... {tahun}"

BULAN_TARIF = "{bulan} @ {jumlah}"
HITUNGAN = "{bulan}: {hitungan}"
KUASA = "diterima kuasa"
SURAT_KUASA = "diterima kuasa, surat kuasa {surat}"
DITUNDA = "ditunda: {alasan}"
KHUSUS = "ditetapkan {oleh}: {alasan}"
DIKOREKSI = "dikoreksi dari {dari}: {alasan}"
DIKOREKSI_TETAP = "dikoreksi: {alasan}"
MENUNGGU = "belum pasti, menunggu keputusan: {hal} berbeda di dua komputer"
ATAS_NAMA = "a.n. {nama}"
