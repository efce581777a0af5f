"""What the commands of module bimtek say."""

from __future__ import annotations

KEGIATAN_KOSONG = "Belum ada kegiatan. Catat: sipokat bimtek kegiatan buat NAMA --tanggal 20/11/2026 --mulai 08.00"
KEGIATAN_DIHAPUS = "Kegiatan {nama} dihapus dengan sesi dan undangannya."
SESI_KOSONG = "Kegiatan ini belum punya sesi."
UNDANGAN_KOSONG = "Belum ada yang diundang."
KOSONG = "(tanpa ketua)"
TIDAK_DIUNDANG = "RT {rt} tidak diundang ke kegiatan ini."
DITARIK = "{n} undangan ditarik."
DISEGARKAN = "{n} undangan diganti namanya, {sama} sudah sama, {kosong} tanpa ketua."
BARIS = "Baris {baris}: RT {rt} {nama}: {kata}"
BARIS_SALAH = "Baris {baris}: {kata}"
IMPOR_BELUM = (
    "{salah} baris bermasalah. Belum ada yang diundang. {rincian} Perbaiki, atau ulangi dengan --lewati-bermasalah."
)
XLSX = "Tersimpan di {berkas} ({n} baris)."
SIAPA_ATAU_SISA = "Sebutkan kode atau nomor RT-nya, atau --sisa."
SATU_WAKIL = "Wakil dicatat untuk satu RT setiap kali."
KODE_ASING = "Kode itu tidak ada di komputer ini. Sinkronkan, atau catat menurut nomor RT."
ULANGI_TETAP = "Bila ya, ulangi dengan --tetap."
HADIR = "{n} dicatat, {sudah} sudah tercatat."
ANGKA = (
    "{nama}: {datang} datang dari {diundang} undangan ({hadir} hadir, {diwakili} diwakili, {izin} izin, {sakit} sakit, "
    "{alpa} alpa, {belum} belum tercatat, {beda} berbeda; {tanpa_undangan} tanpa undangan)."
)
KEGIATAN_DISIMPAN = "Kegiatan {nama} disimpan."
SUDAH_ADA_YANG_SELESAI = (
    "Ini kegiatan baru: yang bernama sama sudah selesai dan tidak diubah. Untuk mengubahnya, sebut {id}."
)
KEGIATAN_LAIN = "Kegiatan itu milik {kantor}. Dicatat di sana."
SESI_DISIMPAN = "Sesi disimpan: {sesi}."
