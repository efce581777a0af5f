"""The power goes while an act is saved: what the disk holds then is any mixture of old, new and torn sectors.

Modelled at the level of files (keputusan/0054): what was on the disk when the last act was told to be saved stays; of
what was written since, each sector of 512 or 4,096 bytes is there, is not, or is noise. The file of the store is
written only while its log is whole, and the log is begun anew only after that: so a cut is in the one or in the other.
That every commit waits for the disk is not shown here but asked of the engine at every opening (``storage.engine``).
"""

from __future__ import annotations

import os
import random
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from sipokat_desktop import unlock
from sipokat_desktop.app import Office
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import check, keys
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN

SECTORS = (512, 4096)
"""What a disk writes whole or not at all: old disks, and those of today."""
ACTS = 12
CUTS = max(8, int(os.environ.get("SIPOKAT_GANGGUAN", "40")) // 2)
"""Of each act; the campaign cuts 12 × 500 times."""
LOG = f"{keys.STORE}-wal"


class Keadaan(NamedTuple):
    """What the disk holds once an act was told to be saved, and how many RT that are."""

    db: bytes
    log: bytes
    rt: int


def _potret(folder: Path, rt: int) -> Keadaan:
    log = folder / LOG
    return Keadaan((folder / keys.STORE).read_bytes(), log.read_bytes() if log.exists() else b"", rt)


@pytest.fixture
def hari(tmp_path: Path) -> tuple[Path, list[Keadaan]]:
    """A folder, and what its disk held after each act of a day; the log is begun anew twice on the way."""
    office = Office(tmp_path / "data")
    office.choose_kelurahan(KELURAHAN)
    kantor.isi_rt(office.store, 2)
    semua = [_potret(tmp_path / "data", 2)]
    for ke in range(3, 3 + ACTS):
        if ke % 5 == 0:
            office.store._con.execute("PRAGMA wal_checkpoint(RESTART)")
            semua.append(_potret(tmp_path / "data", ke - 1))
        rt.tambah(office.store, KELURAHAN, kantor.isian(ke))
        semua.append(_potret(tmp_path / "data", ke))
    office.close()
    return tmp_path / "data", semua


def campur(acak: random.Random, lama: bytes, baru: bytes) -> bytes:
    """Return a mixture, sector by sector of either size, of what was there and what was being written: all of it but
    none, one or three sectors, or any of them."""
    sektor = acak.choice(SECTORS)
    size = max(len(lama), len(baru))
    dulu, isi = lama.ljust(size, b"\0"), bytearray(baru.ljust(size, b"\0"))
    beda = [at for at in range(0, size, sektor) if dulu[at : at + sektor] != isi[at : at + sektor]]
    kurang = acak.choice((0, 1, 3, len(beda) // 2, len(beda)))
    for at in acak.sample(beda, min(kurang, len(beda))):
        isi[at : at + sektor] = _sektor(acak, dulu[at : at + sektor], bytes(isi[at : at + sektor]), at < len(lama))
    return bytes(isi[: acak.randrange(len(lama), size + 1)] if kurang else isi)


def _sektor(acak: random.Random, dulu: bytes, kini: bytes, ada: bool) -> bytes:
    """Return a sector whose write did not end: as it was, or noise in all that was not there before."""
    sama = next((n for n, (a, b) in enumerate(zip(dulu, kini, strict=True)) if a != b), len(dulu)) if ada else 0
    return acak.choice((dulu, dulu[:sama] + acak.randbytes(len(dulu) - sama)))


def putus(acak: random.Random, lama: Keadaan, baru: Keadaan) -> tuple[bytes, bytes]:
    """Return file and log as a cut between the two leaves them."""
    if lama.db != baru.db and acak.random() < 0.5:
        return campur(acak, lama.db, baru.db), lama.log
    if lama.db != baru.db:
        return baru.db, campur(acak, lama.log, baru.log)
    return lama.db, campur(acak, lama.log, baru.log)


def buka_lagi(folder: Path, db: bytes, log: bytes) -> tuple[int, bool]:
    """Start the computer again on that disk; return how many RT there are, and whether all is whole."""
    for path in folder.glob(f"{keys.STORE}*"):
        path.unlink()
    (folder / keys.STORE).write_bytes(db)
    if log:
        (folder / LOG).write_bytes(log)
    with closing(unlock.store(folder)) as store:
        found = [f for f in check.run(store.reader(), store.tables) if f.name in ("berkas", "rantai")]
        baik = all(f.ok for f in found) and kantor.satu_kesatuan(store)
        return len(kantor.tampak(store)["rt_jabatan"]), baik


def test_power_cuts_within_every_act(hari: tuple[Path, list[Keadaan]]) -> None:
    folder, semua = hari
    acak, maju, kali = random.Random(5), 0, 0
    for lama, baru in pairwise(semua):
        for _ in range(CUTS):
            ada, baik = buka_lagi(folder, *putus(acak, lama, baru))
            assert baik, "torn"
            assert ada in (lama.rt, baru.rt), "what was told to be saved is lost"
            maju += ada > lama.rt
            kali += 1
    assert maju, "some cuts came after all was written"
    print(f"{kali} power cuts, {maju} after the whole act was on the disk, 0 lost, 0 torn")


def test_known_bad_a_commit_that_does_not_wait_for_the_disk_is_noticed(hari: tuple[Path, list[Keadaan]]) -> None:
    """The control: where the last act was told but its sectors still wait, acts are lost."""
    folder, semua = hari
    acak = random.Random(6)
    hilang = 0
    for lama, baru in pairwise(semua):
        if lama.db == baru.db:
            ada, _ = buka_lagi(folder, *putus(acak, lama, baru))
            hilang += ada < baru.rt
    assert hilang > 2
