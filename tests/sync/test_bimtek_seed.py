"""The seed's event: 522 of 528 come, six doors offline scan them over and over; contradictions are kept and decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test

from sipokat_desktop.kernel.ids import derived_id
from sipokat_desktop.modules.bimtek import hadir_ops, ragu, statistik, tabel, tanda
from sipokat_desktop.modules.bimtek.pintu import Pintu
from sipokat_desktop.storage import history, many
from tests.sync import hukum_hadir
from tests.sync.panggung_hadir import DI, PINTU, SEMUA, panggung_hadir
from tests.sync.riwayat_hadir import RiwayatHadir

LAMA = settings().max_examples > 1000
TANPA = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
ACARA = settings(max_examples=60 if LAMA else 2, deadline=None, suppress_health_check=TANPA)
PENGATURAN = settings(
    max_examples=1500 if LAMA else 12, stateful_step_count=30, deadline=None, suppress_health_check=TANPA
)
DATANG = 522
SUDUT = {
    "dicatat", "diganti", "sudah", "beda", "diurungkan", "ditarik", "sisanya alpa", "dari lembar", "diputuskan",
    "bertentangan",
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
            self.m._aman(*urut, len(PINTU))

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
    jejak = panggung_hadir().kota.jejak
    jejak.clear()
    run_state_machine_as_test(RiwayatHadir, settings=PENGATURAN)
    assert not SUDUT - jejak.keys(), f"never reached: {SUDUT - jejak.keys()}"


# --- contradictions, decided ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("pilih", "jadi"), [(0, "hadir"), (1, "izin")])
def test_a_contradiction_is_told_on_every_pc_and_ends_on_every_pc(pilih: int, jadi: str) -> None:
    m = RiwayatHadir()
    _bertentangan(m)
    m._aman(*range(4), *range(4))
    for pc in m.pc:
        (hal,) = pc.status().decisions
        assert hal.kalimat.startswith("RT 01 Air Kuti · Ahmad Abdullah tercatat hadir dan izin di ")
        assert len(hal.rinci) == 2
        assert statistik.angka_sesi(pc.store.reader(), m.acara.sesi_id).datang == 1
    m.putuskan(i=3, pilih=pilih)
    m._aman(*range(4), *range(4))
    for pc in m.pc:
        assert pc.status().decisions == ()
        assert {f["tanda"] for f in hukum_hadir.baris(pc).values()} == {jadi}
    m.teardown()


@pytest.mark.parametrize("pilih", [(0, 0), (0, 1), (1, 0)])
def test_two_pcs_decide_one_contradiction(pilih: tuple[int, int]) -> None:
    """Alike: it is decided. Otherwise: both answers stand and a person is asked again."""
    m = RiwayatHadir()
    _bertentangan(m)
    m._aman(0, 1, 0)
    for i, satu in enumerate(pilih):
        m.putuskan(i=i, pilih=satu)
    m._aman(*range(4), *range(4))
    for pc in m.pc:
        assert len(pc.status().decisions) == (pilih[0] != pilih[1])
    m.putuskan(i=2, pilih=1)
    m._aman(*range(4), *range(4))
    for pc in m.pc:
        assert pc.status().decisions == ()
        assert len({f["tanda"] for f in hukum_hadir.baris(pc).values()}) == 1
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


@dataclass(frozen=True, slots=True)
class Mutan:
    """A bug, a story that it spoils, and the law that must notice."""

    tanam: Callable[[pytest.MonkeyPatch], None]
    cerita: Callable[[RiwayatHadir], None]
    hukum: str


def _bertentangan(m: RiwayatHadir) -> None:
    """One door says hadir, another izin."""
    m.catat(i=0, ke=0, tanda="hadir")
    m.catat(i=1, ke=0, tanda="izin")


def _dua_pintu(m: RiwayatHadir) -> None:
    """Two doors scan one; the first takes its mark back."""
    m.pindai(i=1, ke=0)
    m.pindai(i=0, ke=0)
    m._aman(0, 1, 0)
    m.urungkan(i=0)
    m.ditarik.clear()
    m._aman(0, 1, 0)


def _bersama(m: RiwayatHadir) -> None:
    """Two doors scan one."""
    m.pindai(i=0, ke=0)
    m.pindai(i=1, ke=0)


def _silang(m: RiwayatHadir) -> None:
    """Two PCs decide one contradiction, each otherwise."""
    _bertentangan(m)
    m._aman(0, 1, 0)
    m.putuskan(i=0, pilih=0)
    m.putuskan(i=1, pilih=1)


def _sisa_dulu(m: RiwayatHadir) -> None:
    """The rest are absent, then one comes at another door."""
    m.sisa(i=0)
    m.pindai(i=1, ke=2)
    m._aman(0, 1, 0)
    m.pindai(i=0, ke=2)


def _id_tetap(tambal: pytest.MonkeyPatch) -> None:
    """One row for each session and person, as the first design had it: an undo at one door deletes it for all."""
    asli = hadir_ops._tulis

    def tulis(tx: Any, sesi: Any, orang: Any, isian: Any, wakil: Any) -> str:
        row_id = derived_id("bimtek_hadir", sesi.sesi_id, orang.jabatan_id)
        if tx.has("bimtek_hadir", row_id):
            tx.update("bimtek_hadir", row_id, {"tanda": isian.tanda})
            return row_id
        baru = asli(tx, sesi, orang, isian, wakil)
        row = tx.row("bimtek_hadir", baru)
        many.delete(tx, "bimtek_hadir", [baru])
        isi = {k: v for k, v in row.items() if k not in ("id", "lingkup")}
        return str(tx.insert("bimtek_hadir", isi, scope=str(row["lingkup"]), row_id=row_id))

    tambal.setattr(hadir_ops, "_tulis", tulis)


def _terakhir_menang(tambal: pytest.MonkeyPatch) -> None:
    """The latest mark is what holds, whatever the others say."""
    asli = tanda.berlaku

    def berlaku(marks: Sequence[tanda.Catatan]) -> tanda.Keadaan:
        semua = sorted(marks, key=lambda c: c.hadir_id)
        return asli(semua[-1:])

    tambal.setattr(tanda, "berlaku", berlaku)


def _baris_dihitung(tambal: pytest.MonkeyPatch) -> None:
    """Figures that count marks, not people."""
    ganda = statistik._UNDANGAN.replace("GROUP BY h.sesi_id, h.jabatan_id", "GROUP BY h.id")
    tambal.setattr(statistik, "_UNDANGAN", ganda)


def _ragu_diam(tambal: pytest.MonkeyPatch) -> None:
    """Contradictions that nobody is asked about."""
    tambal.setattr(tabel, "_keraguan", tuple)
    tambal.setattr(ragu, "KERAGUAN", ())


def _putusan_hapus(tambal: pytest.MonkeyPatch) -> None:
    """A decision that only deletes what is wrong: two that cross leave nothing."""

    def putuskan(tx: Any, hadir_id: str, isian: Any) -> None:
        row = tx.row("bimtek_hadir", hadir_id)
        ids = [str(r[0]) for r in tx.con.execute(
            "SELECT id FROM bimtek_hadir WHERE sesi_id = ? AND jabatan_id = ? AND tanda <> ?",
            (row["sesi_id"], row["jabatan_id"], isian["tanda"]))]  # fmt: skip
        many.delete(tx, "bimtek_hadir", ids)

    tambal.setattr(ragu, "putuskan", putuskan)


def _sisa_ngotot(tambal: pytest.MonkeyPatch) -> None:
    """An absence given to the rest that contradicts whoever comes."""
    tambal.setattr(tanda, "SISA", "bukan sisa")


def _kota_menimpa(tambal: pytest.MonkeyPatch) -> None:
    """A city that keeps one mark of a person only."""
    asli = hukum_hadir.di_kota

    def satu_saja(db: Any) -> Any:
        per = {f["jabatan_id"]: (id, f) for id, f in sorted(asli(db).items())}
        return dict(per.values())

    tambal.setattr(hukum_hadir, "di_kota", satu_saja)


MUTAN = {
    "satu id per sesi dan orang": Mutan(_id_tetap, _dua_pintu, "H8"),
    "yang terakhir menang": Mutan(_terakhir_menang, _bertentangan, "H[35]"),
    "tanda dihitung, bukan orang": Mutan(_baris_dihitung, _bersama, "H5"),
    "pertentangan didiamkan": Mutan(_ragu_diam, _bertentangan, "H3"),
    "putusan hanya menghapus": Mutan(_putusan_hapus, _silang, "H8"),
    "sisa tidak mengalah": Mutan(_sisa_ngotot, _sisa_dulu, "H[35]"),
    "kota menyimpan satu tanda saja": Mutan(_kota_menimpa, _bersama, "H2"),
}


def _ceritakan(nama: str) -> None:
    m = RiwayatHadir()
    try:
        MUTAN[nama].cerita(m)
        for _ in range(2):
            m._aman(*range(len(m.pc)))
            for i, pc in enumerate(m.pc):
                hukum_hadir.periksa_pc(pc, m.kantor[i], m.acara)
    finally:
        m.teardown()


@pytest.mark.parametrize("nama", MUTAN)
def test_the_laws_hold_without_the_bug(nama: str) -> None:
    _ceritakan(nama)


@pytest.mark.parametrize("nama", MUTAN)
@pytest.mark.usefixtures("caplog")
def test_the_bug_is_caught(nama: str, monkeypatch: pytest.MonkeyPatch) -> None:
    MUTAN[nama].tanam(monkeypatch)
    with pytest.raises(AssertionError, match=MUTAN[nama].hukum):
        _ceritakan(nama)
