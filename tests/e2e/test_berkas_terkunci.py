"""A clerk's day by command: no file of it, temporary ones and logs included, shows a NIK, a name or a telephone
number without the key; a day killed in its middle leaves none either."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

import resources
from sipokat_desktop import unlock
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage.store import Store
from tests.gambar import jpeg
from tests.kota import City

ROOT = Path(__file__).resolve().parents[2]
KELURAHAN = "16.73.01.1003"
LEMBAR = str(resources.path("contoh", "roster_contoh.xlsx"))

Perintah = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def jalan(tmp_path: Path, city: City) -> Perintah:
    """``jalan("rt", "daftar")`` runs a command in a process of its own, whose temporary folder is searched too."""
    (tmp_path / "sementara").mkdir()
    luar = {**os.environ, "TMPDIR": str(tmp_path / "sementara"), "SIPOKAT_DATA": str(tmp_path / "data")}

    def run(*kata: str) -> subprocess.CompletedProcess[bytes]:
        hasil = subprocess.run(
            [sys.executable, "-m", "sipokat_desktop", *kata], cwd=ROOT, env=luar, capture_output=True, check=False
        )
        assert hasil.returncode == 0, hasil.stderr.decode()
        return hasil

    run("daftar", "--server", city.url, "--kode", city.invite(KELURAHAN), "--nama", "Siti Aminah")
    return run


def _sehari(jalan: Perintah, tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(jpeg(400, 300))
    jalan("impor", "rt", LEMBAR, "--lewati-bermasalah")
    jalan("insentif", "tarif", "--jumlah", "550000", "--mulai", "2026-01", "--dasar", "SK 1/2026")
    daftar = json.loads(jalan("insentif", "susun", "--periode", "2026-TW1", "--lewati", "temuan", "--json").stdout)
    jalan("laporan", "catat", "Membersihkan siring", "--rt", "1", "--bidang", "2", "--jenis", "gotong_royong",
          "--foto", str(tmp_path / "foto.jpg"))  # fmt: skip
    jalan("cetak", "tanda-terima", str(daftar["nomor"]), "--keluaran", str(tmp_path / "daftar.pdf"))
    jalan("rt", "ekspor", str(tmp_path / "rt.xlsx"), "--nik-penuh")
    (tmp_path / "flashdisk").mkdir()
    jalan("berkas", "tulis", str(tmp_path / "flashdisk"))
    jalan("sinkron")
    jalan("cadangkan")
    jalan("akhiri-hari")


def _rahasia(folder: Path) -> set[str]:
    """What the roster holds of people: NIKs, names, telephone numbers."""
    with closing(unlock.store(folder)) as store:
        rows = store.reader().execute("SELECT nik, nama, hp FROM rt_orang").fetchall()
    return {str(isi) for row in rows for isi in row if isi and len(str(isi)) > 7}


def _temu(rahasia: set[str], *folder: Path) -> set[str]:
    isi = [p.read_bytes() for satu in folder for p in satu.rglob("*") if p.is_file()]
    return {
        kata
        for kata in rahasia
        if any(kata.encode(kode) in satu for satu in isi for kode in ("utf-8", "utf-16-le"))
    }  # fmt: skip


@pytest.mark.parametrize("city_url", ["sqlite"], indirect=True)
def test_no_file_of_a_day_tells_anything(jalan: Perintah, tmp_path: Path) -> None:
    _sehari(jalan, tmp_path)
    rahasia = _rahasia(tmp_path / "data")
    assert len(rahasia) > 20
    assert list((tmp_path / "flashdisk").iterdir())
    assert _temu(rahasia, tmp_path / "data", tmp_path / "sementara", tmp_path / "flashdisk") == set()
    with closing(unlock.store(tmp_path / "data")) as store, closing(Store(tmp_path / "terbuka", MODULES)) as lain:
        lain.transact(
            lambda con: con.executemany(
                "INSERT INTO rt_orang (id, lingkup, nama) VALUES (?, ?, ?)",
                [(str(ke), KELURAHAN, kata) for ke, kata in enumerate(rahasia)],
            )
        )
        assert store.reader().execute("SELECT count(*) FROM laporan_foto").fetchone()[0] == 1
    assert _temu(rahasia, tmp_path / "terbuka") == rahasia, "known-bad control: a store without a key"


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
@pytest.mark.parametrize("city_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("kata", [("impor", "rt", LEMBAR, "--lewati-bermasalah"), ("cadangkan",), ("sinkron",)])
def test_a_killed_command_leaves_nothing_open(jalan: Perintah, tmp_path: Path, kata: tuple[str, ...]) -> None:
    jalan("impor", "rt", LEMBAR, "--lewati-bermasalah")
    rahasia = _rahasia(tmp_path / "data")
    luar = {**os.environ, "TMPDIR": str(tmp_path / "sementara"), "SIPOKAT_DATA": str(tmp_path / "data")}
    for saat in (0.3, 0.5, 0.7, 0.9):
        with subprocess.Popen([sys.executable, "-m", "sipokat_desktop", *kata], cwd=ROOT, env=luar) as proses:
            try:
                proses.wait(saat)
            except subprocess.TimeoutExpired:
                proses.send_signal(signal.SIGKILL)
        assert _temu(rahasia, tmp_path / "data", tmp_path / "sementara") == set()
