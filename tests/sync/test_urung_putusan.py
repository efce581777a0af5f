"""Decided, taken back, decided otherwise, by two PCs and the city in any interleaving: the sum is the money handed out,
one question is open exactly where two payments live, and whoever comes first the result is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sipokat_desktop.kernel import ids, wilayah
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.storage import again, decided, deciding
from sync.server import city as kota
from sync.web.kantor import Offices
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import LEDGER, Buka
from tests.sync.urung_putusan import ISIAN, JALAN, Cerita, Langkah, Panggung, siapkan

LAMA = settings().max_examples > 1000
BANYAK = 120 if LAMA else 5
PENGATURAN = settings(
    max_examples=BANYAK, deadline=None, database=None,
    suppress_health_check=[*HealthCheck],
)  # fmt: skip
APA = ("bayar", "batal", "kantor", "kota", "kota", "urung", "urung", "urung", "urung_kantor", "lagi", "sinkron")
LANGKAH = st.tuples(st.sampled_from(APA), st.integers(0, 1), st.integers(0, 3), st.integers(0, 2))
BAYAR: tuple[Langkah, Langkah] = (("bayar", 0, 0, 0), ("bayar", 1, 0, 0))


@pytest.fixture
def panggung(city: City, office: Buka, tmp_path: Path) -> Iterator[Callable[[int], Panggung]]:
    """Make the stage for so many heads."""
    with closing(Offices(city.db, tmp_path / "web")) as kantor:
        yield lambda ketua: siapkan(city, (office("a"), office("b")), kantor.of(wilayah.KOTA), ketua=ketua)


def ceritakan(c: Cerita, langkah: list[Langkah], *, rapat: bool) -> Cerita:
    """Both pay, unseen by one another; then the steps, each heard of by all (``rapat``) or not; then all is quiet."""
    for satu in BAYAR:
        c.lakukan(satu, rapat=False)
    c.p.sinkron()
    c.p.pc[0].store.user, c.p.pc[1].store.user = "Rohana", "Hasan"
    for satu in langkah:
        c.lakukan(satu, rapat=rapat)
    c.p.sinkron()
    c.periksa()
    c.p.pc[0].store.user, c.p.pc[1].store.user = "Siti", "Rudi"
    return c


SEMUA_JALAN: list[Langkah] = [("kota", 0, 0, 2), ("urung", 0, 0, 0), ("kota", 0, 1, 1), ("urung", 0, 0, 0),
                              ("sinkron", 0, 0, 0), ("kantor", 0, 0, 0)]  # fmt: skip
"""Every way out, two of them taken back."""
BERSILANG: list[Langkah] = [("kantor", 0, 0, 0), ("kota", 0, 1, 0), ("sinkron", 0, 0, 0), ("sinkron", 1, 0, 0),
                            ("lagi", 0, 0, 0), ("urung", 0, 0, 0), ("lagi", 0, 1, 0)]  # fmt: skip
"""A PC and the city take back different ones; one is recorded again, and that is taken back."""


@pytest.mark.parametrize("rapat", [True, False])
def test_random_decisions_and_undos(panggung: Callable[[int], Panggung], rapat: bool) -> None:
    p, ke = panggung(3 * BANYAK), iter(range(1, 3 * BANYAK + 1))
    terjadi: set[str] = set()

    @PENGATURAN
    @given(st.lists(LANGKAH, min_size=4, max_size=9))
    @example(SEMUA_JALAN)
    @example(BERSILANG)
    def mainkan(langkah: list[Langkah]) -> None:
        terjadi.update(ceritakan(Cerita(p, next(ke)), langkah, rapat=rapat).terjadi)

    mainkan()
    assert {"kota", "urung", "kantor", *JALAN} <= terjadi, "or they prove nothing"
    dunia.periksa_tenang(p.city.db, p.pc)


KEMBALI: list[Langkah] = [("kota", 0, 0, 2), ("urung", 0, 0, 0)]
"""The second payment counts for another month, and that is taken back."""
BERDUA: list[Langkah] = [("kota", 0, 0, 0), ("kantor", 0, 0, 0), ("sinkron", 0, 0, 0), ("urung", 0, 0, 0),
                         ("urung_kantor", 0, 0, 0)]  # fmt: skip
"""The city and a PC take the same entry back, and both undo that, unseen by one another."""


def _lupa_pengganti(tambal: pytest.MonkeyPatch) -> None:
    """An undo that leaves the entry standing that the money counted for."""
    tambal.setattr(decided, "replacement_id", lambda *_: "tiada")


def _acak(tambal: pytest.MonkeyPatch) -> None:
    """An undo whose entries have an id of their own each time."""
    tambal.setattr(again, "again_id", lambda *_: ids.new_id())


@pytest.mark.parametrize(
    ("tanam", "langkah", "rapat", "hukum"),
    [(_lupa_pengganti, KEMBALI, True, "P1"), (_acak, BERDUA, False, "P4")],
)
def test_the_laws_notice_the_bug(
    panggung: Callable[[int], Panggung], monkeypatch: pytest.MonkeyPatch,
    tanam: Callable[[pytest.MonkeyPatch], None], langkah: list[Langkah], rapat: bool, hukum: str,
) -> None:  # fmt: skip
    """Known-bad controls; without the bug the same story is right."""
    p = panggung(2)
    assert ceritakan(Cerita(p, 1), langkah, rapat=rapat).terjadi["urung"] == 1
    tanam(monkeypatch)
    with pytest.raises(AssertionError, match=hukum):
        ceritakan(Cerita(p, 2), langkah, rapat=rapat)


@pytest.mark.parametrize("jalan", [0, 2])
def test_whoever_comes_first_it_ends_the_same(panggung: Callable[[int], Panggung], jalan: int) -> None:
    """Two people at the web undo at once, a PC that has not heard of the decision takes the other payment back, the
    other PC takes back its own: in every order the same entries live, and the same is asked."""
    urutan = [orde for orde in permutations(range(4)) if orde.index(0) < orde.index(1)]
    p = panggung(len(urutan))
    hasil = {_akhir(Cerita(p, no), jalan, orde) for no, orde in enumerate(urutan, 1)}
    assert len(hasil) == 1, hasil


def _akhir(c: Cerita, jalan: int, urutan: tuple[int, ...]) -> tuple[object, ...]:
    satu, dua = c.p.pc
    for langkah in BAYAR:
        c.lakukan(langkah, rapat=False)
    siti, rudi = (next(iter(c.hidup(pc.store))) for pc in (satu, dua))
    c.p.sinkron()
    store = c.p.web.store
    bulan = {"bulan": "2026-02"} if jalan == 2 else {}
    c.p.web.sebagai_kota("Bagian", lambda s: deciding.take_back(s, LEDGER, rudi, JALAN[jalan], ISIAN | bulan))
    ops = [store.rehearse(lambda s: decided.undo(s, LEDGER, rudi)) for _ in range(2)]
    satu.store.user, dua.store.user = "Rohana", "Hasan"
    deciding.take_back(dua.store, LEDGER, siti, "salah catat", ISIAN)
    insentif.batal_terima(satu.store, c.p.nomor, c.no, alasan="Keliru")
    for ke in urutan:
        if ke < 2:
            kota.settle(c.p.city.db, ops[ke], now=now_ms())
        else:
            dunia.sinkron(c.p.pc[ke - 2])
    c.p.sinkron()
    c.periksa()
    nama = {siti: "Siti", rudi: "Rudi", again.again_id(LEDGER, rudi): "Rudi lagi"}
    hidup = sorted((nama.get(id, "lain"), c.entri(store)[id][0].split("|")[2]) for id in c.hidup(store))
    satu.store.user, dua.store.user = "Siti", "Rudi"
    return (tuple(hidup), tuple(sorted(c.terbuka(store).values())), c.jumlah(store))
