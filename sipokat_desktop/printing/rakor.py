"""The *Lembar rakor*: one A4 page for the coordination meeting, whatever there is to say (DOMAIN §6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from . import sheet
from . import text_rakor as kata
from .kop import gambar_kop, tinggi_kop
from .paper import ATAS, MM, Bidang, Kertas
from .pen import Pena
from .rakor_bagian import Tersusun, definisi, susun
from .rakor_model import RENCANA, Hemat, LembarRakor
from .rakor_teks import ISI, KECIL, SPASI, Paragraf, baris_teks, pas
from .signers import BlokPenanda, ukur_penanda

_JUDUL = 13.0
_ANTAR, _ANTAR_TERLUAS = 2.6 * MM, 8 * MM
"""Room between two sections: the least, and the most where the page has room."""
_PALING_JUDUL = 3
_BARIS_HILANG = 4
"""Lines at most that say what was left out."""
_LEBAR_ARTI = 0.63
"""Share of the width for the small print beside the signer."""


@dataclass(frozen=True, slots=True)
class Halaman:
    """The page put together: its sections, small print and signers, and how it was made to fit."""

    lembar: LembarRakor
    hemat: Hemat
    bagian: tuple[Tersusun, ...]
    bawah: tuple[Paragraf, ...]
    tanda: BlokPenanda | None
    tinggi: float
    ruang: float

    @property
    def muat(self) -> bool:
        """Tell whether everything stands on the page."""
        return self.tinggi <= self.ruang


def gambar(lembar: LembarRakor) -> bytes:
    """Return the sheet as the bytes of a PDF of one page."""
    bidang = Kertas.A4.bidang()
    return sheet.gambar(bidang, " ".join(lembar.judul), lambda pena: lukis(pena, lembar, bidang))


def lukis(pena: Pena, lembar: LembarRakor, bidang: Bidang) -> int:
    """Draw the page; return 1."""
    halaman = tata(lembar, bidang)
    y = _kepala(pena, halaman, bidang)
    lebih = (halaman.ruang - halaman.tinggi) / (len(halaman.bagian) + 1)
    antar = _ANTAR * halaman.hemat.skala + max(0.0, min(_ANTAR_TERLUAS, lebih))
    for satu in halaman.bagian:
        satu.gambar(pena, bidang.kiri_pt, y)
        y += satu.tinggi + antar
    if halaman.tanda is not None:
        halaman.tanda.gambar(pena, y)
    for paragraf in halaman.bawah:
        paragraf.gambar(pena, bidang.kiri_pt, y)
        y += paragraf.tinggi + MM
    sheet.gambar_kaki(pena, bidang, lembar.kaki, 1, 1)
    pena.selesai()
    return 1


def tata(lembar: LembarRakor, bidang: Bidang) -> Halaman:
    """Return the page by the first plan under which everything fits; by the last one where nothing does."""
    halaman = None
    for hemat in _rencana(len(lembar.bagian)):
        halaman = _susun(lembar, bidang, hemat)
        if halaman.muat:
            break
    assert halaman is not None
    return halaman


def _rencana(banyak: int) -> Iterator[Hemat]:
    """Yield the plans, then the last of them with ever fewer sections, down to none."""
    yield from RENCANA
    for sisa in range(banyak - 1, -1, -1):
        yield RENCANA[-1]._replace(bagian=sisa)


def _susun(lembar: LembarRakor, bidang: Bidang, hemat: Hemat) -> Halaman:
    lebar = bidang.isi_pt
    tampak = lembar.bagian[: hemat.bagian]
    bagian = tuple(susun(satu, lebar, hemat) for satu in tampak)
    tanda = _tanda(lembar, bidang)
    tinggi_tanda = tanda.tinggi if tanda else 0.0
    bawah = _bawah(lembar, bagian, lebar * (_LEBAR_ARTI if tanda else 1), tinggi_tanda, hemat)
    kaki = max(sum(p.tinggi + MM for p in bawah), tinggi_tanda)
    tinggi = sum(b.tinggi + _ANTAR * hemat.skala for b in bagian) + kaki
    return Halaman(lembar, hemat, bagian, bawah, tanda, tinggi, _ruang(lembar, bidang, hemat))


def _tanda(lembar: LembarRakor, bidang: Bidang) -> BlokPenanda | None:
    if lembar.tanda is None:
        return None
    return ukur_penanda((lembar.tanda,), lembar.tempat_tanggal, bidang.kiri_pt, bidang.kanan_pt)


def _bawah(
    lembar: LembarRakor, bagian: Sequence[Tersusun], lebar: float, tinggi: float, hemat: Hemat
) -> tuple[Paragraf, ...]:  # fmt: skip
    """Return the small print: the definitions, and what was left out; what fits beside a signer ``tinggi`` points high
    costs nothing."""
    ukuran = KECIL * hemat.skala
    muat = int(tinggi / (ukuran * SPASI)) - _BARIS_HILANG
    arti, arti_hilang = definisi(
        lembar.bagian[: hemat.bagian], lebar, hemat._replace(definisi=max(muat, hemat.definisi))
    )
    hilang = [satu for b in bagian for satu in b.hilang] + list(arti_hilang)
    hilang += [kata.BAGIAN_HILANG.format(judul=b.judul) for b in lembar.bagian[hemat.bagian :]]
    bawah = [arti] if arti is not None else []
    if hilang:
        semua = kata.TIDAK_DIMUAT.format(isi=", ".join(hilang))
        isi = baris_teks(semua, lebar, ukuran, _BARIS_HILANG, "tebal")
        bawah.append(Paragraf(isi, ukuran, "tebal"))
    return tuple(bawah)


def _ruang(lembar: LembarRakor, bidang: Bidang, hemat: Hemat) -> float:
    """Return the height between the head of the page and its foot, points."""
    return bidang.isi_tinggi * MM - sheet.TINGGI_KAKI * MM - 2 * MM - _tinggi_kepala(lembar, hemat)


def _tinggi_kepala(lembar: LembarRakor, hemat: Hemat) -> float:
    kop = tinggi_kop(hemat.skala) if lembar.kop else 0.0
    judul = len(lembar.judul[:_PALING_JUDUL]) * _JUDUL * 1.25 * hemat.skala
    return kop + judul + len(lembar.rinci[:_PALING_JUDUL]) * ISI * 1.3 * hemat.skala + 3 * MM


def _kepala(pena: Pena, halaman: Halaman, bidang: Bidang) -> float:
    """Draw letterhead, title and the lines under it; return where the sections begin."""
    lembar, s = halaman.lembar, halaman.hemat.skala
    y, tengah = ATAS * MM, (bidang.kiri_pt + bidang.kanan_pt) / 2
    if lembar.kop:
        y = gambar_kop(pena, lembar.kop, bidang.kiri_pt, bidang.kanan_pt, y, skala=s)
    for baris, besar, gaya, jarak in (
        *((satu, _JUDUL * s, "tebal", 1.25) for satu in lembar.judul[:_PALING_JUDUL]),
        *((satu, ISI * s, "biasa", 1.3) for satu in lembar.rinci[:_PALING_JUDUL]),
    ):
        teks, ukuran = pas(baris, bidang.isi_pt, besar, gaya)
        pena.tengah(tengah, y + besar, teks, ukuran, gaya)
        y += besar * jarak
    return ATAS * MM + _tinggi_kepala(lembar, halaman.hemat)
