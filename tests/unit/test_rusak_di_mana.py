"""*Periksa data* of a damaged store: which page, what cannot be read any more, and what to do."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from sipokat_desktop import cli, unlock
from sipokat_desktop.app import Office
from sipokat_desktop.storage import damage, keys
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with closing(Office(tmp_path)) as office:
        office.choose_kelurahan(KELURAHAN)
        kantor.isi_rt(office.store, 30)
    return tmp_path


def halaman(folder: Path, tabel: str) -> int:
    """The page on which a table begins."""
    with closing(unlock.store(folder)) as store:
        row = store.reader().execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (tabel,)).fetchone()
        return int(row[0])


def rusakkan(folder: Path, *nomor: int) -> None:
    """Flip a bit in pages of the store."""
    isi = bytearray((folder / keys.STORE).read_bytes())
    for satu in nomor:
        isi[(satu - 1) * damage.PAGE + 100] ^= 1
    (folder / keys.STORE).write_bytes(isi)


@pytest.mark.parametrize(("tabel", "sebutan"), [("rt_masa", "masa jabatan"), ("vaksinasi_catatan", "vaksinasi")])
def test_page_table_and_the_way_back_are_told(
    folder: Path, tabel: str, sebutan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    nomor = halaman(folder, tabel)
    rusakkan(folder, nomor)
    assert cli.main(["--data", str(folder), "periksa"]) == 1
    (kata,) = capsys.readouterr().err.strip().splitlines()
    assert f"rusak di halaman {nomor} dari" in kata
    assert sebutan in kata.split("Yang tidak terbaca:")[1].casefold()
    assert "Pulihkan dari cadangan" in kata
    assert (folder / "rusak.catatan").exists(), "the next opening of the window leads to the backups"


def test_a_page_that_holds_no_row_is_told_so_and_many_pages_are_counted(folder: Path) -> None:
    with closing(unlock.store(folder)) as store:
        kunci, tables = store.key, store.tables
    asli = (folder / keys.STORE).read_bytes()
    rusakkan(folder, halaman(folder, "vaksinasi_catatan") + 1)
    assert len(damage.pages(folder / keys.STORE, kunci)) == 1
    (folder / keys.STORE).write_bytes(asli)
    rusakkan(folder, *range(20, 40))
    kata = damage.told(folder / keys.STORE, kunci, tables)
    assert "halaman 20, 21, 22, 23, 24 dan 15 lagi dari" in kata


def test_every_damaged_page_is_found_and_named(folder: Path) -> None:
    """Each page in turn, but the first, without which nothing opens."""
    with closing(unlock.store(folder)) as store:
        kunci = store.key
    asli = (folder / keys.STORE).read_bytes()
    for nomor in range(2, len(asli) // damage.PAGE + 1):
        rusakkan(folder, nomor)
        assert damage.pages(folder / keys.STORE, kunci) == [nomor]
        (folder / keys.STORE).write_bytes(asli)
