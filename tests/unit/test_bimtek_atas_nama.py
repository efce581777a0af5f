"""Lists, papers and figures name whom the marks name, also where the roster says otherwise or knows the RT no more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import hadir_ops, laporan_cetak, prints, queries
from sipokat_desktop.modules.rt import ganti
from sipokat_desktop.storage.tx import Tx
from tests.print.bimtek import teks
from tests.unit import bimtek_contoh, bimtek_meja
from tests.unit.bimtek_meja import SATU, Meja

GANTI = {"akhir_nyata": "2017-11-09", "alasan_akhir": "pindah", "nama": "Baru Sekali", "tmt": "2017-11-10"}


@pytest.fixture
def meja(tmp_path: Path) -> Iterator[Meja]:
    """Two kelurahan, all invited."""
    with bimtek_meja.buka(tmp_path) as dibuka:
        yield dibuka


def _f10(meja: Meja) -> str:
    con = meja.store.reader()
    pdf = prints.daftar_hadir(con, meja.sesi_id, lingkup=SATU, kertas="F4", sekarang=bimtek_contoh.PAGI, kosong=False)
    return " ".join(teks(pdf))


@pytest.mark.parametrize("tanda", ["hadir", "izin"])
def test_whom_the_mark_names_stands_on_the_list(meja: Meja, tanda: str) -> None:
    """The change of head came late, with effect from before the event: his successor was not there."""
    meja.store.write("uji", lambda tx: tx.update("rt_orang", f"{SATU}-o-1", {"hp": "081273441234"}))
    hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0], tanda)
    ganti.ganti(meja.store, meja.jabatan[0], GANTI)
    satu, dua, *_ = queries.daftar(meja.store.reader(), meja.sesi_id)
    assert (satu.orang.nama, satu.orang.masa_id, satu.orang.orang_id) == (
        "Ahmad Abdullah", f"{SATU}-m-1", f"{SATU}-o-1"
    )  # fmt: skip
    assert (satu.hp, dua.orang.nama) == ("081273441234", "Bambang Abdullah")
    assert "1 Ahmad Abdullah RT 01" in _f10(meja)
    assert "Baru Sekali" not in _f10(meja)


def test_who_never_came_is_whom_the_marks_excused(meja: Meja) -> None:
    hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0], "izin")
    ganti.ganti(meja.store, meja.jabatan[0], GANTI)
    satu, *_ = queries.tidak_datang(meja.store.reader(), meja.kegiatan_id)
    assert (satu.orang.nama, satu.tanda) == ("Ahmad Abdullah", ("izin",))
    hadir_ops.tarik(meja.store, meja.sesi_id, meja.jabatan[:1])
    hadir_ops.tandai_sisa(meja.store, meja.sesi_id)
    satu, *_ = queries.tidak_datang(meja.store.reader(), meja.kegiatan_id)
    assert (satu.orang.nama, satu.tanda) == ("Baru Sekali", ("alpa",))
    assert laporan_cetak.susun(meja.store.reader(), meja.kegiatan_id, sekarang=bimtek_contoh.PAGI)


def test_two_names_for_one_rt_are_told_on_the_paper(meja: Meja) -> None:
    satu = hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0]).value

    def work(tx: Tx) -> None:
        row = tx.row("bimtek_hadir", satu.hadir_id) | {"masa_id": "masa-lama", "nama": "Ketua Lama"}
        tx.insert("bimtek_hadir", {k: v for k, v in row.items() if k not in ("id", "lingkup")}, scope=SATU)

    meja.store.write("uji", work)
    assert all(kata in _f10(meja) for kata in ("1. belum diputuskan", "hadir / atas dua nama"))


@pytest.mark.parametrize("tanda", ["hadir", "izin"])
def test_a_mark_of_an_rt_that_was_deleted_elsewhere_has_its_line(meja: Meja, tanda: str) -> None:
    """The list, the paper and the figures count the same, and the mark can be taken back; no other is given."""
    hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0], tanda)
    hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[1])
    for tabel, kolom in (("rt_masa", "jabatan_id"), ("bimtek_undangan", "jabatan_id"), ("rt_jabatan", "id")):
        sql = f"DELETE FROM {tabel} WHERE {kolom} = ?"
        meja.store.transact(lambda con, sql=sql: con.execute(sql, meja.jabatan[:1]))  # type: ignore[misc]
    con = meja.store.reader()
    baris, angka = queries.daftar(con, meja.sesi_id), queries.angka_sesi(con, meja.sesi_id)
    assert sum(b.keadaan.datang for b in baris) == angka.datang == 1 + (tanda == "hadir")
    assert (baris[-1].orang.jabatan_id, baris[-1].orang.nama) == (meja.jabatan[0], "Ahmad Abdullah")
    assert f"Yang datang {angka.datang} orang" in _f10(meja)
    for apa in ("hadir", "sakit"):
        with pytest.raises(InputSalah, match="RT itu tidak ada di komputer ini"):
            hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0], apa, tetap=True)
    hadir_ops.tarik(meja.store, meja.sesi_id, meja.jabatan[:1])
    assert queries.angka_sesi(con, meja.sesi_id).datang == 1
