"""The random histories themselves: four PCs of two kelurahan, a city, and everything that clerks, lines and technicians
do to them. The laws of :mod:`tests.sync.hukum` are asserted at the end, some after every step."""

from __future__ import annotations

import json

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from sipokat_desktop.kernel import periode
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.storage import history
from tests.sync import hukum
from tests.sync.panggung import TEMPAT, Gangguan, Listrik, listrik
from tests.sync.pemain import Pemain, batal, kunci, tambah, terima, ubah
from tests.unit import kantor

TAHUN = 365 * kantor.HARI_MS
GESER = (0, -10 * TAHUN, -2 * TAHUN, -kantor.HARI_MS, kantor.HARI_MS, 2 * TAHUN, 10 * TAHUN)
PC = st.sampled_from([0, 0, 1, 1, 2, 3])
"""The first two PCs do most, so that they meet."""
KE = st.integers(0, 9)


class Riwayat(Pemain, RuleBasedStateMachine):
    """Three PCs of one kelurahan and one of another; every rule is something that happens in an office."""

    def __init__(self) -> None:
        RuleBasedStateMachine.__init__(self)
        Pemain.__init__(self)

    # --- what clerks do --------------------------------------------------------------------------------------------

    @rule(i=PC, apa=st.integers(0, 8), ke=KE, nilai=st.integers(1, 4))
    def data(self, i: int, apa: int, ke: int, nilai: int) -> None:
        """Work on the roster and the lists."""
        match apa:
            case 0 | 1:
                self._buku_act(i, self._kerja(i, lambda pc: tambah(pc, i, ke + 1)))
            case 2 | 3 | 4:
                field = ("hp", "nama", "jumlah_kk")[apa - 2]
                self._buku_act(i, self._kerja(i, lambda pc: ubah(pc, ke, field, nilai)))
            case 5 | 6:
                self._kerja(i, lambda pc: insentif.susun(pc.store, TEMPAT[i], periode.baca(f"2026-0{nilai}")))
            case _:
                self._kerja(i, lambda pc: kunci(pc, i, ke))

    @rule(i=PC, apa=st.integers(2, 4), ke=st.integers(0, 1), nilai=st.integers(1, 4))
    def sunting(self, i: int, apa: int, ke: int, nilai: int) -> None:
        """Change the same few heads on several PCs."""
        self.data(i=i, apa=apa, ke=ke, nilai=nilai)

    @rule(i=PC, apa=st.integers(0, 6), ke=st.integers(0, 2), no=st.integers(1, 3))
    def uang(self, i: int, apa: int, ke: int, no: int) -> None:
        """Pay, take back, undo."""
        match apa:
            case 0 | 1 | 2:
                self._buku_act(i, self._kerja(i, lambda pc: terima(pc, i, ke, {no} if apa else set())))
            case 3 | 4:
                self._kerja(i, lambda pc: batal(pc, i, ke, no))
            case _ if self.acts[i]:
                act = self.acts[i].pop()
                self._kerja(i, lambda pc: history.undo(pc.store, act))

    # --- what lines and power do -----------------------------------------------------------------------------------

    @rule(i=PC, limit=st.sampled_from([0, 0, 1, 3]))
    def sinkron(self, i: int, limit: int) -> None:
        """A sync over a good line (the power may go)."""
        self._sinkron(i, Gangguan(), limit=limit)

    @rule(i=PC, j=PC, apa=st.integers(0, 3), ke=st.integers(1, 3), limit=st.sampled_from([0, 1]))
    def garis(self, i: int, j: int, apa: int, ke: int, limit: int) -> None:
        """What a line does to a sync."""
        if apa < 3:
            self.putus(i, ("hilang", "jawaban hilang", "dua kali")[apa], ke, limit)
        else:
            self.sela(i, j, ke, limit)

    @rule(i=PC, apa=st.integers(0, 3), k=st.integers(1, 60), geser=st.sampled_from(GESER))
    def alam(self, i: int, apa: int, k: int, geser: int) -> None:
        """What power, time and old packets do."""
        match apa:
            case 0:
                self.listrik_padam(i, k)
            case 1:
                self.kota_padam(k)
            case 2:
                self.ulang(k)
            case _:
                self.jam_salah(i, geser)

    def putus(self, i: int, apa: str, ke: int, limit: int) -> None:
        """A request or an answer is lost, or a request arrives twice; with small pages in the middle of a download."""
        self._sinkron(i, Gangguan(apa, ke), limit=limit)

    def sela(self, i: int, j: int, ke: int, limit: int) -> None:
        """Another PC syncs between two requests of this one."""
        if i != j:
            self._sinkron(i, Gangguan(ke=ke, sela=lambda: self._sinkron(j, Gangguan())), limit=limit)

    def listrik_padam(self, i: int, k: int) -> None:
        """The PC's power goes before its k-th statement from now on, whatever it does then."""
        listrik(self.folder[i]).sisa = k

    def kota_padam(self, k: int) -> None:
        """The city's power goes before its k-th statement or commit from now on."""
        self.kota.listrik = Listrik(sisa=k)

    def ulang(self, ke: int) -> None:
        """A request that was taken arrives once more, much later."""
        self.kota.listrik = Listrik()
        if self.rekaman:
            sebelum = hukum.sidik(self.kota.db)
            path, body, token = self.rekaman[ke % len(self.rekaman)]
            self.kota.minta("POST", path, body, token)
            assert hukum.sidik(self.kota.db) == sebelum, "I12: a repeated request changed something"

    # --- what clocks and technicians do ----------------------------------------------------------------------------

    def jam_salah(self, i: int, geser: int) -> None:
        """A PC's clock is set wrong, by up to ten years."""
        self.jam[i].geser = geser

    @rule(i=PC, j=PC, apa=st.integers(0, 6), ke=KE)
    def musibah(self, i: int, j: int, apa: int, ke: int) -> None:
        """Copies and backups."""
        match apa:
            case 0 | 1 if not self.kota_mundur and i != j and TEMPAT[i] == TEMPAT[j]:
                self.kloning(i, j, tersembunyi=bool(apa))
                for satu in (i, j):
                    self.data(i=satu, apa=2, ke=0, nilai=satu + 1)
            case 2 if not self.kota_mundur:
                self.kantor_pulih(i, ke)
            case 3 if not self.kantor_mundur:
                self.simpanan = "cadangan.db"
                self.kota.simpan(self.simpanan)
            case 4 if not self.kantor_mundur:
                self.kota_pulih()
            case 5:
                self.pindah(i)
            case _:
                self._program_baru(ke)

    # --- the end ---------------------------------------------------------------------------------------------------

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
        """All laws."""
        for kode in dict.fromkeys(TEMPAT):
            nomor = [i for i, tempat in enumerate(TEMPAT) if tempat == kode]
            pernah = set().union(*(self.pernah[i] for i in nomor))
            hukum.periksa(self.kota.db, kode, [self.pc[i] for i in nomor], pernah)
        catatan = hukum.Catatan(self.kota.db, TEMPAT[0])
        self.kota.jejak.update(f"{f['jenis']} {f['keadaan']}" for (t, _), f in catatan.isi.items() if t == "konflik")
        hukum.susun_ulang(catatan, self.p.cermin, len(self.rekaman))
        self._periksa_lebih_baru(catatan)

    def _periksa_lebih_baru(self, catatan: hukum.Catatan) -> None:
        dihapus = {op.row for op in catatan.ops.values() if op.kind in ("delete", "restore")}
        for row, field in self.lebih_baru.items():
            if row in dihapus:
                continue
            bayangan = "SELECT doc FROM sync_shadow WHERE tabel = 'rt_orang' AND id = ?"
            semua = [json.loads(pc.store.reader().execute(bayangan, (row,)).fetchone()[0]) for pc in self.pc[:3]]
            assert all(doc.get(field) == "memancing" for doc in (*semua, catatan.isi["rt_orang", row])), (
                f"I11: {field} of a newer program was lost"
            )
