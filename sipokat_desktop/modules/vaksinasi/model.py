"""What module vaksinasi reads: sums of an RT on a day, coverage of places, progress by day, gaps. Never a person."""

from __future__ import annotations

from typing import NamedTuple

from . import text


class Catatan(NamedTuple):
    """How many people of an RT had been vaccinated by a day (ISO), all together since the programme began.

    ``ragu`` are doubts in sentences: what a person cannot have entered without a reason, but a sync can bring about."""

    catatan_id: str
    lingkup: str
    jabatan_id: str
    nomor_rt: str
    program: str
    tanggal: str
    sasaran: int
    dosis1: int
    dosis2: int
    booster: int
    alasan: str = ""
    catatan: str = ""
    ragu: tuple[str, ...] = ()

    @property
    def angka(self) -> tuple[int, int, int, int]:
        """The figures in the order sasaran, dosis 1, dosis 2, booster."""
        return self.sasaran, self.dosis1, self.dosis2, self.booster


class Cakupan(NamedTuple):
    """How far a place (an RT, a kelurahan, a kecamatan, the city) is on a day: sums of the latest figures of its RT.

    ``rt`` counts its RT, ``rt_tercatat`` those with figures; ``terbaru`` is the day (ISO, empty: none) of the newest
    figure. ``kode`` is a post id, a kelurahan code, ``kec:…`` or ``kota``."""

    kode: str
    nama: str
    rt: int
    rt_tercatat: int
    sasaran: int = 0
    dosis1: int = 0
    dosis2: int = 0
    booster: int = 0
    terbaru: str = ""

    def permil(self, isian: str = "dosis1") -> int | None:
        """Return the share of ``sasaran`` in thousandths, rounded down so that 1000 means all; None of nobody."""
        return getattr(self, isian) * 1000 // self.sasaran if self.sasaran else None

    def kata(self, isian: str = "dosis1") -> str:
        """Say a share with its denominator: ``64 % · 40.550 dari 63.360``."""
        return text.bagian(int(getattr(self, isian)), self.sasaran)


class Titik(NamedTuple):
    """The sums on a day (ISO) on which a figure was recorded: of every RT the latest on or before it; ``rt`` counts the
    RT that have one."""

    tanggal: str
    rt: int
    sasaran: int
    dosis1: int
    dosis2: int
    booster: int


class Celah(NamedTuple):
    """An RT that needs attention: ``jenis`` is kosong, basi, dosis2, target or periksa, ``kata`` says why."""

    jabatan_id: str
    lingkup: str
    nomor_rt: str
    jenis: str
    kata: str
    catatan_id: str = ""

    @property
    def kata_jenis(self) -> str:
        """Name the kind of gap."""
        return text.CELAH[self.jenis]


class Baris(NamedTuple):
    """A line of the grid in which a date's figures are typed: the RT, its last figures before that day (None: none),
    and those of the day itself (None: not recorded yet)."""

    jabatan_id: str
    nomor_rt: str
    nama: str
    sebelum: Catatan | None
    kini: Catatan | None


class Tersimpan(NamedTuple):
    """What saving a grid did: how many RT were recorded anew, changed, and left as they were."""

    baru: int
    diubah: int
    sama: int
