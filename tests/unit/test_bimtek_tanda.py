"""What holds by the marks of a person: one rule in Python and SQL, whatever the order; doubts and money follow it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.modules.bimtek import hak, ragu, tanda_sql
from sipokat_desktop.modules.bimtek.schema import m001_awal
from sipokat_desktop.modules.bimtek.tanda import BEDA, CARA, DATANG, SISA, TANDA, Catatan, berlaku

CATATAN = st.builds(
    Catatan,
    hadir_id=st.uuids().map(str), tanda=st.sampled_from(TANDA), cara=st.sampled_from(CARA),
    pukul=st.sampled_from([0, 0, 5, 7, 9]), pintu=st.sampled_from(["", "A", "B"]),
    masa_id=st.sampled_from(["m", "m", "m", "", "n"]),
)  # fmt: skip
SEMUA = st.lists(CATATAN, max_size=6)


def _dari(*isi: str) -> list[Catatan]:
    pisah = (satu.split("/") for satu in isi)
    return [Catatan(str(ke), apa, cara, ke + 1, f"P{ke}") for ke, (apa, cara) in enumerate(pisah)]


@pytest.mark.parametrize(
    ("isi", "jadi", "datang"),
    [
        ((), "", False),
        (("hadir/pindai",), "hadir", True),
        (("hadir/pindai", "hadir/ketik"), "hadir", True),
        (("diwakili/pindai",), "diwakili", True),
        (("hadir/pindai", "izin/ketik"), BEDA, True),
        (("izin/ketik", "sakit/ketik"), BEDA, False),
        (("hadir/pindai", "diwakili/ketik"), BEDA, True),
        (("alpa/sisa",), "alpa", False),
        (("alpa/sisa", "hadir/pindai"), "hadir", True),
        (("alpa/sisa", "izin/ketik", "hadir/pindai"), BEDA, True),
        (("alpa/sisa", "alpa/sisa"), "alpa", False),
        (("alpa/ketik", "alpa/sisa"), "alpa", False),
    ],
)
def test_what_holds(isi: Sequence[str], jadi: str, datang: bool) -> None:
    kini = berlaku(_dari(*isi))
    assert (kini.tanda, kini.datang, kini.tercatat, kini.beda) == (jadi, datang, bool(isi), jadi == BEDA)


def test_the_arrival_is_the_earliest_of_those_that_say_present() -> None:
    izin, dua, satu = _dari("izin/ketik", "hadir/pindai", "hadir/pindai")
    kini = berlaku([izin, dua, satu])
    assert (kini.pukul, kini.pintu, kini.macam) == (dua.pukul, dua.pintu, ("hadir", "izin"))
    lembar = Catatan("x", "hadir", "lembar")
    assert berlaku([lembar, dua]).pukul == dua.pukul
    assert (berlaku([lembar]).pukul, berlaku([lembar]).cara) == (0, "lembar")


@given(SEMUA, st.randoms(use_true_random=False))
def test_neither_order_nor_repeats_matter(semua: list[Catatan], acak: Random) -> None:
    urut = [*semua, *semua[:2]]
    acak.shuffle(urut)
    assert berlaku(urut) == berlaku(semua)


@given(SEMUA, CATATAN)
def test_a_mark_more_takes_nobody_away_who_came(semua: list[Catatan], lagi: Catatan) -> None:
    lama, baru = berlaku(semua), berlaku([*semua, lagi])
    assert baru.datang >= lama.datang
    assert baru.datang == lama.datang or lagi.tanda in DATANG
    if lagi.cara == SISA and lama.tercatat:
        assert baru == lama


def test_two_terms_named_as_present_contradict_each_other() -> None:
    lama, baru = (Catatan(m, "hadir", "pindai", ke, masa_id=m, nama=m) for ke, m in ((5, "lama"), (6, "baru")))
    kini = berlaku([lama, baru])
    assert (kini.tanda, kini.datang, kini.masa, kini.nama) == (BEDA, True, ("baru", "lama"), "lama")
    assert not berlaku([lama, lama._replace(hadir_id="x", masa_id="")]).beda
    assert not berlaku([c._replace(tanda="izin") for c in (lama, baru)]).beda


@pytest.fixture(scope="module")
def con() -> Iterator[sqlite3.Connection]:
    """The tables of the module, without a store around them."""
    from sqlite_utils import Database

    db = Database(memory=True)
    m001_awal(db)
    yield db.conn
    db.close()


def _tulis(con: sqlite3.Connection, orang: Sequence[Sequence[Catatan]]) -> None:
    for tabel in ("hadir", "rangkap", "sesi"):
        con.execute(f"DELETE FROM bimtek_{tabel}")
    con.executemany("INSERT INTO bimtek_sesi (id, lingkup) VALUES (?, 'kota')", [("s0",), ("s1",)])
    con.executemany(
        """INSERT OR IGNORE INTO bimtek_hadir
           (id, lingkup, kegiatan_id, sesi_id, jabatan_id, masa_id, tanda, cara, pukul)
           VALUES (?, 'l', 'k', ?, ?, ?, ?, ?, ?)""",
        [
            (f"{ke}{c.hadir_id}", f"s{ke % 2}", f"j{ke // 2}", c.masa_id or None, c.tanda, c.cara, c.pukul or None)
            for ke, semua in enumerate(orang)
            for c in semua
        ],
    )


@given(st.lists(SEMUA, min_size=1, max_size=8))
def test_sql_and_python_say_the_same(con: sqlite3.Connection, orang: list[list[Catatan]]) -> None:
    _tulis(con, orang)
    kini = {(f"s{ke % 2}", f"j{ke // 2}"): berlaku(semua) for ke, semua in enumerate(orang)}
    rows = con.execute(tanda_sql.BERLAKU.format(lagi="")).fetchall()
    assert {(r[0], r[1]): (r[2], bool(r[3])) for r in rows} == {
        siapa: (k.tanda, k.datang) for siapa, k in kini.items() if k.tercatat
    }
    assert {(r[0], r[1]) for r in con.execute(ragu.BEDA)} == {siapa for siapa, k in kini.items() if k.beda}
    harap: dict[tuple[str, str], tuple[int, int]] = {}
    for (sesi, post), k in kini.items():
        pasti = [c for c in orang[2 * int(post[1:]) + int(sesi[1:])] if c.cara != SISA and c.tanda in DATANG]
        for masa in {c.masa_id for c in pasti}:
            kali, ragu_ = harap.get((post, masa), (0, 0))
            harap[post, masa] = (kali + 1, max(ragu_, k.beda))
    hak_ = con.execute(f"SELECT jabatan_id, masa_id, kali, ragu FROM ({hak.ENTITLES})").fetchall()
    assert {(r[0], r[1]): r[2] for r in hak_} == {siapa: n for siapa, (n, _) in harap.items()}
    tercatat = {(r[0], r[1]): r[3] for r in hak_ if r[1]}
    assert tercatat == {siapa: beda for siapa, (_, beda) in harap.items() if siapa[1]}


@pytest.mark.parametrize("bug", ["OR h.cara = 'sisa'", "AND h.cara <> 'lembar'"])
def test_the_comparison_notices_another_rule(con: sqlite3.Connection, bug: str) -> None:
    """A known-bad rule: what was given to all the rest does not yield; or the paper list does not count."""
    _tulis(con, [_dari("hadir/pindai", "alpa/sisa"), _dari("hadir/lembar")])
    salah = tanda_sql.BERLAKU.replace("coalesce(h.cara, '') <> 'sisa'", f"(coalesce(h.cara, '') <> 'sisa' {bug})")
    assert con.execute(salah.format(lagi="")).fetchall() != con.execute(tanda_sql.BERLAKU.format(lagi="")).fetchall()


def test_doubts_and_money_are_looked_up_by_index(con: sqlite3.Connection) -> None:
    rencana = " ".join(str(r[3]) for r in con.execute(f"EXPLAIN QUERY PLAN {ragu.BEDA}"))
    assert "SCAN r" in rencana
    assert "SEARCH h USING COVERING INDEX" in rencana
    sql = f"EXPLAIN QUERY PLAN SELECT * FROM ({hak.ENTITLES}) WHERE asal = ? AND lingkup = ?"
    rencana = " ".join(str(r[3]) for r in con.execute(sql, ("k", "l")))
    assert (
        "SEARCH h USING INDEX idx_bimtek_hadir_kegiatan_id_lingkup_jabatan_id (kegiatan_id=? AND lingkup=?)" in rencana
    )
