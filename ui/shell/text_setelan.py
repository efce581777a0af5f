"""What is said in Pengaturan of its sections and of how the window looks."""

BAGIAN = "Bagian pengaturan"
TAMPILAN = "Tampilan"
PRINTER = "Kertas dan printer"
ORANG = "Orang dan PIN"
JARINGAN = "Jaringan"
DATA = "Data dan cadangan"
KABAR = "Kabar dan pembaruan"
SKALA = "Besar huruf"
SKALA_PILIHAN = (
    ("1.0", "Biasa"), ("1.15", "Agak besar (115 %)"), ("1.25", "Besar (125 %)"), ("1.5", "Sangat besar (150 %)"),
)  # fmt: skip
WARNA = "Warna"
TERANG, GELAP, KONTRAS, IKUT = "0", "1", "kontras", "ikut"
WARNA_PILIHAN = ((TERANG, "Terang"), (GELAP, "Gelap"), (IKUT, "Ikuti Windows"), (KONTRAS, "Kontras tinggi"))
SKALA_DIUBAH = "Besar huruf sekarang: {pilihan}."
WARNA_DIUBAH = "Warna sekarang: {pilihan}."
