"""The seed's event: 522 of 528 come, six doors offline scan them over and over; contradictions are kept and decided."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sipokat_desktop.modules.bimtek import hadir_ops, statistik
from sipokat_desktop.modules.bimtek.pintu import Pintu
from sipokat_desktop.storage import entitled, history
from tests.sync import hukum_hadir
from tests.sync.mutan_hadir import MUTAN, bertentangan, dua_kepala
from tests.sync.panggung_hadir import DI, PINTU, SEMUA, panggung_hadir
from tests.sync.riwayat_hadir import RiwayatHadir
from tests.sync.sudut import mainkan
from tests.sync.uji_mutan import uji_mutan

LAMA = settings().max_examples > 1000
TANPA = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
ACARA = settings(max_examples=60 if LAMA else 2, deadline=None, suppress_health_check=TANPA)
PENGATURAN = settings(
    max_examples=1500 if LAMA else 12, stateful_step_count=30, deadline=None, suppress_health_check=TANPA
)
DATANG = 522
SUDUT = {
    "dicatat", "diganti", "sudah", "beda", "diurungkan", "ditarik", "sisanya alpa", "dari lembar", "diputuskan",
    "bertentangan", "ditolak",
}  # fmt: skip
"""What must happen somewhere in so many histories, or they prove nothing."""


@pytest.fixture(scope="module")
def _panggung_hadir() -> Iterator[None]:
    yield
    panggung_hadir().tumpuk.close()
    panggung_hadir.cache_clear()


@pytest.fixture(autouse=True)
def _terpasang(_panggung_hadir: None) -> Iterator[None]:
    with panggung_hadir().terpasang():
        yield


class EnamPintu(RiwayatHadir):
    """All six doors, and the PC of a kelurahan."""

    nama = SEMUA


class Hari:
    """The day of the event at six doors, drawn from a seed: who comes where, how often, what goes wrong."""

    def __init__(self, biji: int) -> None:
        self.acak = Random(biji)
        self.m = EnamPintu()
        self.acara = self.m.acara
        self.pintu = [
            Pintu(pc.store.reader, self.acara.sesi_id, modul=pc.store.modules) for pc in self.m.pc[: len(PINTU)]
        ]

    def main(self) -> None:
        """Everybody comes, in any order; the doors sync now and then; at the end all are quiet."""
        tamu = list(range(len(self.acara.jabatan)))
        self.acak.shuffle(tamu)
        absen, datang = tamu[DATANG:], tamu[:DATANG]
        pindai = [(self.acak.randrange(len(PINTU)), ke) for ke in datang]
        pindai += [(self.acak.randrange(len(PINTU)), self.acak.choice(datang)) for _ in range(150)]
        self.acak.shuffle(pindai)
        for i, ke in pindai:
            self._pindai(i, ke)
            match self.acak.random():
                case nilai if nilai < 0.03:
                    self._keliru(i, self.acak.choice(absen))
                case nilai if nilai < 0.035:
                    self.m._aman(i)
        urut = list(range(len(PINTU)))
        for _ in range(3):
            self.acak.shuffle(urut)
            self.m._aman(*urut, len(PINTU), len(PINTU) + 1)

    def _pindai(self, i: int, ke: int) -> None:
        """A scan; what is recorded is undone and done again now and then, or simply scanned once more."""
        act = self._masuk(i, ke)
        if act and self.acak.random() < 0.1:
            batal = history.undo(self.m.pc[i].store, act).act_id
            if self.acak.random() < 0.5:
                history.undo(self.m.pc[i].store, batal)
            else:
                assert self._masuk(i, ke), "H4: an undone mark cannot be scanned again"
        if self.acak.random() < 0.1:
            assert not self._masuk(i, ke), "a second scan at one door was recorded"

    def _masuk(self, i: int, ke: int) -> str:
        jawab = self.pintu[i].jawab(self.acara.token[ke])
        assert jawab.orang
        assert jawab.orang.jabatan_id == self.acara.jabatan[ke]
        done = hadir_ops.catat(self.m.pc[i].store, self.acara.sesi_id, self.acara.jabatan[ke], pintu=f"Pintu {i + 1}")
        assert (jawab.jenis, done.value.jenis) in (("masuk", "dicatat"), ("sudah", "sudah"))
        return done.changes.act_id if done.value.tertulis else ""

    def _keliru(self, i: int, ke: int) -> None:
        """The letter of somebody who has not come is scanned, and that is undone at once."""
        if act := self._masuk(i, ke):
            history.undo(self.m.pc[i].store, act)

    def periksa(self) -> None:
        """Exactly 522 on every PC and at the city; nothing waits for anybody."""
        semua = list(zip(self.m.pc, self.m.kantor, strict=True))
        nyata = hukum_hadir.periksa_kota(self.m.kota.db, semua, self.acara)
        assert len(nyata) == len(hukum_hadir.datang(nyata)) == DATANG, "H5: the city has not exactly 522"
        for pc, kantor in semua:
            angka = statistik.angka_sesi(pc.store.reader(), self.acara.sesi_id)
            milik = hukum_hadir.dilihat(nyata, kantor)
            assert (angka.datang, angka.hadir, angka.beda) == (len(milik), len(milik), 0), (
                "H5: a PC has not exactly 522"
            )
            assert pc.status().decisions == (), "H3: something waits although nobody contradicts anybody"
            konflik = pc.store.reader().execute("SELECT count(*) FROM konflik").fetchone()[0]
            assert konflik == 0, "H3: two doors met in a field"
            hukum_hadir.periksa_pc(pc, kantor, self.acara)
        assert [p.angka().datang for p in self.pintu] == [DATANG] * len(PINTU)

    def tutup(self) -> None:
        """Close the stores."""
        for pc in self.m.pc:
            pc.close()


def _mainkan(biji: int) -> None:
    hari = Hari(biji)
    try:
        hari.main()
        hari.periksa()
    finally:
        hari.tutup()


@given(st.integers(0, 2**32))
@ACARA
def test_six_doors_offline_count_exactly_522(biji: int) -> None:
    _mainkan(biji)


def test_random_histories_of_attendance() -> None:
    mainkan(RiwayatHadir, PENGATURAN, panggung_hadir().kota.jejak, SUDUT)


# --- contradictions, decided ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("pilih", "jadi"), [(0, "hadir"), (1, "izin")])
def test_a_contradiction_is_told_on_every_pc_and_ends_on_every_pc(pilih: int, jadi: str) -> None:
    m = RiwayatHadir()
    bertentangan(m)
    m._aman(*range(4), *range(4))
    assert m.pc[3].status().decisions == (), "the kelurahan is asked, which may not answer"
    for pc in m.pc[:3]:
        (hal,) = pc.status().decisions
        assert hal.kalimat.startswith("RT 01 Air Kuti · Ahmad Abdullah tercatat hadir dan izin di ")
        assert len(hal.rinci) == 2
        assert statistik.angka_sesi(pc.store.reader(), m.acara.sesi_id).datang == 1
    m.putuskan(i=2, pilih=pilih)
    m._aman(*range(4), *range(4))
    for pc in m.pc:
        assert pc.status().decisions == ()
        assert {f["tanda"] for f in hukum_hadir.baris(pc).values()} == {jadi}
    m.teardown()


@pytest.mark.parametrize("pilih", [(0, 0), (0, 1), (1, 0)])
def test_two_pcs_decide_one_contradiction(pilih: tuple[int, int]) -> None:
    """Alike: it is decided. Otherwise: both answers stand and a person is asked again."""
    m = RiwayatHadir()
    bertentangan(m)
    m._aman(0, 1, 0)
    for i, satu in enumerate(pilih):
        m.putuskan(i=i, pilih=satu)
    m._aman(*range(4), *range(4))
    for pc in m.pc[:3]:
        assert len(pc.status().decisions) == (pilih[0] != pilih[1])
    m.putuskan(i=2, pilih=1)
    m._aman(*range(4), *range(4))
    for pc in m.pc:
        assert pc.status().decisions == ()
        assert len({f["tanda"] for f in hukum_hadir.baris(pc).values()}) == 1
    m.teardown()


def test_two_doors_name_two_heads_until_a_person_says_who_came() -> None:
    """One door has not heard of the change of head: the money of both waits, and goes to whom a person names."""
    m = RiwayatHadir()
    dua_kepala(m)
    m._aman(*range(4), *range(4))
    for pc in m.pc:
        hukum_hadir.periksa_pc(pc, m.kantor[m.pc.index(pc)], m.acara)
        semua = entitled.entitled(pc.store.reader(), "bimtek", m.acara.kegiatan_id, DI)
        assert [e.doubtful for e in semua] == [True, True]
    assert "atas nama Ahmad Abdullah dan Baru Sekali di" in m.pc[1].status().decisions[0].kalimat
    m.putuskan(i=1, pilih=0)
    m._aman(*range(4), *range(4))
    for pc in m.pc:
        (hak,) = entitled.entitled(pc.store.reader(), "bimtek", m.acara.kegiatan_id, DI)
        assert (hak.times, hak.doubtful, pc.status().decisions) == (1, False, ())
    m.teardown()


def test_an_absence_given_to_the_rest_yields_to_a_door_that_was_offline() -> None:
    m = RiwayatHadir()
    m.catat(i=1, ke=3, tanda="hadir")
    m.sisa(i=0)
    m._aman(0, 1, 0)
    for pc in m.pc[:2]:
        angka = statistik.angka_sesi(pc.store.reader(), m.acara.sesi_id, lingkup=DI)
        assert (angka.hadir, angka.alpa, angka.beda) == (1, 7, 0)
        assert pc.status().decisions == ()
    m.teardown()


# --- seeded bugs ------------------------------------------------------------------------------------------------------


def _semua_melihat_sama(m: RiwayatHadir) -> None:
    for _ in range(2):
        m._aman(*range(len(m.pc)))
        for i, pc in enumerate(m.pc):
            hukum_hadir.periksa_pc(pc, m.kantor[i], m.acara)


test_the_laws_hold_without_the_bug, test_the_bug_is_caught = uji_mutan(RiwayatHadir, MUTAN, _semua_melihat_sama)
