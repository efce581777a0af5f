"""What is said of paper and printers in *Pengaturan*."""

from __future__ import annotations

JUDUL = "Kertas dan printer"
KERTAS = "Kertas yang biasa dipakai"
PRINTER = "Printer"
MENCARI = "mencari printer…"
TANPA = "Belum ada printer di komputer ini. Pasang dulu di Windows: Pengaturan > Bluetooth & perangkat > Printer."
ISI = (
    "Bila tulisan tercetak terlalu ke kiri, kanan, atas, atau bawah: cetak halaman uji, ukur kedua garisnya dengan "
    "penggaris, lalu ketik hasilnya. Semua cetakan di printer itu ikut menyesuaikan."
)
ARAH = "Arah kertas"
ARAH_PILIHAN = (("0", "Tegak"), ("1", "Mendatar"))
KIRI = "Tepi kiri sampai garis tegak (mm)"
ATAS = "Tepi atas sampai garis datar (mm)"
CONTOH = "20"
LEMBAR = "Halaman uji printer"
UJI = "Halaman uji…"
PAKAI = "Sesuaikan cetakan"
SEMULA = "Tanpa penyesuaian"
LURUS = "Cetakan di {printer} tidak digeser."
DIGESER = "Cetakan di {printer} digeser {arah}."
KE_KANAN, KE_KIRI, KE_BAWAH, KE_ATAS = "{mm} mm ke kanan", "{mm} mm ke kiri", "{mm} mm ke bawah", "{mm} mm ke atas"
DAN = " dan "
DISESUAIKAN = "Cetakan di {printer} disesuaikan. Cetak halaman uji sekali lagi untuk memastikan."
DIKEMBALIKAN = "Cetakan di {printer} tidak digeser lagi."
KERTAS_DIPAKAI = "Kertas yang biasa dipakai sekarang {kertas}."
UJI_KERTAS = "{printer}, kertas {kertas}, {arah}"
UJI_CARA = "Kedua garis tebal harus tepat 20 mm dari tepi kertas. Ketik jarak yang terukur di Pengaturan."
