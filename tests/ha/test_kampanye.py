"""The campaigns of this folder (`make test-ha`): nothing acknowledged is lost, and everything is well within 30 s."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from resources.packaging.pusat.ha import isi as ha
from resources.packaging.pusat.ha.isi import Gugus, Simpul, sandi_baru

from . import pulih
from .kampanye import akhir, main_kampanye, ringkas, sesuai, urutan

pytestmark = [pytest.mark.lama, pytest.mark.usefixtures("caplog")]


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that the account of PostgreSQL may enter, on a quick disk."""
    cakram = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="sipokat-ha-", dir=cakram if cakram.is_dir() else None))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_haproxy_and_the_firewall_accept_their_files(tmp_path: Path) -> None:
    simpul = tuple(Simpul(nama, f"10.7.0.{ke}") for ke, nama in enumerate("abc", 1))
    ha.isi(Gugus(simpul, sandi_baru(), aturan=tmp_path), simpul[0])
    periksa = ["/usr/sbin/haproxy", "-c", "-f", str(tmp_path / "haproxy.cfg")]
    assert subprocess.run(periksa, check=False, capture_output=True).returncode == 0
    if nft := shutil.which("nft", path="/usr/sbin:/sbin"):
        saring = subprocess.run([nft, "-c", "-f", str(tmp_path / "nftables.conf")], check=False, capture_output=True)
        assert saring.returncode == 0 or b"not permitted" in saring.stderr


def test_the_primary_killed_and_frozen_loses_nothing(folder: Path, kali: int) -> None:
    hasil = main_kampanye(urutan(kali, kali, 1), folder)
    print("\n".join([*ringkas(hasil), akhir(hasil)]))
    assert sesuai(hasil)


def test_known_bad_without_synchronous_replication_kills_lose(folder: Path) -> None:
    assert sesuai(main_kampanye(["tertinggal"] * 2, folder, serempak=False))


def test_last_nights_backup_while_offices_hold_newer_data(folder: Path) -> None:
    with pulih.kota(folder) as city:
        assert all(pulih.main_putaran(city, folder, ke).baik for ke in range(1, 4))
        assert pulih.main_putaran(city, folder, 0, lupa=True).hilang_perubahan > 0
