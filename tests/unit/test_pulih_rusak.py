"""A restore over a store whose op log is damaged: what can be read comes along, what cannot is told with its place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sipokat_desktop import cli, safety, unlock
from sipokat_desktop.app import Office
from sipokat_desktop.storage import backup, engine, keys, salvage
from sipokat_desktop.storage.damage import PAGE
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN

KEPT = "sebelum-pulih-001.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An office with a backup and ninety ops since that wait, over several pages."""
    with closing(Office(tmp_path)) as office:
        office.choose_kelurahan(KELURAHAN)
        backup.make(office.store, tmp_path / "a.sipokat")
        kantor.isi_rt(office.store, 30)
    return tmp_path


def rusakkan(folder: Path, *nomor: int) -> None:
    """Flip a bit in pages of the store."""
    isi = bytearray((folder / keys.STORE).read_bytes())
    for satu in nomor:
        isi[(satu - 1) * PAGE + 100] ^= 1
    (folder / keys.STORE).write_bytes(isi)


def daun(folder: Path) -> Iterator[int]:
    """The pages of the log's newest ops, found by damaging one page after the other."""
    path, key = folder / keys.STORE, unlock.key(folder)
    asli = path.read_bytes()
    for nomor in range(len(asli) // PAGE - 25, len(asli) // PAGE + 1):
        rusakkan(folder, nomor)
        lost = salvage.unsent(path, key).lost
        path.write_bytes(asli)
        if lost > 0:
            yield nomor


def semua(folder: Path) -> int:
    """How many ops wait."""
    return len(salvage.unsent(folder / keys.STORE, unlock.key(folder)).ops)


def test_a_damaged_page_costs_only_the_ops_on_it(folder: Path) -> None:
    jumlah, key = semua(folder), unlock.key(folder)
    leaves = list(daun(folder))
    assert len(leaves) > 4
    asli = (folder / keys.STORE).read_bytes()
    for nomor in leaves:
        rusakkan(folder, nomor)
        hasil = salvage.unsent(folder / keys.STORE, key)
        (folder / keys.STORE).write_bytes(asli)
        assert 0 < hasil.lost <= 12
        assert len(hasil.ops) + hasil.lost == jumlah
    rusakkan(folder, leaves[1], leaves[-2])
    two = salvage.unsent(folder / keys.STORE, key)
    assert 1 < two.lost <= 24
    assert len(two.ops) + two.lost == jumlah, "what lies between two damaged pages is read"


def test_the_command_says_what_was_not_read_and_where_it_is(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    jumlah, nomor = semua(folder), next(daun(folder))
    rusakkan(folder, nomor)
    hilang = salvage.unsent(folder / keys.STORE, unlock.key(folder)).lost
    assert cli.main(["--data", str(folder), "pulihkan", str(folder / "a.sipokat")]) == 0
    kata = capsys.readouterr().out
    assert f"{jumlah - hilang} perubahan yang belum terkirim ikut dipertahankan" in kata
    assert salvage.HILANG.format(n=hilang) + salvage.PERIKSA + salvage.LAMA.format(nama=KEPT) in kata
    assert (folder / KEPT).exists()
    assert not (folder / engine.UNREAD).exists(), "told once"


def test_the_window_is_told_before_and_after(folder: Path) -> None:
    rusakkan(folder, next(daun(folder)))
    shut = safety.Shut(folder)
    said = shut.look(folder / "a.sipokat", "").unread
    assert KEPT in said
    shut.restore(folder / "a.sipokat", "")
    with closing(safety.opened(folder, Office)) as office:
        assert office.safety.news == said
    with closing(safety.opened(folder, Office)) as office:
        assert office.safety.news == ""


def test_a_store_that_cannot_be_read_at_all_says_so(folder: Path) -> None:
    path = folder / keys.STORE
    path.write_bytes(bytes(path.stat().st_size))
    hasil = salvage.unsent(path, keys.of(folder))
    assert (hasil.ops, hasil.lost) == ([], -1)
    assert hasil.told(KEPT) == salvage.HILANG_ENTAH + salvage.PERIKSA + salvage.LAMA.format(nama=KEPT)


def test_a_whole_store_has_nothing_to_say(folder: Path) -> None:
    assert salvage.unsent(folder / keys.STORE, unlock.key(folder)).told(KEPT) == ""
    safety.restore(folder, folder / "a.sipokat")
    assert not (folder / engine.UNREAD).exists()
