"""What an import of a register would do, row by row, before anything is saved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.modules.rt.impor.hasil import Letak, Tanda

from ..tulis import Penerima
from . import kata


class Nasib(Enum):
    """What becomes of a row."""

    BARU = "baru"
    DIUBAH = "diperbarui"
    SAMA = "sama"
    DILEWATI = "dilewati"
    DITOLAK = "ditolak"


class Diabaikan(NamedTuple):
    """A row that is no data, and why."""

    lembar: int
    baris: int
    isi: str
    alasan: str


class Serah(NamedTuple):
    """The hand-over that a row tells of: to whom, on which day (ISO), under which number."""

    kepada: Penerima
    rt: str
    tanggal: str
    nomor: str


_TANPA_ISI: Mapping[tuple[Letak, str], str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Pilihan:
    """What the user decided: rows to skip, and cells typed anew."""

    lewati: frozenset[Letak] = frozenset()
    isi: Mapping[tuple[Letak, str], str] = field(default_factory=lambda: _TANPA_ISI)

    def dengan(
        self, *, lewati: frozenset[Letak] = frozenset(), isi: Mapping[tuple[Letak, str], str] = _TANPA_ISI
    ) -> Pilihan:
        """Return these choices with more added."""
        return replace(self, lewati=self.lewati | lewati, isi={**self.isi, **isi})


@dataclass(frozen=True, slots=True)
class BarisRencana:
    """One row of the sheet and what would become of it: ``isi`` is written, ``serah`` recorded with it."""

    letak: Letak
    lembar: str
    nasib: Nasib
    alasan: str
    sebutan: str
    unit_id: str = ""
    isi: Fields = field(default_factory=dict)
    serah: Serah | None = None
    tanda: tuple[Tanda, ...] = ()


class Neraca(NamedTuple):
    """The counts of an import: read = new + updated + same + refused; ``serah`` counts holders, ``waktu`` is UTC ms."""

    act_id: str
    berkas: str
    waktu: int
    dibaca: int
    baru: int
    diubah: int
    sama: int
    ditolak: int
    serah: int

    @property
    def kalimat(self) -> str:
        """The balance in one sentence."""
        return kata.KALIMAT.format(**{nama: nilai for nama, nilai in self._asdict().items() if isinstance(nilai, int)})


@dataclass(frozen=True, slots=True)
class Rencana:
    """A whole file compared with what is stored; ``sidik`` tells whether that changes before it is saved."""

    berkas: str
    lingkup: str
    baris: tuple[BarisRencana, ...]
    diabaikan: tuple[Diabaikan, ...]
    sidik: str

    @property
    def jumlah(self) -> dict[Nasib, int]:
        """How many rows have which fate."""
        ada = Counter(satu.nasib for satu in self.baris)
        return {nasib: ada[nasib] for nasib in Nasib}

    @property
    def bermasalah(self) -> list[BarisRencana]:
        """The rows that cannot be taken like this."""
        return [satu for satu in self.baris if satu.nasib is Nasib.DITOLAK]

    @property
    def bisa_simpan(self) -> bool:
        """Tell whether anything would be recorded."""
        return any(satu.nasib in (Nasib.BARU, Nasib.DIUBAH) for satu in self.baris)

    @property
    def kalimat(self) -> str:
        """The plan in one sentence."""
        return self.neraca().kalimat

    def neraca(self, *, act_id: str = "", waktu: int = 0) -> Neraca:
        """Return the balance; what the user skips counts as refused."""
        n = self.jumlah
        serah = sum(1 for satu in self.baris if satu.serah)
        return Neraca(
            act_id, self.berkas, waktu, len(self.baris), n[Nasib.BARU], n[Nasib.DIUBAH], n[Nasib.SAMA],
            n[Nasib.DITOLAK] + n[Nasib.DILEWATI], serah,
        )  # fmt: skip
