"""Certificates on A4 landscape: what all share is drawn once, then a name, a number and a code on every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from ..kernel.errors import Gangguan
from . import text
from .fitting import bungkus
from .fonts import huruf
from .model import Penanda
from .paper import MM, Kertas
from .pen import TIPIS, Pena, alas
from .qr import Qr, qr
from .sheet import kanvas
from .signers import ukur_penanda

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Warna = tuple[float, float, float]
"""Red, green and blue, each 0 to 1."""
Maju = Callable[[int, int], object]
"""Hears (certificates drawn, of how many); what it raises ends the drawing."""

_BIDANG = Kertas.A4.bidang(mendatar=True)
_LEBAR, _TINGGI = _BIDANG.lebar * MM, _BIDANG.tinggi * MM
_TENGAH, _TEPI = _LEBAR / 2, 24 * MM
_ISI = _LEBAR - 2 * _TEPI
_LOGO = (20 * MM, 22 * MM)
_KOP_ATAS, _KOP_BARIS = 13 * MM, 5.2 * MM
_JUDUL, _NOMOR, _KEPADA, _NAMA, _SEBAGAI, _KALIMAT, _TANDA = (n * MM for n in (71, 79, 90, 105, 114.5, 121, 141))
_QR_MODUL, _QR_SISI, _QR_ATAS = 0.62 * MM, 30 * MM, 164 * MM
_BINGKAI = ((7 * MM, 2.4), (9.2 * MM, 0.7))
_KALIMAT_UKURAN, _KALIMAT_BARIS = 12.5, 6 * MM
_KALIMAT_PALING_BANYAK = 3
_BARIS_MATERI = 8.5 * MM
_KOLOM_MATERI = (10 * MM, 101 * MM, 68 * MM, 70 * MM)


@dataclass(frozen=True, slots=True)
class Penerima:
    """Who gets one: the number of the certificate, the name, what he is called, and the text of the QR code."""

    nomor: str
    nama: str
    sebagai: str
    kode: str


@dataclass(frozen=True, slots=True)
class Materi:
    """A line of the back page: the topic, who spoke, when."""

    judul: str
    narasumber: str
    waktu: str


@dataclass(frozen=True, slots=True)
class Sertifikat:
    """What all certificates of an event share; ``logo`` and ``latar`` are pictures (JPEG or PNG, b"": none), the
    background fills the page; at most two signers; without ``materi`` there is no back page."""

    kop: tuple[str, ...]
    judul: str
    kalimat: str
    tempat_tanggal: str
    penanda: tuple[Penanda, ...]
    warna: Warna
    logo: bytes = b""
    latar: bytes = b""
    judul_materi: str = ""
    materi: Sequence[Materi] = ()


def gambar(bersama: Sertifikat, penerima: Sequence[Penerima], *, maju: Maju | None = None) -> bytes:
    """Return the certificates as one PDF; raises Gangguan for a picture that cannot be read."""
    berkas = BytesIO()
    k = kanvas(berkas, _BIDANG, bersama.judul)
    pena = Pena(k, _TINGGI)
    _siapkan(k, pena, bersama)
    for ke, satu in enumerate(penerima, 1):
        _satu(k, pena, satu, qr(satu.kode))
        if bersama.materi:
            k.doForm("materi")
            k.showPage()
        if maju:
            maju(ke, len(penerima))
    k.save()
    return berkas.getvalue()


def _siapkan(k: Canvas, pena: Pena, s: Sertifikat) -> None:
    """Keep what all pages share: pictures, frame and title in colour, then the black texts."""
    hiasan = [(s.latar, (0.0, 0.0, _LEBAR, _TINGGI), False), (s.logo, _tempat_logo(), True)]
    gambar_ = [(_buka(isi), kotak, utuh) for isi, kotak, utuh in hiasan if isi]
    k.beginForm("hiasan", 0, 0, _LEBAR, _TINGGI)
    for isi, (x, y, lebar, tinggi), utuh in gambar_:
        k.drawImage(isi, x, y, lebar, tinggi, mask="auto", preserveAspectRatio=utuh, anchor="c")
    if not s.latar:
        _bingkai(k, s.warna)
    _judul(k, s)
    k.endForm()
    _naskah(pena, s)
    pena.simpan_pola("naskah", _LEBAR)
    if s.materi:
        _tabel_materi(pena, s)
        pena.simpan_pola("isi_materi", _LEBAR)
        k.beginForm("materi", 0, 0, _LEBAR, _TINGGI)
        _bingkai(k, s.warna)
        k.doForm("isi_materi")
        k.endForm()


def _tempat_logo() -> tuple[float, float, float, float]:
    lebar, tinggi = _LOGO
    return _TENGAH - lebar / 2, _TINGGI - _KOP_ATAS - tinggi, lebar, tinggi


def _buka(isi: bytes) -> Any:
    """Read a picture to its last line, so that a damaged one is known before the first page; raises Gangguan."""
    from reportlab.lib.utils import ImageReader

    try:
        dibaca: Any = ImageReader(BytesIO(isi))
        dibaca.getRGBData()
    except (OSError, ValueError, SyntaxError) as sebab:
        raise Gangguan(*text.gambar_rusak()) from sebab
    return dibaca


def _bingkai(k: Canvas, warna: Warna) -> None:
    k.setStrokeColorRGB(*warna)
    for tepi, tebal in _BINGKAI:
        k.setLineWidth(tebal)
        k.rect(tepi, tepi, _LEBAR - 2 * tepi, _TINGGI - 2 * tepi)
    k.setStrokeColorRGB(0, 0, 0)


def _judul(k: Canvas, s: Sertifikat) -> None:
    """Write the title in colour, its letters apart; it shrinks to the page."""
    font = huruf("tebal")
    isi = font.bersih(s.judul.upper())
    ukuran = min(34.0, _ISI / max(font.lebar(isi) + 0.12 * len(isi), 0.1))
    lebar = (font.lebar(isi) + 0.12 * max(len(isi) - 1, 0)) * ukuran
    objek = k.beginText(_TENGAH - lebar / 2, _TINGGI - _JUDUL)
    objek.setFont(font.nama, ukuran)
    objek.setFillColorRGB(*s.warna)
    objek.setCharSpace(0.12 * ukuran)
    objek.textOut(isi)
    objek.setCharSpace(0)
    objek.setFillColorRGB(0, 0, 0)
    k.drawText(objek)


def _naskah(pena: Pena, s: Sertifikat) -> None:
    y = _KOP_ATAS + (_LOGO[1] if s.logo else _LOGO[1] / 2)
    for ke, baris in enumerate(s.kop, 1):
        teks, ukuran = pena.sebaris(baris, _ISI, 13.0 if ke == len(s.kop) else 11.5, "tebal")
        pena.tengah(_TENGAH, y + ke * _KOP_BARIS, teks, ukuran, "tebal")
    pena.tengah(_TENGAH, _KEPADA, text.DIBERIKAN_KEPADA, 12.5)
    baris_, ukuran = _kalimat(s.kalimat)
    for ke, teks in enumerate(baris_, 1):
        pena.tengah(_TENGAH, _KALIMAT + ke * _KALIMAT_BARIS * ukuran / _KALIMAT_UKURAN, teks, ukuran)
    ukur_penanda(s.penanda, s.tempat_tanggal, _TEPI, _LEBAR - _TEPI).gambar(pena, _TANDA)


def _kalimat(kalimat: str) -> tuple[tuple[str, ...], float]:
    """Break the sentence into lines; a long one is set smaller until it fits its room."""
    font, ukuran = huruf("biasa"), _KALIMAT_UKURAN
    isi = font.bersih(kalimat)
    while True:
        baris = bungkus(isi, _ISI / ukuran, font.lebar)
        ruang = int(_KALIMAT_PALING_BANYAK * _KALIMAT_UKURAN / ukuran)
        if len(baris) <= ruang or ukuran <= 7.5:
            return _seimbang(isi, baris, _ISI / ukuran), ukuran
        ukuran -= 0.5


def _seimbang(isi: str, baris: tuple[str, ...], lebar: float) -> tuple[str, ...]:
    """Break a text anew into as many lines, as even in width as may be."""
    ukur = huruf("biasa").lebar
    for bagian in range(50, 100, 2):
        rata = bungkus(isi, lebar * bagian / 100, ukur)
        if len(rata) <= len(baris):
            return rata
    return baris


def _satu(k: Canvas, pena: Pena, satu: Penerima, kode: Qr) -> None:
    k.doForm("hiasan")
    pena.pola("naskah", 0, _TINGGI)
    teks, ukuran = pena.sebaris(text.sertifikat_nomor(satu.nomor), _ISI, 12.0)
    pena.tengah(_TENGAH, _NOMOR, teks, ukuran)
    nama, ukuran = pena.sebaris(satu.nama, _ISI, 27.0, "tebal")
    pena.tengah(_TENGAH, _NAMA, nama, ukuran, "tebal")
    setengah = max(pena.huruf("tebal").lebar(nama) * ukuran / 2 + 6 * MM, 50 * MM)
    pena.garis(_TENGAH - setengah, _NAMA + 2.4 * MM, _TENGAH + setengah, _NAMA + 2.4 * MM, TIPIS)
    pena.tengah(_TENGAH, _SEBAGAI, *pena.sebaris(satu.sebagai, _ISI, 12.5))
    modul = min(_QR_MODUL, _QR_SISI / kode.lebar(1))
    kode.gambar(pena, _TENGAH - kode.lebar(modul) / 2, _QR_ATAS, modul)
    pena.selesai()


def _tabel_materi(pena: Pena, s: Sertifikat) -> None:
    y, kiri = 26 * MM, _TEPI
    pena.tengah(_TENGAH, y, *pena.sebaris(s.judul_materi, _ISI, 16.0, "tebal"), "tebal")
    tepi = [kiri + sum(_KOLOM_MATERI[:ke]) for ke in range(len(_KOLOM_MATERI) + 1)]
    isi = [text.KOLOM_MATERI, *((str(ke), m.judul, m.narasumber, m.waktu) for ke, m in enumerate(s.materi, 1))]
    y += 8 * MM
    tinggi = min(_BARIS_MATERI, (_TINGGI - y - 20 * MM) / len(isi))
    for ke, baris in enumerate(isi):
        gaya, atas = "tebal" if ke == 0 else "biasa", y + ke * tinggi
        pena.garis(kiri, atas, tepi[-1], atas)
        for x, lebar, teks in zip(tepi, _KOLOM_MATERI, baris, strict=False):
            muat = pena.muat(teks, (lebar - 3 * MM, tinggi), 11.0, gaya, terkecil=6.0)
            for nomor, potong in enumerate(muat.baris):
                dasar = alas(atas + tinggi / 2, muat.ukuran, len(muat.baris), nomor)
                pena.kiri(x + 1.5 * MM, dasar, potong, muat.ukuran, gaya)
    bawah = y + len(isi) * tinggi
    pena.garis(kiri, bawah, tepi[-1], bawah)
    for x in tepi:
        pena.garis(x, y, x, bawah)
