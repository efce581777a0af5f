"""The register: units recorded and mended, doubles, incidents and help in their sentences, the sheet, and its speed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.importing import sheet
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.ponsel import ekspor, ops, queries, rantai
from sipokat_desktop.modules.ponsel.commands import judul
from sipokat_desktop.modules.ponsel.rantai import Entri
from sipokat_desktop.storage import bulk, history
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx
from tests.unit import barang, kantor
from tests.unit.barang import hp, imei, masa_id, serah, unit
from tests.unit.kantor import KELURAHAN, buka

LAIN = "16.73.01.1004"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An office with three heads of RT."""
    with buka(tmp_path) as dibuka:
        kantor.isi_rt(dibuka, 3)
        yield dibuka


def daftar(store: Store, *lingkup: str) -> list[queries.Unit]:
    """The register today."""
    return queries.daftar(store.reader(), lingkup=lingkup or [KELURAHAN], hari=barang.hari(store))


def test_a_unit_is_recorded_mended_and_undone(store: Store) -> None:
    id = hp(store, 1, kondisi="", barang="")
    assert (unit(store, id).barang, unit(store, id).kondisi) == ("HP", "baik")
    ubah = ops.simpan_unit(store, KELURAHAN, {"merek": "Oppo", "sim": "0812 3456 7890"}, unit_id=id).changes
    assert (unit(store, id).sebutan, unit(store, id).sim) == ("HP Oppo J2 Prime", "081234567890")
    history.undo(store, ubah.act_id)
    assert unit(store, id).sebutan == "HP Samsung J2 Prime"
    with pytest.raises(InputSalah, match="sudah tidak ada"):
        ops.simpan_unit(store, KELURAHAN, {"merek": "x"}, unit_id="tidak-ada")
    with pytest.raises(KeyError):
        ops.simpan_unit(store, KELURAHAN, {"bukan": "x"})


def test_the_same_imei_twice_is_a_doubt_also_across_kelurahan(store: Store) -> None:
    satu, dua = hp(store, 1), hp(store, 1, seri="A1")
    jauh = hp(store, 2, lingkup=LAIN, imei1="", imei2=imei(1))
    assert satu != dua
    for id in (satu, dua):
        assert [r for r in unit(store, id).ragu if imei(1) in r]
    (u,) = daftar(store, LAIN)
    assert u.unit_id == jauh
    assert "Taba Jemekeh" in u.ragu[0]
    ops.simpan_unit(store, KELURAHAN, {"imei1": imei(3)}, unit_id=dua)
    ops.simpan_unit(store, LAIN, {"imei2": ""}, unit_id=jauh)
    assert unit(store, satu).ragu == ()


def test_several_at_once(store: Store) -> None:
    hasil = ops.tambah_banyak(
        store, KELURAHAN, {"merek": "Samsung", "imei1": "diabaikan"},
        [imei(1), "", f"{imei(2)} / {imei(3)} ; r58a1", "r58a2"],
    )  # fmt: skip
    isi = [(u.imei1, u.imei2, u.seri) for u in (unit(store, id) for id in hasil.value)]
    assert isi == [(imei(1), "", ""), (imei(2), imei(3), "R58A1"), ("", "", "R58A2")]
    history.undo(store, hasil.changes.act_id)
    assert daftar(store) == []


@pytest.mark.parametrize(
    ("baris", "kata"),
    [
        ([""], "Isi satu baris"), ([imei(1), "123"], "Baris 2: IMEI harus 15"), ([imei(1)] * 2, "Baris 2: IMEI ini"),
        ([f"{imei(1)} / {imei(2)} / {imei(3)}"], "Baris 1: Paling banyak dua IMEI"),
    ],
)  # fmt: skip
def test_a_wrong_line_is_named_and_nothing_is_saved(store: Store, baris: list[str], kata: str) -> None:
    with pytest.raises(InputSalah, match=kata):
        ops.tambah_banyak(store, KELURAHAN, {}, baris)
    assert daftar(store) == []


def test_only_what_was_never_used_is_deleted(store: Store) -> None:
    satu, dua = hp(store, 1), hp(store, 2)
    ops.hapus_unit(store, satu)
    serah(store, dua, "01")
    with pytest.raises(InputSalah, match="Tarik saja barangnya"):
        ops.hapus_unit(store, dua)
    assert [u.unit_id for u in daftar(store)] == [dua]
    assert hp(store, 1)


@pytest.mark.parametrize(
    ("isian", "field", "kata"),
    [
        ({"uraian": "x"}, "jenis", "Pilih apa yang terjadi"),
        ({"jenis": "rusak"}, "uraian", "dengan kata-kata sendiri"),
        ({"jenis": "rusak", "uraian": "x", "kondisi": "hilang"}, "kondisi", "tidak cocok dengan kejadian rusak"),
        ({"jenis": "rusak", "uraian": "x", "kondisi": "baik"}, "kondisi", "tidak cocok"),
        ({"jenis": "hilang", "uraian": "x", "kondisi": "baik"}, "kondisi", "tidak cocok"),
        ({"jenis": "diperbaiki", "uraian": "x"}, "jenis", "tidak tercatat rusak"),
        ({"jenis": "ditemukan", "uraian": "x"}, "jenis", "tidak tercatat hilang"),
        ({"jenis": "hilang", "uraian": "x", "polisi_nomor": "1"}, "polisi_tanggal", "tanggal surat polisi"),
        ({"jenis": "hilang", "uraian": "x", "polisi_tanggal": "1/4/2026"}, "polisi_nomor", "nomor surat polisi"),
        (
            {"jenis": "hilang", "uraian": "x", "polisi_nomor": "1", "polisi_tanggal": "1/1/2026"}, "polisi_tanggal",
            "sebelum kejadiannya",
        ),
        ({"jenis": "hilang", "uraian": "x", "tanggal": "1/1/2027"}, "tanggal", "belum tiba"),
    ],
)  # fmt: skip
def test_incidents_say_what_is_wrong(store: Store, isian: dict[str, str], field: str, kata: str) -> None:
    with pytest.raises(InputSalah, match=kata) as info:
        ops.kejadian(store, hp(store, 1), isian)
    assert info.value.field == field


def test_condition_follows_what_happened(store: Store) -> None:
    id = hp(store, 1)
    ops.kejadian(store, id, {"jenis": "rusak", "uraian": "layar", "kondisi": "rusak berat"})
    assert (unit(store, id).kondisi, unit(store, id).kejadian) == ("rusak_berat", 1)
    baik = ops.kejadian(store, id, {"jenis": "diperbaiki", "uraian": "servis", "kondisi": "rusak ringan"}).changes
    assert (unit(store, id).kondisi, unit(store, id).kejadian) == ("rusak_ringan", 0)
    history.undo(store, baik.act_id)
    assert (unit(store, id).kondisi, unit(store, id).kejadian) == ("rusak_berat", 1)
    serah(store, id, "01", kondisi="baik")
    assert unit(store, id).kondisi == "baik"


def test_an_incident_is_filled_in_later(store: Store) -> None:
    id = hp(store, 1)
    k = ops.kejadian(store, id, {"jenis": "rusak", "uraian": "layar", "tanggal": "1/4/2026"}).value
    ops.ubah_kejadian(store, k, {"tindak_lanjut": "dibawa ke servis", "selesai": "5/4/2026"})
    satu = queries.kejadian(store.reader(), k)
    assert satu is not None
    assert (satu.uraian, satu.tindak_lanjut, satu.selesai) == ("layar", "dibawa ke servis", "2026-04-05")
    assert queries.kejadian_terbuka(store.reader(), id) == []
    for isian, kata in (({"selesai": "1/3/2026"}, "lebih awal"), ({"uraian": " "}, "kata-kata sendiri")):
        with pytest.raises(InputSalah, match=kata):
            ops.ubah_kejadian(store, k, isian)
    with pytest.raises(InputSalah, match="tidak ada"):
        ops.ubah_kejadian(store, "x", {"uraian": "y"})


def test_replacing_says_what_is_wrong(store: Store) -> None:
    lama, baru, lain = (hp(store, ke) for ke in (1, 2, 3))
    k = ops.kejadian(store, lama, {"jenis": "rusak", "uraian": "mati", "tanggal": "5/4/2026"}).value
    with pytest.raises(InputSalah, match="tidak sedang dipegang"):
        ops.ganti_unit(store, k, baru, {})
    serah(store, lama, "01", tanggal="6/4/2026")
    serah(store, lain, "02")
    for id, isian, kata in (
        (lama, {}, "Pilih barang lain"), (lain, {}, "masih dipegang Ketua 02"),
        (baru, {"tanggal": "1/4/2026"}, "lebih awal dari kejadiannya"),
    ):  # fmt: skip
        with pytest.raises(InputSalah, match=kata):
            ops.ganti_unit(store, k, id, isian)
    ops.kejadian(store, baru, {"jenis": "hilang", "uraian": "x"})
    with pytest.raises(InputSalah, match="tercatat hilang"):
        ops.ganti_unit(store, k, baru, {})
    ops.ubah_kejadian(store, k, {"selesai": "9/4/2026"})
    with pytest.raises(InputSalah, match="sudah selesai"):
        ops.ganti_unit(store, k, baru, {})


def test_help_says_what_is_wrong(store: Store) -> None:
    id = hp(store, 1)
    for isian, kata in (
        ({}, "Pilih masalahnya"), ({"jenis": "lain"}, "Tulis masalahnya"), ({"jenis": "rusak", "kontak": "12"}, "HP"),
    ):  # fmt: skip
        with pytest.raises(InputSalah, match=kata):
            ops.minta_bantuan(store, id, isian)
    act = ops.minta_bantuan(store, id, {"jenis": "rusak"}).changes
    with pytest.raises(InputSalah, match="masih menunggu kota"):
        ops.minta_bantuan(store, id, {"jenis": "rusak"})
    history.undo(store, act.act_id)
    assert queries.bantuan(store.reader(), lingkup=[KELURAHAN]) == []


def test_history_of_a_person_over_all_terms(store: Store) -> None:
    satu, dua = hp(store, 1), hp(store, 2)
    serah(store, satu, "01", tanggal="1/4/2026")
    ops.kejadian(store, satu, {"jenis": "rusak", "uraian": "mati", "tanggal": "2/4/2026"})
    ops.alih(store, satu, {"masa_id": masa_id(store, "02"), "tanggal": "3/4/2026"})
    serah(store, dua, "02", tanggal="4/4/2026")
    orang = unit(store, dua).orang_id
    assert [(s.jenis, s.tanggal) for s in queries.riwayat_orang(store.reader(), orang)] == [
        ("alih", "2026-04-03"), ("serah", "2026-04-04"),
    ]  # fmt: skip
    assert "HP Samsung J2 Prime" in queries.riwayat_orang(store.reader(), orang)[0].keterangan


def test_the_register_as_a_sheet(store: Store, tmp_path: Path) -> None:
    id = hp(store, 1, harga="1.500.000")
    serah(store, id, "01")
    hari = barang.hari(store)
    tabel = ekspor.tabel(daftar(store), judul=judul(store.reader(), KELURAHAN), hari=hari)
    assert ekspor.simpan(tmp_path / "a.xlsx", tabel) == 1
    isi = sheet.read(tmp_path / "a.xlsx").lembar[0].rows
    kepala = next(row for row in isi if "IMEI 1" in row)
    baris = dict(zip(kepala, isi[isi.index(kepala) + 1], strict=True))
    assert (baris["IMEI 1"], baris["Pemegang"], baris["RT"], baris["Harga"]) == (imei(1), "Ketua 01", "01", 1_500_000)
    ops.minta_bantuan(store, id, {"jenis": "rusak"})
    bantuan = ekspor.tabel_bantuan(queries.bantuan(store.reader(), lingkup=[KELURAHAN]), judul=("X",), hari=hari)
    riwayat = ekspor.tabel_riwayat(queries.riwayat_unit(store.reader(), id), judul=("X",), hari=hari)
    assert (len(bantuan.rows), len(riwayat.rows)) == (1, 2)


@pytest.mark.parametrize(("banyak", "batas"), [(528, 0.5), (10_000, 4.0)])
def test_the_register_of_many_units_comes_with_few_statements(store: Store, banyak: int, batas: float) -> None:
    """A statement for each thing that is joined, however many units there are; the time is an upper bound for CI."""
    masa = masa_id(store, "01")
    rows: list[tuple[str, Fields]] = [
        (f"u{ke}", {"barang": "HP", "imei1": f"{ke:015d}", "kondisi": "baik"}) for ke in range(banyak)
    ]
    pegang: Fields = {"jenis": "serah", "masa_id": masa, "nama": "Ketua 01", "tanggal": "2026-01-01"}

    def isi(tx: Tx) -> None:
        bulk.insert_many(tx, "ponsel_unit", rows, scope=KELURAHAN, told=lambda _n: None)
        for unit_id, _ in rows:
            slot = rantai.slot(unit_id, rantai.AWAL)
            tx.append("ponsel_serah", pegang | {"unit_id": unit_id, "slot": slot, "nomor": unit_id}, scope=KELURAHAN)

    store.write("uji", isi)
    con = store.reader()
    kalimat: list[str] = []
    con.set_trace_callback(kalimat.append)
    mulai = time.thread_time()
    semua = daftar(store)
    lama = time.thread_time() - mulai
    con.set_trace_callback(None)
    assert len(semua) == banyak
    assert {u.nama for u in semua} == {"Ketua 01"}
    assert len(kalimat) <= 8
    assert lama < batas
    assert len(queries.cari(semua, "ketua 01")) == banyak


# the chain alone

Langkah = st.lists(
    st.tuples(st.sampled_from(["serah", "alih", "kembali", "tarik", "batal"]), st.integers(0, 9)), max_size=25
)


@given(Langkah, st.randoms())
def test_any_sequence_leaves_one_end_or_a_branch_that_is_told(langkah: list[tuple[str, int]], acak: object) -> None:
    """Entries that follow or take back any earlier one, also one taken back: the state says one holder, or several
    ends, and every entry that hangs is named; the order of arrival does not matter."""
    semua: list[Entri] = []
    for ke, (jenis, mana) in enumerate(langkah):
        id = f"e{ke:02d}"
        biasa = [e for e in semua if not e.membalik]
        if jenis == "batal":
            bebas = [e for e in biasa if not any(b.membalik == e.id for b in semua)]
            if bebas:
                semua.append(bebas[mana % len(bebas)]._replace(id=id, membalik=bebas[mana % len(bebas)].id))
            continue
        sesudah = biasa[mana % len(biasa)].id if biasa and mana else rantai.AWAL
        semua.append(Entri(id, "u", jenis, "j", f"m{ke}", f"N{ke}", "2026-01-01", "", rantai.slot("u", sesudah), ""))
    hidup = {e.id for e in semua if not e.membalik} - {e.membalik for e in semua}
    posisi = rantai.posisi(semua)
    assert bool(posisi.ujung) == bool(hidup)
    assert not posisi.menunggu
    assert {e.id for e in posisi.ujung} <= hidup
    assert {e.id for e in posisi.putus} == {e.id for e in semua if e.id in hidup and e.sesudah not in hidup | {"awal"}}
    urut = [*semua]
    acak.shuffle(urut)  # type: ignore[attr-defined]
    assert rantai.posisi(urut) == posisi
    jumlah = sum(len(rantai.cabang(semua, e.id)) for e in semua if e.id in hidup and e.sesudah == rantai.AWAL)
    assert jumlah <= len(hidup)


def test_nothing_recorded_is_nobody() -> None:
    assert rantai.posisi([]) == rantai.Posisi()
