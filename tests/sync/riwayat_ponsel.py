"""Random histories of phones on several PCs around a city: handed out, passed on, broken, replaced, undone, decided."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.ponsel import ganda, ops, queries
from sipokat_desktop.modules.rt import ganti
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage import deciding, history
from sipokat_desktop.storage.core import GANDA
from tests.sync import hukum, ponsel
from tests.sync.panggung import TEMPAT, Gangguan
from tests.sync.pemain import Pemain
from tests.unit import barang

PC = st.sampled_from([0, 0, 1, 1, 2])
KE, UNIT = st.integers(0, 3), st.integers(0, 2)
GESER = st.sampled_from([1, 2])
UNITS = 3


class RiwayatPonsel(Pemain, RuleBasedStateMachine):
    """Three PCs of one kelurahan with three phones; every rule is something that a clerk does."""

    def __init__(self) -> None:
        RuleBasedStateMachine.__init__(self)
        Pemain.__init__(self)
        self.dicatat: set[str] = set()
        """Hand-overs that some PC recorded."""
        self.unit = [barang.hp(self.pc[0].store, ke, lingkup=TEMPAT[0]) for ke in range(UNITS)]
        self._catat(0)
        self._aman(0, 1, 2)

    def lakukan(self, i: int, nama: str, kerja: Callable[[Office], object]) -> object:
        """Do something on a PC, then hold it against the laws that hold at any moment; None when it was refused."""
        sebelum = ponsel.entri_pc(self.pc[i], TEMPAT[i])
        hasil = self._kerja(i, kerja)
        ponsel.periksa_pc(self.pc[i], TEMPAT[i])
        sesudah = ponsel.entri_pc(self.pc[i], TEMPAT[i])
        assert not ponsel.lebih_buruk(sebelum, sesudah), f"P3: {nama} on one PC left more to decide"
        self.dicatat |= sesudah.keys()
        if hasil is not None:
            self.kota.jejak[nama] += 1
        return hasil

    def catat(self, i: int, nama: str, kerja: Callable[[Office], Any]) -> None:
        """Do something that can be undone; ``kerja`` returns what the act gives back."""

        def dengan(pc: Office) -> str:
            hasil = kerja(pc)
            changes = getattr(hasil, "changes", hasil)
            return str(changes.act_id)

        self._buku_act(i, self.lakukan(i, nama, dengan))

    def orang(self, i: int, ke: int) -> str:
        """A head in office on a PC."""
        pc = self.pc[i]
        semua = queries.pemegang(pc.store.reader(), lingkup=TEMPAT[i], hari=hari_ini(pc.store))
        return semua[ke % len(semua)].masa_id if semua else ""

    # --- goods -----------------------------------------------------------------------------------------------------

    @rule(i=PC, u=UNIT, ke=KE)
    def serah(self, i: int, u: int, ke: int) -> None:
        """Hand a phone out."""
        self.catat(i, "diserahkan", lambda pc: ops.serah(pc.store, self.unit[u], {"masa_id": self.orang(i, ke)}))

    @rule(i=PC, u=UNIT, ke=KE, kondisi=st.sampled_from(["", "baik", "rusak_ringan"]))
    def alih(self, i: int, u: int, ke: int, kondisi: str) -> None:
        """Pass a phone on."""
        isian = {"masa_id": self.orang(i, ke), "kondisi": kondisi}
        self.catat(i, "dialihkan", lambda pc: ops.alih(pc.store, self.unit[u], isian))

    @rule(i=PC, u=UNIT)
    def kembali(self, i: int, u: int) -> None:
        """A phone comes back."""
        self.catat(i, "dikembalikan", lambda pc: ops.kembali(pc.store, self.unit[u], {}))

    @rule(i=PC, u=UNIT)
    def tarik(self, i: int, u: int) -> None:
        """A phone is withdrawn."""
        self.catat(i, "ditarik", lambda pc: ops.tarik(pc.store, self.unit[u], {"alasan": "uji"}))

    @rule(i=PC, u=UNIT)
    def batal(self, i: int, u: int) -> None:
        """The last hand-over was a mistake."""

        def kerja(pc: Office) -> object:
            satu = barang.unit(pc.store, self.unit[u])
            return ops.batal(pc.store, satu.serah_id, alasan="uji")

        self.catat(i, "dibatalkan", kerja)

    @rule(i=PC, u=UNIT, jenis=st.sampled_from(["rusak", "hilang", "diperbaiki", "ditemukan"]))
    def kejadian(self, i: int, u: int, jenis: str) -> None:
        """Something happens to a phone."""
        isian = {"jenis": jenis, "uraian": "uji"}
        self.catat(i, "kejadian", lambda pc: ops.kejadian(pc.store, self.unit[u], isian))

    @rule(i=PC, u=UNIT, geser=GESER, ke=KE, jenis=st.sampled_from(["rusak", "hilang"]))
    def ganti_unit(self, i: int, u: int, geser: int, ke: int, jenis: str) -> None:
        """A head's phone breaks or is lost, and is replaced by one of the office."""
        v = (u + geser) % UNITS
        self.serah(i=i, u=u, ke=ke)
        self.kejadian(i=i, u=u, jenis=jenis)
        self.kembali(i=i, u=v)

        def kerja(pc: Office) -> object:
            terbuka = queries.kejadian_terbuka(pc.store.reader(), self.unit[u])
            if not terbuka:
                raise InputSalah("", "tidak ada kejadian")
            return ops.ganti_unit(pc.store, terbuka[0].kejadian_id, self.unit[v], {})

        self.catat(i, "diganti", kerja)

    @rule(i=PC, ke=KE, pilih=st.sampled_from(["alih", "kembali", "belum", ""]), siapa=st.integers(0, 2))
    def ganti_ketua(self, i: int, ke: int, pilih: str, siapa: int) -> None:
        """Another head takes over, with what the old one holds."""

        def kerja(pc: Office) -> object:
            rows = pc.store.reader().execute("SELECT id FROM rt_jabatan WHERE lingkup = ? ORDER BY nomor", (TEMPAT[i],))
            jabatan = [str(row[0]) for row in rows]
            kemarin = hari_ini(pc.store).replace(day=1).isoformat()
            isian = {"akhir_nyata": kemarin, "alasan_akhir": "pindah", "nama": f"Pengganti {siapa}", "sk_nomor": "9"}
            barang_ = ganti.rencana(pc.store, jabatan[ke % len(jabatan)], isian).barang
            isian |= {f"barang.{b.id}": pilih for b in barang_ if pilih in {c.key for c in b.choices}}
            hasil = ganti.ganti(pc.store, jabatan[ke % len(jabatan)], isian)
            if barang_ and pilih:
                self.kota.jejak["ketua diganti dengan barang"] += 1
            return hasil

        self.catat(i, "ketua diganti", kerja)

    @rule(i=PC)
    def urungkan(self, i: int) -> None:
        """Undo the last act of a PC; the undo can be undone."""
        if self.acts[i]:
            act = self.acts[i].pop()
            self.catat(i, "diurungkan", lambda pc: history.undo(pc.store, act))

    # --- decisions -------------------------------------------------------------------------------------------------

    @rule(i=PC, geser=GESER, u=UNIT, ke=KE, jalan=st.integers(0, 2))
    def berdua(self, i: int, geser: int, u: int, ke: int, jalan: int) -> None:
        """Two PCs hand one phone over without hearing of one another; they hear of it, and one decides."""
        j = (i + geser) % 3
        self._aman(i, j)
        for siapa in (i, j):
            self.serah(i=siapa, u=u, ke=ke + siapa)
            self.alih(i=siapa, u=u, ke=ke + siapa + 1, kondisi="")
        self._aman(i, j, i)
        self.putuskan(i=i, ke=ke, jalan=jalan)

    @rule(i=PC, geser=GESER, u=UNIT, ke=KE, apa=st.sampled_from(["kembali", "tarik"]), jalan=st.integers(0, 2))
    def beda(self, i: int, geser: int, u: int, ke: int, apa: str, jalan: int) -> None:
        """Two PCs know of one hand-over and record different things after it; they hear of it, and one decides."""
        j = (i + geser) % 3
        self.serah(i=i, u=u, ke=ke)
        self._aman(i, j)
        sebelum = self.kota.jejak.total()
        (self.kembali if apa == "kembali" else self.tarik)(i=i, u=u)
        self.alih(i=j, u=u, ke=ke + 1, kondisi="")
        if self.kota.jejak.total() == sebelum + 2:
            self.kota.jejak["riwayat berbeda"] += 1
        self._aman(i, j, i)
        self.putuskan(i=i, ke=ke, jalan=jalan)

    @rule(i=PC, geser=GESER, u=UNIT, ke=KE, lalu=st.sampled_from(["", "susulkan", "batalkan"]))
    def cabut(self, i: int, geser: int, u: int, ke: int, lalu: str) -> None:
        """One PC takes back what another has gone on from; they hear of it, and somebody mends it."""
        j = (i + geser) % 3
        self.serah(i=i, u=u, ke=ke)
        self._aman(i, j)
        self.alih(i=j, u=u, ke=ke + 1, kondisi="baik")
        if lalu == "susulkan":
            self.kembali(i=j, u=u)
        self.batal(i=i, u=u)
        self._aman(i, j, i)
        if lalu:
            self.sambung(i=i, u=u, susulkan=lalu == "susulkan")

    @rule(i=PC, ke=KE, jalan=st.integers(0, 2))
    def putuskan(self, i: int, ke: int, jalan: int) -> None:
        """Take one of the ways out of two hand-overs that claim the same."""
        cara = (ganda.SALAH, ganda.SESUDAH, ganda.LAIN)[jalan]

        def kerja(pc: Office) -> object:
            semua = [d for d in pc.status().decisions if d.jenis == GANDA and d.tabel == ponsel.SERAH]
            if not semua:
                raise InputSalah("", "tidak ada")
            entri = semua[ke % len(semua)].baris[ke % 2]
            bebas = ganda.barang_bebas(pc.store.reader(), entri)
            isian = {"alasan": "uji", "unit_id": bebas[ke % len(bebas)][0] if bebas else ""}
            return deciding.take_back(pc.store, ponsel.SERAH, entri, cara, isian)

        self.catat(i, f"diputuskan {cara}", kerja)

    @rule(i=PC, u=UNIT, susulkan=st.booleans())
    def sambung(self, i: int, u: int, susulkan: bool) -> None:
        """Put a hanging hand-over in its place, or take it back."""

        def kerja(pc: Office) -> object:
            putus = barang.unit(pc.store, self.unit[u]).putus
            if not putus:
                raise InputSalah("", "tidak ada")
            self.kota.jejak["menggantung"] += 1
            if susulkan:
                return ops.sambung(pc.store, putus[0])
            return ops.batal(pc.store, putus[0], alasan="uji")

        self.catat(i, "disambung" if susulkan else "putus dibatalkan", kerja)

    # --- the line --------------------------------------------------------------------------------------------------

    @rule(i=PC, limit=st.sampled_from([0, 0, 2]), apa=st.sampled_from(["", "", "hilang", "jawaban hilang", "dua kali"]))
    def sinkron(self, i: int, limit: int, apa: str) -> None:
        """A sync, perhaps over a bad line."""
        self._sinkron(i, Gangguan(apa), limit=limit)
        ponsel.periksa_pc(self.pc[i], TEMPAT[i])

    def teardown(self) -> None:
        """Let everybody sync until all is quiet, and hold the result against the laws."""
        try:
            for _ in range(3):
                self._aman(0, 1, 2)
            self.periksa()
        finally:
            for pc in self.pc:
                pc.close()

    def periksa(self) -> None:
        """All laws, those of the sync too."""
        c = hukum.Catatan(self.kota.db, TEMPAT[0])
        self.kota.jejak.update(f"{f['jenis']} {f['keadaan']}" for (t, _), f in c.isi.items() if t == "konflik")
        ponsel.periksa_kota(c, self.pc[:3], self.dicatat)
        hukum.periksa(self.kota.db, TEMPAT[0], self.pc[:3], set().union(*self.pernah[:3]))
