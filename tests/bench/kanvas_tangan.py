"""The yardstick of bench_cetak: the same receipt list as a plain reportlab script, written by hand.

Short form on F4 for lines that fit, no draft mark, no kop. It shares nothing with the engine.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab.graphics.barcode.code128 import Code128Auto
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

LEBAR, TINGGI = 215 * mm, 330 * mm
KIRI, KANAN = 20 * mm, 205 * mm
KOLOM = [20 * mm, 29 * mm, 85 * mm, 113 * mm, 145 * mm, 205 * mm]
JUDUL_KOLOM = [("No",), ("Nama Penerima",), ("Jabatan",), ("Jumlah Diterima", "(Rp)"), ("Tanda Tangan",)]
BARIS = 12 * mm
TITIK = ". ......................"

Orang = tuple[str, str, int]


def daftarkan(folder: str) -> None:
    """Register the three fonts from ``folder``."""
    for nama, berkas in (("R", "Tinos-Regular"), ("B", "Tinos-Bold"), ("I", "Tinos-Italic")):
        pdfmetrics.registerFont(TTFont(nama, f"{folder}/{berkas}.ttf"))


def potong(banyak: int) -> list[tuple[int, int]]:
    """First and last row of each page: 20 rows, then 22, and a last page of at most 17."""
    if banyak <= 18:
        return [(0, banyak)]
    halaman = [(0, min(20, banyak - 2 - banyak % 2))]
    while banyak - halaman[-1][1] > 17:
        awal = halaman[-1][1]
        halaman.append((awal, min(awal + 22, banyak - 2 - banyak % 2)))
    return [*halaman, (halaman[-1][1], banyak)]


def gambar(orang: list[Orang], teks: dict[str, list[str]], bunyi: str) -> bytes:
    """Draw the list and return the PDF."""
    berkas = BytesIO()
    c = Canvas(berkas, (LEBAR, TINGGI), invariant=1, pageCompression=1)
    halaman = potong(len(orang))
    lebar_kode = bingkai_kode(c, teks["nomor"][0])
    tinggi = 10 * mm if 15 < len(orang) <= 18 else BARIS
    jumlah = 0
    for ke, (awal, akhir) in enumerate(halaman, 1):
        c.setLineWidth(0.5)
        y = kepala(c, teks) if ke == 1 else lanjutan(c, teks)
        atas = y
        y = kepala_tabel(c, y)
        if ke > 1:
            y = baris_jumlah(c, y, "Jumlah pindahan", jumlah, "I")
        badan = y
        c.setFont("R", 9)
        for n in range(awal, akhir):
            baris(c, y, n + 1, orang[n], tinggi)
            jumlah += orang[n][2]
            y -= tinggi
            genap = n % 2 == 1 or n == akhir - 1
            c.line(KIRI, y, KANAN if genap else KOLOM[4], y)
        for x in KOLOM[1:5]:
            c.line(x, badan, x, y)
        selesai = ke == len(halaman)
        y = baris_jumlah(c, y, "JUMLAH" if selesai else "Jumlah dipindahkan", jumlah, "B" if selesai else "I")
        c.line(KIRI, atas, KIRI, y)
        c.line(KANAN, atas, KANAN, y)
        if selesai:
            penutup(c, y, teks, bunyi)
        kaki(c, teks, ke, len(halaman), lebar_kode)
        c.showPage()
    c.save()
    return berkas.getvalue()


def bingkai_kode(c: Canvas, nomor: str) -> float:
    """Keep the bars of the number as a form of the PDF; return their width."""
    kode: Any = Code128Auto(nomor, quiet=0)
    kode.validate()
    kode.encode()
    kode.decompose()
    x, modul = 0.0, 0.25 * mm
    c.beginForm("kode")
    jejak = c.beginPath()
    for huruf in kode.decomposed:
        lebar = (ord(huruf.lower()) - 96) * modul
        if huruf.isupper():
            jejak.rect(x, 0, lebar, 6 * mm)
        x += lebar
    c.drawPath(jejak, stroke=0, fill=1)
    c.endForm()
    return x


def kepala(c: Canvas, teks: dict[str, list[str]]) -> float:
    """Title and pairs of the first page."""
    y = TINGGI - 12 * mm
    c.setFont("B", 12)
    for judul in teks["judul"]:
        y -= 5 * mm
        c.drawCentredString((KIRI + KANAN) / 2, y + 3, judul)
    y -= 3.5 * mm
    c.setFont("R", 10)
    lebar = max(pdfmetrics.stringWidth(label, "R", 10) for label in teks["label"])
    for label, isi in zip(teks["label"], teks["isi"], strict=True):
        y -= 4.6 * mm
        c.drawString(KIRI, y + 3, label)
        c.drawString(KIRI + lebar + 3 * mm, y + 3, ":")
        c.drawString(KIRI + lebar + 6 * mm, y + 3, isi)
    return y - 2.5 * mm


def lanjutan(c: Canvas, teks: dict[str, list[str]]) -> float:
    """The reminder of the title."""
    y = TINGGI - 12 * mm
    c.setFont("I", 8.5)
    for ke, isi in enumerate(teks["lanjutan"]):
        c.drawString(KIRI, y - 8.5 - ke * 8.5 * 1.15, isi)
    return y - 8.5 * mm


def kepala_tabel(c: Canvas, y: float) -> float:
    """Column headings and numbers."""
    c.setFont("B", 9)
    for ke, judul in enumerate(JUDUL_KOLOM):
        x = (KOLOM[ke] + KOLOM[ke + 1]) / 2
        for n, isi in enumerate(judul):
            c.drawCentredString(x, y - 4.5 * mm - 9 * (0.33 + 1.15 * (n - (len(judul) - 1) / 2)), isi)
    c.setFont("R", 8)
    for ke in range(5):
        c.drawCentredString((KOLOM[ke] + KOLOM[ke + 1]) / 2, y - 11.5 * mm - 8 * 0.33, str(ke + 1))
    for turun in (0, 9, 14):
        c.line(KIRI, y - turun * mm, KANAN, y - turun * mm)
    for x in KOLOM[1:5]:
        c.line(x, y, x, y - 14 * mm)
    return y - 14 * mm


def baris(c: Canvas, y: float, nomor: int, orang: Orang, tinggi: float) -> None:
    """One person."""
    dasar = y - tinggi / 2 - 9 * 0.33
    c.drawCentredString((KOLOM[0] + KOLOM[1]) / 2, dasar, str(nomor))
    c.drawString(KOLOM[1] + 1.5 * mm, dasar, orang[0])
    c.drawString(KOLOM[2] + 1.5 * mm, dasar, orang[1])
    c.drawRightString(KOLOM[4] - 1.5 * mm, dasar, f"{orang[2]:,}".replace(",", "."))
    x = KOLOM[4] if nomor % 2 else (KOLOM[4] + KOLOM[5]) / 2
    c.drawString(x + 1.5 * mm, y - tinggi + 3 * mm, f"{nomor}{TITIK}")


def baris_jumlah(c: Canvas, y: float, label: str, jumlah: int, huruf: str) -> float:
    """A sum row."""
    bawah = y - 7 * mm
    dasar = (y + bawah) / 2 - 9 * 0.33
    c.setFont(huruf, 9)
    c.drawCentredString((KOLOM[0] + KOLOM[3]) / 2, dasar, label)
    c.drawRightString(KOLOM[4] - 1.5 * mm, dasar, f"{jumlah:,}".replace(",", "."))
    for x in KOLOM[3:5]:
        c.line(x, y, x, bawah)
    c.line(KIRI, bawah, KANAN, bawah)
    return bawah


def penutup(c: Canvas, y: float, teks: dict[str, list[str]], bunyi: str) -> None:
    """Amount in words and three signers."""
    y -= 2.2 * mm + 4.6 * mm
    c.setFont("I", 10)
    c.drawString(KIRI, y + 3, f"Terbilang: {bunyi}")
    y -= 2.8 * mm
    sepertiga = (KANAN - KIRI) / 3
    kolom = [teks["kiri"], teks["tengah"], teks["kanan"]]
    for ke, (satu, dua, nama, pangkat, nip) in enumerate(kolom):
        x = KIRI + sepertiga * (ke + 0.5)
        c.setFont("R", 10)
        c.drawCentredString(x, y - 4.6 * mm + 3, satu)
        c.drawCentredString(x, y - 9.2 * mm + 3, dua)
        c.drawCentredString(x, y - 38.4 * mm + 3, pangkat)
        c.drawCentredString(x, y - 43 * mm + 3, nip)
        c.setFont("B", 10)
        c.drawCentredString(x, y - 33.8 * mm + 3, nama)
        lebar = pdfmetrics.stringWidth(nama, "B", 10) / 2
        c.line(x - lebar, y - 33.8 * mm + 1.5, x + lebar, y - 33.8 * mm + 1.5)


def kaki(c: Canvas, teks: dict[str, list[str]], nomor: int, dari: int, kode: float) -> None:
    """The foot of a page: the bar code, two lines beside it, the page on the right."""
    dasar = 10 * mm
    c.saveState()
    c.translate(KIRI, dasar + 0.2 * mm)
    c.doForm("kode")
    c.restoreState()
    c.setFont("R", 8)
    c.drawString(KIRI + kode + 4 * mm, dasar + 3.8 * mm, teks["kaki"][0])
    c.drawString(KIRI + kode + 4 * mm, dasar + 0.7 * mm, teks["kaki"][1])
    c.drawRightString(KANAN, dasar + 0.7 * mm, f"Halaman {nomor} dari {dari}")
