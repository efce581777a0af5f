"""Random histories of attendance: doors offline, scans of the same people, mistakes, the rest, decisions, bad lines."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import hadir_ops, lembar_ops, queries, text_hadir
from sipokat_desktop.modules.bimtek.pintu import Pintu
from sipokat_desktop.storage import deciding, history
from tests.contoh_528 import KELURAHAN
from tests.sync import hukum, hukum_hadir
from tests.sync.panggung import Gangguan
from tests.sync.panggung_hadir import DI, KANTOR, panggung_hadir
from tests.sync.pemain import Pemain

PC = st.sampled_from([0, 0, 1, 1, 2, 2])
SEMUA_PC = st.sampled_from([0, 1, 2, 3])
GANGGUAN = st.sampled_from(["", "", "hilang", "jawaban hilang", "dua kali"])
DUA = st.sampled_from([(0, 1), (1, 2), (0, 2)])
ORANG = st.integers(0, 9)
"""Few people, so that doors meet: eight of the first kelurahan, two of the second."""
TANDA = st.sampled_from(["hadir", "hadir", "hadir", "hadir", "izin", "sakit", "diwakili", "alpa"])


class RiwayatHadir(Pemain, RuleBasedStateMachine):
    """Two door PCs of the city's office, one of a kecamatan, and a kelurahan that looks on; every rule is something
    that a clerk does."""

    buka_panggung = staticmethod(panggung_hadir)
    nama = "abmk"

    def __init__(self) -> None:
        RuleBasedStateMachine.__init__(self)
        Pemain.__init__(self)
        self.acara = panggung_hadir().acara
        self.kantor = [KANTOR[nama] for nama in self.nama]
        self.tercatat: set[str] = set()
        """Every mark that a PC has kept."""
        self.ditarik: set[str] = set()
        """The posts of which somebody took a mark back."""
        self.pernah_dicatat: set[str] = set()

    def lakukan(self, i: int, kerja: Callable[[Office], str]) -> str:
        """Do something on a PC and hold it against the laws that hold at any moment; returns the act."""
        act = str(self._kerja(i, kerja) or "")
        self._buku_act(i, act)
        hukum_hadir.periksa_pc(self.pc[i], self.kantor[i], self.acara)
        baris = hukum_hadir.baris(self.pc[i])
        self.tercatat |= baris.keys()
        self.pernah_dicatat |= {str(f["jabatan_id"]) for f in baris.values()}
        return act

    def orang(self, ke: int) -> str:
        """A post that every door PC sees."""
        return self.acara.jabatan[ke]

    # --- at the door and after it ----------------------------------------------------------------------------------

    @rule(i=PC, ke=ORANG, tanda=TANDA, tetap=st.booleans())
    def catat(self, i: int, ke: int, tanda: str, tetap: bool = False) -> None:
        """Record one, perhaps against what is known already."""
        jabatan_id = self.orang(ke)

        def kerja(pc: Office) -> str:
            done = hadir_ops.catat(
                pc.store, self.acara.sesi_id, jabatan_id, tanda, pintu=f"Pintu {i}", wakil="Rudi", tetap=tetap
            )
            self.kota.jejak[done.value.jenis] += 1
            return done.changes.act_id if done.value.tertulis else ""

        self.lakukan(i, kerja)

    @rule(i=PC, ke=ORANG)
    def pindai(self, i: int, ke: int) -> None:
        """Scan an invitation as the door does: recorded where it says so, else left."""
        token = self.acara.token[ke]

        def kerja(pc: Office) -> str:
            jawab = Pintu(pc.store.reader, self.acara.sesi_id).jawab(token)
            if jawab.jenis != "masuk" or jawab.orang is None:
                return ""
            done = hadir_ops.catat(pc.store, self.acara.sesi_id, jawab.orang.jabatan_id, pintu=f"Pintu {i}")
            assert done.value.jenis == "dicatat", "H7: the door says otherwise than the record"
            return done.changes.act_id

        self.lakukan(i, kerja)

    @rule(i=PC)
    def urungkan(self, i: int) -> None:
        """Undo the last act of a PC, or undo that: only its own rows change."""
        if not self.acts[i]:
            return
        act = self.acts[i].pop()
        sebelum = hukum_hadir.baris(self.pc[i])
        milik = {str(r[0]) for r in self.pc[i].store.reader().execute(
            "SELECT row_id FROM riwayat WHERE act_id = ?", (act,))}  # fmt: skip

        def kerja(pc: Office) -> str:
            hasil = history.undo(pc.store, act).act_id
            self.kota.jejak["diurungkan"] += 1
            return hasil

        if self.lakukan(i, kerja):
            sesudah = hukum_hadir.baris(self.pc[i])
            berubah = {id for id in sebelum.keys() | sesudah.keys() if sebelum.get(id) != sesudah.get(id)}
            assert berubah <= milik, "H4: an undo touched another mark"
            semua = {**sebelum, **sesudah}
            self.ditarik |= {str(semua[id]["jabatan_id"]) for id in berubah}

    @rule(i=PC, ke=ORANG)
    def tarik(self, i: int, ke: int) -> None:
        """Take all marks of one back."""
        jabatan_id = self.orang(ke)

        def kerja(pc: Office) -> str:
            done = hadir_ops.tarik(pc.store, self.acara.sesi_id, [jabatan_id])
            self.kota.jejak["ditarik"] += bool(done.value)
            return done.changes.act_id if done.value else ""

        if self.lakukan(i, kerja):
            self.ditarik.add(jabatan_id)

    @rule(i=PC)
    def sisa(self, i: int) -> None:
        """Record the rest of the first two kelurahan as absent."""

        def kerja(pc: Office) -> str:
            done = hadir_ops.tandai_sisa(pc.store, self.acara.sesi_id, lingkup=KELURAHAN[:1])
            self.kota.jejak["sisanya alpa"] += bool(done.value.tertulis)
            return done.changes.act_id if done.value.tertulis else ""

        self.lakukan(i, kerja)

    @rule(i=PC, nomor=st.sampled_from(["1-4", "2, 5", "1-8"]), kecuali=st.booleans())
    def lembar(self, i: int, nomor: str, kecuali: bool = False) -> None:
        """Type the paper list of the first kelurahan."""

        def kerja(pc: Office) -> str:
            kode = lembar_ops.kode_daftar(
                self.acara.sesi_id, queries.daftar(pc.store.reader(), self.acara.sesi_id, lingkup=DI)
            )
            done = lembar_ops.catat_lembar(pc.store, self.acara.sesi_id, nomor, lingkup=DI, kode=kode, kecuali=kecuali)
            self.kota.jejak["dari lembar"] += bool(done.value.tertulis)
            return done.changes.act_id if done.value.tertulis else ""

        self.lakukan(i, kerja)

    @rule(ke=ORANG)
    def kelurahan_mencoba(self, ke: int) -> None:
        """The kelurahan, which pays by it, tries to change what is recorded at the city's event."""
        pc, posts = self.pc[3], [self.acara.jabatan[ke % 8]]
        sebelum = hukum_hadir.baris(pc)
        for kerja in (
            lambda: hadir_ops.catat(pc.store, self.acara.sesi_id, posts[0], tetap=True),
            lambda: hadir_ops.tarik(pc.store, self.acara.sesi_id, posts),
            lambda: hadir_ops.tandai_sisa(pc.store, self.acara.sesi_id, lingkup=DI),
        ):
            with suppress(InputSalah):
                kerja()
        assert hukum_hadir.baris(pc) == sebelum, "H9: a kelurahan changed the attendance of the city's event"
        self.kota.jejak["ditolak"] += 1

    # --- what waits ------------------------------------------------------------------------------------------------

    @rule(i=PC, ke=st.integers(0, 3), pilih=st.integers(0, 3))
    def putuskan(self, i: int, ke: int = 0, pilih: int = 0) -> None:
        """Say which of two marks is right."""

        def kerja(pc: Office) -> str:
            semua = [d for d in pc.status().decisions if d.jenis == text_hadir.BEDA_JENIS]
            if not semua:
                return ""
            d = semua[ke % len(semua)]
            (jalan,) = pc.store.tables[d.tabel].doubts()[0].ways()
            (tanya,) = jalan.asks
            assert tanya.choices
            pilihan = tanya.choices(pc.store.reader(), d.baris[0])
            self.kota.jejak["diputuskan"] += 1
            return deciding.settle(pc.store, d, jalan.key, {tanya.name: pilihan[pilih % len(pilihan)][0]}).act_id

        self.lakukan(i, kerja)

    @rule(ke=st.integers(0, 7), dua=DUA, jalan=st.lists(st.integers(0, 2), max_size=2))
    def bertentangan(self, ke: int, dua: tuple[int, int], jalan: list[int]) -> None:
        """Two doors say different things of one; both hear of it, and one or both decide, perhaps otherwise, or change
        it."""
        for i, tanda in zip(dua, ("hadir", "izin"), strict=True):
            self.catat(i=i, ke=ke, tanda=tanda)
        self._aman(*dua, dua[0])
        for i, pilih in zip(dua, jalan, strict=False):
            if pilih == 2:
                self.catat(i=i, ke=ke, tanda="sakit", tetap=True)
            else:
                self.putuskan(i=i, ke=0, pilih=pilih)

    # --- the line --------------------------------------------------------------------------------------------------

    @rule(
        i=SEMUA_PC,
        limit=st.sampled_from([0, 0, 2]),
        apa=st.sampled_from(["", "", "hilang", "jawaban hilang", "dua kali"]),
    )
    def sinkron(self, i: int, limit: int = 0, apa: str = "") -> None:
        """A sync, perhaps over a bad line."""
        self._sinkron(i, Gangguan(apa), limit=limit)
        hukum_hadir.periksa_pc(self.pc[i], self.kantor[i], self.acara)

    def teardown(self) -> None:
        """Let everybody sync until all is quiet, and hold the result against the laws."""
        try:
            for _ in range(3):
                self._aman(*range(len(self.pc)))
            self.periksa()
        finally:
            for pc in self.pc:
                pc.close()

    def periksa(self) -> None:
        """All laws, those of the sync too."""
        semua = list(zip(self.pc, self.kantor, strict=True))
        nyata = hukum_hadir.periksa_kota(self.kota.db, semua, self.acara)
        hukum_hadir.periksa_hilang(self.kota.db, self.tercatat)
        for pc, kantor in (semua[0], semua[-1]):
            hukum_hadir.periksa_pc(pc, kantor, self.acara)
        self.kota.jejak["bertentangan"] += len(hukum_hadir.beda(nyata, set()))
        tanpa = self.pernah_dicatat - self.ditarik - nyata.keys()
        assert not tanpa, f"H8: nothing stands any more for people whose marks nobody took back: {tanpa}"
        pernah = set().union(*self.pernah)
        hukum.periksa(self.kota.db, DI, self.pc, pernah)
