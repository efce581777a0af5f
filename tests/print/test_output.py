"""Writing the PDF to disk: whole or not at all, progress told, disk trouble in plain words."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.printing.receipt import Kertas, cetak, gambar
from tests.print.contoh_daftar import daftar


def test_file_is_written_whole_and_progress_told(tmp_path: Path) -> None:
    keluaran, langkah = tmp_path / "daftar.pdf", list[tuple[int, int]]()
    assert cetak(daftar(40), kertas=Kertas.F4, keluaran=keluaran, maju=lambda n, m: langkah.append((n, m))) == 3
    assert langkah == [(1, 3), (2, 3), (3, 3)]
    assert keluaran.read_bytes() == gambar(daftar(40), Kertas.F4)
    assert list(tmp_path.iterdir()) == [keluaran]


def test_cancelling_leaves_the_old_file(tmp_path: Path) -> None:
    keluaran = tmp_path / "daftar.pdf"
    keluaran.write_bytes(b"lama")

    def batal(_n: int, _m: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cetak(daftar(2), kertas=Kertas.F4, keluaran=keluaran, maju=batal)
    assert keluaran.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [keluaran]


@pytest.mark.parametrize(
    ("kode", "petunjuk"),
    [(errno.EACCES, "dibuka di program lain"), (errno.ENOSPC, "penuh"), (errno.EIO, "tidak dapat disimpan")],
)
def test_disk_trouble_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kode: int, petunjuk: str) -> None:
    def gagal(_dari: str, _ke: Path) -> None:
        raise OSError(kode, os.strerror(kode))

    monkeypatch.setattr("sipokat_desktop.printing.output.os.replace", gagal)
    with pytest.raises(Gangguan, match=petunjuk) as salah:
        cetak(daftar(2), kertas=Kertas.F4, keluaran=tmp_path / "daftar.pdf")
    assert salah.value.saran.endswith(".")
    assert not list(tmp_path.iterdir())


def test_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(Gangguan, match="tidak ada"):
        cetak(daftar(2), kertas=Kertas.F4, keluaran=tmp_path / "hilang" / "daftar.pdf")
