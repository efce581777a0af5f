"""Where one can be in Panduan, and the way there and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sipokat_desktop.kernel import panduan
from sipokat_desktop.kernel.values import NamedTuple
from ui.kit import temukan
from ui.kit.temukan import Kunci

from . import text

TOMBOL = "tombol"
"""The key of the sheet of all keys, which stands behind the chapters."""


class Place(NamedTuple):
    """A chapter, the section to begin at, and whose keys are shown with it ("" for none)."""

    bab: str
    bagian: str = ""
    halaman: str = ""

    @property
    def id(self) -> str:
        """The place as one word, as links write it."""
        return f"{self.bab}#{self.bagian}" if self.bagian else self.bab

    @classmethod
    def of(cls, id: str) -> Place:
        """Return the place of a link such as ``insentif#Mengunci daftar``."""
        bab, _, bagian = id.partition("#")
        return cls(bab, bagian)


class Trail:
    """The places one was at, as a browser keeps them."""

    def __init__(self) -> None:
        self._tempat: list[Place] = []
        self._ke = -1
        self._lewat = False

    @property
    def now(self) -> Place | None:
        """Where one is."""
        return self._tempat[self._ke] if self._tempat else None

    @property
    def back(self) -> bool:
        """Whether there is a place before this one."""
        return self._ke > 0

    @property
    def forth(self) -> bool:
        """Whether there is a place after this one."""
        return self._ke < len(self._tempat) - 1

    def go(self, tempat: Place, *, passing: bool = False) -> None:
        """Go on to a place; one that was only passed by in the list is not kept."""
        keep = self._ke if passing and self._lewat and self._tempat else self._ke + 1
        self._tempat[keep:] = [tempat]
        self._ke, self._lewat = keep, passing

    def turn(self, arah: int) -> None:
        """Go back (-1) or forth (1), where there is such a place."""
        if 0 <= self._ke + arah < len(self._tempat):
            self._ke, self._lewat = self._ke + arah, False


def chapters() -> list[tuple[str, str]]:
    """Return (id, title) of every chapter, the keys last."""
    return [*((bab.kunci, bab.judul) for bab in panduan.semua()), (TOMBOL, text.TOMBOL)]


def find(dicari: str, tombol: Mapping[str, str]) -> Sequence[tuple[str, str]]:
    """Return (id, words) of the chapters and sections that have what was typed; ``tombol`` are the keys by page."""
    semua: list[tuple[Kunci, tuple[str, str]]] = []
    bagian_: list[tuple[Kunci, tuple[str, str]]] = []
    for bab in panduan.semua():
        awal, *sisa = bab.bagian()
        semua.append((temukan.kunci(f"{bab.judul} {bab.kata}", awal[1]), (bab.kunci, bab.judul)))
        for bagian, isi in sisa:
            kata = text.BAGIAN.format(bagian=bagian, bab=bab.judul)
            bagian_.append((temukan.kunci(bagian, f"{bab.judul} {isi}"), (Place(bab.kunci, bagian).id, kata)))
    for halaman, isi in tombol.items():
        kata = text.BAGIAN.format(bagian=halaman, bab=text.TOMBOL)
        bagian_.append((temukan.kunci(f"{text.TOMBOL} {halaman}", isi), (Place(TOMBOL, halaman).id, kata)))
    return temukan.cari(dicari, semua + bagian_)
