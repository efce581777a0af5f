"""A section of the *Lembar rakor* put together: title, figures, charts, sentences, as much as the plan allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from . import text_rakor as kata
from .paper import MM
from .pen import Pena
from .rakor_grafik import GrafikBatang, GrafikKolom, grafik_batang
from .rakor_model import Bagian, Hemat
from .rakor_teks import KECIL, Balok, DeretAngka, Kepala, Paragraf, baris_teks, kalimat

_PALING_ANGKA = 4
_KOLOM = 0.36
"""Share of the width for the columns beside bars."""
_SELA = 5 * MM
_ANTAR = 1.2 * MM


@dataclass(frozen=True, slots=True)
class Berdampingan:
    """Bars at the left, columns at the right, as high as the higher of them."""

    kiri: GrafikBatang
    kanan: GrafikKolom

    @property
    def tinggi(self) -> float:
        """Height of the higher one."""
        return max(self.kiri.tinggi, self.kanan.tinggi)

    def gambar(self, pena: Pena, kiri: float, atas: float) -> None:
        """Draw both."""
        self.kiri.gambar(pena, kiri, atas)
        self.kanan.gambar(pena, kiri + self.kiri.lebar + _SELA, atas)


@dataclass(frozen=True, slots=True)
class Tersusun:
    """A section ready to be drawn, and what of it was left out, in words."""

    balok: tuple[Balok, ...]
    hilang: tuple[str, ...]
    skala: float

    @property
    def tinggi(self) -> float:
        """Height of all its parts with the room between them."""
        return sum(b.tinggi for b in self.balok) + _ANTAR * self.skala * max(0, len(self.balok) - 1)

    def gambar(self, pena: Pena, kiri: float, atas: float) -> None:
        """Draw one part under the other."""
        for satu in self.balok:
            satu.gambar(pena, kiri, atas)
            atas += satu.tinggi + _ANTAR * self.skala


def susun(bagian: Bagian, lebar: float, hemat: Hemat) -> Tersusun:
    """Put a section together, ``lebar`` points wide."""
    balok: list[Balok] = [Kepala(bagian.judul, lebar, hemat.skala)]
    if bagian.angka:
        balok.append(DeretAngka(bagian.angka[:_PALING_ANGKA], lebar, hemat.skala))
    grafik = _grafik(bagian, lebar, hemat)
    if grafik is not None:
        balok.append(grafik)
    balok += [kalimat(satu, lebar, hemat.skala, hemat.baris) for satu in bagian.kalimat[: hemat.kalimat]]
    return Tersusun(tuple(balok), tuple(_hilang(bagian, hemat)), hemat.skala)


def _grafik(bagian: Bagian, lebar: float, hemat: Hemat) -> Balok | None:
    kolom = bagian.kolom if hemat.kolom else ()
    kiri = lebar * (1 - _KOLOM) - _SELA if kolom and bagian.batang else lebar
    batang = None
    if bagian.batang:
        batang = grafik_batang(
            bagian.judul_batang, bagian.batang, hemat.batang, kata.JUGA, berbingkai=bagian.berbingkai, lebar=kiri,
            skala=hemat.skala,
        )  # fmt: skip
    if not kolom:
        return batang
    luas, setinggi = (lebar - kiri - _SELA, batang.tinggi) if batang else (lebar, 0.0)
    tegak = GrafikKolom(bagian.judul_kolom, kolom, luas, hemat.skala, setinggi)
    return Berdampingan(batang, tegak) if batang else tegak


def _hilang(bagian: Bagian, hemat: Hemat) -> list[str]:
    """Say what of a section the plan leaves out; bars that are named below their chart are not left out."""
    hilang = []
    if len(bagian.kalimat) > hemat.kalimat:
        hilang.append(kata.KALIMAT_HILANG.format(n=len(bagian.kalimat) - hemat.kalimat, judul=bagian.judul))
    if bagian.kolom and not hemat.kolom:
        hilang.append(kata.KOLOM_HILANG.format(judul=bagian.judul))
    return hilang


def definisi(bagian: Sequence[Bagian], lebar: float, hemat: Hemat) -> tuple[Paragraf | None, tuple[str, ...]]:
    """Return the definitions of all sections in small print, and what is left out of them, in words."""
    isi = [kata.ARTI.format(judul=b.judul, isi=" ".join(b.definisi)) for b in bagian if b.definisi]
    if not isi:
        return None, ()
    ukuran = KECIL * hemat.skala
    semua = [baris_teks(satu, lebar, ukuran, 99, "miring") for satu in isi]
    baris = [satu for alinea in semua for satu in alinea]
    if len(baris) <= hemat.definisi:
        return Paragraf(baris, ukuran, "miring"), ()
    tiap = max(1, hemat.definisi // len(isi))
    singkat = [satu for teks in isi for satu in baris_teks(teks, lebar, ukuran, tiap, "miring")]
    return Paragraf(singkat[: hemat.definisi], ukuran, "miring"), (kata.DEFINISI_HILANG,)
