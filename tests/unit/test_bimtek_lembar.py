"""The paper list typed afterwards: its numbers, and the code that says which list was printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import hadir_ops, lembar_ops, ops, queries
from sipokat_desktop.modules.bimtek.hadir_model import Orang
from sipokat_desktop.modules.bimtek.sebutan import SEBUTAN
from sipokat_desktop.modules.bimtek.tanda import LEMBAR
from sipokat_desktop.storage import sqlite
from tests.unit import bimtek_meja
from tests.unit.bimtek_meja import DUA, SATU, Meja


@pytest.fixture
def meja(tmp_path: Path) -> Iterator[Meja]:
    """Two kelurahan, all invited."""
    with bimtek_meja.buka(tmp_path) as dibuka:
        yield dibuka


def test_the_paper_list_adds_what_the_doors_missed(meja: Meja) -> None:
    hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0], pintu="A")
    hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[1], "izin")
    kode = meja.kode(SATU)
    done = lembar_ops.catat_lembar(meja.store, meja.sesi_id, "1-4", lingkup=SATU, kode=kode)
    assert (done.value.dicatat, done.value.sudah) == (meja.jabatan[2:4], meja.jabatan[:1])
    assert [h.orang.jabatan_id for h in done.value.dilewati] == [meja.jabatan[1]]
    assert (meja.kini(2).cara, meja.kini(2).pukul, meja.kini(2).datang) == (LEMBAR, 0, True)
    lagi = lembar_ops.catat_lembar(meja.store, meja.sesi_id, "1-4", lingkup=SATU, kode=kode)
    assert (lagi.value.tertulis, lagi.changes.rows, meja.rows()) == (0, {}, 4)
    kecuali = lembar_ops.catat_lembar(
        meja.store, meja.sesi_id, "2", lingkup=DUA, kode=f" {meja.kode(DUA).lower()} ", kecuali=True
    )
    assert kecuali.value.dicatat == (meja.jabatan[8], *meja.jabatan[10:])


@pytest.mark.parametrize(
    ("nomor", "field", "pesan"),
    [
        (" ", "nomor", "Isi nomor urut yang hadir"),
        ("9", "nomor", r"Nomor 9 tidak ada di daftar ini\. Daftar ini sampai nomor 8\."),
    ],
)
def test_what_is_no_number_of_the_list_is_refused(meja: Meja, nomor: str, field: str, pesan: str) -> None:
    with pytest.raises(InputSalah, match=pesan) as salah:
        lembar_ops.pilih_nomor(meja.store.reader(), meja.sesi_id, nomor, lingkup=SATU, kode=meja.kode(SATU))
    assert salah.value.field == field


def test_the_list_is_numbered_as_it_is_printed(meja: Meja) -> None:
    con = meja.store.reader()
    baris = queries.daftar(con, meja.sesi_id)
    assert [b.no for b in baris] == list(range(1, 17))
    assert [b.orang.jabatan_id for b in baris] == list(meja.jabatan)
    assert [b.no for b in queries.daftar(con, meja.sesi_id, lingkup=[DUA])] == list(range(1, 9))
    sama = queries.orang(con, queries.satu_sesi(con, meja.sesi_id), meja.jabatan)
    assert list(sama.values()) == [b.orang for b in baris]
    assert isinstance(baris[0].orang, Orang)


# --- which list was printed -------------------------------------------------------------------------------------------


def _undang_lagi(meja: Meja) -> None:
    ops.undang(meja.store, meja.kegiatan_id, jabatan_ids=[meja.jabatan[2]])


def _tarik(meja: Meja) -> None:
    ops.tarik(meja.store, [queries.peserta(meja.store.reader(), meja.sesi_id)[0].undangan_id])


def _bernomor_lain(meja: Meja) -> None:
    meja.store.write("uji", lambda tx: tx.update("rt_jabatan", meja.jabatan[0], {"nomor": "77"}))


@pytest.mark.parametrize("ubah", [_undang_lagi, _tarik, _bernomor_lain])
def test_a_list_that_changed_after_printing_marks_nobody(meja: Meja, ubah: Callable[[Meja], None]) -> None:
    """Somebody was invited or withdrawn since, or an RT renumbered: every line after it stands for another person."""
    ops.tarik(meja.store, [queries.peserta(meja.store.reader(), meja.sesi_id)[2].undangan_id])
    tercetak, kode = queries.daftar(meja.store.reader(), meja.sesi_id, lingkup=SATU), meja.kode(SATU)
    ubah(meja)
    kini = queries.daftar(meja.store.reader(), meja.sesi_id, lingkup=SATU)
    assert [b.orang.jabatan_id for b in kini] != [b.orang.jabatan_id for b in tercetak]
    for kecuali in (False, True):
        with pytest.raises(InputSalah, match=r"cetak ulang .* nama atau nomor RT") as salah:
            lembar_ops.catat_lembar(meja.store, meja.sesi_id, "3, 5", lingkup=SATU, kode=kode, kecuali=kecuali)
        assert salah.value.field == "kode"
    assert meja.rows() == 0
    lembar_ops.catat_lembar(meja.store, meja.sesi_id, "3", lingkup=SATU, kode=meja.kode(SATU))
    assert [b.no for b in queries.daftar(meja.store.reader(), meja.sesi_id, lingkup=SATU) if b.keadaan.datang] == [3]


def test_the_code_of_another_list_or_none_is_refused(meja: Meja) -> None:
    """The list of another kelurahan, of the whole city, of another session, of a whole kecamatan; nothing typed."""
    lain = {"judul": "Sore", "tanggal": "2017-11-20", "mulai": "13:00"}
    sore = ops.simpan_sesi(meja.store, meja.kegiatan_id, lain).value
    kode = {meja.kode(DUA), meja.kode("kota"), Meja(meja.store, meja.kegiatan_id, sore, ()).kode(SATU), "2222"}
    assert len(kode) == 4
    for satu in (*kode, "", " - "):
        with pytest.raises(InputSalah) as salah:
            lembar_ops.catat_lembar(meja.store, meja.sesi_id, "1", lingkup=SATU, kode=satu)
        assert salah.value.field == "kode"
    assert meja.kode("") == meja.kode("kota") == meja.kode(wilayah.kecamatan_dari(SATU))


def test_marks_and_who_comes_uninvited_leave_the_code(meja: Meja) -> None:
    ops.tarik(meja.store, [queries.peserta(meja.store.reader(), meja.sesi_id)[7].undangan_id])
    kode = meja.kode(SATU)
    hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[7], tetap=True)
    hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0], "izin")
    assert (meja.kode(SATU), len(queries.daftar(meja.store.reader(), meja.sesi_id, lingkup=SATU))) == (kode, 8)
    with pytest.raises(InputSalah, match="sampai nomor 7"):
        lembar_ops.pilih_nomor(meja.store.reader(), meja.sesi_id, "8", lingkup=SATU, kode=kode)


def test_a_row_whose_kelurahan_is_not_known_is_named_without_a_double_blank() -> None:
    con = sqlite.connect(":memory:")
    con.executescript(
        """CREATE TABLE bimtek_undangan (id, kegiatan_id, jabatan_id, lingkup);
           CREATE TABLE bimtek_kegiatan (id, nama); CREATE TABLE bimtek_sesi (kegiatan_id, tanggal);
           CREATE TABLE rt_jabatan (id, nomor, rw); CREATE TABLE setelan (kunci, nilai);
           CREATE TABLE rt_kelurahan (lingkup, nama);
           INSERT INTO bimtek_undangan VALUES ('u', 'k', 'j', ''); INSERT INTO bimtek_kegiatan VALUES ('k', 'Bimtek');
           INSERT INTO rt_jabatan VALUES ('j', '05', ''); INSERT INTO setelan VALUES ('lingkup', '16.73.01.1003')"""
    )
    assert SEBUTAN["bimtek_undangan"](con, "u") == "RT 05 · Bimtek"
