"""The bank's file: accounts as text, plain amounts, harmless cells, nobody without an account, a total that agrees."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from sipokat_desktop.exporting.separated import harmless
from sipokat_desktop.exporting.workbook import FORMULA
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ketetapan_ops, ops, siklus, tabel_daftar, transfer
from sipokat_desktop.modules.insentif.audit import tabel_csv
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt.impor.neraca import Neraca
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

JAHAT = '=HYPERLINK("http://x","y")'


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An office with four heads, the fourth without an account, and their tariff."""
    with buka(tmp_path / "data") as dibuka:
        kantor.tarif(dibuka)
        for ke in range(1, 5):
            lain = {"bank": "Bank Sumsel Babel", "rekening": f"0012-3456.{ke:02d}", "atas_nama": f"+Ketua {ke}"}
            rt.tambah(dibuka, KELURAHAN, kantor.isian(ke, **(lain if ke < 4 else {})))
        yield dibuka


@pytest.fixture
def nomor(store: Store) -> str:
    """Their list, locked."""
    nomor = kantor.susun(store)
    ops.kunci(store, nomor, lurah="Lurah")
    return nomor


def baris(berkas: Path, pemisah: str = ";") -> list[list[str]]:
    """The cells of a CSV file."""
    return list(csv.reader(io.StringIO(berkas.read_text(encoding="utf-8")), delimiter=pemisah))


def test_who_has_no_account_is_named_and_nothing_is_written(store: Store, nomor: str, tmp_path: Path) -> None:
    assert transfer.berkas(store.reader(), nomor).kurang == ("RT 04 Ketua 04",)
    for akhiran in ("csv", "xlsx"):
        with pytest.raises(InputSalah, match="Rekening belum diisi: RT 04 Ketua 04"):
            transfer.tulis(store.reader(), nomor, tmp_path / f"t.{akhiran}")
    assert not list(tmp_path.glob("t.*"))


def test_accounts_are_text_and_formulas_harmless(store: Store, nomor: str, tmp_path: Path) -> None:
    siklus.tunda(store, nomor, [4], alasan="Rekening belum ada")
    con = store.reader()
    t = transfer.tulis(con, nomor, tmp_path / "t.csv")
    assert t.total == 3 * 1_650_000
    kepala, satu, *_ = baris(tmp_path / "t.csv")
    assert kepala == ["No", "Bank", "Nomor Rekening", "Atas Nama", "Jumlah", "Keterangan"]
    assert satu[:5] == ["1", "Bank Sumsel Babel", "0012345601", "'+Ketua 1", "1650000"]
    transfer.tulis(con, nomor, tmp_path / "t.xlsx")
    lembar = CalamineWorkbook.from_path(str(tmp_path / "t.xlsx")).get_sheet_by_index(0).to_python()
    assert lembar[1][:5] == [1.0, "Bank Sumsel Babel", "0012345601", "+Ketua 1", 1_650_000.0]
    assert sum(float(str(b[4])) for b in lembar[1:]) == t.total


@pytest.mark.parametrize("nilai", [JAHAT, "+62", "-1", "@a", "\t=1", "a\r\n=b", "\n=1"])
def test_a_cell_is_never_a_formula(nilai: str) -> None:
    """The bank's file, the audit pack and the balance of an import go by one rule."""
    neraca = Neraca("a", nilai, 0, 0, 0, 0, 0, 0, 0)
    isi = [str(transfer._jinak(nilai)), tabel_csv._teks(nilai), neraca._csv().splitlines()[1].partition(";")[2]]
    isi[2] = next(csv.reader([isi[2]]))[0]
    assert not [satu for satu in isi if satu.startswith(FORMULA)]
    assert isi[1] == isi[2] == harmless(nilai)


def test_who_received_is_left_out(store: Store, nomor: str) -> None:
    ops.terima(store, nomor, hanya=[1, 4])
    t = transfer.berkas(store.reader(), nomor)
    assert ([b.no for b in t.baris], t.kurang, t.total) == ([2, 3], (), 3_300_000)
    ops.terima(store, nomor)
    with pytest.raises(InputSalah, match="semua sudah menerima"):
        transfer.tulis(store.reader(), nomor, Path("t.csv"))


def test_the_layout_is_the_offices(store: Store, nomor: str, tmp_path: Path) -> None:
    siklus.tunda(store, nomor, [4], alasan="Rekening belum ada")
    tata = {"transfer.kolom": "rekening, jumlah nama rt", "transfer.judul": "tidak", "transfer.pemisah": "garis"}
    ketetapan_ops.setel(store, KELURAHAN, tata)
    transfer.tulis(store.reader(), nomor, tmp_path / "t.csv")
    assert baris(tmp_path / "t.csv", "|")[0] == ["0012345601", "1650000", "Ketua 01", "01"]
    transfer.tulis(store.reader(), nomor, tmp_path / "t.xlsx")
    lembar = CalamineWorkbook.from_path(str(tmp_path / "t.xlsx")).get_sheet_by_index(0).to_python()
    assert lembar[0] == ["0012345601", 1_650_000.0, "Ketua 01", "01"]
    assert len(lembar) == 3


@pytest.mark.parametrize("salah", [{"transfer.kolom": "rekening nik"}, {"transfer.pemisah": "!"}])
def test_a_layout_that_cannot_be_read_is_refused(store: Store, nomor: str, salah: dict[str, str]) -> None:
    ketetapan_ops.setel(store, KELURAHAN, salah)
    with pytest.raises(InputSalah) as galat:
        transfer.berkas(store.reader(), nomor)
    assert galat.value.field == next(iter(salah))


def test_a_draft_and_another_suffix_are_refused(store: Store, tmp_path: Path) -> None:
    nomor = kantor.susun(store)
    with pytest.raises(InputSalah, match="belum dikunci"):
        transfer.berkas(store.reader(), nomor)
    ops.kunci(store, nomor, lurah="Lurah")
    siklus.tunda(store, nomor, [4], alasan="Rekening belum ada")
    assert tabel_daftar.tabel(store.reader(), nomor).titles[0].startswith("Insentif Ketua RT")
    with pytest.raises(InputSalah, match=r"\.xlsx atau \.csv"):
        transfer.tulis(store.reader(), nomor, tmp_path / "t.txt")
    siklus.batal_daftar(store, nomor, alasan="Keliru periode")
    with pytest.raises(InputSalah, match="dibatalkan"):
        transfer.berkas(store.reader(), nomor)
    assert "BATAL, bukan bukti pembayaran" in tabel_daftar.tabel(store.reader(), nomor).titles


def test_a_total_that_is_not_the_lists_is_refused(store: Store, nomor: str) -> None:
    """The known-bad control: a rupiah too much in the file must be noticed."""
    siklus.tunda(store, nomor, [4], alasan="Rekening belum ada")
    t = transfer.berkas(store.reader(), nomor)
    transfer._periksa(t)
    with pytest.raises(InputSalah, match="jumlahnya"):
        transfer._periksa(replace(t, total=t.total + 1))


def test_the_list_as_a_sheet_says_what_was_paid(store: Store, nomor: str, tmp_path: Path) -> None:
    ops.terima(store, nomor, hanya=[1])
    siklus.tunda(store, nomor, [4], alasan="Rekening belum ada")
    assert tabel_daftar.tulis(store.reader(), nomor, tmp_path / "d.xlsx") == 5
    lembar = CalamineWorkbook.from_path(str(tmp_path / "d.xlsx")).get_sheet_by_index(0).to_python()
    kepala = next(b for b in lembar if b[0] == "No")
    isi = [dict(zip(map(str, kepala), b, strict=True)) for b in lembar[lembar.index(kepala) + 1 :]]
    assert isi[0]["Nomor rekening"] == "0012-3456.01"
    assert [b["Belum dibayar"] for b in isi] == [0, 1_650_000, 1_650_000, 1_650_000, 4_950_000]
    assert isi[3]["Keterangan"] == "ditunda: Rekening belum ada"
