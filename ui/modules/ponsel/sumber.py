"""The rows of the register for the long table: held in memory, filtered and sorted at each key."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sipokat_desktop.kernel import pencarian, rupiah, wilayah
from sipokat_desktop.modules.ponsel import queries
from sipokat_desktop.modules.ponsel import text as ponsel
from sipokat_desktop.modules.ponsel.model import DIPEGANG, DITARIK, GANDA, Jumlah, Unit, sebutan
from sipokat_desktop.modules.ponsel.rules import rapikan_imei, tampil_imei
from sipokat_desktop.storage import sqlite
from ui.kit.days import pendek
from ui.kit.table_model import Baris, Kolom
from ui.kit.table_query import Utuh
from ui.kit.theme import Role

from . import text
from .perhatian import meragukan, perhatian, urgensi

SEMUA, RAGU = "semua", "ragu"
SARINGAN = tuple(satu for satu in queries.SARINGAN if satu[0] != "kejadian")
"""The chips: an open incident is seen by what was broken or lost."""
_J = text.KOLOM_JUDUL
KOLOM = (
    Kolom("kelurahan", _J["kelurahan"], 110, 1, urut="kelurahan"),
    Kolom("barang", _J["barang"], 130, 2, urut="barang"),
    Kolom("imei", _J["imei"], urut="imei", sembunyi=1),
    Kolom("seri", _J["seri"], urut="seri", sembunyi=4),
    Kolom("pemegang", _J["pemegang"], 100, 3, urut="pemegang"),
    Kolom("rt", _J["rt"], urut="rt"),
    Kolom("sejak", _J["sejak"], urut="sejak", sembunyi=3),
    Kolom("kondisi", _J["kondisi"], urut="kondisi", sembunyi=2),
    Kolom("perhatian", _J["perhatian"], 100, 2, urut="perhatian"),
    Kolom("bast", _J["bast"], urut="bast", sembunyi=6, tampil=False),
    Kolom("sim", _J["sim"], sembunyi=7, tampil=False),
    Kolom("kode", _J["kode"], urut="kode", sembunyi=8, tampil=False),
    Kolom("nup", _J["nup"], sembunyi=9, tampil=False),
    Kolom("garansi", _J["garansi"], urut="garansi", sembunyi=10, tampil=False),
    Kolom("tahun", _J["tahun"], urut="tahun", sembunyi=11, tampil=False),
    Kolom("kelengkapan", _J["kelengkapan"], 110, 2, sembunyi=12, tampil=False),
)
"""Every column there is; Kelurahan only where the office looks after several."""

_KONDISI = {"rusak_ringan": Role.PERHATIAN, "rusak_berat": Role.SALAH, "hilang": Role.SALAH}


class Tanya(NamedTuple):
    """What the table is asked: the typed line, the chip, a kelurahan and a post ("" for all), the order."""

    cari: str = ""
    saring: str = SEMUA
    kelurahan: str = ""
    jabatan: str = ""
    urut: str = ""
    turun: bool = False


class Register(NamedTuple):
    """The register of a day, with what the chips let pass (ids of units) and the counts."""

    units: Sequence[Unit] = ()
    hari: date = date.min
    saringan: Mapping[str, frozenset[str]] = {}
    jumlah: Jumlah = Jumlah(*(0,) * 8)


def baca(con: sqlite.Connection, lingkup: Sequence[str], hari: date) -> Register:
    """Read the register of places; on any thread."""
    units = queries.daftar(con, lingkup=lingkup, hari=hari)
    return Register(units, hari, {k: _disaring(units, k, hari) for k, _ in SARINGAN}, queries.jumlah(units))


def kunci(units: Sequence[Unit]) -> dict[str, str]:
    """Return what every unit is found by; on any thread."""
    return {u.unit_id: queries.kunci(u) for u in units}


def _disaring(units: Sequence[Unit], kunci: str, hari: date) -> frozenset[str]:
    hasil = queries.saring(units, kunci, hari=hari)
    return frozenset(u.unit_id for u in hasil if kunci != RAGU or meragukan(u, hari))


class UnitSource:
    """Holds the register; a unit keeps its number as long as it is in it."""

    def __init__(self, *, beberapa: bool) -> None:
        self.beberapa = beberapa
        self.kolom = tuple(k for k in KOLOM if k.kunci != "kelurahan" or beberapa)
        self.isi = Register()
        self.versi = 0
        self._nomor: dict[str, int] = {}
        self._isi: dict[int, Unit] = {}
        self._kunci: dict[str, str] = {}

    @property
    def units(self) -> Sequence[Unit]:
        """All units, in the order of the register."""
        return self.isi.units

    def pasang(self, isi: Register) -> None:
        """Hold another register."""
        self.isi, self.versi = isi, self.versi + 1
        units = isi.units
        for u in units:
            self._nomor.setdefault(u.unit_id, len(self._nomor) + 1)
        self._isi = {self._nomor[u.unit_id]: u for u in units}
        self._kunci = {}

    def pasang_kunci(self, kunci: dict[str, str], versi: int) -> None:
        """Hold the keys that were made for version ``versi`` of the register."""
        if versi == self.versi:
            self._kunci = kunci

    # questions

    def tanya(self, t: Tanya) -> Utuh:
        """Return the numbers of the rows that answer."""
        return Utuh(array("q", (self._nomor[u.unit_id] for u in self.jawab(t))))

    def jawab(self, t: Tanya) -> list[Unit]:
        """Return the units that answer, in the order that was asked for."""
        units = [u for u in self.units if self._masuk(u, t)]
        dicari = pencarian.tanya(t.cari)
        if dicari:
            units = [u for u in units if pencarian.cocok(dicari, self._kunci_dari(u))]
        return self._urutkan(units, t)

    def _masuk(self, u: Unit, t: Tanya) -> bool:
        tempat = t.kelurahan in ("", u.lingkup) and t.jabatan in ("", u.jabatan_id)
        return tempat and (t.saring == SEMUA or u.unit_id in self.isi.saringan[t.saring])

    def _urutkan(self, units: list[Unit], t: Tanya) -> list[Unit]:
        nilai = URUTAN.get(t.urut)
        if nilai is None:
            return units[::-1] if t.turun else units
        isi = sorted((u for u in units if nilai(u)), key=nilai, reverse=t.turun)
        return isi + [u for u in units if not nilai(u)]

    def _kunci_dari(self, u: Unit) -> str:
        kunci = self._kunci.get(u.unit_id)
        if kunci is None:
            kunci = self._kunci[u.unit_id] = queries.kunci(u)
        return kunci

    def hitung(self, kelurahan: str = "") -> dict[str, int]:
        """Return how many units of a kelurahan ("" for all) every chip shows."""
        di = [u for u in self.units if kelurahan in ("", u.lingkup)]
        return {SEMUA: len(di)} | {k: sum(u.unit_id in self.isi.saringan.get(k, ()) for u in di) for k, _ in SARINGAN}

    def kata_jumlah(self, n: int, dipilih: int) -> str:
        """Say how many units are shown, and how many of them are chosen."""
        j = self.isi.jumlah
        if n < j.semua:
            kata = text.JUMLAH_SARING.format(n=titik(n), semua=titik(j.semua))
        else:
            kata = text.JUMLAH.format(n=titik(n), dipegang=titik(j.dipegang), kantor=titik(j.kantor))
        return kata + (text.DIPILIH.format(n=titik(dipilih)) if dipilih > 1 else "")

    def persis(self, teks: str) -> Unit | None:
        """Return the one unit whose whole IMEI, serial or BAST number was typed or scanned."""
        dicari, huruf = rapikan_imei(teks), "".join(teks.split()).upper()
        if len(huruf) < 4:
            return None
        cocok = [u for u in self.units if dicari in (u.imei1, u.imei2) or huruf in (u.seri, u.nomor.upper())]
        return cocok[0] if len(cocok) == 1 else None

    def satu(self, nomor: int) -> Unit | None:
        """Return one unit, None for number 0."""
        return self._isi.get(nomor)

    def unit(self, unit_id: str) -> Unit | None:
        """Return the unit with an id."""
        return self._isi.get(self._nomor.get(unit_id, 0))

    # what the table asks

    def baris(self, numbers: Sequence[int]) -> Mapping[int, Baris]:
        """Return rows as the table shows them."""
        return {n: self._sel(self._isi[n]) for n in numbers if n in self._isi}

    def ids(self, numbers: Sequence[int]) -> list[str]:
        """Return the ids of rows."""
        return [self._isi[n].unit_id for n in numbers if n in self._isi]

    def nomor(self, id: str) -> int:
        """Return the number of a unit, 0 when there is none."""
        nomor = self._nomor.get(id, 0)
        return nomor if nomor in self._isi else 0

    def _sel(self, u: Unit) -> Baris:
        kata, peran = perhatian(u, self.isi.hari)
        sel = (
            _nama(u), tampil_imei(u.imei1 or u.imei2), u.seri, siapa(u),
            u.nomor_rt, pendek(u.sejak), u.kata_kondisi, kata, u.nomor, u.sim, u.kode_barang, u.nup,
            pendek(u.garansi_sampai), "" if u.tahun is None else str(u.tahun), u.kelengkapan,
        )  # fmt: skip
        warna = (None, None, None, _siapa(u), None, None, _KONDISI.get(u.kondisi), peran)
        depan = (wilayah.nama(u.lingkup),) if self.beberapa else ()
        return Baris(u.unit_id, (*depan, *sel), (*(None for _ in depan), *warna))


def _nama(u: Unit) -> str:
    """Return what a unit is: of a phone, which most are, only make and model."""
    return sebutan("" if u.barang == ponsel.BARANG and (u.merek or u.tipe) else u.barang, u.merek, u.tipe)


def siapa(u: Unit) -> str:
    """Return who has a unit, in a few words."""
    if u.keadaan in (DIPEGANG, GANDA):
        return u.nama or text.TANPA
    return text.DITARIK if u.keadaan == DITARIK else text.DI_KANTOR


def _siapa(u: Unit) -> Role | None:
    return None if u.keadaan in (DIPEGANG, GANDA) else Role.REDUP


def titik(jumlah: int) -> str:
    """Return a count with dots."""
    return rupiah.titik(jumlah)


URUTAN: Mapping[str, Callable[[Unit], Any]] = {
    "kelurahan": lambda u: wilayah.nama(u.lingkup),
    "barang": lambda u: u.sebutan.casefold(),
    "imei": lambda u: u.imei1 or u.imei2,
    "seri": lambda u: u.seri,
    "pemegang": lambda u: u.nama.casefold(),
    "rt": lambda u: f"{u.nomor_rt:0>4}" if u.nomor_rt else "",
    "sejak": lambda u: u.sejak,
    "kondisi": lambda u: u.kata_kondisi,
    "perhatian": urgensi,
    "bast": lambda u: u.nomor,
    "kode": lambda u: u.kode_barang,
    "garansi": lambda u: u.garansi_sampai,
    "tahun": lambda u: "" if u.tahun is None else str(u.tahun),
}
"""What the columns are sorted by; what is empty comes last either way."""
