"""Random histories of up to three PCs and a city: whatever happened, all ends equal and nothing is lost (P4–P6)."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from sipokat_desktop import app
from sipokat_desktop.app import Office
from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif import queries
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import history
from sync.client.session import Session
from sync.server.schema import DOC, OP_LOG
from tests.kota import CityThread
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, daftarkan, periksa_tenang
from tests.sync.kawat import Hilang
from tests.unit import kantor

CEPAT = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Histories are many and their disk need not last."""

PC = st.integers(0, 2)
SEPULUH_TAHUN = 10 * 365 * kantor.HARI_MS


class Riwayat(RuleBasedStateMachine):
    """Three PCs of one kelurahan; every rule is something a clerk, a line or a technician does."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp(prefix="sipokat-acak-", dir=CEPAT))
        self.city = CityThread(f"sqlite:///{self.folder / 'kota.db'}")
        self.city.set_tarif()
        self.pc = [Office(self.folder / nama) for nama in "abc"]
        self.geser = [0, 0, 0]
        self.pernah: set[str] = set()
        self.acts: list[list[str]] = [[], [], []]
        self.simpanan: dunia.Simpanan | None = None
        self.kota_mundur = self.kantor_mundur = False

    @initialize(ke=st.lists(st.integers(1, 5), min_size=1, max_size=3, unique=True))
    def mulai(self, ke: list[int]) -> None:
        for pc in self.pc:
            daftarkan(pc, self.city)
        self.pc[0].sync()
        dunia.isi_rt(self.pc[0], *ke)
        dunia.terkunci(self.pc[0], "2026-01")
        self.simpanan = dunia.Simpanan(self.city.db)
        for pc in self.pc:
            pc.sync()
        self._catat(0)

    def _catat(self, i: int, act: str = "") -> None:
        self.pernah |= dunia.semua_op(self.pc[i])
        if act:
            self.acts[i].append(act)

    @rule(i=PC, apa=st.integers(0, 8), ke=st.integers(0, 9), nilai=st.integers(1, 4))
    def data(self, i: int, apa: int, ke: int, nilai: int) -> None:
        """Work on the roster and the lists."""
        match apa:
            case 0 | 1:
                self.tambah(i, ke + 1)
            case 2 | 3 | 4:
                self.ubah(i, ke, ("hp", "nama", "jumlah_kk")[apa - 2], nilai)
            case 5 | 6:
                self.susun(i, nilai)
            case _:
                self.kunci(i, ke)

    @rule(i=PC, apa=st.integers(0, 5), ke=st.integers(0, 2), no=st.integers(1, 3))
    def uang(self, i: int, apa: int, ke: int, no: int) -> None:
        """Pay, take back, undo."""
        match apa:
            case 0 | 1:
                self.terima(i, ke, {no})
            case 2:
                self.terima(i, ke, set())
            case 3 | 4:
                self.batal(i, ke, no)
            case _:
                self.urungkan(i)

    @rule(i=PC, j=PC, apa=st.integers(0, 6))
    def musibah(self, i: int, j: int, apa: int) -> None:
        """What a technician, a clock or a disk does."""
        match apa:
            case 0 | 1 if not self.kota_mundur:
                self.kloning(i, j)
            case 2 if not self.kota_mundur:
                self.kantor_pulih(i, j + 1)
            case 3 if not self.kantor_mundur:
                self.simpanan = dunia.Simpanan(self.city.db)
            case 4 if not self.kantor_mundur:
                self.kota_pulih()
            case 5 | 6:
                self.jam_salah(i, (-SEPULUH_TAHUN, -kantor.HARI_MS, 0, SEPULUH_TAHUN)[i + j - 1])

    def tambah(self, i: int, ke: int) -> None:
        try:
            self._catat(i, rt.tambah(self.pc[i].store, KELURAHAN, kantor.isian(ke)).changes.act_id)
        except InputSalah:
            return

    def ubah(self, i: int, ke: int, field: str, nilai: int) -> None:
        store = self.pc[i].store
        semua = store.reader().execute("SELECT id, jabatan_id FROM rt_masa ORDER BY id").fetchall()
        if not semua:
            return
        teks = {"hp": f"081234567{nilai}0", "nama": f"Nama {nilai}", "jumlah_kk": str(nilai)}[field]
        satu = semua[ke % len(semua)]
        try:
            self._catat(i, rt.ubah(store, jabatan_id=satu[1], masa_id=satu[0], isian={field: teks}).act_id)
        except InputSalah:
            return

    def susun(self, i: int, bulan: int) -> None:
        try:
            insentif.susun(self.pc[i].store, KELURAHAN, periode.baca(f"2026-0{bulan}"))
        except InputSalah:
            return
        self._catat(i)

    def _daftar(self, i: int, keadaan: str, ke: int) -> str:
        semua = queries.semua_daftar(self.pc[i].store.reader(), lingkup=KELURAHAN)
        nomor = [d.nomor for d in semua if d.keadaan == keadaan]
        return nomor[ke % len(nomor)] if nomor else ""

    def kunci(self, i: int, ke: int) -> None:
        nomor = self._daftar(i, "draf", ke)
        try:
            if nomor:
                insentif.kunci(self.pc[i].store, nomor, lurah=f"Lurah {i}", alasan="uji")
        except InputSalah:
            return
        self._catat(i)

    def terima(self, i: int, ke: int, kecuali: set[int]) -> None:
        nomor = self._daftar(i, "dikunci", ke)
        try:
            if nomor:
                self._catat(i, insentif.terima(self.pc[i].store, nomor, kecuali=kecuali).changes.act_id)
        except InputSalah:
            return

    def batal(self, i: int, ke: int, no: int) -> None:
        nomor = self._daftar(i, "dikunci", ke)
        try:
            if nomor:
                insentif.batal_terima(self.pc[i].store, nomor, no, alasan="uji")
        except InputSalah:
            return
        self._catat(i)

    def urungkan(self, i: int) -> None:
        if not self.acts[i]:
            return
        try:
            history.undo(self.pc[i].store, self.acts[i].pop())
        except InputSalah:
            return
        self._catat(i)

    @rule(i=PC, limit=st.sampled_from([0, 1, 3]))
    def sinkron(self, i: int, limit: int) -> None:
        assert dunia.sinkron(self.pc[i], limit=limit).matching

    @rule(i=PC, sampai=st.booleans(), mati=st.booleans())
    def putus(self, i: int, sampai: bool, mati: bool) -> None:
        """The line drops; perhaps the program is killed before it can note anything."""
        store = self.pc[i].store
        session = Session(store, Hilang(store.identity.server, store.setting("sesi")))
        Hilang.sampai = sampai
        try:
            session.run()
        except Gangguan:
            session.close()
        if mati:
            self._buka_lagi(i)

    def _buka_lagi(self, i: int) -> None:
        folder = self.pc[i].store.folder
        self.pc[i].close()
        self.pc[i] = Office(folder)
        self.pc[i].store.clock = self._jam(i)

    def _jam(self, i: int) -> kantor.Jam:
        jam = kantor.Jam()
        jam.ms = now_ms() + self.geser[i]
        return jam

    def jam_salah(self, i: int, geser: int) -> None:
        self.geser[i] = geser
        self.pc[i].store.clock = self._jam(i)

    def kloning(self, i: int, j: int) -> None:
        """A technician puts a copy of PC i in place of PC j (which had sent everything)."""
        if i == j:
            return
        self.kantor_mundur = True
        self.pc[j].sync()
        for satu in (i, j):
            self.pc[satu].close()
        tujuan = self.folder / f"klon{len(list(self.folder.iterdir()))}"
        dunia.salin(self.pc[i].store.folder, tujuan)
        self.pc[i], self.pc[j] = Office(self.pc[i].store.folder), Office(tujuan)
        self.acts[j] = []

    def kantor_pulih(self, i: int, lagi: int) -> None:
        """Back up, work and sync on, then restore the backup."""
        self.kantor_mundur = True
        berkas = self.pc[i].backup(self.folder / "simpan.sipokat")
        self.ubah(i, 0, "hp", lagi)
        self.pc[i].sync()
        self.tambah(i, lagi)
        self.pc[i].close()
        app.restore(self.pc[i].store.folder, berkas)
        self.pc[i] = Office(self.pc[i].store.folder)
        self.acts[i] = []

    def kota_pulih(self) -> None:
        """The city goes back to its backup. (Not in one history with an office that went back or was replaced:
        what only that office had is then nowhere.)"""
        assert self.simpanan is not None
        self.kota_mundur = True
        self.simpanan.pulihkan(self.city.db)

    def teardown(self) -> None:
        try:
            for _ in range(3):
                for pc in self.pc:
                    assert pc.sync().matching
            periksa_tenang(self.city.db, self.pc)
            assert self.pernah <= dunia.tercatat(self.city.db).keys(), "I1: an op was lost"
        finally:
            for pc in self.pc:
                pc.close()
            self.city.close()
            shutil.rmtree(self.folder)


PENGATURAN = settings(
    max_examples=settings().max_examples // 3,
    stateful_step_count=30, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)  # fmt: skip


@pytest.mark.parametrize("_bagian", [1, 2])
def test_random_histories_end_equal(_bagian: int) -> None:
    run_state_machine_as_test(Riwayat, settings=PENGATURAN)


class Pelupa(Riwayat):
    """Known-bad control: a city that forgets one entry of its ledger without a word."""

    def teardown(self) -> None:
        self.city.db.close()
        with self.city.db.write() as con:
            con.execute(DOC.delete().where(DOC.c.tbl == "rt_orang"))
            con.execute(OP_LOG.delete().where(OP_LOG.c.tbl == "rt_orang"))
        super().teardown()


def test_the_harness_notices_a_city_that_forgets() -> None:
    with pytest.raises((AssertionError, BaseExceptionGroup)):
        run_state_machine_as_test(
            Pelupa, settings=settings(PENGATURAN, max_examples=3, phases=(Phase.generate,), database=None)
        )
