"""Random histories of uniforms: deliveries, hand-overs, exchanges, replacements and mistakes on PCs around a city."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from sipokat_desktop.app import Office
from sipokat_desktop.modules.rt import ganti as ganti_ketua
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.seragam import ops, queries
from sipokat_desktop.modules.seragam.model import IsianUkuran
from sipokat_desktop.storage import deciding, history
from sipokat_desktop.storage.core import GANDA
from tests.sync import hukum, hukum_stok
from tests.sync.hukum_stok import GERAK, barang
from tests.sync.panggung import Gangguan
from tests.sync.panggung_stok import DI, KECAMATAN, SEBELAH, TEMPAT, panggung_stok
from tests.sync.pemain import Pemain

PC = st.sampled_from([0, 0, 1, 1, 2, 3, 3])
KE = st.integers(0, 4)
UKURAN = st.sampled_from(["M", "L", "XL"])
CARA = st.sampled_from(["kantor", "kantor", "kecamatan"])


class RiwayatSeragam(Pemain, RuleBasedStateMachine):
    """Two PCs of a kelurahan, one of its neighbour, one of the kecamatan; every rule is something that a clerk does."""

    buka_panggung = staticmethod(panggung_stok)

    def __init__(self) -> None:
        RuleBasedStateMachine.__init__(self)
        Pemain.__init__(self)
        self.tercatat: set[str] = set()
        """Every movement that a PC has kept."""
        self.p_id = queries.cari_pengadaan(self.pc[0].store.reader(), "").pengadaan_id

    def lakukan(self, i: int, kerja: Callable[[Office], object], *, putusan: bool = False) -> object:
        """Do something on a PC, then hold it against the laws that hold at any moment; None when it was refused.

        A decision (``putusan``) about what happened on two PCs may show that a place has less than none.
        """
        sebelum = hukum_stok.saldo_pc(self.pc[i])
        hasil = self._kerja(i, kerja)
        hukum_stok.periksa_pc(self.pc[i], TEMPAT[i])
        if not putusan:
            hukum_stok.tidak_turun(sebelum, hukum_stok.saldo_pc(self.pc[i]), TEMPAT[i])
        self.tercatat |= {str(g["id"]) for g in hukum_stok.baris(self.pc[i], GERAK)}
        return hasil

    def post(self, i: int, ke: int) -> str:
        """A post that a PC sees."""
        semua = queries.pemakai(
            self.pc[i].store.reader(), self.p_id, lingkup=TEMPAT[i], hari=rt.hari_ini(self.pc[i].store)
        )
        return semua[ke % len(semua)].jabatan_id

    def _act(self, i: int, kerja: Callable[[Office], str], *, putusan: bool = False) -> None:
        self._buku_act(i, self.lakukan(i, kerja, putusan=putusan))

    # --- goods -----------------------------------------------------------------------------------------------------

    @rule(i=PC, ke=KE, cara=CARA, semua=st.booleans())
    def serah(self, i: int, ke: int, cara: str, semua: bool = False) -> None:
        """Hand out, to one or to all but one."""

        def kerja(pc: Office) -> str:
            if semua:
                lingkup = TEMPAT[i]
                kecuali = [self.post(i, ke)]
                act = ops.serah_semua(pc.store, self.p_id, lingkup=lingkup, kecuali=kecuali, cara=cara)
            else:
                act = ops.serah(pc.store, self.p_id, [self.post(i, ke)], cara=cara)
            self.kota.jejak["diserahkan"] += len(act.value.diserahkan)
            self.kota.jejak.update(d.sebab for d in act.value.dilewati)
            return act.changes.act_id if act.value.diserahkan else ""

        self._act(i, kerja)

    @rule(i=PC, ke=KE, ukuran=UKURAN, cara=CARA)
    def tukar(self, i: int, ke: int, ukuran: str, cara: str = "kantor") -> None:
        """Exchange a size."""

        def kerja(pc: Office) -> str:
            done = ops.tukar(pc.store, self.p_id, self.post(i, ke), ukuran=ukuran, cara=cara)
            self.kota.jejak["ditukar"] += 1
            return done.changes.act_id

        self._act(i, kerja)

    @rule(i=PC, ke=KE, cara=CARA)
    def ganti(self, i: int, ke: int, cara: str = "kantor") -> None:
        """Replace a piece."""

        def kerja(pc: Office) -> str:
            done = ops.ganti(pc.store, self.p_id, self.post(i, ke), alasan="rusak", cara=cara)
            self.kota.jejak["diganti"] += 1
            return done.changes.act_id

        self._act(i, kerja)

    @rule(i=PC, ukuran=UKURAN, jumlah=st.integers(1, 3), nomor=st.sampled_from(["", "X", "Y"]), apa=st.integers(0, 3))
    def kirim(self, i: int, ukuran: str, jumlah: int, nomor: str, apa: int) -> None:
        """Deliver along the ladder, up or down; both sides may record one surat jalan."""
        tempat = DI if TEMPAT[i] == KECAMATAN and apa % 2 else TEMPAT[i]
        rute = [("pengadaan", KECAMATAN), (KECAMATAN, tempat), (KECAMATAN, SEBELAH), (tempat, KECAMATAN)]
        dari, ke = rute[apa]

        def kerja(pc: Office) -> str:
            isi = {barang(ukuran): jumlah}
            return ops.kirim(pc.store, self.p_id, dari=dari, ke=ke, isi=isi, nomor=nomor).changes.act_id

        self._act(i, kerja)

    @rule(i=PC, ukuran=UKURAN, jumlah=st.sampled_from([-2, -1, 1]))
    def sesuaikan(self, i: int, ukuran: str, jumlah: int) -> None:
        """Count the shelf and adjust."""

        def kerja(pc: Office) -> str:
            kw = {"tempat": TEMPAT[i], "barang": barang(ukuran), "jumlah": jumlah, "alasan": "hitung ulang"}
            return ops.sesuaikan(pc.store, self.p_id, **kw).changes.act_id  # type: ignore[arg-type]

        self._act(i, kerja)

    @rule(i=PC, ke=KE, jenis=st.sampled_from(["serah", "kirim", "tukar", "selisih"]))
    def batal(self, i: int, ke: int, jenis: str) -> None:
        """Take something back."""

        def kerja(pc: Office) -> str:
            semua = sorted(str(g["id"]) for g in hukum_stok.baris(pc, GERAK) if g["jenis"] == jenis)
            if not semua:
                return ""
            act = ops.batal(pc.store, [semua[ke % len(semua)]], alasan="keliru").act_id
            self.kota.jejak["dibatalkan"] += 1
            return act

        self._act(i, kerja)

    @rule(i=PC)
    def urungkan(self, i: int) -> None:
        """Undo the last act of a PC, or undo that."""
        if self.acts[i]:
            act = self.acts[i].pop()
            hasil = self.lakukan(i, lambda pc: history.undo(pc.store, act).act_id)
            if hasil:
                self.kota.jejak["diurungkan"] += 1
                self.acts[i].append(str(hasil))

    # --- what waits ------------------------------------------------------------------------------------------------

    @rule(i=PC, ke=KE, dua=st.booleans())
    def putuskan(self, i: int, ke: int, dua: bool = False) -> None:
        """Decide a double claim."""

        def kerja(pc: Office) -> str:
            semua = [d for d in pc.status().decisions if d.jenis == GANDA and len(d.baris) > 1]
            if not semua:
                return ""
            entri = semua[ke % len(semua)].baris[ke % 2]
            jalan = "memang dua" if dua else "salah catat"
            act = deciding.take_back(pc.store, GERAK, entri, jalan, {"alasan": "uji"}).act_id
            self.kota.jejak[jalan] += 1
            return act

        self._act(i, kerja, putusan=True)

    @rule(i=PC, ke=KE)
    def benahi(self, i: int, ke: int) -> None:
        """Make an exchange the first hand-over, where that one was taken back elsewhere."""

        def kerja(pc: Office) -> str:
            semua = [m for m in queries.masalah(pc.store.reader(), self.p_id) if "sambung" in m.jalan]
            if not semua:
                return ""
            self.kota.jejak["disambung"] += 1
            return ops.sambung(pc.store, semua[0].gerak_ids[ke % len(semua[0].gerak_ids)]).act_id

        self._act(i, kerja, putusan=True)

    @rule(dua=st.sampled_from([(0, 1), (1, 3)]), ke=KE, jalan=st.lists(st.booleans(), min_size=0, max_size=2))
    def rebutan(self, dua: tuple[int, int], ke: int, jalan: list[bool]) -> None:
        """Two PCs hand the same head his piece; both hear of it, and one or both decide, perhaps otherwise."""
        jabatan_id = self.post(dua[0], ke)
        for i in dua:

            def kerja(pc: Office, cara: str = "kecamatan" if i == 3 else "kantor") -> str:
                done = ops.serah(pc.store, self.p_id, [jabatan_id], cara=cara)
                return done.changes.act_id if done.value.diserahkan else ""

            self._act(i, kerja)
        self._aman(*dua, dua[0])
        for i, memang_dua in zip(dua, jalan, strict=False):
            self.putuskan(i=i, ke=ke, dua=memang_dua)

    @rule(ke=KE, ukuran=UKURAN, tukar=st.booleans(), lalu=st.booleans())
    def silang(self, ke: int, ukuran: str, tukar: bool, lalu: bool) -> None:
        """One PC takes a hand-over back while another exchanges or replaces it; they may mend it at once."""
        self.serah(i=0, ke=ke, cara="kantor")
        self._aman(0, 1)
        if tukar:
            self.tukar(i=1, ke=ke, ukuran=ukuran)
        else:
            self.ganti(i=1, ke=ke)
        con = self.pc[0].store.reader()
        pegang = queries.pegangan(con, self.p_id).get(self.post(0, ke), ())
        if pegang:
            self._act(0, lambda pc: ops.batal(pc.store, [pegang[-1].gerak_id], alasan="keliru").act_id)
        self._aman(0, 1, 0)
        if lalu:
            self.benahi(i=0, ke=ke)

    # --- the roster ------------------------------------------------------------------------------------------------

    @rule(i=PC, ke=KE, ukuran=UKURAN)
    def ukuran(self, i: int, ke: int, ukuran: str) -> None:
        """Enter a size."""

        def kerja(pc: Office) -> str:
            isian = {self.post(i, ke): IsianUkuran(ukuran=ukuran)}
            return ops.catat_ukuran(pc.store, isian, pengadaan_id=self.p_id).changes.act_id

        self._act(i, kerja)

    @rule(i=st.sampled_from([0, 1, 2]), ke=KE, ukuran=UKURAN)
    def ketua_baru(self, i: int, ke: int, ukuran: str) -> None:
        """Another head takes over."""

        def kerja(pc: Office) -> object:
            isian = {"akhir_nyata": "2026-11-10", "alasan_akhir": "pindah", "nama": f"Baru {ke}", "ukuran": ukuran}
            return ganti_ketua.ganti(pc.store, self.post(i, ke), isian).value

        self.lakukan(i, kerja)

    # --- the line --------------------------------------------------------------------------------------------------

    @rule(i=PC, limit=st.sampled_from([0, 0, 2]), apa=st.sampled_from(["", "", "hilang", "jawaban hilang", "dua kali"]))
    def sinkron(self, i: int, limit: int, apa: str) -> None:
        """A sync, perhaps over a bad line."""
        self._sinkron(i, Gangguan(apa), limit=limit)
        hukum_stok.periksa_pc(self.pc[i], TEMPAT[i])

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
        catatan = [hukum.Catatan(self.kota.db, lingkup) for lingkup in (DI, SEBELAH, KECAMATAN)]
        for c in catatan:
            self.kota.jejak.update(f"{f['jenis']} {f['keadaan']}" for (t, _), f in c.isi.items() if t == "konflik")
        for m in queries.masalah(self.pc[3].store.reader(), self.p_id):
            self.kota.jejak[f"masalah {m.jenis}"] += 1
        hukum_stok.periksa_kota(catatan, zip(self.pc, TEMPAT, strict=True), self.tercatat)
        pernah = set().union(*self.pernah)
        for lingkup, siapa in ((DI, (0, 1, 3)), (SEBELAH, (2, 3)), (KECAMATAN, (3,))):
            hukum.periksa(self.kota.db, lingkup, [self.pc[i] for i in siapa], pernah)
