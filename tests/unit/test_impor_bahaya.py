"""Sheets that could harm the roster: what is doubtful stops at a person, and nobody is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from sipokat_desktop.modules.rt import ganti, ops, queries
from sipokat_desktop.modules.rt.impor import Berat, Nasib, Pilihan
from sipokat_desktop.storage.store import Store
from tests.unit.kantor import KELURAHAN, buka, isi_rt, isian, nik, tampak
from tests.unit.test_impor import lembar_csv, masukkan, rencana

KOLOM = "No RT,RW,Nama,NIK,TMT"


def heads(store: Store) -> list[tuple[str | None, str | None, str | None]]:
    """Every term by its first day: holder, first and last day."""
    masa = queries.masa(store.reader(), lingkup=KELURAHAN)
    return sorted(((m.nama, m.tmt, m.akhir_nyata) for m in masa), key=lambda m: str(m[1]))


def akhiri(store: Store, akhir: str, alasan: str = "pindah") -> None:
    """End the term of RT 01."""
    satu = next(m for m in queries.masa(store.reader(), lingkup=KELURAHAN) if m.nomor == "01")
    ops.akhiri(store, masa_id=satu.masa_id, isian={"akhir_nyata": akhir, "alasan_akhir": alasan})


@pytest.mark.parametrize("nomor_nik", [nik(71), ""])
def test_two_pcs_that_import_one_sheet_write_the_same_rows(tmp_path: Path, nomor_nik: str) -> None:
    berkas = lembar_csv(tmp_path / "a.csv", KOLOM, f"1,,Budi,{nomor_nik},2024-01-01", "2,,Cici,,2024-01-01")
    with buka(tmp_path / "a") as satu, buka(tmp_path / "b") as dua:
        masukkan(satu, berkas)
        masukkan(dua, berkas)
        assert tampak(satu) == tampak(dua)


def test_an_import_and_a_typed_head_meet(tmp_path: Path) -> None:
    berkas = lembar_csv(tmp_path / "a.csv", "No RT,Nama,NIK,TMT", f"1,Ketua 01,{nik(1)},2024-01-01")
    with buka(tmp_path / "a") as satu, buka(tmp_path / "b") as dua, buka(tmp_path / "c") as tiga:
        masukkan(satu, berkas)
        for store in (dua, tiga):
            ops.tambah(store, KELURAHAN, isian(1))
        for tabel in ("rt_jabatan", "rt_orang", "rt_masa"):
            satu_id, dua_id, tiga_id = (
                store.reader().execute(f"SELECT id FROM {tabel}").fetchall() for store in (satu, dua, tiga)
            )
            assert [tuple(r) for r in satu_id] == [tuple(r) for r in dua_id] == [tuple(r) for r in tiga_id]


@pytest.mark.parametrize(
    ("lama", "baru"), [("Siti Aminah", "Siti Maryam"), ("Ahmad Yani", "Ahmad Yunus"), ("Budi Santoso", "Budi Hartono")]
)
def test_a_damaged_nik_alone_makes_nobody_the_old_head(tmp_path: Path, lama: str, baru: str) -> None:
    with buka(tmp_path) as store:
        ops.tambah(store, KELURAHAN, isian(1, nama=lama, nik="1673025210890015"))
        masukkan(store, lembar_csv(tmp_path / "a.csv", "No RT;Nama;NIK;TMT", f"1;{baru};1,67302E+15;2026-03-01"))
        assert heads(store) == [(lama, "2024-01-01", "2026-02-28"), (baru, "2026-03-01", None)]


def test_a_damaged_nik_and_nearly_the_name_is_said_aloud(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        ops.tambah(store, KELURAHAN, isian(1, nama="Siti Aminah", nik="1673025210890015"))
        (satu,) = rencana(store, lembar_csv(tmp_path / "a.csv", "No RT;Nama;NIK", "1;Siti Aminuh;1,67302E+15")).baris
        assert [t.isian for t in satu.tanda if t.berat is Berat.RAGU] == ["nama"]


def test_a_known_nik_under_another_name_waits_for_a_person(tmp_path: Path) -> None:
    berkas = lembar_csv(tmp_path / "a.csv", KOLOM, f"1,,Sutrisno Wibowo,{nik(1)},2026-03-01")
    with buka(tmp_path / "d") as store:
        ops.tambah(store, KELURAHAN, isian(1))
        (satu,) = rencana(store, berkas).baris
        assert (satu.nasib, satu.tanya_orang) == (Nasib.MASALAH, True)
        assert "NIK sama dengan Ketua 01, namanya lain" in satu.alasan
        (sama,) = rencana(store, berkas, Pilihan().dengan(orang_sama=(satu.letak,))).baris
        assert sama.nasib is Nasib.DIUBAH
        masukkan(store, berkas, Pilihan().dengan(ganti=(satu.letak,)))
        assert heads(store) == [("Ketua 01", "2024-01-01", "2026-02-28"), ("Sutrisno Wibowo", "2026-03-01", None)]
        assert [m.nik for m in queries.masa(store.reader(), lingkup=KELURAHAN) if m.tmt == "2026-03-01"] == [None]


def test_a_former_head_is_not_renamed_by_a_wrong_nik(tmp_path: Path) -> None:
    berkas = lembar_csv(tmp_path / "a.csv", KOLOM, f"3,,Joko Santoso,{nik(1)},2026-03-01")
    with buka(tmp_path / "d") as store:
        isi_rt(store, 2)
        akhiri(store, "2025-12-31")
        (satu,) = rencana(store, berkas).baris
        assert (satu.nasib, satu.tanya_orang) == (Nasib.MASALAH, True)
        masukkan(store, berkas, Pilihan().dengan(ganti=(satu.letak,)))
        assert ("Ketua 01", "2024-01-01", "2025-12-31") in heads(store)
        assert ("Joko Santoso", "2026-03-01", None) in heads(store)


@pytest.mark.parametrize("kosong", [True, False])
def test_two_rws_are_two_posts(tmp_path: Path, *, kosong: bool) -> None:
    """The stored post has no RW: the row that names its head takes it, the other RW becomes a post."""
    with buka(tmp_path / "d") as store:
        if kosong:
            ops.tambah_kosong(store, KELURAHAN, {"nomor": "1"})
        else:
            ops.tambah(store, KELURAHAN, isian(1, nama="Budi", nik=nik(71)))
        baris = f"1,2,Cici,{nik(72)},2026-02-01", f"1,1,Budi,{nik(71)},2024-01-01"
        masukkan(store, lembar_csv(tmp_path / "a.csv", KOLOM, *baris))
        masa = queries.masa(store.reader(), lingkup=KELURAHAN)
        assert sorted(m.nama for m in masa) == ["Budi", "Cici"]
        assert len({m.jabatan_id for m in masa}) == 2
        assert all(m.akhir_nyata is None for m in masa)


def test_one_post_named_with_and_without_rw_is_a_problem_on_both(tmp_path: Path) -> None:
    baris = f"1,,Budi,{nik(71)},2026-01-01", f"1,2,Cici,{nik(72)},2026-02-01"
    with buka(tmp_path / "d") as store:
        ops.tambah(store, KELURAHAN, isian(1, rw="2"))
        r = rencana(store, lembar_csv(tmp_path / "a.csv", KOLOM, *baris))
        assert [x.nasib for x in r.baris] == [Nasib.MASALAH, Nasib.MASALAH]
        assert "juga ada di baris 3" in r.baris[0].alasan


@pytest.mark.parametrize(
    ("kolom", "baris"), [("No RT,Nama,NIK,TMT", f"1,Ketua 01,{nik(1)},2024-01-01"), ("No RT,Nama", "1,Ketua 01")]
)
def test_a_dead_head_on_an_old_sheet_does_not_come_back(tmp_path: Path, kolom: str, baris: str) -> None:
    with buka(tmp_path / "d") as store:
        isi_rt(store, 1)
        akhiri(store, "2026-02-28", "meninggal")
        (satu,) = rencana(store, lembar_csv(tmp_path / "a.csv", kolom, baris)).baris
        assert satu.nasib is Nasib.MASALAH
        assert "Ketua 01 di RT 01 sudah berakhir 28 Februari 2026" in satu.alasan


@pytest.mark.parametrize(("akhir", "tmt"), [("2026-04-30", "2026-06-01"), ("2026-04-10", "2026-04-20")])
def test_a_recorded_end_and_its_reason_stay(tmp_path: Path, akhir: str, tmt: str) -> None:
    with buka(tmp_path / "d") as store:
        isi_rt(store, 1)
        akhiri(store, akhir)
        masukkan(store, lembar_csv(tmp_path / "a.csv", KOLOM, f"1,,Budi,{nik(71)},{tmt}"))
        assert heads(store) == [("Ketua 01", "2024-01-01", akhir), ("Budi", tmt, None)]
        (alasan,) = store.reader().execute("SELECT alasan_akhir FROM rt_masa WHERE akhir_nyata = ?", (akhir,))
        assert alasan[0] == "pindah"


@pytest.mark.parametrize("baris", [f"1,,Cici,{nik(72)},2026-04-05", f"1,,Cici,{nik(72)},", f"1,,Budi,{nik(77)},"])
def test_a_change_of_next_month_is_not_overtaken(tmp_path: Path, baris: str) -> None:
    with buka(tmp_path / "d") as store:
        isi_rt(store, 1)
        lama = {"akhir_nyata": "30/4/2026", "alasan_akhir": "pindah", "sk_nomor": "1"}
        ganti.ganti(store, ops.id_jabatan(KELURAHAN, "01"), lama | {"nama": "Budi", "nik": nik(77)})
        sebelum = heads(store)
        masukkan(store, lembar_csv(tmp_path / "a.csv", KOLOM, baris))
        assert heads(store) == sebelum


def test_no_tmt_reaches_into_the_term_before(tmp_path: Path) -> None:
    with buka(tmp_path / "d") as store:
        ops.tambah(store, KELURAHAN, isian(1, nama="Budi", tmt="2019-01-01", akhir_sk="2025-01-01", sk_tanggal=""))
        akhiri(store, "2026-02-28")
        (baru,) = rencana(store, lembar_csv(tmp_path / "a.csv", KOLOM, f"1,,Cici,{nik(77)},2026-01-01")).baris
        assert (baru.nasib, "dari 1 Januari 2019 sampai 28 Februari 2026" in baru.alasan) == (Nasib.MASALAH, True)
        masukkan(store, lembar_csv(tmp_path / "b.csv", KOLOM, f"1,,Cici,{nik(77)},2026-03-01"))
        (mundur,) = rencana(store, lembar_csv(tmp_path / "a.csv", KOLOM, f"1,,Cici,{nik(77)},2026-01-01")).baris
        assert mundur.nasib is Nasib.MASALAH


def test_the_same_head_on_another_sk_begins_another_term(tmp_path: Path) -> None:
    kolom = "No RT,Nama,NIK,TMT,No SK,Akhir SK"
    berkas = lembar_csv(tmp_path / "a.csv", kolom, f"1,Ketua 01,{nik(1)},2026-03-01,141/9/2026,2031-03-01")
    with buka(tmp_path / "d") as store:
        isi_rt(store, 1)
        (satu,) = rencana(store, berkas).baris
        assert (satu.nasib, "diangkat lagi" in satu.alasan) == (Nasib.GANTI, True)
        masukkan(store, berkas)
        assert heads(store) == [("Ketua 01", "2024-01-01", "2026-02-28"), ("Ketua 01", "2026-03-01", None)]
        assert store.reader().execute("SELECT count(*) FROM rt_orang").fetchone()[0] == 1
        assert rencana(store, berkas).baris[0].nasib is Nasib.SAMA


def test_a_later_tmt_without_another_sk_is_said_aloud(tmp_path: Path) -> None:
    with buka(tmp_path / "d") as store:
        isi_rt(store, 1)
        (satu,) = rencana(store, lembar_csv(tmp_path / "a.csv", KOLOM, f"1,,Ketua 01,{nik(1)},2026-03-01")).baris
        assert satu.nasib is Nasib.DIUBAH
        assert "tmt" in [t.isian for t in satu.tanda if t.berat is Berat.RAGU]
