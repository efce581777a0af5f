"""The set-up file itself: the same bytes from a second build, and a signature that Windows' rules accept."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from resources.packaging.windows import bangun, susun, tanda
from resources.packaging.windows.alat import run

MOST_BYTES = 60_000_000
"""What an office with a slow line can still fetch; 42 MB when this was written."""


def test_size_is_kept(setup_file: Path) -> None:
    print(f"Berkas pemasangan: {setup_file.stat().st_size / 1e6:.1f} MB")
    assert setup_file.stat().st_size < MOST_BYTES


def test_second_build_gives_the_same_bytes(setup_file: Path, tmp_path: Path) -> None:
    version = bangun.program_version()
    again = bangun.build(tmp_path / "dua", version, susun.embedded_python(), tmp_path / "isi")
    assert susun.digest(again) == susun.digest(setup_file)
    sums = (Path(os.environ["SIPOKAT_WINDOWS"]) / "SHA256SUMS").read_text(encoding="ascii")
    assert sums == (tmp_path / "dua/SHA256SUMS").read_text(encoding="ascii")


def test_can_be_signed(setup_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, cert, p12, word = (tmp_path / name for name in ("kunci.pem", "sertifikat.pem", "uji.p12", "sandi"))
    word.write_text("uji", encoding="ascii")
    run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, "-days", "2",
         "-subj", "/CN=Uji", "-addext", "extendedKeyUsage=codeSigning"])  # fmt: skip
    run(["openssl", "pkcs12", "-export", "-inkey", key, "-in", cert, "-out", p12, "-passout", f"file:{word}"])
    monkeypatch.setenv("SIPOKAT_TANDA_P12", str(p12))
    monkeypatch.setenv("SIPOKAT_TANDA_SANDI", str(word))
    signed = tmp_path / "bertanda.exe"
    shutil.copyfile(setup_file, signed)
    tanda.sign(signed)
    run(["osslsigncode", "verify", "-CAfile", cert, "-in", signed])
    with signed.open("r+b") as stream:
        stream.seek(1_000_000)
        stream.write(b"ubah")
    with pytest.raises(SystemExit):
        run(["osslsigncode", "verify", "-CAfile", cert, "-in", signed])
