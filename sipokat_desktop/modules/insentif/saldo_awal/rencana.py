"""What an opening balance would do, row by row, before anything is saved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.modules.rt.impor.hasil import Letak, Tanda

from . import kata
from .neraca import Neraca


class Nasib(Enum):
    """What becomes of a row."""

    DICATAT = "dicatat"
    SAMA = "sama"
    DILEWATI = "dilewati"
    MASALAH = "bermasalah"


class Diabaikan(NamedTuple):
    """A row that is no data, and why."""

    lembar: int
    baris: int
    isi: str
    alasan: str


class Setoran(NamedTuple):
    """One month that a row pays: whom, from which purse, net rupiah and tax, the day (ISO), what else was noted."""

    jabatan_id: str
    masa_id: str
    komponen_id: str
    bulan: str
    jumlah: int
    pph: int
    tanggal: str
    keterangan: str


class MasaBaru(NamedTuple):
    """A former head whom Data RT does not know yet, with the first and last day (ISO) that the sheet shows."""

    masa_id: str
    orang_id: str
    jabatan_id: str
    nama: str
    nik: str
    orang_baru: bool
    tmt: str
    akhir: str


_TANPA_ISI: Mapping[tuple[Letak, str], str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Pilihan:
    """What the user decided: the component, period and day for rows that name none, rows to skip, proposals
    accepted, cells typed anew."""

    komponen_id: str = ""
    periode: str = ""
    tanggal: str = ""
    lewati: frozenset[Letak] = frozenset()
    terima: frozenset[Letak] = frozenset()
    isi: Mapping[tuple[Letak, str], str] = field(default_factory=lambda: _TANPA_ISI)

    def dengan(
        self, *, komponen_id: str | None = None, periode: str | None = None, tanggal: str | None = None,
        lewati: frozenset[Letak] = frozenset(), terima: frozenset[Letak] = frozenset(),
        isi: Mapping[tuple[Letak, str], str] = _TANPA_ISI,
    ) -> Pilihan:  # fmt: skip
        """Return these choices with more added."""
        return replace(
            self,
            komponen_id=self.komponen_id if komponen_id is None else komponen_id,
            periode=self.periode if periode is None else periode,
            tanggal=self.tanggal if tanggal is None else tanggal,
            lewati=self.lewati | lewati, terima=self.terima | terima, isi={**self.isi, **isi},
        )  # fmt: skip


@dataclass(slots=True)
class BarisRencana:
    """One row of the sheet and what would become of it."""

    letak: Letak
    lembar: str
    nasib: Nasib
    alasan: str
    sebutan: str
    jumlah: int = 0
    rincian: tuple[tuple[str, int], ...] = ()
    tanda: list[Tanda] = field(default_factory=list)
    usul: str = ""
    setoran: tuple[Setoran, ...] = ()


@dataclass(frozen=True, slots=True)
class Rencana:
    """A whole file compared with what is stored; ``sidik`` tells whether that changes before it is saved."""

    berkas: str
    lingkup: str
    baris: tuple[BarisRencana, ...]
    catatan: tuple[str, ...]
    diabaikan: tuple[Diabaikan, ...]
    masa_baru: tuple[MasaBaru, ...]
    sidik: int

    @property
    def jumlah(self) -> dict[Nasib, int]:
        """How many rows have which fate."""
        ada = Counter(satu.nasib for satu in self.baris)
        return {nasib: ada[nasib] for nasib in Nasib}

    @property
    def total(self) -> int:
        """Rupiah that would be recorded."""
        return sum(satu.jumlah for satu in self.setoran)

    @property
    def setoran(self) -> tuple[Setoran, ...]:
        """Every month that would be recorded, in the order of the sheet."""
        return tuple(satu for baris in self.baris if baris.nasib is Nasib.DICATAT for satu in baris.setoran)

    @property
    def bermasalah(self) -> list[BarisRencana]:
        """The rows that cannot be taken like this."""
        return [satu for satu in self.baris if satu.nasib is Nasib.MASALAH]

    @property
    def bisa_simpan(self) -> bool:
        """Tell whether anything would be recorded."""
        return any(satu.nasib is Nasib.DICATAT for satu in self.baris)

    @property
    def kalimat(self) -> str:
        """The plan in one sentence."""
        n = self.jumlah
        return kata.KALIMAT_RENCANA.format(
            n=len(self.baris), dicatat=n[Nasib.DICATAT], uang=rupiah.uang(self.total), sama=n[Nasib.SAMA],
            dilewati=n[Nasib.DILEWATI], masalah=n[Nasib.MASALAH],
        )  # fmt: skip

    @property
    def neraca(self) -> Neraca:
        """The balance that saving would report."""
        return self.neraca_dari()

    def neraca_dari(
        self, *, act_id: str = "", waktu: int = 0, daftar: tuple[str, ...] = (), masa_baru: int = 0
    ) -> Neraca:
        """Return the balance of an import; a row with a problem counts as skipped."""
        n = self.jumlah
        return Neraca(
            act_id, self.berkas, waktu, len(self.baris), n[Nasib.DICATAT], n[Nasib.SAMA],
            n[Nasib.DILEWATI] + n[Nasib.MASALAH], self.total, daftar, masa_baru,
        )  # fmt: skip
