"""The *bukti sinkron* on paper: what both sides hold, table by table, and the city's signature."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from .heading import ukur_judul
from .paper import ATAS, MM, Kertas
from .pen import TEBAL, Pena
from .text import BAHASA

_JUDUL = ("BUKTI SINKRONISASI DATA", "SIPOKAT KOTA LUBUK LINGGAU")
_KEPALA = ("Tabel", "Di komputer ini", "Di kota", "Sama")
_LEBAR = (0.5, 0.2, 0.2, 0.1)
_UKURAN, _BARIS = 10.0, 18.0


@dataclass(frozen=True, slots=True)
class BarisBukti:
    """One table: its label and the number of rows on either side; ``sama`` compares the contents."""

    tabel: str
    kantor: int
    kota: int
    sama: bool


@dataclass(frozen=True, slots=True)
class Bukti:
    """A receipt ready for paper; every text is printed literally."""

    kepala: tuple[tuple[str, str], ...]
    baris: tuple[BarisBukti, ...]
    tanda_tangan: str


def gambar(bukti: Bukti, kertas: Kertas) -> bytes:
    """Return the receipt as the bytes of a one-page PDF."""
    from reportlab.pdfgen.canvas import Canvas

    bidang = kertas.bidang()
    berkas = BytesIO()
    kanvas = Canvas(berkas, (bidang.lebar * MM, bidang.tinggi * MM), invariant=1, lang=BAHASA)
    kanvas.setTitle(_JUDUL[0])
    pena = Pena(kanvas, bidang.tinggi * MM)
    judul = ukur_judul(_JUDUL, bukti.kepala, bidang.kiri_pt, bidang.kanan_pt, lajur=1)
    judul.gambar(pena, ATAS * MM)
    y = ATAS * MM + judul.tinggi + _BARIS
    y = _tabel(pena, bukti, bidang.kiri_pt, bidang.isi_pt, y)
    pena.kiri(bidang.kiri_pt, y + _BARIS, f"Tanda tangan elektronik kota: {bukti.tanda_tangan}", 7, "miring")
    pena.selesai()
    kanvas.save()
    return berkas.getvalue()


def _tabel(pena: Pena, bukti: Bukti, kiri: float, lebar: float, y: float) -> float:
    tepi = [kiri + lebar * sum(_LEBAR[:ke]) for ke in range(len(_LEBAR) + 1)]
    pena.garis(kiri, y - 13, kiri + lebar, y - 13, TEBAL)
    pena.kiri(tepi[0] + 3, y, _KEPALA[0], _UKURAN, "tebal")
    for ke in (1, 2, 3):
        pena.kanan(tepi[ke + 1] - 3, y, _KEPALA[ke], _UKURAN, "tebal")
    pena.garis(kiri, y + 5, kiri + lebar, y + 5)
    for b in bukti.baris:
        y += _BARIS
        pena.kiri(tepi[0] + 3, y, b.tabel, _UKURAN)
        for ke, teks in enumerate((str(b.kantor), str(b.kota), "ya" if b.sama else "belum"), 1):
            pena.kanan(tepi[ke + 1] - 3, y, teks, _UKURAN)
        pena.garis(kiri, y + 5, kiri + lebar, y + 5)
    return y + _BARIS
