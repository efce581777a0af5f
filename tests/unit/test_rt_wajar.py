"""Doubts and days of the roster: what is refused, what is only told, and terms that may not overlap."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import ops, queries, rules
from sipokat_desktop.storage import module
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

HARI_INI = date(2026, 4, 10)


@pytest.mark.parametrize(
    ("isian", "field", "kalimat"),
    [
        ({"tanggal_lahir": "11/4/2026"}, "tanggal_lahir", "belum tiba"),
        ({"tanggal_lahir": "1/1/1901"}, "tanggal_lahir", "terlalu lama"),
    ],
)
def test_a_birth_date_that_cannot_be_is_refused(isian: dict[str, str], field: str, kalimat: str) -> None:
    with pytest.raises(InputSalah, match=kalimat) as salah:
        rules.bersihkan(isian, HARI_INI)
    assert salah.value.field == field


WAJAR = {
    "nama": "Budi",
    "nik": kantor.nik(1),
    "tmt": "2024-01-01",
    "akhir_sk": "2029-01-01",
    "sk_tanggal": "2023-12-20",
}


@pytest.mark.parametrize(
    ("isian", "field", "kalimat"),
    [
        ({"nik": None}, "nik", "belum diisi"),
        ({"nik": "1671011301840001"}, "nik", "daerah lain"),
        ({"nik": kantor.nik(1), "kelamin": "P"}, "nik", "Jenis kelamin berbeda"),
        ({"tanggal_lahir": "2010-01-01", "nik": "1673010101100001"}, "tanggal_lahir", "baru 14 tahun"),
        ({"rangkap": "Ketua LPM"}, "rangkap", r"Rangkap jabatan \(Ketua LPM\)"),
        ({"rekening": "123", "bank": None}, "bank", "bank"),
        ({"tmt": "2028-01-01"}, "tmt", "lebih dari setahun"),
        ({"akhir_sk": "2036-01-01"}, "akhir_sk", "12 tahun"),
        ({"sk_tanggal": "2024-03-01"}, "sk_tanggal", "setelah TMT"),
        ({"sk_tanggal": "2020-03-01"}, "sk_tanggal", "dua tahun"),
        ({"sk_tanggal": "2029-03-01"}, "akhir_sk", "setelah masa jabatannya berakhir"),
        ({"sk_tanggal": "2026-05-01"}, "sk_tanggal", "belum tiba"),
        ({"jumlah_kk": 50, "jiwa_l": 10, "jiwa_p": 12}, "jumlah_kk", "lebih sedikit"),
    ],
)
def test_a_doubt_names_its_field_and_never_blocks(isian: dict[str, str | int | None], field: str, kalimat: str) -> None:
    ragu = rules.peringatan(WAJAR | isian, HARI_INI)
    assert any(p.field == field and re.search(kalimat, p.kalimat) for p in ragu), ragu


def test_what_is_in_order_gives_no_doubt() -> None:
    assert rules.peringatan(WAJAR, HARI_INI) == []
    assert rules.peringatan(WAJAR | {"akhir_sk": "2034-01-01"}, HARI_INI) == [], "ten years is the longest usual term"
    assert rules.peringatan({"nama": None, "nik": None}, HARI_INI) == [], "a vacant post is no doubt about a person"


TANGGAL = st.none() | st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(date.isoformat)


@given(st.dictionaries(st.sampled_from(["tanggal_lahir", "tmt", "akhir_sk", "sk_tanggal"]), TANGGAL))
def test_any_days_give_doubts_in_sentences(isian: dict[str, str | None]) -> None:
    for ragu in rules.peringatan({"nama": "Budi", **isian}, HARI_INI):
        assert ragu.kalimat.endswith(".")
        assert ragu.field


@given(*[st.none() | st.integers(0, 60)] * 4)
def test_overlap_is_what_days_in_common_say(a: int | None, b: int | None, c: int | None, d: int | None) -> None:
    def hari(n: int | None) -> str | None:
        return None if n is None else f"2026-{n // 28 + 1:02}-{n % 28 + 1:02}"

    def isi(awal: int | None, akhir: int | None) -> set[int]:
        return set(range(-1 if awal is None else awal, 62 if akhir is None else akhir + 1))

    if any(awal is not None and akhir is not None and awal > akhir for awal, akhir in ((a, b), (c, d))):
        return
    assert rules.bertumpuk((hari(a), hari(b)), (hari(c), hari(d))) == bool(isi(a, b) & isi(c, d))


def test_a_post_without_a_head_is_kept_and_changed(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kosong = ops.tambah_kosong(store, KELURAHAN, {"nomor": "RT. 9", "jumlah_kk": "40"}).value
        ops.ubah_jabatan(store, kosong, {"jumlah_kk": "41", "batas": "Siring", "nomor": "10"})
        (baris,) = queries.roster(store.reader(), lingkup=KELURAHAN, hari=HARI_INI)
        assert (baris.nomor, baris.nama, baris.jumlah_kk) == ("09", None, 41)
        for isian, field in (({"nomor": "9"}, "nomor"), ({}, "nomor"), ({"nomor": "8", "jumlah_kk": "x"}, "jumlah_kk")):
            with pytest.raises(InputSalah) as salah:
                ops.tambah_kosong(store, KELURAHAN, isian)
            assert salah.value.field == field
        with pytest.raises(InputSalah, match="sudah tidak ada"):
            ops.ubah_jabatan(store, "x", {"jumlah_kk": "1"})


def test_one_person_on_two_posts_is_told_on_both(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        satu, dua, _ = kantor.isi_rt(store, 3)
        orang = store.reader().execute("SELECT orang_id FROM rt_masa WHERE id = ?", (satu,)).fetchone()[0]
        store.write("dari kota", lambda tx: tx.update("rt_masa", dua, {"orang_id": orang}))
        kata = queries.rangkap_ketua(store.reader(), lingkup=KELURAHAN, hari=HARI_INI)
        assert set(kata) == {satu, dua}
        assert "Ketua RT 02" in kata[satu]
        ops.akhiri(store, masa_id=dua, isian={"akhir_nyata": "1/4/2026", "alasan_akhir": "pindah"})
        assert queries.rangkap_ketua(store.reader(), lingkup=KELURAHAN, hari=HARI_INI) == {}


def test_what_sync_brought_can_still_be_mended(tmp_path: Path) -> None:
    """Two terms of one post that overlap already: other fields may be saved; days that still overlap may not."""
    with buka(tmp_path) as store:
        satu, dua = kantor.isi_rt(store, 2)
        jabatan = ops.id_jabatan(KELURAHAN, "01")
        store.write("dari kota", lambda tx: tx.update("rt_masa", dua, {"jabatan_id": jabatan}))
        ops.ubah(store, jabatan_id=jabatan, masa_id=satu, isian={"hp": "0812345678", "tmt": "1/1/2024"})
        with pytest.raises(InputSalah, match="dijabat Ketua 02 sejak 1 Januari 2024") as salah:
            ops.ubah(store, jabatan_id=jabatan, masa_id=satu, isian={"tmt": "2/1/2024"})
        assert salah.value.field == "tmt"
        ops.ubah(store, jabatan_id=jabatan, masa_id=satu, isian={"tmt": "1/1/2020", "akhir_nyata": "31/12/2023"})


def test_the_offices_own_name_of_its_kelurahan(tmp_path: Path) -> None:
    air = "16.73.03.1010"
    with buka(tmp_path) as store:
        con = store.reader()
        assert queries.nama_kelurahan(con, air) == "Air Teman"
        ops.set_kelurahan(store, air, {"nama": " Air  Temam ", "alamat": "Jl. A"})
        assert queries.nama_kelurahan(con, air) == module.place(con, store.modules, air) == "Air Temam"
        assert queries.sebutan_kelurahan(con, air) == ("Air Temam", "Air Teman")
        assert queries.alamat_kantor(con, air) == "Jl. A"
        ops.set_kelurahan(store, air, {"nama": ""})
        assert queries.nama_kelurahan(con, air) == "Air Teman"
        assert queries.alamat_kantor(con, air) == "Jl. A"
        assert module.place(con, store.modules, "16.73.01.1001") == "Air Kuti"
