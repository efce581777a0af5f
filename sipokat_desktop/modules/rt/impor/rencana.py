"""What an import would do, row by row: the plan that the preview shows and the commit carries out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import NamedTuple

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.canonical import Fields, Value
from sipokat_desktop.modules.rt import JABATAN, MASA, ORANG

from . import kata
from .baris import Diabaikan
from .hasil import Letak, Tanda
from .neraca import Neraca
from .pemetaan import Pemetaan

LABEL = {kolom.name: kolom.label for tabel in (JABATAN, ORANG, MASA) for kolom in tabel.columns}


class Nasib(Enum):
    """What becomes of a row."""

    BARU = "baru"
    DIUBAH = "diubah"
    SAMA = "sama"
    GANTI = "ganti ketua"
    DILEWATI = "dilewati"
    MASALAH = "bermasalah"


class Beda(NamedTuple):
    """One field that changes: what it is called, before and after in words."""

    isian: str
    label: str
    sebelum: str
    sesudah: str


@dataclass(slots=True)
class Kerja:
    """What the commit does for a row. Empty ids are made then; ``tutup`` is the term that ends on ``akhir``
    (empty: its end is on record already and stays)."""

    jabatan_id: str = ""
    jabatan_baru: bool = False
    orang_id: str = ""
    masa_id: str = ""
    tutup: str = ""
    akhir: str = ""
    jabatan: Fields = field(default_factory=dict)
    orang: Fields = field(default_factory=dict)
    masa: Fields = field(default_factory=dict)


@dataclass(slots=True)
class BarisRencana:
    """One data row: where it stands, what becomes of it and why, its cleaned fields, changes and remarks.

    ``lama`` names the present head where another one is to replace him; ``tanya_orang`` says that the row waits for
    the word whether it speaks of the same person.
    """

    letak: Letak
    lembar: str
    nasib: Nasib
    alasan: str
    isi: Fields
    beda: tuple[Beda, ...] = ()
    tanda: Sequence[Tanda] = ()
    lama: str = ""
    kerja: Kerja | None = None
    tanya_orang: bool = False

    @property
    def sebutan(self) -> str:
        """The row as people name it: ``RT 03 · Kusnadi``."""
        rt = f"RT {self.isi['nomor']}" if self.isi.get("nomor") else ""
        rw = f" RW {self.isi['rw']}" if self.isi.get("rw") and rt else ""
        return " · ".join(filter(None, (rt + rw, str(self.isi.get("nama") or "")))) or f"Baris {self.letak.baris}"


@dataclass(frozen=True, slots=True)
class Pilihan:
    """What the user decided about single rows and cells."""

    lewati: frozenset[Letak] = frozenset()
    orang_sama: frozenset[Letak] = frozenset()
    ganti: frozenset[Letak] = frozenset()
    terima: frozenset[tuple[Letak, str]] = frozenset()
    isi: Mapping[tuple[Letak, str], str] = field(default_factory=dict)

    def dengan(
        self, *, lewati: Iterable[Letak] = (), orang_sama: Iterable[Letak] = (), ganti: Iterable[Letak] = (),
        terima: Iterable[tuple[Letak, str]] = (), isi: Mapping[tuple[Letak, str], str] | None = None,
    ) -> Pilihan:  # fmt: skip
        """Return the choices with more of them; *same person* and *replacement* exclude each other."""
        sama, beda = frozenset(orang_sama), frozenset(ganti)
        return replace(
            self, lewati=self.lewati | frozenset(lewati), orang_sama=(self.orang_sama | sama) - beda,
            ganti=(self.ganti | beda) - sama, terima=self.terima | frozenset(terima),
            isi={**self.isi, **(isi or {})},
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rencana:
    """The whole plan. ``sidik`` marks the data that it was compared with; ``tak_ada`` names the stored heads that
    are not on the sheet (nothing happens to them)."""

    berkas: str
    lingkup: str
    hari: date
    baris: Sequence[BarisRencana]
    diabaikan: Sequence[Diabaikan]
    catatan: tuple[str, ...]
    tak_ada: tuple[str, ...]
    pemetaan: Pemetaan
    sidik: int

    @property
    def jumlah(self) -> dict[Nasib, int]:
        """How many rows become what."""
        hitung = Counter(satu.nasib for satu in self.baris)
        return {nasib: hitung[nasib] for nasib in Nasib}

    @property
    def bermasalah(self) -> list[BarisRencana]:
        """The rows that a person must mend."""
        return [satu for satu in self.baris if satu.nasib is Nasib.MASALAH]

    @property
    def kalimat(self) -> str:
        """The plan in one sentence."""
        n = self.jumlah
        return kata.KALIMAT_RENCANA.format(
            n=len(self.baris), baru=n[Nasib.BARU], ganti=n[Nasib.GANTI], diubah=n[Nasib.DIUBAH], sama=n[Nasib.SAMA],
            dilewati=n[Nasib.DILEWATI], masalah=n[Nasib.MASALAH],
        )  # fmt: skip

    @property
    def bisa_simpan(self) -> bool:
        """Whether anything would be written."""
        n = self.jumlah
        return bool(n[Nasib.BARU] or n[Nasib.GANTI] or n[Nasib.DIUBAH])

    @property
    def neraca(self) -> Neraca:
        """The balance that the commit will report."""
        return neraca_dari(self, act_id="", waktu=0)


def neraca_dari(rencana: Rencana, *, act_id: str, waktu: int) -> Neraca:
    """Return the balance of a plan: read = new (replacements too) + changed + same + skipped (problems too)."""
    n = rencana.jumlah
    return Neraca(
        act_id, rencana.berkas, waktu, len(rencana.baris), n[Nasib.BARU] + n[Nasib.GANTI], n[Nasib.DIUBAH],
        n[Nasib.SAMA], n[Nasib.DILEWATI] + n[Nasib.MASALAH], n[Nasib.GANTI], rencana.baris,
    )  # fmt: skip


def kata_isian(isian: str, nilai: Value) -> str:
    """Return a stored value as people read it."""
    if nilai is None:
        return ""
    if isian in ("tanggal_lahir", "sk_tanggal", "tmt", "akhir_sk", "akhir_nyata"):
        return tanggal.panjang(date.fromisoformat(str(nilai)))
    return str(nilai)
