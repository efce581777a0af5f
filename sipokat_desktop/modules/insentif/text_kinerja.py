"""Words of the figures of performance that are taken from the reports."""

from __future__ import annotations

SUMBER = "Laporan kegiatan, {hari}"
"""The source of a figure that was counted from the reports on a day."""

KETIK, TUNGGU, BERJALAN = "ketik", "tunggu", "berjalan"
SEBAB = {
    KETIK: "angka sekarang diketik di kantor",
    TUNGGU: "{n} laporan belum diverifikasi; angkanya bisa bertambah",
    BERJALAN: "bulan ini belum selesai; angkanya bisa bertambah",
}
"""Why a figure is not taken unless somebody ticks it."""
NIHIL = "tidak ada laporan yang terverifikasi"
TANPA_LAPORAN = "tidak ada lagi laporan yang terverifikasi di kelurahan ini: angkanya dikosongkan"

BEDA = "Angka kinerja {bulan} lain dari laporan: {ada}, menurut laporan sekarang {kini}"
BEDA_TUNGGU = "Laporan {bulan} belum semua diverifikasi: angka kinerjanya {ada}, {n} laporan menunggu"
BEDA_HILANG = "Laporan {bulan} sudah tidak ada: angka kinerjanya {ada} diambil dari laporan"
BEDA_KUNCI = (
    "Laporan berubah sejak dikunci: {bulan} dihitung dengan {ada} laporan, menurut laporan sekarang {kini}. "
    "Bila jumlahnya harus lain, catat koreksi"
)
BEDA_MERAH = (
    "{nama} ({rt}): {komponen} {bulan} {jumlah} dihitung dengan {ada} laporan; menurut laporan sekarang {kini}, "
    "jadi {seharusnya}."
)

TAK_DIPAKAI = "{bulan}: belum ada laporan kinerja yang terverifikasi, jadi tidak ada angka yang diambil."
TAK_BERUBAH = "{bulan}: semua angka sudah sama dengan laporan."
BERUBAH = "Laporan atau angkanya berubah sejak dilihat. Lihat lagi, lalu simpan."
KOSONG = "Belum ada RT yang dipilih."
TANPA_KETUA = "{n} laporan tidak dihitung: RT-nya tidak mempunyai ketua pada hari laporan itu."
RINGKAS = "{bulan}: {terverifikasi} laporan kinerja terverifikasi, {tunggu} belum diverifikasi."
TUNGGU_SAJA = "{n} laporan belum diverifikasi."
NIHIL_BANYAK = "{n} ketua RT tanpa laporan yang terverifikasi mendapat angka 0."

BARIS = "RT {rt} {nama}: {kini} → {baru}"
BARIS_SEBAB = " ({sebab})"
DILEWATI = "tidak diambil; "
DIAMBIL = "{bulan}: {n} angka diambil dari laporan."
AKAN = "{bulan}: {n} angka akan diambil dari laporan. Belum ada yang disimpan."
TAK_ADA_DIAMBIL = "{bulan}: tidak ada angka yang diambil."
BELUM_ADA = "belum ada"

TINDAKAN = {"insentif.kinerja_laporan": "Ambil angka kinerja dari laporan"}
"""What people call the act; merged into the words of the module."""
