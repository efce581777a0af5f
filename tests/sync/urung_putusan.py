"""A stage for decisions that are taken back: two PCs and the city's web, one head after the other for one history each.

What each handed out is followed by the harness itself: an entry, its like recorded anew, and the one that stands for it
in another month are the same money.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NamedTuple

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.ids import derived_id
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif.ganda import bulan_terbuka
from sipokat_desktop.storage import decided, deciding, decisions, history
from sipokat_desktop.storage.core import BATAL_DUA, GANDA
from sipokat_desktop.storage.decision import Decision
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import replacement_id
from sync.web.kantor import Hosted
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import LEDGER

TARIF = 550_000
JALAN = ("salah catat", "dikembalikan", "diperhitungkan")
ISIAN = {"alasan": "Uang keluar sekali"}
Langkah = tuple[str, int, int, int]
"""What is done, by which PC, about which of the entries, which way out."""


class Panggung(NamedTuple):
    """The city, two PCs of one kelurahan, the city's web, and the number of the list."""

    city: City
    pc: tuple[Office, Office]
    web: Hosted
    nomor: str

    def sinkron(self) -> None:
        """Let both PCs and the web hear everything."""
        for satu in (*self.pc, *self.pc):
            dunia.sinkron(satu)
        self.web.segarkan()


class Cerita:
    """The history of one head: who paid, decided, took back; ``terhitung`` is what a person would say counts."""

    def __init__(self, p: Panggung, no: int) -> None:
        self.p, self.no = p, no
        rows = p.pc[0].store.reader().execute("SELECT jabatan_id FROM insentif_baris WHERE no = ?", (no,))
        self.jabatan = str(rows.fetchone()[0])
        self.terhitung: set[str] = set()
        self.dibayarkan: set[str] = set()
        self.terjadi: Counter[str] = Counter()

    # --- what people do --------------------------------------------------------------------------------------------

    def bayar(self, i: int, _ke: int, _jalan: int) -> None:
        """A PC hands the money out."""
        sebelum = {*self.entri(self.p.pc[i].store)}
        insentif.terima(self.p.pc[i].store, self.p.nomor, hanya=[self.no])
        baru = {*self.entri(self.p.pc[i].store)} - sebelum
        self.terhitung |= baru
        self.dibayarkan |= baru

    def batal(self, i: int, _ke: int, _jalan: int) -> None:
        """A PC takes back what it recorded itself."""
        store = self.p.pc[i].store
        dulu = self.hidup(store)
        insentif.batal_terima(store, self.p.nomor, self.no, alasan="Keliru")
        self._keluar(store, dulu - self.hidup(store))

    def kantor(self, i: int, ke: int, jalan: int) -> None:
        """A PC decides the double payment that it sees."""
        self._putus(self.p.pc[i].store, ke, jalan, lambda kerja: kerja(self.p.pc[i].store))

    def kota(self, _i: int, ke: int, jalan: int) -> None:
        """The city decides on the web."""
        self._putus(self.p.web.store, ke, jalan, lambda kerja: self.p.web.sebagai_kota("Bagian", kerja))

    def urung(self, _i: int, ke: int, _jalan: int) -> None:
        """The city takes one of its decisions back."""
        store = self.p.web.store
        semua = [d for d in decided.of_city(store.reader(), store.tables) if d.slot.startswith(self.jabatan)]
        if not semua:
            raise InputSalah("", "Belum ada yang diputuskan.")
        d = semua[ke % len(semua)]
        self.p.web.sebagai_kota("Bagian", lambda s: decided.undo(s, LEDGER, d.entri))
        lagi = d.jalan == decided.CATAT_LAGI
        (self._keluar if lagi else self._masuk)(store, {d.entri})

    def urung_kantor(self, i: int, ke: int, _jalan: int) -> None:
        """A PC takes one of its own decisions back, as it does with any act."""
        store = self.p.pc[i].store
        acts = (
            store.reader()
            .execute(
                f"""SELECT DISTINCT r.act_id, m.membalik FROM riwayat r JOIN {LEDGER} m ON m.id = r.row_id
                WHERE r.act LIKE 'putuskan.%' AND m.membalik IS NOT NULL AND m.jabatan_id = ? ORDER BY r.no""",
                (self.jabatan,),
            )
            .fetchall()
        )
        if not acts:
            raise InputSalah("", "Belum ada yang diputuskan di komputer ini.")
        act, entri = acts[ke % len(acts)]
        history.undo(store, act)
        self._masuk(store, {entri})

    def lagi(self, _i: int, ke: int, _jalan: int) -> None:
        """The city records one anew of what two people had both taken back."""
        d = next(iter(self._tanya(self.p.web.store, BATAL_DUA)), None)
        if d is None:
            raise InputSalah("", "Tidak ada yang ditanyakan.")
        entri = d.baris[ke % len(d.baris)]
        self.p.web.sebagai_kota("Bagian", lambda s: deciding.record_again(s, d, entri))
        self._masuk(self.p.web.store, {entri})

    def lakukan(self, langkah: Langkah, *, rapat: bool) -> None:
        """Do a step; what the program refuses with a sentence changes nothing. ``rapat``: everybody hears of it."""
        apa, i, ke, jalan = langkah
        if apa == "sinkron":
            dunia.sinkron(self.p.pc[i])
        else:
            with suppress(InputSalah):
                getattr(self, apa)(i, ke, jalan)
                self.terjadi[apa] += 1
        if rapat:
            self.p.sinkron()
            self.periksa_rapat()

    def _putus(self, store: Store, ke: int, jalan: int, tulis: Callable[[Callable[[Store], object]], object]) -> None:
        d = next(iter(self._tanya(store, GANDA)), None)
        if d is None:
            raise InputSalah("", "Tidak ada yang ditanyakan.")
        entri, way = d.baris[ke % len(d.baris)], JALAN[jalan]
        hari = tanggal.panjang(tanggal.wib(store.clock()).date())
        isian = {
            **ISIAN,
            "tanggal": hari,
            "bulan": next((kunci for kunci, _ in bulan_terbuka(store.reader(), entri)), ""),
        }
        tulis(lambda s: deciding.take_back(s, LEDGER, entri, way, isian))
        self.terjadi[way] += 1
        if way != "diperhitungkan":
            self._keluar(store, {entri})

    def _tanya(self, store: Store, jenis: str) -> list[Decision]:
        semua = decisions.waiting(store.reader(), store.tables)
        return [d for d in semua if d.jenis == jenis and {*d.baris} & {*self.entri(store)}]

    def _keluar(self, store: Store, entri: set[str]) -> None:
        self.terhitung -= {self.asal(store, satu) for satu in entri}

    def _masuk(self, store: Store, entri: set[str]) -> None:
        self.terhitung |= {self.asal(store, satu) for satu in entri}

    # --- what is there ---------------------------------------------------------------------------------------------

    def entri(self, store: Store) -> dict[str, tuple[str, str]]:
        """The payments of this head: id → (slot, id of the reversal or "")."""
        rows = store.reader().execute(
            f"""SELECT m.id, m.slot, coalesce(b.id, '') FROM {LEDGER} m LEFT JOIN {LEDGER} b ON b.membalik = m.id
                WHERE m.membalik IS NULL AND m.jabatan_id = ?""",
            (self.jabatan,),
        )
        return {str(row[0]): (str(row[1]), str(row[2])) for row in rows}

    def hidup(self, store: Store) -> set[str]:
        """The payments that nobody took back."""
        return {id for id, (_, balik) in self.entri(store).items() if not balik}

    def asal(self, store: Store, entri: str) -> str:
        """The entry that somebody made who handed money out, which this one stands for."""
        semua = self.entri(store)
        ke = {turunan: id for id in semua for turunan in (_lagi(id), replacement_id(LEDGER, id)) if turunan in semua}
        while entri in ke:
            entri = ke[entri]
        return entri

    def jumlah(self, store: Store) -> int:
        """Rupiah of this head in the whole ledger."""
        rows = store.reader().execute(f"SELECT coalesce(sum(jumlah), 0) FROM {LEDGER} WHERE jabatan_id = ?",
                                      (self.jabatan,))  # fmt: skip
        return int(rows.fetchone()[0])

    def terbuka(self, store: Store) -> dict[str, str]:
        """The slots over which a question is open, with what it is."""
        rows = store.reader().execute(
            "SELECT slot, isi FROM konflik WHERE jenis = ? AND keadaan = 'terbuka' AND slot LIKE ?",
            (GANDA, f"{self.jabatan}|%"),
        )
        return {str(row[0]): str(json.loads(row[1]).get("soal", "")) for row in rows}

    # --- what must hold --------------------------------------------------------------------------------------------

    def periksa_rapat(self) -> None:
        """Assert, where everybody heard of every step, that the sum is what people say was handed out and stayed."""
        for store in self._semua():
            assert self.jumlah(store) == TARIF * len(self.terhitung), "P1: the sum is not the money handed out"
            assert {self.asal(store, satu) for satu in self.hidup(store)} == self.terhitung, "P1"
        self.periksa()

    def periksa(self) -> None:
        """Assert, when all is quiet, the laws that hold whatever came first."""
        lihat = [(self.entri(s), self.jumlah(s), self.terbuka(s)) for s in self._semua()]
        assert all(satu == lihat[0] for satu in lihat), "P2: they do not say the same"
        store = self.p.web.store
        hidup, slot = self.hidup(store), self.entri(store)
        assert self.jumlah(store) == TARIF * len(hidup), "P3: the sum is not that of the live payments"
        tempat = Counter((self.asal(store, satu), slot[satu][0]) for satu in hidup)
        assert not tempat or max(tempat.values()) == 1, "P4: one payment counts twice in a month"
        buka = self.terbuka(store)
        uang = Counter(asal for asal, _ in tempat)
        dua = {asal for asal, n in uang.items() if n > 1}
        assert all(slot[asal][0] in buka for asal in dua), "P4: one payment counts in two months, and nobody asks"
        banyak = Counter(slot[satu][0] for satu in hidup)
        assert all(n <= len(self.dibayarkan) for n in banyak.values()), "P4: more live than were ever handed out"
        ganda = {satu for satu, soal in buka.items() if not soal}
        assert ganda == {satu for satu, n in banyak.items() if n > 1}, "P5: open questions are not the double claims"

    def _semua(self) -> Sequence[Store]:
        return [*(pc.store for pc in self.p.pc), self.p.web.store]


def _lagi(entri: str) -> str:
    """What stands for an entry that was recorded anew; reckoned here, so that the program's own word is watched."""
    return derived_id(LEDGER, "lagi", entri)


def siapkan(city: City, pc: tuple[Office, Office], web: Hosted, *, ketua: int) -> Panggung:
    """Fill the stage: ``ketua`` heads with a locked list of one month, which nobody has been paid yet."""
    city.set_tarif(TARIF)
    for satu, nama in zip(pc, ("Siti", "Rudi"), strict=True):
        dunia.daftarkan(satu, city)
        satu.store.user = nama
    dunia.sinkron(pc[0])
    dunia.isi_rt(pc[0], *range(1, ketua + 1))
    nomor = dunia.terkunci(pc[0], "2026-01")
    assert web.siap(60)
    p = Panggung(city, pc, web, nomor)
    p.sinkron()
    return p
