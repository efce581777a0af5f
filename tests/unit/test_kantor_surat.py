"""The letterhead and the head of every kind of office, as papers name them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import rekap, rekap_cetak
from sipokat_desktop.modules.rt import bast, kantor, ops
from sipokat_desktop.storage.store import Store
from tests.unit.kantor import KELURAHAN, buka

KOP = ("PEMERINTAH KOTA LUBUK LINGGAU", "KECAMATAN LUBUK LINGGAU TIMUR I", "KELURAHAN TABA JEMEKEH")
TINGKAT = {
    KELURAHAN: (KOP, "Lurah Taba Jemekeh", "Kantor Lurah Taba Jemekeh", "lurah"),
    "kec:16.73.01": (KOP[:2], "Camat Lubuk Linggau Timur I", "Kantor Camat Lubuk Linggau Timur I", "camat"),
    "kota": (
        (KOP[0], "SEKRETARIAT DAERAH", "BAGIAN TATA PEMERINTAHAN"), "Kepala Bagian Tata Pemerintahan",
        "Kantor Wali Kota Lubuk Linggau", "kabag",
    ),
}  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with buka(tmp_path) as dibuka:
        yield dibuka


@pytest.mark.parametrize("lingkup", TINGKAT)
def test_every_office_has_its_letterhead_and_its_head(store: Store, lingkup: str) -> None:
    kop, sebutan, gedung, peran = TINGKAT[lingkup]
    con, hari = store.reader(), ops.hari_ini(store)
    assert kantor.kop(con, lingkup).baris == bast.kop(con, lingkup).baris == kop
    assert kantor.tempat(con, lingkup) == gedung
    kosong = kantor.penanda_kepala(con, lingkup, hari)
    assert (kosong.sebutan, kosong.nama, kosong.ber_nip) == (("Mengetahui,", sebutan), "", True)
    ops.set_pejabat(store, lingkup, peran, {"nama": "Amran", "nip": "1", "pangkat": "Pembina", "mulai": "1/2/2020"})
    ops.set_pejabat(store, lingkup, peran, {"nama": "Plt", "sebutan": "Plt. Kepala", "mulai": "1/2/2050"})
    ops.set_kelurahan(store, lingkup, {"alamat": "Jl. Garuda No. 1"})
    ada = kantor.penanda_kepala(con, lingkup, hari, "")
    assert (ada.sebutan, ada.nama, ada.pangkat) == ((sebutan,), "Amran", "Pembina")
    assert kantor.kepala(con, lingkup, hari.replace(year=2050, month=3)).jabatan == "Plt. Kepala"
    assert kantor.kepala(con, lingkup, hari.replace(year=2019)).nama == ""
    assert kantor.kop(con, lingkup).alamat == "Jl. Garuda No. 1"


def test_the_signers_of_an_office_are_asked_by_its_level(store: Store) -> None:
    ops.set_semua_pejabat(store, "kota", {"kabag.nama": "Amran", "wali_kota.nama": "H. Rachmat", "lurah.nama": "x"})
    rows = store.reader().execute("SELECT peran FROM rt_pejabat WHERE lingkup = 'kota' ORDER BY 1")
    assert [r[0] for r in rows] == ["kabag", "wali_kota"]
    with pytest.raises(InputSalah):
        ops.set_pejabat(store, "kota", "presiden", {"nama": "x"})


def test_a_rekap_over_several_offices_is_signed_above_them(store: Store) -> None:
    con, sekarang = store.reader(), store.clock()

    def penanda(*lingkup: str) -> list[tuple[str, str]]:
        isi = rekap.kecamatan(con, periode="2026-TW1", komponen_id="", lingkup=lingkup)
        lembar = rekap_cetak.lembar_kecamatan(con, isi, lingkup=lingkup, sekarang=sekarang)
        return [(satu.sebutan[-1], satu.nama) for satu in lembar.penanda]

    serumpun, jauh = "16.73.01.1001", "16.73.03.1010"
    ops.set_pejabat(store, KELURAHAN, "camat", {"nama": "Dari kelurahan"})
    assert penanda(KELURAHAN, serumpun) == [("Camat Lubuk Linggau Timur I", "Dari kelurahan")]
    ops.set_pejabat(store, "kec:16.73.01", "camat", {"nama": "Dari kecamatan"})
    assert penanda(KELURAHAN, serumpun) == [("Camat Lubuk Linggau Timur I", "Dari kecamatan")]
    assert penanda(KELURAHAN, jauh) == [("Kepala Bagian Tata Pemerintahan", "")]
