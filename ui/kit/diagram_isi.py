"""What a chart of the kit shows, as plain values."""

from __future__ import annotations

from sipokat_desktop.kernel.values import NamedTuple


class Nilai(NamedTuple):
    """One bar or column: ``jumlah`` of ``dari`` (0: there is no whole); ``kata`` say the same in words. ``nama`` is the
    label in full, where what stands at the chart is short."""

    id: str
    label: str
    jumlah: int
    dari: int = 0
    kata: str = ""
    nama: str = ""

    @property
    def lengkap(self) -> str:
        """The label in full."""
        return self.nama or self.label


class Titik(NamedTuple):
    """How much there was by a day (ISO)."""

    hari: str
    nilai: int


class Garis(NamedTuple):
    """One series of a chart of progress, in the order of its days."""

    nama: str
    titik: tuple[Titik, ...]
