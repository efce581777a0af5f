"""The export: text stays text, formulas are harmless, the office's own columns, and nothing masked slips out."""

from __future__ import annotations

import re
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from sipokat_desktop.exporting import workbook
from sipokat_desktop.exporting.workbook import Column, Table
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.modules.rt import ekspor, ops
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

NS = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
LENGKAP = {
    "kelamin": "L", "tempat_lahir": "Lubuk Linggau", "tanggal_lahir": "1/1/1970", "hp": "081234567890",
    "rekening": "0012345678", "bank": "Bank Sumsel Babel", "jumlah_kk": "53", "alamat": "=HYPERLINK(\"x\")",
}  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An office with two heads and a vacant post."""
    with buka(tmp_path / "data") as dibuka:
        for ke in (1, 2):
            ops.tambah(dibuka, KELURAHAN, kantor.isian(ke, **LENGKAP))
        ops.tambah_kosong(dibuka, KELURAHAN, {"nomor": "3", "jumlah_kk": "40"})
        yield dibuka


def isi(berkas: Path) -> list[list[object]]:
    """The cells of the sheet."""
    lembar = CalamineWorkbook.from_path(str(berkas)).get_sheet_by_index(0)
    return [list(baris) for baris in lembar.to_python(skip_empty_area=False)]


def tabel(berkas: Path) -> list[dict[str, object]]:
    """The rows under the head, by title."""
    baris = isi(berkas)
    kepala = baris[4]
    return [dict(zip(map(str, kepala), satu, strict=True)) for satu in baris[5:]]


def sel(berkas: Path, alamat: str) -> tuple[str, str, bool]:
    """Type, number format and quote prefix of a cell, from the file itself."""
    with zipfile.ZipFile(berkas) as arsip:
        lembar = ElementTree.fromstring(arsip.read("xl/worksheets/sheet1.xml"))
        gaya = ElementTree.fromstring(arsip.read("xl/styles.xml"))
    satu = lembar.find(f".//x:c[@r='{alamat}']", NS)
    assert satu is not None
    assert satu.find("x:f", NS) is None, "a formula"
    xf = gaya.findall("x:cellXfs/x:xf", NS)[int(satu.get("s", "0"))]
    return satu.get("t", "n"), xf.get("numFmtId", ""), xf.get("quotePrefix") == "1"


def test_nik_phone_account_and_rt_are_text(store: Store, tmp_path: Path) -> None:
    berkas = tmp_path / "rt.xlsx"
    assert ekspor.ekspor(store, KELURAHAN, berkas, nik_penuh=True).baris == 3
    satu = tabel(berkas)[0]
    assert (satu["Nomor RT"], satu["NIK"], satu["No. HP"]) == ("01", kantor.nik(1), "081234567890")
    assert satu["No. rekening"] == "0012345678"
    assert (satu["Tanggal lahir"], satu["TMT"]) == (date(1970, 1, 1), date(2024, 1, 1))
    assert satu["Jumlah KK"] == 53
    kepala = [str(judul) for judul in isi(berkas)[4]]
    for judul in ("Nomor RT", "NIK", "No. HP", "No. rekening"):
        jenis, format_, _ = sel(berkas, f"{chr(ord('A') + kepala.index(judul))}6")
        assert jenis == "s", judul
        assert format_ == "49", f"{judul}: 49 is Excel's text format"
    alamat = sel(berkas, f"{chr(ord('A') + kepala.index('Alamat'))}6")
    assert alamat == ("s", "49", True), "what looks like a formula stays text even when it is edited"


def test_the_nik_is_masked_unless_asked(store: Store, tmp_path: Path) -> None:
    berkas = tmp_path / "rt.xlsx"
    ekspor.ekspor(store, KELURAHAN, berkas)
    assert tabel(berkas)[0]["NIK"] == "1673••••••••0001"
    with zipfile.ZipFile(berkas) as arsip:
        semua = b"".join(arsip.read(nama) for nama in arsip.namelist())
    assert kantor.nik(1).encode() not in semua


def test_titles_vacancies_and_print_set_up(store: Store, tmp_path: Path) -> None:
    berkas = tmp_path / "rt.xlsx"
    ops.set_kelurahan(store, KELURAHAN, {"nama": "Taba & Lestari"})
    ekspor.ekspor(store, KELURAHAN, berkas)
    atas = [baris[0] for baris in isi(berkas)[:3]]
    assert atas == [
        "DAFTAR KETUA RT", "Kelurahan Taba & Lestari, Kecamatan Lubuk Linggau Timur I", "Keadaan 10 April 2026",
    ]  # fmt: skip
    kosong = tabel(berkas)[2]
    assert (kosong["Nomor RT"], kosong["Nama"], kosong["Jumlah KK"]) == ("03", "", 40)
    assert "RW" not in kosong, "what nobody uses is not shown"
    with zipfile.ZipFile(berkas) as arsip:
        lembar = arsip.read("xl/worksheets/sheet1.xml").decode()
        nama = arsip.read("xl/workbook.xml").decode()
    assert 'paperSize="14"' in lembar
    assert 'orientation="landscape"' in lembar
    assert 'state="frozen"' in lembar
    assert "Taba &amp;&amp; Lestari" in lembar
    assert "_xlnm.Print_Titles" in nama


def test_the_offices_own_order_and_titles(store: Store, tmp_path: Path) -> None:
    kolom = [
        ("NO.", ""), ("NAMA LENGKAP", "nama"), ("N I K", "nik"), ("TTL", "ttl"), ("L", "kelamin_l"), ("P", "kelamin_p"),
        ("JABATAN", "nomor"), ("KET", ""), ("SK", "sk"), ("MASA BAKTI", "masa"),
    ]  # fmt: skip
    store.set_settings(ekspor.ingat_kolom(kolom))
    berkas = tmp_path / "rt.xlsx"
    ekspor.ekspor(store, KELURAHAN, berkas)
    kepala = [str(judul) for judul in isi(berkas)[4]]
    assert kepala[:10] == [judul for judul, _ in kolom]
    assert set(kepala[10:]) == {"Alamat", "No. HP", "Bank", "No. rekening", "Jumlah KK"}, "filled in, so not lost"
    dua = tabel(berkas)[1]
    assert (dua["NO."], dua["TTL"], dua["L"], dua["P"]) == (2, "Lubuk Linggau, 01/01/1970", "L", "")
    assert (dua["SK"], dua["MASA BAKTI"]) == ("141/02/2024 tanggal 20/12/2023", "01/01/2024 s.d. 01/01/2029")


def test_several_kelurahan_in_one_sheet(store: Store, tmp_path: Path) -> None:
    ops.tambah(store, "16.73.03.1010", kantor.isian(7))
    berkas = tmp_path / "rt.xlsx"
    assert ekspor.ekspor(store, [KELURAHAN, "16.73.03.1010"], berkas).baris == 4
    assert {(baris["Kode"], baris["Kecamatan"], baris["Kelurahan"]) for baris in tabel(berkas)} == {
        (KELURAHAN, "Lubuk Linggau Timur I", "Taba Jemekeh"), ("16.73.03.1010", "Lubuk Linggau Selatan I", "Air Teman"),
    }  # fmt: skip


def test_an_empty_roster_is_a_sheet_to_fill_in(tmp_path: Path) -> None:
    with buka(tmp_path / "kosong") as store:
        hasil = ekspor.ekspor(store, KELURAHAN, tmp_path / "rt.xlsx")
    assert (hasil.baris, hasil.kolom) == (0, len(ekspor.POKOK))


def test_a_cancel_and_a_full_disk_leave_the_old_file(store: Store, tmp_path: Path) -> None:
    berkas = tmp_path / "rt.xlsx"
    berkas.write_bytes(b"lama")

    class Batal(Exception):
        """The user cancelled."""

    def maju(_ke: int, _dari: int) -> None:
        raise Batal

    with pytest.raises(Batal):
        ekspor.ekspor(store, KELURAHAN, berkas, maju=maju)
    assert berkas.read_bytes() == b"lama"
    assert [p.name for p in tmp_path.iterdir() if p.suffix != ""] == ["rt.xlsx"]
    with pytest.raises(Gangguan, match="tidak ada"):
        ekspor.ekspor(store, KELURAHAN, tmp_path / "hilang" / "rt.xlsx")


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30), min_size=1, max_size=5))
def test_any_text_comes_back_as_it_is_and_never_as_a_formula(kata: list[str]) -> None:
    berkas = BytesIO()
    workbook.write(berkas, Table("A", (), (Column("Nama", "teks", 9),), [[satu] for satu in kata], ""))
    berkas.seek(0)
    lembar = CalamineWorkbook.from_filelike(berkas).get_sheet_by_index(0).to_python(skip_empty_area=False)
    kembali = [str(baris[0]) for baris in lembar[1:]] + [""] * len(kata)
    assert [satu for satu, _ in zip(kembali, kata, strict=False)] == kata
    with zipfile.ZipFile(berkas) as arsip:
        xml = arsip.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in xml
    assert not re.search('t="str"', xml)


@pytest.mark.parametrize("teks", ["=1+1", "+62812", "-3", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"])
def test_what_excel_would_compute_is_marked_as_text(teks: str) -> None:
    berkas = BytesIO()
    workbook.write(berkas, Table("A", (), (Column("Nama", "teks", 9),), [[teks]], ""))
    with zipfile.ZipFile(berkas) as arsip:
        gaya = arsip.read("xl/styles.xml").decode()
        lembar = ElementTree.fromstring(arsip.read("xl/worksheets/sheet1.xml"))
    satu = lembar.find(".//x:c[@r='A2']", NS)
    assert satu is not None
    assert satu.get("t") == "s"
    xf = ElementTree.fromstring(gaya).findall("x:cellXfs/x:xf", NS)[int(satu.get("s", "0"))]
    assert xf.get("quotePrefix") == "1"


def test_nothing_of_a_sheet_lies_in_a_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed in its middle, the program must leave no names and NIKs open to everybody (keputusan/0051)."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tidak-ada"))
    berkas = BytesIO()
    rows = [[f"Ketua {ke}"] for ke in range(1000)]
    assert workbook.write(berkas, Table("A", (), (Column("Nama", "teks", 9),), rows, "")) == 1000


def test_days_are_real_days() -> None:
    berkas = BytesIO()
    hari = date(1970, 1, 31)
    workbook.write(berkas, Table("A", (), (Column("Lahir", "tanggal", 9),), [[hari]], ""))
    berkas.seek(0)
    nilai = CalamineWorkbook.from_filelike(berkas).get_sheet_by_index(0).to_python()[1][0]
    assert nilai in (hari, datetime(1970, 1, 31))
