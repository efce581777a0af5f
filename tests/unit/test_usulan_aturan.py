"""Which status holds and which proposal stands for which: the same on every computer, whatever way the rows came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.usulan import gabung, rules, status, text
from sipokat_desktop.modules.usulan.model import Status

HARI = st.sampled_from([f"2026-0{bulan}-0{hari}" for bulan in (1, 2, 3) for hari in (1, 2)])
LANGKAH = st.lists(
    st.tuples(st.sampled_from([*text.STATUS]), HARI, st.integers(0, 3)), max_size=7, unique_by=lambda s: s[:2]
).map(lambda semua: [Status("|".join(s[:2]), "u", *s[:2], dicatat=s[2]) for s in semua])
ID = [f"u{ke}" for ke in range(7)]
PANAH = st.dictionaries(st.sampled_from(ID), st.sampled_from([*ID, "hilang"]), max_size=7)


@given(LANGKAH, st.randoms(use_true_random=False))
def test_a_history_reads_the_same_in_whatever_order_its_rows_came(langkah: list[Status], acak: Random) -> None:
    kocok = langkah[:]
    acak.shuffle(kocok)
    assert status.urut(kocok) == status.urut(langkah)
    kini = status.berlaku(kocok)
    assert kini == next(reversed(status.urut(langkah)), None)
    lain = [s for s in langkah if s.status != "draf"]
    if kini and lain:
        assert kini.status != "draf", "a proposal that went further is no draft, whenever it was entered"
        assert kini.tanggal == max(s.tanggal for s in lain)


@given(LANGKAH, LANGKAH)
def test_what_two_computers_recorded_is_one_history(a: list[Status], b: list[Status]) -> None:
    """The union by id: an id follows from status and day, so that one step recorded twice is one row."""
    satu = {(s.status, s.tanggal): s for s in (*a, *b)}
    dua = {(s.status, s.tanggal): satu[s.status, s.tanggal] for s in (*b, *a)}
    assert status.urut(satu.values()) == status.urut(dua.values())


def test_the_order_in_which_rows_came_would_be_noticed() -> None:
    """The known-bad control: the row that came last is not the step that holds."""

    def terakhir_datang(langkah: Sequence[Status]) -> Status:
        return langkah[-1]

    kota, lurah = (Status(satu, "u", satu, hari) for satu, hari in (("kota", "2026-03-01"), ("lurah", "2026-01-09")))
    assert terakhir_datang([kota, lurah]) != terakhir_datang([lurah, kota])
    assert status.berlaku([kota, lurah]) == status.berlaku([lurah, kota]) == kota


def test_a_step_back_is_told_and_a_new_try_is_not() -> None:
    def langkah(*semua: str) -> list[Status]:
        return [Status(f"s{ke}", "u", satu, f"2026-01-{ke + 1:02}") for ke, satu in enumerate(semua)]

    jalan = langkah(*status.JALAN)
    assert not status.janggal(jalan)
    assert not status.janggal(langkah("draf", "ditunda", "lurah", "ditolak"))
    (satu,) = status.janggal(langkah("draf", "kecamatan", "lurah", "kota"))
    assert [s.status for s in satu] == ["lurah", "kecamatan"]
    assert [s.status for s, _ in status.janggal(langkah("terlaksana", "ditunda", "kota"))] == ["ditunda", "kota"]


def _bodoh(ke: Mapping[str, str], id: str) -> str:
    """Follow the arrows as a child would; on coming round, the smallest of the round."""
    jalan = [id]
    while (lanjut := ke.get(jalan[-1])) in ID and lanjut is not None:
        if lanjut in jalan:
            return min(jalan[jalan.index(lanjut) :])
        jalan.append(lanjut)
    return jalan[-1]


@given(PANAH)
def test_every_group_has_one_survivor_whatever_was_merged_into_what(ke: dict[str, str]) -> None:
    panah = {id: tujuan for id, tujuan in ke.items() if id != tujuan}
    peta = gabung.susun(ke, ID)
    assert {id: peta.tetap(id) for id in ID} == {id: _bodoh(panah, id) for id in ID}
    for tetap, anggota in peta.anggota.items():
        assert tetap not in peta.induk
        assert all(peta.induk[id] == tetap for id in anggota)
    assert sum(len(a) for a in peta.anggota.values()) == len(peta.induk)
    assert gabung.susun(dict(reversed(ke.items())), {*ID}) == peta
    assert peta.putus == {id for id, tujuan in ke.items() if tujuan == "hilang"}
    for lingkar in peta.lingkar:
        assert all(panah[a] == b for a, b in zip(lingkar, (*lingkar[1:], lingkar[0]), strict=True))
        assert lingkar[0] == min(lingkar)


def test_a_survivor_by_the_first_arrow_would_be_noticed() -> None:
    """The known-bad control: who looks one arrow far finds two survivors of one group."""
    rantai = {"u0": "u1", "u1": "u2"}
    assert {rantai.get(id, id) for id in ("u0", "u1", "u2")} == {"u1", "u2"}
    assert {gabung.susun(rantai, ID).tetap(id) for id in ("u0", "u1", "u2")} == {"u2"}


@pytest.mark.parametrize(
    ("semua", "kk"),
    [
        ([], None), ([("01", None)], None), ([("01", 40), ("02", 25)], 65), ([("01", 40), ("01", 25)], 40),
        ([("", 200), ("01", 40)], 200), ([("", 50), ("01", 40), ("02", 30)], 70),
    ],
)  # fmt: skip
def test_households_of_a_group(semua: list[tuple[str, int | None]], kk: int | None) -> None:
    assert gabung.kk(semua) == kk


@pytest.mark.parametrize(
    ("isian", "field"),
    [
        ({"kategori": ""}, "kategori"), ({"kategori": "kolam"}, "kategori"), ({"judul": "  "}, "judul"),
        ({"judul": "x" * 201}, "judul"), ({"uraian": "x" * 1001}, "uraian"), ({"biaya": "25.00"}, "biaya"),
        ({"biaya": "-5"}, "biaya"), ({"volume": "1.25"}, "volume"), ({"kk": "banyak"}, "kk"),
        ({"prioritas": "0"}, "prioritas"), ({"tahun": "26"}, "tahun"), ({"tahun": ""}, "tahun"),
        ({"warna": "x"}, "warna"),
    ],
)  # fmt: skip
def test_a_wrong_input_is_named(isian: dict[str, str], field: str) -> None:
    benar = {"kategori": "Jalan", "judul": "Jalan setapak", "tahun": "2026"}
    with pytest.raises(InputSalah) as salah:
        rules.bersihkan(benar | isian, baru=True)
    assert salah.value.field == field
    assert rules.bersihkan(benar, baru=True) == {"kategori": "jalan", "judul": "Jalan setapak", "tahun": 2026}
