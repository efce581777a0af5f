"""The rows of the plan for the long table: filtered in memory, written out only as they are looked at."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence

from sipokat_desktop.kernel import nik
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.modules.rt.impor import BarisRencana, Beda, Berat, Nasib, Rencana, Tanda
from ui.kit.table_model import Baris
from ui.kit.table_query import Utuh
from ui.kit.theme import Role

from . import text

PERAN = {
    Nasib.BARU: Role.BAIK,
    Nasib.DIUBAH: Role.AKSEN,
    Nasib.SAMA: Role.REDUP,
    Nasib.GANTI: Role.PERHATIAN,
    Nasib.DILEWATI: Role.REDUP,
    Nasib.MASALAH: Role.SALAH,
}


class PlanSource:
    """Holds a plan; the number of a row is its place in the plan, from 1."""

    def __init__(self) -> None:
        self._baris: Sequence[BarisRencana] = ()
        self._kelompok: dict[str, array[int]] = {}
        self._kunci: list[str] = []
        self._nomor: dict[str, int] = {}

    def pasang(self, rencana: Rencana) -> None:
        """Hold another plan."""
        self._baris = rencana.baris
        self._kunci, self._nomor = [], {}
        self._kelompok = {kunci: array("q") for kunci, _ in text.SARINGAN}
        for ke, satu in enumerate(self._baris, 1):
            self._kelompok[satu.nasib.value].append(ke)
            if perlu_dilihat(satu):
                self._kelompok["lihat"].append(ke)
        self._kelompok["semua"] = array("q", range(1, len(self._baris) + 1))

    def hitung(self) -> dict[str, int]:
        """Return how many rows every filter lets pass."""
        return {kunci: len(nomor) for kunci, nomor in self._kelompok.items()}

    def tanya(self, saring: str, cari: str) -> Utuh:
        """Return the rows that a filter and a word let pass."""
        nomor, dicari = self._kelompok[saring], kunci_cari(cari)
        if not dicari:
            return Utuh(nomor)
        if not self._kunci:
            self._kunci = [kunci_cari(satu.sebutan) for satu in self._baris]
        return Utuh(array("q", (n for n in nomor if dicari in self._kunci[n - 1])))

    def satu(self, nomor: int) -> BarisRencana | None:
        """Return one row of the plan, None for number 0."""
        return self._baris[nomor - 1] if 0 < nomor <= len(self._baris) else None

    def baris(self, numbers: Sequence[int]) -> Mapping[int, Baris]:
        """Return rows as the table shows them."""
        return {n: _sel(satu) for n in numbers if (satu := self.satu(n)) is not None}

    def ids(self, numbers: Sequence[int]) -> list[str]:
        """Return the ids of rows."""
        return [_id(satu) for n in numbers if (satu := self.satu(n)) is not None]

    def nomor(self, id: str) -> int:
        """Return the number of a row, 0 when there is none."""
        if not self._nomor:
            self._nomor = {_id(satu): ke for ke, satu in enumerate(self._baris, 1)}
        return self._nomor.get(id, 0)


def perlu_dilihat(satu: BarisRencana) -> bool:
    """Return whether a row that would be saved has a doubt."""
    return satu.nasib in (Nasib.BARU, Nasib.GANTI, Nasib.DIUBAH) and any(t.berat is Berat.RAGU for t in satu.tanda)


def tampil(isian: str, nilai: str) -> str:
    """Return a value as it may be shown: a whole NIK masked, an empty one in words."""
    if isian == "nik" and len(nilai) == nik.PANJANG:
        return nik.samarkan(nilai) or nilai
    return nilai or text.KOSONG


def berubah(beda: Beda) -> str:
    """Return one change, before and after."""
    sebelum, sesudah = (tampil(beda.isian, nilai) for nilai in (beda.sebelum, beda.sesudah))
    return text.BERUBAH.format(label=beda.label, sebelum=sebelum, sesudah=sesudah)


def _id(satu: BarisRencana) -> str:
    return f"{satu.letak.lembar}:{satu.letak.baris}"


def _sel(satu: BarisRencana) -> Baris:
    kata, peran = _keterangan(satu)
    sel = (satu.lembar, str(satu.letak.baris), text.NASIB[satu.nasib.value], satu.sebutan, kata)
    return Baris(_id(satu), sel, (None, None, PERAN[satu.nasib], None, peran))


def _keterangan(satu: BarisRencana) -> tuple[str, Role | None]:
    """Return what stands beside a row: what is wrong with it, what changes, or what is odd."""
    berat = sorted((t for t in satu.tanda if t.berat is not Berat.RAPI), key=lambda t: -t.berat)
    if satu.nasib is Nasib.MASALAH:
        salah = [_tanda(satu, t) for t in berat if t.berat is Berat.SALAH]
        return " ".join(salah) or satu.alasan, Role.SALAH
    if satu.nasib is Nasib.DIUBAH:
        return " · ".join(berubah(b) for b in satu.beda), None
    if berat and satu.nasib in (Nasib.BARU, Nasib.GANTI):
        depan = f"{satu.alasan} " if satu.nasib is Nasib.GANTI else ""
        return depan + " ".join(_tanda(satu, t) for t in berat), Role.PERHATIAN
    return satu.alasan, None if satu.nasib is Nasib.GANTI else Role.REDUP


def _tanda(satu: BarisRencana, t: Tanda) -> str:
    pesan = text.USUL.format(pesan=t.pesan, usul=tampil(t.isian, t.usul)) if t.usul else t.pesan
    return text.SEL.format(judul=t.judul, huruf=t.huruf, baris=satu.letak.baris, pesan=pesan) if t.judul else pesan
