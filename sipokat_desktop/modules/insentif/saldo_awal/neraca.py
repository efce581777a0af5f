"""The balance of an opening-balance import: read = recorded + same + skipped."""

from __future__ import annotations

from typing import NamedTuple

from sipokat_desktop.kernel import rupiah

from . import kata


class Neraca(NamedTuple):
    """The counts; ``rupiah`` is what was recorded, ``daftar`` the numbers of the lists made, ``waktu`` UTC ms."""

    act_id: str
    berkas: str
    waktu: int
    dibaca: int
    dicatat: int
    sama: int
    dilewati: int
    rupiah: int
    daftar: tuple[str, ...] = ()
    masa_baru: int = 0

    @property
    def kalimat(self) -> str:
        """The balance in one sentence."""
        return kata.KALIMAT.format(
            dibaca=self.dibaca, dicatat=self.dicatat, uang=rupiah.uang(self.rupiah), sama=self.sama,
            dilewati=self.dilewati,
        )  # fmt: skip


class Impor(NamedTuple):
    """One import of this computer: its act, when (UTC ms), by whom, from which file, its balance, taken back or not."""

    act_id: str
    waktu: int
    oleh: str
    berkas: str
    neraca: Neraca
    dibatalkan: bool
