"""The proposals of a year for the long table: held in memory, filtered and sorted at each key."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from sipokat_desktop.kernel import pencarian, rupiah, wilayah
from sipokat_desktop.modules.usulan import queries
from sipokat_desktop.modules.usulan import text as usulan
from sipokat_desktop.modules.usulan.model import Usulan
from sipokat_desktop.modules.usulan.status import LAGI
from sipokat_desktop.storage import sqlite
from ui.kit.days import pendek
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.table_query import Utuh
from ui.kit.theme import Role

from . import text

SEMUA = "semua"
PRIORITAS = "prioritas"
_J = text.KOLOM_JUDUL
KOLOM = (
    Kolom("prioritas", _J["prioritas"], rata=Rata.KANAN, urut=PRIORITAS),
    Kolom("kelurahan", _J["kelurahan"], 100, 1, urut="kelurahan"),
    Kolom("rt", _J["rt"], 56, urut="rt"),
    Kolom("judul", _J["judul"], 220, 5, urut="judul"),
    Kolom("kategori", _J["kategori"], 90, 2, urut="kategori", sembunyi=2),
    Kolom("lokasi", _J["lokasi"], 90, 2, urut="lokasi", sembunyi=4),
    Kolom("volume", _J["volume"], rata=Rata.KANAN, sembunyi=3),
    Kolom("biaya", _J["biaya"], rata=Rata.KANAN, urut="biaya", sembunyi=1),
    Kolom("status", _J["status"], 150, 2, urut="status"),
    Kolom("sejak", _J["sejak"], urut="sejak", sembunyi=5, tampil=False),
    Kolom("kk", _J["kk"], rata=Rata.KANAN, urut="kk", sembunyi=6, tampil=False),
    Kolom("opd", _J["opd"], 90, 1, urut="opd", sembunyi=7, tampil=False),
    Kolom("pengusul", _J["pengusul"], 110, 1, urut="pengusul", sembunyi=8, tampil=False),
    Kolom("tahun", _J["tahun"], urut="tahun", sembunyi=9, tampil=False),
)
"""Every column there is; Kelurahan only where the office looks after several."""
PERAN_STATUS = {"terlaksana": Role.BAIK, "ditolak": Role.SALAH, "ditunda": Role.PERHATIAN, "draf": Role.REDUP}
"""The colours of statuses that are not simply on their way."""


class Tanya(NamedTuple):
    """What the table is asked: the typed line, the chip, and the choices ("" for all), the order."""

    cari: str = ""
    saring: str = SEMUA
    kategori: str = ""
    status: str = ""
    rt: str = ""
    lingkup: str = ""
    urut: str = ""
    turun: bool = False

    @property
    def utuh(self) -> bool:
        """Tell whether nothing is filtered out."""
        return not any((self.cari.strip(), self.kategori, self.status, self.rt, self.lingkup)) and self.saring == SEMUA


class Isi(NamedTuple):
    """The proposals of a year (None: of all), in the order of their lists, and the years there are."""

    semua: Sequence[Usulan] = ()
    tahun: int | None = None
    ada_tahun: Sequence[int] = ()


def baca(con: sqlite.Connection, lingkup: Sequence[str], tahun: int | None) -> Isi:
    """Read the proposals of places; on any thread."""
    return Isi(queries.daftar(con, lingkup=lingkup, tahun=tahun), tahun, queries.tahun(con, lingkup))


def kunci(semua: Sequence[Usulan]) -> dict[str, str]:
    """Return what every proposal is found by; on any thread."""
    return {u.usulan_id: u.kunci for u in semua}


class UsulanSource:
    """Holds the proposals; one keeps its number as long as it is among them."""

    def __init__(self, *, beberapa: bool) -> None:
        self.beberapa = beberapa
        self.kolom = tuple(k for k in KOLOM if k.kunci != "kelurahan" or beberapa)
        self.isi = Isi()
        self.versi = 0
        self._nomor: dict[str, int] = {}
        self._isi: dict[int, Usulan] = {}
        self._kunci: dict[str, str] = {}

    @property
    def semua(self) -> Sequence[Usulan]:
        """All proposals held, in the order of their lists."""
        return self.isi.semua

    def pasang(self, isi: Isi) -> None:
        """Hold other proposals."""
        self.isi, self.versi = isi, self.versi + 1
        for u in isi.semua:
            self._nomor.setdefault(u.usulan_id, len(self._nomor) + 1)
        self._isi = {self._nomor[u.usulan_id]: u for u in isi.semua}
        self._kunci = {}

    def pasang_kunci(self, kunci: dict[str, str], versi: int) -> None:
        """Hold the keys that were made for version ``versi`` of the rows."""
        if versi == self.versi:
            self._kunci = kunci

    # questions

    def tanya(self, t: Tanya) -> Utuh:
        """Return the numbers of the rows that answer."""
        return Utuh(array("q", (self._nomor[u.usulan_id] for u in self.jawab(t))))

    def jawab(self, t: Tanya) -> list[Usulan]:
        """Return the proposals that answer, in the order that was asked for."""
        hasil = queries.saring(self.di(t), "" if t.saring == SEMUA else t.saring)
        return self._urutkan(hasil, t)

    def di(self, t: Tanya) -> list[Usulan]:
        """Return the proposals that answer all but the chip, whose counts they are."""
        hasil = [u for u in self.semua if _masuk(u, t)]
        dicari = pencarian.tanya(t.cari)
        return [u for u in hasil if pencarian.cocok(dicari, self._kunci_dari(u))] if dicari else hasil

    def hitung(self, t: Tanya) -> dict[str, int]:
        """Return how many proposals every chip shows beside what else is asked."""
        di = self.di(t)
        return {SEMUA: len(di)} | {kunci: len(queries.saring(di, kunci)) for kunci, _ in usulan.SARINGAN}

    def _urutkan(self, semua: list[Usulan], t: Tanya) -> list[Usulan]:
        nilai = URUTAN.get(t.urut)
        if nilai is None:
            return semua[::-1] if t.turun else semua
        isi = sorted((u for u in semua if nilai(u) not in ("", None)), key=nilai, reverse=t.turun)
        return isi + [u for u in semua if nilai(u) in ("", None)]

    def _kunci_dari(self, u: Usulan) -> str:
        kunci = self._kunci.get(u.usulan_id)
        if kunci is None:
            kunci = self._kunci[u.usulan_id] = u.kunci
        return kunci

    def rt(self, lingkup: str) -> list[str]:
        """Return the RT that propose something in a kelurahan ("" for all), as the table names them."""
        semua = {rt for u in self.semua if lingkup in ("", u.lingkup) for rt in u.rt}
        return sorted(semua, key=lambda kata: (len(kata), kata))

    def satu(self, nomor: int) -> Usulan | None:
        """Return one proposal, None for number 0."""
        return self._isi.get(nomor)

    def usulan(self, usulan_id: str) -> Usulan | None:
        """Return the proposal with an id."""
        return self._isi.get(self._nomor.get(usulan_id, 0))

    # what the table asks

    def baris(self, numbers: Sequence[int]) -> Mapping[int, Baris]:
        """Return rows as the table shows them."""
        return {n: self._sel(self._isi[n]) for n in numbers if n in self._isi}

    def ids(self, numbers: Sequence[int]) -> list[str]:
        """Return the ids of rows."""
        return [self._isi[n].usulan_id for n in numbers if n in self._isi]

    def nomor(self, id: str) -> int:
        """Return the number of a proposal, 0 when there is none."""
        nomor = self._nomor.get(id, 0)
        return nomor if nomor in self._isi else 0

    def _sel(self, u: Usulan) -> Baris:
        awal = (_angka(u.prioritas),) + ((wilayah.nama(u.lingkup),) if self.beberapa else ())
        sel = (
            _rt(u), text.PERIKSA.format(judul=u.judul) if u.ragu else u.judul, u.kata_kategori, u.lokasi,
            u.kata_volume, u.kata_biaya or text.TANPA, kata_status(u),
            pendek(u.status_tanggal), _angka(u.kk_semua), u.opd, ", ".join(u.nama), str(u.tahun),
        )  # fmt: skip
        biaya = None if u.biaya is not None else Role.REDUP
        warna = (None, Role.PERHATIAN if u.ragu else None, None, None, None, biaya, peran_status(u))
        return Baris(u.usulan_id, (*awal, *sel), (*(None for _ in awal), *warna))


def _masuk(u: Usulan, t: Tanya) -> bool:
    tempat = t.lingkup in ("", u.lingkup) and (not t.rt or t.rt in u.rt)
    return tempat and t.kategori in ("", u.kategori) and t.status in ("", u.status)


def kata_status(u: Usulan) -> str:
    """Say the status; of one that was made again in a later year, that too."""
    return text.STATUS_LAGI.format(status=u.kata_status, tahun=u.lagi) if u.lagi else u.kata_status


def peran_status(u: Usulan) -> Role | None:
    """Return the colour of its status, None for the usual one."""
    return Role.REDUP if u.state == LAGI else PERAN_STATUS.get(u.status)


def _rt(u: Usulan) -> str:
    """Name the RT in a narrow column: their numbers; the kelurahan's own by its word."""
    return ", ".join(kata.rpartition(" ")[2] for kata in u.rt) or usulan.KELURAHAN


def _angka(nilai: int | None) -> str:
    return "" if nilai is None else rupiah.titik(nilai)


def kata_jumlah(rows: Sequence[Usulan], semua: int, dipilih: Sequence[Usulan]) -> str:
    """Say how many proposals are shown, of how many, what they are to cost, and how many have no cost yet."""
    j = queries.jumlah(rows)
    disaring = j.semua < semua
    pola = text.JUMLAH_SARING if disaring else text.JUMLAH
    if not j.semua:
        pola = text.JUMLAH_TAK_ADA
    elif j.tanpa_biaya == j.semua:
        pola = text.JUMLAH_SARING_NIHIL if disaring else text.JUMLAH_NIHIL
    kata = pola.format(n=rupiah.titik(j.semua), semua=rupiah.titik(semua), biaya=rupiah.uang(j.biaya))
    if 0 < j.tanpa_biaya < j.semua:
        kata += text.JUMLAH_TANPA.format(n=rupiah.titik(j.tanpa_biaya))
    if len(dipilih) > 1:
        pilih = queries.jumlah(dipilih)
        pola = text.DIPILIH if pilih.tanpa_biaya == pilih.semua else text.DIPILIH_BIAYA
        kata += pola.format(n=rupiah.titik(pilih.semua), biaya=rupiah.uang(pilih.biaya))
    return kata


def _status(u: Usulan) -> int:
    kode = [*usulan.STATUS]
    return kode.index(u.status) if u.status in kode else len(kode)


URUTAN: Mapping[str, Callable[[Usulan], Any]] = {
    "kelurahan": lambda u: wilayah.nama(u.lingkup),
    "rt": lambda u: f"{u.nomor_rt:0>4}" if u.nomor_rt else "",
    "judul": lambda u: u.judul.casefold(),
    "kategori": lambda u: u.kata_kategori,
    "lokasi": lambda u: u.lokasi.casefold(),
    "biaya": lambda u: u.biaya,
    "status": _status,
    "sejak": lambda u: u.status_tanggal,
    "kk": lambda u: u.kk_semua,
    "opd": lambda u: u.opd.casefold(),
    "pengusul": lambda u: u.nama[0].casefold() if u.nama else "",
    "tahun": lambda u: u.tahun,
}
"""What the columns are sorted by; by priority the order of the lists holds; what is empty comes last either way."""
