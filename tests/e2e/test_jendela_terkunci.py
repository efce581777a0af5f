"""A clerk's day in the real window, closed or ended by kill −9: no file of it tells anything without the key.

Everything that the process may write lies in one folder: data, second place, temporary files, caches, settings and the
home of the user. Core dumps and swap are the operating system's (keputusan/0051).
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import zipfile
from base64 import b64encode
from contextlib import closing
from pathlib import Path

import pytest

from sipokat_desktop import unlock
from sipokat_desktop.storage import keys, photos
from tests.e2e import sehari_jendela
from tests.e2e.test_berkas_terkunci import ROOT

MILIK = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")


def sehari(folder: Path, cara: str) -> int:
    """Run the day; returns how the process ended."""
    luar = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    for nama in MILIK:
        (folder / nama).mkdir(mode=0o700)
        luar[nama] = str(folder / nama)
    kata = [sys.executable, "-m", "tests.e2e.sehari_jendela", str(folder), cara]
    hasil = subprocess.run(kata, cwd=ROOT, env=luar, capture_output=True, check=False, timeout=120)
    assert hasil.returncode in (0, -signal.SIGKILL), hasil.stderr.decode()[-2000:]
    return hasil.returncode


def rahasia(folder: Path) -> set[bytes]:
    """What the store holds of people, and pieces of its photos."""
    with closing(unlock.store(folder)) as store:
        con = store.reader()
        kata = [isi for row in con.execute("SELECT nik, nama, hp, rekening FROM rt_orang") for isi in row]
        kata += [row[0] for row in con.execute("SELECT nama FROM rt_pejabat")]
        gambar = [photos.read(store, row[0]) for row in con.execute("SELECT kunci FROM laporan_foto")]
    kata += [sehari_jendela.DRAF, sehari_jendela.PENGGUNA]
    teks = {str(satu) for satu in kata if satu and len(str(satu)) > 7}
    tulis = {satu.encode(kode) for satu in teks for kode in ("utf-8", "utf-16-le", "utf-16-be")}
    return tulis | {satu[at : at + 24] for satu in gambar if satu for at in (len(satu) // 2, len(satu) - 200)}


def semua_isi(folder: Path) -> dict[str, bytes]:
    """Every file below a folder; what lies in a ZIP one by one."""
    found = {str(p): p.read_bytes() for p in folder.rglob("*") if p.is_file() and not p.is_socket()}
    for nama in [satu for satu in found if satu.endswith(".zip")]:
        with zipfile.ZipFile(nama) as arsip:
            found |= {f"{nama}/{satu}": arsip.read(satu) for satu in arsip.namelist()}
    return found


def bocor(folder: Path, apa: set[bytes]) -> dict[str, bytes]:
    """Files that show something, in what they hold or in their name."""
    return {
        nama: satu
        for nama, isi in semua_isi(folder).items()
        for satu in apa
        if satu in isi or satu in nama.encode()
    }  # fmt: skip


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
@pytest.mark.parametrize("cara", ["tutup", "bunuh"])
def test_no_file_of_a_day_in_the_window_tells_anything(tmp_path: Path, cara: str) -> None:
    ended = sehari(tmp_path, cara)
    assert ended == (0 if cara == "tutup" else -signal.SIGKILL)
    data = tmp_path / "data"
    apa = rahasia(data)
    assert len(apa) > 40
    assert (data / "log" / "kesalahan.log").exists()
    assert list((tmp_path / "kedua").rglob("*.sipokat"))
    assert bocor(tmp_path, apa) == {}
    kunci = keys.of(data)
    bentuk = {kunci, kunci.hex().encode(), b64encode(kunci)}
    assert set(bocor(tmp_path, bentuk)) == {str(data / keys.FILE)}, "the key is in the key file alone"
    (tmp_path / "TMPDIR" / "lupa.txt").write_text(f"kepada {sehari_jendela.DRAF}", encoding="utf-8")
    assert bocor(tmp_path, apa), "known-bad control: a note that was forgotten"
