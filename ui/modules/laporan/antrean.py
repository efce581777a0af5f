"""The reports of one sitting in their order, and what was said of each: none leaves its place before the page does."""

from __future__ import annotations

from collections.abc import Iterable

from sipokat_desktop.modules.laporan.model import LURAH, Laporan
from sipokat_desktop.modules.laporan.periksa import Diperiksa

from . import verifikasi_kata
from .verifikasi_baca import Bacaan


class Antrean:
    """``urut`` are the ids as the list shows them, ``sudah`` the words recorded, also those still being written."""

    def __init__(self, siapa: str) -> None:
        """``siapa``: whose word is recorded here."""
        self._siapa = siapa
        self.urut: list[str] = []
        self.isi: dict[str, Diperiksa] = {}
        self.sudah: dict[str, str] = {}
        self._ditulis: set[str] = set()

    @property
    def semua(self) -> list[Diperiksa]:
        """The reports in their order."""
        return [self.isi[id] for id in self.urut]

    @property
    def bersih(self) -> list[Laporan]:
        """Those in which nothing is odd and of which nothing was said."""
        return [satu.laporan for satu in self.semua if satu.bersih and satu.laporan.laporan_id not in self.sudah]

    @property
    def habis(self) -> bool:
        """Whether something was said of every one."""
        return len(self.sudah) == len(self.urut)

    def serap(self, bacaan: Bacaan) -> list[str]:
        """Take in what was read anew; returns those whose word was undone."""
        baru = {satu.laporan.laporan_id: satu for satu in bacaan.menunggu}
        for id, b in bacaan.selesai.items():
            self.isi[id] = Diperiksa(b, self.isi[id].temuan)
            self.sudah[id] = b.lurah if self._siapa == LURAH else b.camat
        lagi = [id for id in self.urut if id in baru and id in self.sudah and id not in self._ditulis]
        for id in lagi:
            del self.sudah[id]
        tetap = [id for id in self.urut if id in baru or id in bacaan.selesai or id in self._ditulis]
        self.urut = [*tetap, *(id for id in baru if id not in set(tetap))]
        self.isi |= baru
        return lagi

    def catat(self, semua: Iterable[Laporan], putusan: str, catatan: str) -> set[str]:
        """Note a word that is being written; returns the ids, which :meth:`tertulis` wants back."""
        ids = {b.laporan_id for b in semua}
        self.sudah |= dict.fromkeys(ids, putusan)
        for id in ids:
            satu = self.isi[id]
            self.isi[id] = satu._replace(laporan=verifikasi_kata.bercatatan(satu.laporan, self._siapa, catatan))
        self._ditulis |= ids
        return ids

    def tertulis(self, ids: set[str]) -> None:
        """Note that these words were written, or will not be."""
        self._ditulis -= ids

    def sesudah(self, kini: str) -> str:
        """Return the next report of which nothing was said, from ``kini`` on, then from the top; "" where none is."""
        ke = self.urut.index(kini) if kini in self.urut else -1
        sisa = (id for id in (*self.urut[ke + 1 :], *self.urut[: ke + 1]) if id not in self.sudah)
        return next(sisa, "")
