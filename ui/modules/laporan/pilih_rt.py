"""Which RT are meant by what was typed: a number, several, or all of the kelurahan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.laporan.model import PilihanRt
from ui.kit import deret

from . import text_catat as text

_KATA = deret.Kata(text.RT_SALAH, text.RT_TERBALIK, text.RT_ASING)


class PilihRt:
    """The RT of a kelurahan, found by number: ``5``, ``5/2`` with its RW, ``1-5, 8``, ``semua``."""

    def __init__(self, semua: Sequence[PilihanRt]) -> None:
        self.pasang(semua)

    def pasang(self, semua: Sequence[PilihanRt]) -> None:
        """Choose among other RT: one was added, or a head has changed."""
        self.semua = list(semua)
        self._nomor: defaultdict[int, list[PilihanRt]] = defaultdict(list)
        for satu in self.semua:
            if satu.nomor.isdigit():
                self._nomor[int(satu.nomor)].append(satu)

    def baca(self, teks: str) -> list[PilihanRt]:
        """Return the RT typed, in their order. Raises InputSalah (field ``rt``)."""
        rapi = teks.strip().casefold().removeprefix("rt").strip()
        if not self.semua:
            raise InputSalah("rt", text.RT_TANPA)
        if not rapi:
            raise InputSalah("rt", text.RT_KOSONG)
        if rapi == text.SEMUA:
            return self.semua
        nomor, garis, rw = rapi.partition("/")
        if garis:
            return [self._di_rw(nomor, rw, teks)]
        try:
            dipilih = deret.baca(rapi, self._nomor, _KATA, "rt")
        except InputSalah as exc:
            raise InputSalah("rt", exc.pesan) from None
        return [satu for satu in self.semua if satu.nomor.isdigit() and int(satu.nomor) in dipilih]

    def salah(self, teks: str) -> str:
        """Return why what was typed means no RT, "" where it does."""
        try:
            self.baca(teks)
        except InputSalah as exc:
            return exc.pesan
        return ""

    def bukan_satu(self, teks: str) -> str:
        """Return why what was typed is not one RT, "" where it is."""
        return self.salah(teks) or ("" if len(self.baca(teks)) == 1 else text.RT_SATU)

    def _di_rw(self, nomor: str, rw: str, teks: str) -> PilihanRt:
        for satu in self._nomor.get(int(nomor), ()) if nomor.strip().isdigit() else ():
            if satu.rw.lstrip("0") == rw.strip().lstrip("0"):
                return satu
        raise InputSalah("rt", text.RT_SALAH.format(teks=teks))

    def ketik(self, jabatan_id: str) -> str:
        """Return what is typed for an RT, "" where it is not here."""
        satu = next((rt for rt in self.semua if rt.jabatan_id == jabatan_id), None)
        if satu is None or not satu.nomor.isdigit():
            return ""
        nomor = str(int(satu.nomor))
        return nomor if len(self._nomor[int(nomor)]) == 1 else f"{nomor}/{satu.rw}"

    def sesudah(self, teks: str, jauh: int = 1) -> str:
        """Return what is typed for the RT so many places behind the (last) one typed; "" past the end."""
        try:
            kini = self.baca(teks)
        except InputSalah:
            return self.ketik(self.semua[0 if jauh > 0 else -1].jabatan_id) if self.semua else ""
        ke = self.semua.index(kini[-1 if jauh > 0 else 0]) + jauh
        return self.ketik(self.semua[ke].jabatan_id) if 0 <= ke < len(self.semua) else ""
