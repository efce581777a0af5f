"""The figures of the public pages: the modules' own tables and sections, for a year, of the whole city."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sipokat_desktop.kernel import rupiah, tanggal, wilayah
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import public
from sipokat_desktop.storage.briefing import Asked, Section
from sipokat_desktop.storage.public import KODE, PLACE, PublicRow, PublicTable
from sync.web.kit.kunjungan import Kunjungan, TidakAda

TAHUN_AWAL = 2020
"""The first year that can be asked for: the city's reports begin then (DOMAIN §1)."""
TABEL = {tabel.key: tabel for tabel in public.tables(MODULES)}


class Isi(NamedTuple):
    """A table with its rows, and their sums (None in columns that have none)."""

    tabel: PublicTable
    baris: Sequence[PublicRow]
    jumlah: PublicRow


def tahun(k: Kunjungan) -> int:
    """Return the year asked for; this year where none is, or one that cannot be."""
    kini = tanggal.wib(k.now).year
    teks = k.tanya("tahun")
    ke = int(teks) if teks.isascii() and teks.isdigit() and len(teks) == 4 else kini
    return ke if TAHUN_AWAL <= ke <= kini else kini


def pilihan_tahun(k: Kunjungan) -> list[tuple[str, str]]:
    """Return the years that can be asked for, the newest first."""
    kini = tanggal.wib(k.now).year
    return [(str(ke), str(ke)) for ke in range(kini, TAHUN_AWAL - 1, -1)]


def masa(k: Kunjungan) -> Asked:
    """Return the days of the year asked for, up to today, of the whole city."""
    ke, hari = tahun(k), tanggal.wib(k.now).date().isoformat()
    return Asked(wilayah.KOTA, f"{ke}-01-01", min(f"{ke}-12-31", hari))


def satu(k: Kunjungan, kunci: str) -> Isi:
    """Return a table; raise TidakAda where no module has it."""
    if kunci not in TABEL:
        raise TidakAda
    tabel, asked = TABEL[kunci], masa(k)
    baris = k.kantor.ingat(("publik", kunci, asked), lambda con: tuple(tabel.rows(con, asked)))
    return Isi(tabel, baris, _jumlah(tabel, baris))


def berisi(baris: PublicRow) -> bool:
    """Tell whether the office of a kelurahan has sent anything of what a row per kelurahan says."""
    return any(nilai is not None for nilai in baris[len(PLACE) :])


def _jumlah(tabel: PublicTable, baris: Sequence[PublicRow]) -> PublicRow:
    return tuple(
        _tambah([satu[ke] for satu in baris]) if kolom.number else None for ke, kolom in enumerate(tabel.columns)
    )


def _tambah(semua: Sequence[str | int | None]) -> int | None:
    """Return the sum of what is known; None where nothing is."""
    ada = [int(n) for n in semua if n is not None]
    return sum(ada) if ada else None


def per_kelurahan(k: Kunjungan) -> list[Isi]:
    """Return the tables that have a row for each kelurahan."""
    return [satu(k, kunci) for kunci, tabel in TABEL.items() if tabel.columns[0] == KODE]


def bagian(k: Kunjungan) -> tuple[Section, ...]:
    """Return the modules' sections for the first page."""
    asked = masa(k)
    return k.kantor.ingat(("publik", "bagian", asked), lambda con: public.sections(con, MODULES, asked))


def sel(nilai: str | int | None) -> str:
    """Write a cell for people: counts with dots, nothing as a dash."""
    if nilai is None or nilai == "":
        return "—"
    return rupiah.titik(nilai) if isinstance(nilai, int) else nilai
