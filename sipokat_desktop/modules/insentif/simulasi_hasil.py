"""The question and the answer of a simulation, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from sipokat_desktop.kernel import rupiah

from . import text_simulasi as text


class TarifBaru(NamedTuple):
    """A tariff (rupiah a month) assumed from a month (``YYYY-MM``) on."""

    mulai: str
    jumlah: int


class AturanBaru(NamedTuple):
    """A performance rule assumed from a month on; ``pita`` as stored (``0=5000 3=10000``), "" = no rule any more."""

    mulai: str
    ukuran: str
    pita: str


@dataclass(frozen=True, slots=True)
class Andaian:
    """What is assumed of a component from month ``dari`` to ``sampai``; what is None stays as it is now.

    ``irama`` is how lists are drawn up: tax is rounded per line, so that it may differ by some rupiah.
    """

    komponen_id: str
    dari: str
    sampai: str
    tarif: tuple[TarifBaru, ...] = ()
    skema: str | None = None
    pajak: int | None = None
    hari_acuan: int | None = None
    aturan: AturanBaru | None = None
    irama: Literal["triwulan", "bulan"] = "triwulan"


class BulanAnggaran(NamedTuple):
    """Gross rupiah of a month now and then, to how many heads; ``terkunci`` stands on lists in force."""

    bulan: str
    kini: int
    nanti: int
    orang_kini: int
    orang_nanti: int
    terkunci: int

    @property
    def selisih(self) -> int:
        """Rupiah more (or less, negative) than now."""
        return self.nanti - self.kini


class BulanDampak(NamedTuple):
    """Gross rupiah of a head in a month, now and then."""

    bulan: str
    kini: int
    nanti: int


class Dampak(NamedTuple):
    """What the assumption means to one term; ``bersih`` is after tax, ``sebab`` says why in a few words."""

    lingkup: str
    kelurahan: str
    jabatan_id: str
    masa_id: str
    nomor_rt: str
    nama: str
    kini: int
    nanti: int
    bersih_kini: int
    bersih_nanti: int
    bulan: tuple[BulanDampak, ...]
    sebab: str

    @property
    def selisih(self) -> int:
        """Gross rupiah gained (or lost, negative)."""
        return self.nanti - self.kini

    @property
    def selisih_bersih(self) -> int:
        """Rupiah in hand gained (or lost, negative)."""
        return self.bersih_nanti - self.bersih_kini

    @property
    def sebulan(self) -> tuple[int, int]:
        """Gross rupiah of the last month with any: now and then."""
        ada = [satu for satu in self.bulan if satu.kini or satu.nanti]
        return (ada[-1].kini, ada[-1].nanti) if ada else (0, 0)


class KelurahanAnggaran(NamedTuple):
    """Gross rupiah of a kelurahan, and how many heads gain and lose."""

    lingkup: str
    nama: str
    kini: int
    nanti: int
    untung: int
    rugi: int

    @property
    def selisih(self) -> int:
        """Rupiah more (or less, negative) than now."""
        return self.nanti - self.kini


class PaguTahun(NamedTuple):
    """The budget of a year (None: not entered) beside what the months of the period need of it; ``dari_kota``: it is
    the city's for all of its offices."""

    tahun: int
    pagu: int | None
    kini: int
    nanti: int
    dari_kota: bool = False

    @property
    def lebih(self) -> int:
        """Rupiah above the budget, 0 when it suffices or is not known."""
        return max(self.nanti - self.pagu, 0) if self.pagu is not None else 0


@dataclass(frozen=True, slots=True)
class Simulasi:
    """The answer: budget by month, by kelurahan and in sum, and what it means to every head."""

    andaian: Andaian
    komponen: str
    bulan: tuple[BulanAnggaran, ...]
    kelurahan: tuple[KelurahanAnggaran, ...]
    baris: tuple[Dampak, ...]
    pph_kini: int
    pph_nanti: int
    pagu: tuple[PaguTahun, ...]
    catatan: tuple[str, ...]

    @property
    def kini(self) -> int:
        """Gross rupiah as things stand."""
        return sum(satu.kini for satu in self.bulan)

    @property
    def nanti(self) -> int:
        """Gross rupiah under the assumption."""
        return sum(satu.nanti for satu in self.bulan)

    @property
    def selisih(self) -> int:
        """Rupiah more (or less, negative) than now."""
        return self.nanti - self.kini

    @property
    def berbeda(self) -> bool:
        """Tell whether the assumption changes anything, in gross or in hand."""
        return any(satu.selisih or satu.selisih_bersih or satu.kini != satu.nanti for satu in self.baris)

    @property
    def untung(self) -> tuple[Dampak, ...]:
        """Who has more in hand."""
        return tuple(satu for satu in self.baris if satu.selisih_bersih > 0)

    @property
    def rugi(self) -> tuple[Dampak, ...]:
        """Who has less in hand."""
        return tuple(satu for satu in self.baris if satu.selisih_bersih < 0)

    @property
    def tetap(self) -> tuple[Dampak, ...]:
        """Who has the same in hand."""
        return tuple(satu for satu in self.baris if not satu.selisih_bersih)

    @property
    def kalimat(self) -> str:
        """The answer in one or two sentences."""
        if not self.berbeda:
            return text.SAMA.format(kini=rupiah.uang(self.kini))
        kata = text.LEBIH if self.selisih > 0 else text.KURANG if self.selisih < 0 else text.TETAP
        return kata.format(
            kini=rupiah.uang(self.kini), nanti=rupiah.uang(self.nanti), beda=rupiah.uang(abs(self.selisih)),
            untung=len(self.untung), rugi=len(self.rugi),
        )  # fmt: skip
