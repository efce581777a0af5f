"""``kill -9`` at any moment of the desktop or the server: nothing that was said to be saved is lost."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import Gangguan
from tests.anak import Anak
from tests.e2e import pekerja
from tests.kota import START_S, CityProcess
from tests.sync.dunia import daftarkan, isi_rt, periksa_tenang

DESKTOP_KILLS, SERVER_KILLS = 25, 8
"""Per city database (SQLite, PostgreSQL) and seed: 2 × (2 × 25 + 8) = 116 in all."""
KERJA_S = 0.4
"""A worker is killed within so many seconds: it begins an act every ten milliseconds or so."""

pytestmark = pytest.mark.kampanye


@dataclass(slots=True)
class Janji:
    """What the program said is saved: row ids per table, and the ids of the acts."""

    rows: dict[str, set[str]] = field(default_factory=dict)
    acts: set[str] = field(default_factory=set)

    def catat(self, baris: str) -> None:
        """Take in one line of the worker; the last one may be torn."""
        try:
            isi = json.loads(baris)
        except ValueError:
            return
        if isi.get("act"):
            self.acts.add(isi["act"])
        for table, ids in isi.get("rows", {}).items():
            self.rows.setdefault(table, set()).update(ids)

    def hilang(self, office: Office) -> list[str]:
        """Return what is not there any more: rows, or acts without op or history."""
        con = office.store.reader()
        found = [
            f"{table} {row}"
            for table, ids in self.rows.items()
            for row in ids
            if not con.execute(f"SELECT 1 FROM {table} WHERE id = ?", (row,)).fetchone()
            and not con.execute("SELECT 1 FROM riwayat WHERE row_id = ? AND sesudah = '{}'", (row,)).fetchone()
        ]
        for act in self.acts:
            ops = con.execute("SELECT count(*) FROM sync_op WHERE act_id = ?", (act,)).fetchone()[0]
            history = con.execute("SELECT count(*) FROM riwayat WHERE act_id = ?", (act,)).fetchone()[0]
            if not ops or ops != history:
                found.append(f"act {act}: {ops} ops, {history} history entries")
        return found


def kerja_lalu_bunuh(folder: Path, acak: random.Random, janji: Janji, *kata: str) -> None:
    """Let a worker work for a random while, kill it, and keep what it had promised."""
    proses, ucapan = mulai(folder, acak, *kata)
    time.sleep(acak.uniform(0.0, KERJA_S))
    tamat(proses, ucapan, janji)


def mulai(folder: Path, acak: random.Random, *kata: str) -> tuple[Anak, Path]:
    """Start a worker; return it with the file of what it says, once it is at work."""
    ucapan = folder.with_name("ucapan.jsonl")
    ucapan.unlink(missing_ok=True)
    proses = Anak(pekerja.main, folder, acak.randrange(10**9), *kata, kata=ucapan)
    akhir = time.monotonic() + START_S
    while not (ucapan.exists() and b"\n" in ucapan.read_bytes()):
        assert proses.poll() is None, ucapan.read_text(encoding="utf-8")
        assert time.monotonic() < akhir
        time.sleep(0.002)
    return proses, ucapan


def tamat(proses: Anak, ucapan: Path, janji: Janji) -> None:
    """Kill a worker and keep what it had promised."""
    proses.kill()
    proses.wait()
    for baris in ucapan.read_text(encoding="utf-8").splitlines():
        janji.catat(baris)


def siapkan(office: Callable[[str], Office], city: CityProcess) -> Path:
    """An enrolled office with some RT, closed."""
    city.set_tarif()
    pc = daftarkan(office("kantor"), city)
    isi_rt(pc, 1, 2, 3)
    pc.sync()
    folder = pc.store.folder
    pc.close()
    return folder


def periksa(folder: Path, city: CityProcess, janji: Janji) -> None:
    """Nothing promised is lost, the file and chain are whole, and both sides end with the same digests."""
    office = Office(folder)
    try:
        assert not janji.hilang(office)
        assert all(f.ok for f in office.check() if f.name in ("berkas", "rantai")), office.check()
        office.sync()
        assert office.sync().matching
        periksa_tenang(city.db, [office])
    finally:
        office.close()


@pytest.mark.parametrize("benih", [1, 2])
def test_the_desktop_killed_at_any_moment(
    benih: int, city_process: CityProcess, office: Callable[[str], Office]
) -> None:
    """25 kills of a working PC, checked after each fifth against a city that keeps running."""
    folder, janji, acak = siapkan(office, city_process), Janji(), random.Random(benih)
    for ke in range(1, DESKTOP_KILLS + 1):
        kerja_lalu_bunuh(folder, acak, janji)
        if ke % 5 == 0:
            periksa(folder, city_process, janji)
    assert len(janji.acts) > DESKTOP_KILLS


def test_the_server_killed_at_any_moment(city_process: CityProcess, office: Callable[[str], Office]) -> None:
    """8 kills of the city while a PC works and syncs; the PC says why, and goes on when it is back."""
    folder, janji, acak = siapkan(office, city_process), Janji(), random.Random(3)
    for _ in range(SERVER_KILLS):
        proses, ucapan = mulai(folder, acak)
        time.sleep(acak.uniform(0.05, KERJA_S))
        city_process.kill()
        time.sleep(acak.uniform(0.0, 0.3))
        tamat(proses, ucapan, janji)
        putus(folder)
        city_process.start()
        periksa(folder, city_process, janji)


def putus(folder: Path) -> None:
    """While the city is away a sync fails with a sentence, and everything stays queued."""
    office = Office(folder)
    try:
        before = office.status().waiting
        with pytest.raises(Gangguan, match="tidak terjangkau"):
            office.sync()
        assert office.status().waiting == before
    finally:
        office.close()


def test_known_bad_a_promise_before_the_commit_is_noticed(office: Callable[[str], Office], tmp_path: Path) -> None:
    """The control: a worker that speaks before it saves loses a promise within some kills."""
    pc = office("buruk")
    pc.choose_kelurahan("Taba Jemekeh")
    pc.close()
    janji, acak = Janji(), random.Random(4)
    for _ in range(40):
        kerja_lalu_bunuh(tmp_path / "buruk", acak, janji, "buruk")
        after = Office(tmp_path / "buruk")
        lost = janji.hilang(after)
        after.close()
        if lost:
            return
    pytest.fail("the harness did not notice promises that were never kept")
