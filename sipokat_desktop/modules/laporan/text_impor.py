"""What the import of reports from a sheet says."""

from __future__ import annotations

RINGKAS = "{dibaca} baris dibaca: {catat} laporan baru, {sama} sudah ada, {salah} bermasalah."
TANPA_KOLOM = (
    "Pada {nama} tidak ditemukan kolom RT dan uraian kegiatan. Beri judul kolomnya: RT, Tanggal, Bidang, Jenis, Uraian."
)
TANPA_TANGGAL = "Tanggalnya kosong."
SUDAH_ADA = "Laporan yang sama sudah ada."
DUA_KALI = "Sama dengan baris {baris}."
JENIS_ASING = "Jenis “{jenis}” tidak dikenal; dicatat sebagai Lainnya."
SELESAI = "{n} laporan dicatat, {sama} sudah ada."
BELUM = "{salah} baris bermasalah. Belum ada yang disimpan. {rincian} Perbaiki, atau ulangi dengan --lewati-bermasalah."
BARIS = "Baris {baris} (RT {rt}): {kata}"
BARIS_SALAH = "Baris {baris}: {kata}"
