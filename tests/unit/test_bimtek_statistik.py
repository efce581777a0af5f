"""Figures of attendance add up: by kelurahan, kecamatan and session; who never came; shares that make a whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.modules.bimtek import hadir_ops, ops, queries, statistik
from sipokat_desktop.modules.bimtek.hadir_model import Angka, BarisAngka
from sipokat_desktop.modules.bimtek.tanda import TANDA
from sipokat_desktop.storage.store import Store
from tests.contoh_528 import KECAMATAN, KELURAHAN
from tests.unit import bimtek_contoh, kantor
from tests.unit.bimtek_contoh import Contoh

SATU, DUA = KELURAHAN[:2]
TIMUR_II = KECAMATAN[1]
SORE = {"judul": "Sore", "tanggal": "2017-11-20", "mulai": "13:00", "selesai": "15:00"}


@pytest.fixture(scope="module")
def penuh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Contoh, dict[str, str]]]:
    """The seed's event with 522 present, and every kind of mark among the rest; returns also what was given."""
    with kantor.buka(tmp_path_factory.mktemp("angka"), bimtek_contoh.jam()) as store:
        contoh = bimtek_contoh.contoh(store)
        semua = [u.jabatan_id for u in queries.peserta(store.reader(), contoh.sesi_id)]
        Random(7).shuffle(semua)
        diberi = {id: "hadir" for id in semua[:500]} | {id: "diwakili" for id in semua[500:522]}
        diberi |= dict(zip(semua[522:], ("izin", "izin", "sakit", "alpa"), strict=False))
        for tanda in TANDA:
            ids = [id for id, apa in diberi.items() if apa == tanda]
            hadir_ops.catat_banyak(store, contoh.sesi_id, ids, tanda, wakil=dict.fromkeys(ids, "Rudi"))
        yield store, contoh, diberi


def test_the_seed_adds_up(penuh: tuple[Store, Contoh, dict[str, str]]) -> None:
    store, contoh, diberi = penuh
    con = store.reader()
    angka = queries.angka_sesi(con, contoh.sesi_id)
    assert angka == Angka(diundang=528, hadir=500, diwakili=22, izin=2, sakit=1, alpa=1, belum=2)
    assert (angka.datang, angka.datang_undangan, angka == queries.angka_kegiatan(con, contoh.kegiatan_id)) == (
        522,
        522,
        True,
    )
    bagian = {
        "kelurahan": queries.per_kelurahan(con, contoh.sesi_id),
        "kecamatan": queries.per_kecamatan(con, contoh.sesi_id),
        "kegiatan": queries.per_kecamatan_kegiatan(con, contoh.kegiatan_id),
        "sesi": queries.per_sesi(con, contoh.kegiatan_id),
    }  # fmt: skip
    assert [len(b) for b in bagian.values()] == [72, 8, 8, 1]
    for semua in bagian.values():
        assert _jumlah(semua) == angka
        assert sum(b.bagian for b in semua) == 1000
    for b in bagian["kelurahan"]:
        milik = [apa for id, apa in diberi.items() if id.startswith(b.id)]
        assert [getattr(b.angka, apa) for apa in TANDA] == [milik.count(apa) for apa in TANDA]
    assert queries.angka_sesi(con, contoh.sesi_id, lingkup=f"kec:{TIMUR_II}") == bagian["kecamatan"][1].angka
    assert bagian["kecamatan"][1].id == f"kec:{TIMUR_II}"


def _jumlah(semua: list[BarisAngka]) -> Angka:
    hasil = Angka()
    for satu in semua:
        hasil = hasil.tambah(satu.angka)
    return hasil


def test_who_never_came(penuh: tuple[Store, Contoh, dict[str, str]]) -> None:
    store, contoh, diberi = penuh
    con = store.reader()
    absen = queries.tidak_datang(con, contoh.kegiatan_id)
    assert len(absen) == 528 - 522
    assert {t.orang.jabatan_id: t.tanda for t in absen} == {
        t.orang.jabatan_id: tuple(filter(None, [diberi.get(t.orang.jabatan_id, "")])) for t in absen
    }
    assert {t.diundang for t in absen} == {1}
    assert queries.tidak_datang_tahun(con, 2017) == absen
    assert queries.tidak_datang_tahun(con, 2018) == []
    kode = absen[0].orang.lingkup
    assert queries.tidak_datang(con, contoh.kegiatan_id, lingkup=kode) == [t for t in absen if t.orang.lingkup == kode]


@pytest.fixture
def kecil(tmp_path: Path) -> Iterator[tuple[Store, Contoh, list[str]]]:
    """Two kelurahan, invited."""
    with kantor.buka(tmp_path, bimtek_contoh.jam()) as store:
        bimtek_contoh.isi_rt(store, hanya=(SATU, DUA))
        contoh = bimtek_contoh.kegiatan(store)
        ops.undang(store, contoh.kegiatan_id)
        yield store, contoh, [u.jabatan_id for u in queries.peserta(store.reader(), contoh.sesi_id)]


def test_a_person_of_an_event_counts_once_with_his_best_mark(kecil: tuple[Store, Contoh, list[str]]) -> None:
    store, contoh, jabatan = kecil
    sore = ops.simpan_sesi(store, contoh.kegiatan_id, SORE).value
    for sesi_id, ke, tanda in ((contoh.sesi_id, 0, "hadir"), (sore, 0, "izin"), (contoh.sesi_id, 1, "sakit"),
                               (sore, 1, "alpa"), (sore, 2, "hadir")):  # fmt: skip
        hadir_ops.catat(store, sesi_id, jabatan[ke], tanda)
    con = store.reader()
    assert queries.angka_kegiatan(con, contoh.kegiatan_id) == Angka(diundang=16, hadir=2, sakit=1, belum=13)
    assert [b.angka.hadir for b in queries.per_sesi(con, contoh.kegiatan_id)] == [1, 1]
    absen = queries.tidak_datang(con, contoh.kegiatan_id)
    assert (len(absen), absen[0].diundang, absen[0].tanda) == (14, 2, ("sakit", "alpa"))


def test_a_session_without_any_mark_counts_against_nobody(kecil: tuple[Store, Contoh, list[str]]) -> None:
    store, contoh, jabatan = kecil
    con = store.reader()
    assert queries.tidak_datang(con, contoh.kegiatan_id) == queries.tidak_datang_tahun(con, 2017) == []
    ops.simpan_sesi(store, contoh.kegiatan_id, SORE)
    hadir_ops.catat(store, contoh.sesi_id, jabatan[0])
    assert {t.diundang for t in queries.tidak_datang(con, contoh.kegiatan_id)} == {1}
    ops.batalkan(store, contoh.kegiatan_id, alasan="hujan")
    assert queries.tidak_datang_tahun(con, 2017) == []


def test_a_year_counts_events(kecil: tuple[Store, Contoh, list[str]]) -> None:
    store, contoh, jabatan = kecil
    hadir_ops.catat_banyak(store, contoh.sesi_id, jabatan[:10])
    lain = bimtek_contoh.kegiatan(store, nama="Sosialisasi")
    ops.undang(store, lain.kegiatan_id, lingkup=DUA)
    hadir_ops.catat(store, lain.sesi_id, jabatan[11])
    tahun = queries.tidak_datang_tahun(store.reader(), 2017)
    assert [(t.orang.jabatan_id, t.diundang) for t in tahun] == [(id, 2) for id in (jabatan[10], *jabatan[12:])]


def test_a_door_counts_whom_it_saw_first(kecil: tuple[Store, Contoh, list[str]]) -> None:
    store, contoh, jabatan = kecil
    for ke, pintu, pukul in ((0, "A", 5), (0, "B", 4), (1, "A", 6)):
        store.write("uji", lambda tx, ke=ke, pintu=pintu, pukul=pukul: tx.insert("bimtek_hadir", {  # type: ignore[misc]
            "kegiatan_id": contoh.kegiatan_id, "sesi_id": contoh.sesi_id, "jabatan_id": jabatan[ke], "tanda": "hadir",
            "pintu": pintu, "pukul": pukul, "cara": "pindai"}, scope=SATU))  # fmt: skip
    assert queries.per_pintu(store.reader(), contoh.sesi_id) == {"A": 1, "B": 1}
    assert queries.angka_sesi(store.reader(), contoh.sesi_id).hadir == 2


@given(st.lists(st.integers(0, 600), max_size=80))
def test_shares_make_a_whole_and_keep_the_order(jumlah: list[int]) -> None:
    bagian = statistik.bagi(jumlah)
    assert sum(bagian) == (1000 if any(jumlah) else 0)
    for a, b in zip(jumlah, bagian, strict=True):
        assert abs(b - a * 1000 / (sum(jumlah) or 1)) < 1
    for i, a in enumerate(jumlah):
        for j, c in enumerate(jumlah):
            assert a <= c or bagian[i] >= bagian[j]


@given(st.integers(0, 2000), st.integers(0, 2000))
def test_all_and_none_are_said_of_all_and_none_only(bagian: int, lain: int) -> None:
    jadi = statistik.permil(bagian, bagian + lain)
    if not bagian + lain:
        assert jadi is None
    else:
        assert jadi is not None
        assert (jadi == 1000) == (lain == 0)
        assert (jadi == 0) == (bagian == 0)
        assert abs(jadi - bagian * 1000 / (bagian + lain)) <= 1
