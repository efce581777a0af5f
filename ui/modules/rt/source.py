"""The rows of Data RT for the long table: columns, cells, and questions whose unfiltered answers are remembered."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from sipokat_desktop.kernel import nik, wilayah
from sipokat_desktop.modules.rt import search
from sipokat_desktop.modules.rt import text as rt
from sipokat_desktop.modules.rt.queries import BarisRoster
from sipokat_desktop.modules.rt.search import Awal, BarisCari, Cari, Tanya
from sipokat_desktop.storage import sqlite
from ui.kit.host import Host
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import Role

from . import text
from .form import hari

PERAN = {"baik": Role.BAIK, "awas": Role.PERHATIAN, "salah": Role.SALAH}

KOLOM = (
    Kolom("kelurahan", text.KOLOM_KELURAHAN, 140),
    Kolom("rt", "RT", urut="rt"),
    Kolom("nama", "Nama", 120, 3, urut="nama"),
    Kolom("nik", "NIK", sembunyi=3, urut="nik"),
    Kolom("hp", "No. HP", sembunyi=4, urut="hp"),
    Kolom("tmt", "TMT", sembunyi=2, urut="tmt"),
    Kolom("akhir", "SK berakhir", sembunyi=1, urut="akhir"),
    Kolom("keadaan", "Keadaan"),
    Kolom("rw", "RW", sembunyi=6, tampil=False),
    Kolom("jenis", "Jenis", sembunyi=7, tampil=False),
    Kolom("sk", "Nomor SK", sembunyi=8, tampil=False),
    Kolom("alamat", "Alamat", 120, 2, sembunyi=9, tampil=False),
    Kolom("rekening", "Rekening", sembunyi=10, tampil=False),
    Kolom("kk", "Jumlah KK", sembunyi=11, tampil=False),
)
"""Every column there is; a Kelurahan column only where rows of several are here."""


class RtSource:
    """Answers the questions of the table; ``nik_terlihat`` shows every NIK and account number whole."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._store = host.store
        self.nik_terlihat = False
        self._hari: date = host.today
        self.beberapa = search.beberapa_kelurahan(self._store.reader(), host.lingkup)
        self.kolom = tuple(k for k in KOLOM if k.kunci != "kelurahan" or self.beberapa)
        self._dasar: dict[Tanya, array[int]] = {}

    def lupakan(self) -> None:
        """Forget the answers: the rows or the day have changed."""
        self._hari = self._host.today
        self._dasar = {}

    def tanya(self, cari: str = "", saring: str = "semua", urut: str = "rt", turun: bool = False) -> Pertanyaan:
        """Return a question to ask."""
        tanya = Tanya(self._host.lingkup, self._hari, cari, saring, urut, turun)
        return Pertanyaan(self._store.reader, tanya, self._dasar)

    def hitung(self) -> dict[str, int]:
        """Return how many rows every filter lets pass; on any thread."""
        return search.hitung(self._store.reader(), self.tanya().tanya, dict(text.SARINGAN))

    def satu(self, nomor: int) -> BarisCari | None:
        """Return one row."""
        return search.baris(self._store.reader(), [nomor]).get(nomor)

    # what the table asks

    def baris(self, numbers: Sequence[int]) -> Mapping[int, Baris]:
        """Return rows as the table shows them."""
        found = search.baris(self._store.reader(), numbers)
        return {nomor: self._sel(satu) for nomor, satu in found.items()}

    def ids(self, numbers: Sequence[int]) -> list[str]:
        """Return the ids of rows: of the term, of the post where it is vacant."""
        return search.ids(self._store.reader(), numbers)

    def nomor(self, id: str) -> int:
        """Return the number of the row that shows a term, a post or a person; 0 when there is none."""
        return search.nomor_dari(self._store.reader(), self.tanya().tanya, id)

    def nik(self, b: BarisRoster) -> str:
        """Return the NIK of a head as it may be shown now."""
        return (b.nik if self.nik_terlihat else nik.samarkan(b.nik)) or ""

    def rekening(self, b: BarisRoster) -> str:
        """Return the account number of a head as it may be shown now."""
        return (b.rekening if self.nik_terlihat else nik.samarkan_rekening(b.rekening)) or ""

    def _sel(self, satu: BarisCari) -> Baris:
        b = satu.roster
        peran, kalimat = b.keadaan(self._hari)
        if peran == "baik" and not b.nik:
            peran, kalimat = "awas", rt.TANPA_NIK
        utama = (
            f"RT {b.nomor}", nama(b), self.nik(b), b.hp or "", hari(b.tmt), hari(b.akhir_sk),
            kalimat[:1].upper() + kalimat[1:],
        )  # fmt: skip
        lain = (
            b.rw or "", rt.JENIS.get(b.jenis or "", ""), b.sk_nomor or "", b.alamat or "",
            " ".join(filter(None, (b.bank, self.rekening(b)))), "" if b.jumlah_kk is None else str(b.jumlah_kk),
        )  # fmt: skip
        depan = (wilayah.nama(satu.lingkup),) if self.beberapa else ()
        warna = (None,) * (len(depan) + 6) + (PERAN[peran],)
        return Baris(satu.id, (*depan, *utama, *lain), warna)


class Pertanyaan:
    """A question of the table; whole answers with nothing typed are kept in ``dasar`` and make the next ones quick."""

    def __init__(self, reader: Callable[[], sqlite.Connection], tanya: Tanya, dasar: dict[Tanya, array[int]]) -> None:
        self._reader, self.tanya, self._dasar = reader, tanya, dasar

    def _cari(self, tanya: Tanya) -> Cari:
        return Cari(self._reader, tanya, self._dasar.get(self.tanya._replace(cari="")))

    def awal(self) -> Awal:
        """Return the beginning of the answer."""
        cari = self._cari(self.tanya)
        dasar = self._dasar.get(self.tanya._replace(cari=""))
        return Awal(dasar, True) if cari.polos and dasar is not None else cari.awal()

    def semua(self, maju: Callable[[], object]) -> array[int]:
        """Return the whole answer; on any thread."""
        polos = self.tanya._replace(cari="")
        if polos not in self._dasar:
            self._dasar[polos] = self._cari(polos).semua(maju)
        cari = self._cari(self.tanya)
        return self._dasar[polos] if cari.polos else cari.semua(maju)


def nama(b: BarisRoster) -> str:
    """Return the head's name, with the kind of the term where it is not the ordinary one."""
    if not b.nama:
        return "—"
    jenis = rt.JENIS.get(b.jenis or "", "")
    return b.nama if b.jenis in (None, "definitif") else text.NAMA_JENIS.format(nama=b.nama, jenis=jenis)
