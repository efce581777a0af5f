"""A damaged store on the command line: exit code 1 and one sentence, whichever page is damaged."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sipokat_desktop import cli
from tests.unit import kantor

PERINTAH = (
    ["status"],
    ["rt", "daftar"],
    ["insentif", "daftar"],
    ["periksa"],
    ["insentif", "susun", "--periode", "2026-04"],
)


def test_damaged_pages_are_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with kantor.buka(tmp_path) as store:
        store.set_setting("lingkup", kantor.KELURAHAN)
        kantor.terkunci(store, 20)
    asli, acak = (tmp_path / "sipokat.db").read_bytes(), random.Random(3)
    for _ in range(25):
        isi = bytearray(asli)
        mulai = acak.randrange(0, len(isi) - 4096) // 4096 * 4096
        isi[mulai : mulai + 4096] = acak.randbytes(4096)
        for path in tmp_path.glob("sipokat.db*"):
            path.unlink()
        (tmp_path / "sipokat.db").write_bytes(isi)
        for kata in PERINTAH:
            code = cli.main(["--data", str(tmp_path), *kata])
            said = capsys.readouterr()
            assert code in (0, 1)
            assert (len(said.err.strip().splitlines()) == 1) == (code == 1)
