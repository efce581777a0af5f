"""Proposals on two PCs of a kelurahan and in the kecamatan: one history, one survivor, and what a person is asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.usulan import ops, queries, ragu, text
from sipokat_desktop.modules.usulan.model import Usulan
from sipokat_desktop.modules.vaksinasi import ops as vaksin
from sipokat_desktop.modules.vaksinasi import queries as angka
from sipokat_desktop.storage import deciding
from tests.kota import City
from tests.sync.dunia import KELURAHAN, Buka, daftarkan, isi_rt, sinkron, tenang
from tests.unit.usulan_contoh import TAHUN, pos, usulkan

KEC = "kec:16.73.01"
Dua = tuple[Office, Office]


@pytest.fixture
def berdua(city: City, office: Buka) -> Dua:
    """Two PCs of one office that hold the same three heads."""
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    sinkron(satu)
    isi_rt(satu, 1, 2, 3)
    for pc in (satu, dua):
        sinkron(pc)
    return satu, dua


def usulan(pc: Office, id: str) -> Usulan:
    u = queries.usulan(pc.store.reader(), id)
    assert u is not None
    return u


def tampak(pc: Office) -> list[Usulan]:
    return queries.daftar(pc.store.reader(), lingkup=[KELURAHAN], gabungan=True)


def dua_usulan(pc: Office) -> tuple[str, str]:
    rt = pos(pc.store)
    return usulkan(pc.store, "Siring Jalan Kenanga", rt[0], kk="40"), usulkan(
        pc.store, "Siring Kenanga", rt[1], kk="25"
    )


def bersama(berdua: Dua, buat: Callable[[Office], tuple[str, str]] = dua_usulan) -> tuple[str, str]:
    """Two proposals that both PCs know."""
    ids = buat(berdua[0])
    for pc in berdua:
        sinkron(pc)
    return ids


def test_the_kecamatan_writes_the_fate_and_nothing_else(city: City, office: Buka, berdua: Dua) -> None:
    satu, dua = berdua
    a, b = bersama(berdua)
    camat = daftarkan(office("k"), city, "Kecamatan Lubuklinggau Timur I")
    sinkron(camat)
    isian = {"status": "kecamatan", "tanggal": "4/3/2026", "dokumen": "BA-9/KEC/2026"}
    assert ops.set_status(camat.store, [a, b], isian).value.dicatat == 2
    for tulis in (
        lambda: ops.ubah(camat.store, a, {"biaya": "1.000"}), lambda: ops.hapus(camat.store, [a]),
        lambda: ops.gabungkan(camat.store, a, [b]), lambda: usulkan(camat.store, "Jembatan"),
    ):  # fmt: skip
        with pytest.raises(InputSalah, match=r"(dicatat oleh kelurahan|sudah ada riwayatnya)"):
            tulis()
    ops.set_status(satu.store, [a], {"status": "musrenbang_kel", "tanggal": "3/2/2026"})
    ops.set_status(dua.store, [a], {"status": "musrenbang_kel", "tanggal": "3/2/2026", "dokumen": "BA-5/2026"})
    tenang(city, satu, dua, camat)
    for pc in (satu, dua, camat):
        assert [s.status for s in queries.riwayat(pc.store.reader(), a)] == ["draf", "musrenbang_kel", "kecamatan"]
        assert (usulan(pc, a).status, usulan(pc, b).status_dokumen) == ("kecamatan", "BA-9/KEC/2026")
        assert not pc.status().decisions
    assert tampak(satu) == tampak(dua) == tampak(camat)


def test_two_who_merge_against_each_other_are_asked_and_shown_one(city: City, berdua: Dua) -> None:
    satu, dua = berdua
    a, b = bersama(berdua)
    ops.gabungkan(satu.store, a, [b])
    ops.gabungkan(dua.store, b, [a])
    tenang(city, satu, dua)
    assert tampak(satu) == tampak(dua)
    for pc in berdua:
        tetap = min(a, b)
        assert (usulan(pc, tetap).anggota, usulan(pc, tetap).kk_semua) == ((max(a, b),), 65)
        assert usulan(pc, tetap).ragu
        (hal,) = pc.status().decisions
        assert (hal.jenis, hal.tabel) == (text.LINGKAR, "usulan_butir")
    hal = satu.status().decisions[0]
    deciding.settle(satu.store, hal, ragu.PILIH, {"tetap": b})
    tenang(city, satu, dua)
    for pc in berdua:
        assert (usulan(pc, b).anggota, usulan(pc, b).ragu, [*pc.status().decisions]) == ((a,), (), [])


def test_a_chain_that_two_made_together_ends_in_one(city: City, berdua: Dua) -> None:
    satu, dua = berdua
    a, b = bersama(berdua)
    c = usulkan(satu.store, "Drainase Kenanga", pos(satu.store)[2], kk="10")
    tenang(city, satu, dua)
    ops.gabungkan(satu.store, b, [a])
    ops.gabungkan(dua.store, c, [b])
    ops.set_status(dua.store, [a], {"status": "lurah", "tanggal": "2/2/2026"})
    tenang(city, satu, dua)
    assert tampak(satu) == tampak(dua)
    for pc in berdua:
        assert ({*usulan(pc, c).anggota}, usulan(pc, c).kk_semua) == ({a, b}, 75)
        assert usulan(pc, c).ragu == (
            "Siring Jalan Kenanga yang digabung ke sini punya status sendiri: Diverifikasi lurah (2 Februari 2026).",
        )
        assert not pc.status().decisions


@pytest.mark.parametrize("jalan", [ragu.KEMBALI, ragu.LEPAS])
def test_what_one_deleted_while_another_went_on_is_asked(city: City, berdua: Dua, jalan: str) -> None:
    satu, dua = berdua
    a, b = bersama(berdua)
    ops.hapus(satu.store, [a])
    ops.set_status(dua.store, [a], {"status": "musrenbang_kel", "tanggal": "3/2/2026"})
    ops.gabungkan(dua.store, a, [b])
    tenang(city, satu, dua)
    for pc in berdua:
        (hal,) = (d for d in pc.status().decisions if d.jenis == text.TERHAPUS)
        assert hal.judul == "Siring Jalan Kenanga"
        assert usulan(pc, b).ragu == (text.RAGU_PUTUS,)
    deciding.settle(satu.store, hal, jalan, {})
    tenang(city, satu, dua)
    for pc in berdua:
        assert not [d for d in pc.status().decisions if d.jenis == text.TERHAPUS]
        ada = [u.usulan_id for u in tampak(pc)]
        assert ada == ([a, b] if jalan == ragu.KEMBALI else [b])
        if jalan == ragu.KEMBALI:
            assert usulan(pc, a).status == "musrenbang_kel"
            assert usulan(pc, b).induk_id == a


def test_both_propose_again_and_reorder(city: City, berdua: Dua) -> None:
    satu, dua = berdua
    a, b = bersama(berdua)
    ops.urutkan(satu.store, KELURAHAN, TAHUN, [a, b])
    ops.urutkan(dua.store, KELURAHAN, TAHUN, [b, a])
    for pc in berdua:
        ops.usulkan_lagi(pc.store, KELURAHAN, TAHUN, TAHUN + 1)
    tenang(city, satu, dua)
    assert tampak(satu) == tampak(dua)
    assert len(tampak(satu)) == 4, "made again once, whoever did it"
    assert not [d for pc in berdua for d in pc.status().decisions if "prioritas" not in str(d).casefold()]


def test_vaccination_that_two_recorded_apart_is_added_up_and_doubted(city: City, berdua: Dua) -> None:
    satu, dua = berdua
    rt = pos(satu.store)[0]
    vaksin.catat(satu.store, KELURAHAN, rt, "Polio", "1/3/2026", {"sasaran": "90", "dosis1": "60"})
    vaksin.catat(dua.store, KELURAHAN, rt, "polio", "8/3/2026", {"sasaran": "90", "dosis1": "55"})
    tenang(city, satu, dua)
    for pc in berdua:
        catatan = angka.catatan(pc.store.reader(), lingkup=[KELURAHAN], program="Polio")
        assert [c.dosis1 for c in catatan] == [55, 60]
        assert catatan[0].ragu == ("Dosis 1 turun dari 60 (1 Maret 2026) menjadi 55.",)
        assert len(angka.program(pc.store.reader(), [KELURAHAN])) == 1


def test_one_moved_to_another_year_while_another_merged_it_is_in_that_list(city: City, berdua: Dua) -> None:
    satu, dua = berdua
    a, b = bersama(berdua)
    ops.gabungkan(satu.store, a, [b])
    ops.ubah(dua.store, b, {"tahun": str(TAHUN + 1)})
    tenang(city, *berdua)
    for pc in berdua:
        per = {th: queries.daftar(pc.store.reader(), lingkup=[KELURAHAN], tahun=th) for th in (TAHUN, TAHUN + 1)}
        assert {th: [(u.usulan_id, u.anggota) for u in semua] for th, semua in per.items()} == {
            TAHUN: [(a, ())], TAHUN + 1: [(b, ())]
        }  # fmt: skip
        assert per[TAHUN + 1][0].ragu == (text.RAGU_PUTUS,)
    ops.pisahkan(dua.store, [b])
    tenang(city, *berdua)
    assert usulan(satu, b).ragu == ()
