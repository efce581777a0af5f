"""Last night's backup comes back while the offices hold newer data: nothing may be missing after their next sync.

``python -m tests.ha.pulih --putaran 3`` plays it against a real PostgreSQL with the real commands ``cadangan`` and
``pulihkan``, compares row for row, and also plays the known-bad control: offices that forget what they have sent.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sipokat_desktop.app import Office
from sipokat_desktop.storage.tx import Tx
from sync.client.http import NetworkTrouble
from tests import postgres
from tests.bench.sinkron_panggung import AKAR, SEMUA, isi, ubah
from tests.kota import CityProcess
from tests.sync import dunia

from .hasil import tulis_bab

KANTOR = (0, 0, 1, 2, 3)
SETELAN = "[batas]\nmasuk_per_menit = 6000\ndaftar_per_menit = 6000\n"
KEPALA = """\
Ditulis oleh `python -m tests.ha.pulih --tulis`, bukan diketik: `cadangan`, sehari bekerja, `pulihkan --ganti`, sinkron.
Dibandingkan baris demi baris dengan isi kota sebelum dipulihkan; satu kantor baru didaftarkan sesudah cadangan.

{tanggal}

| putaran | baris di kota | perubahan | hilang oleh pemulihan | baris kurang | perubahan kurang | kantor berbeda |
|---|---:|---:|---:|---:|---:|---:|
"""
Isi = dict[tuple[str, str], dict[str, object]]


@dataclass(frozen=True, slots=True)
class Putaran:
    """One round: so many rows and ops at the city before, so many gone with the restore, so many missing in the end."""

    baris: int
    perubahan: int
    mundur: int
    hilang_baris: int
    hilang_perubahan: int
    beda: int

    @property
    def baik(self) -> bool:
        """Tell whether something was taken away and all of it came back."""
        return self.mundur > 0 and not (self.hilang_baris or self.hilang_perubahan or self.beda)


@contextmanager
def kota(folder: Path) -> Iterator[CityProcess]:
    """A city on a real PostgreSQL."""
    mesin = Path(tempfile.mkdtemp(prefix="sipokat-pulih-pg-"))
    (folder / "pusat.toml").write_text(SETELAN)
    os.environ["SIPOKAT_PUSAT_KONFIGURASI"] = str(folder / "pusat.toml")
    try:
        with postgres.database(postgres.url(mesin, os.getpid())) as url, closing(CityProcess(url, folder)) as city:
            yield city
    finally:
        del os.environ["SIPOKAT_PUSAT_KONFIGURASI"]
        (mesin / "berhenti").touch()


def perintah(city: CityProcess, *kata: str) -> Any:
    """Run a command of the city's administration; returns its JSON."""
    proses = subprocess.run(
        [sys.executable, "-m", "sync.pusat.cli", *kata, "--db", city.db_url, "--json"], cwd=AKAR, text=True,
        capture_output=True, check=False,
    )  # fmt: skip
    if proses.returncode:
        raise RuntimeError(f"{kata[0]}: {proses.stdout}{proses.stderr}")
    return json.loads(proses.stdout)


def kantor_baru(city: CityProcess, folder: Path, kode: str) -> Office:
    """An office with some rows, in step with the city."""
    pc = Office(folder)
    pc.enrol(server=city.url, code=city.invite(kode), name="Siti")
    pc.store.write("bench.isi", lambda tx: isi(tx, 30, kode))
    pc.sync()
    return pc


def sehari(pc: Office, kode: str, nomor: int) -> None:
    """Work of a day: rows changed, added and deleted, and sent."""
    ubah(pc, nomor, 5)

    def kerja(tx: Tx) -> None:
        for ke in range(4):
            nik = f"167301{nomor:07d}{ke:03d}"
            tx.insert("rt_orang", {"nama": f"Ketua {nomor}-{ke}", "nik": nik}, scope=kode)
        baris = "SELECT id FROM rt_orang WHERE nama LIKE 'Ketua RT%' ORDER BY id DESC LIMIT 1"
        for (satu,) in tx.con.execute(baris).fetchall():
            tx.delete("rt_orang", satu)

    pc.store.write("bench.isi", kerja)
    pc.sync()


def seluruh(city: CityProcess) -> Isi:
    """The city's rows of all scopes."""
    return {kunci: isi for kode in {SEMUA[ke] for ke in KANTOR} for kunci, isi in dunia.isi_kota(city.db, kode).items()}


def mundur(city: CityProcess, cadangan: str) -> None:
    """Stop the server, put the backup in place of its database, start it again."""
    city.stop()
    city.db.engine.dispose()
    perintah(city, "pulihkan", cadangan, "--ganti")
    city.start()


def main_putaran(city: CityProcess, folder: Path, ke: int, *, lupa: bool = False) -> Putaran:
    """Play one round; ``lupa``: the offices throw away what was acknowledged, the known-bad control."""
    kode = [SEMUA[satu] for satu in KANTOR]
    with ExitStack() as akhir:
        semua = [kantor_baru(city, folder / f"{ke}-{nomor}", satu) for nomor, satu in enumerate(kode)]
        for pc in semua:
            akhir.callback(pc.close)
        berkas = perintah(city, "cadangan", "--keluaran", str(folder / "cadangan"))["berkas"]
        for nomor, (pc, satu) in enumerate(zip(semua, kode, strict=True)):
            sehari(pc, satu, 1000 * ke + nomor)
        semua.append(kantor_baru(city, folder / f"{ke}-baru", kode[0]))
        akhir.callback(semua[-1].close)
        tenang(semua)
        isi_lama, op_lama = seluruh(city), set(dunia.tercatat(city.db))
        mundur(city, berkas)
        tinggal = len(op_lama - set(dunia.tercatat(city.db)))
        if lupa:
            for pc in semua:
                pc.store.transact(lambda con: con.execute("DELETE FROM sync_op"))
        _daftar_lagi(city, semua[-1], kode[0])
        tenang(semua)
        isi_baru, op_baru = seluruh(city), set(dunia.tercatat(city.db))
        beda = sum(dunia.isi_kantor(pc, satu) != dunia.isi_kota(city.db, satu)
                   for pc, satu in zip(semua, [*kode, kode[0]], strict=True))  # fmt: skip
    hilang = sum(isi_baru.get(kunci) != isi for kunci, isi in isi_lama.items())
    return Putaran(len(isi_lama), len(op_lama), tinggal, hilang, len(op_lama - op_baru), beda)


def _daftar_lagi(city: CityProcess, pc: Office, kode: str) -> None:
    """The city that went back does not know the office of today: it needs a new code."""
    try:
        pc.sync()
    except NetworkTrouble:
        pc.enrol(server=city.url, code=city.invite(kode), name="Siti")


def tenang(semua: Sequence[Office]) -> None:
    """Sync until nobody learns anything more."""
    for _ in range(3):
        for pc in semua:
            pc.sync()


def tulis(hasil: Sequence[Putaran], kendali: Putaran) -> None:
    """Write the chapter of the backup."""
    nama = [f"Putaran {ke}" for ke in range(1, len(hasil) + 1)] + ["Kendali: kantor melupakan yang sudah dikirim"]
    tabel = "\n".join(
        f"| {apa} | {p.baris} | {p.perubahan} | {p.mundur} | {p.hilang_baris} | {p.hilang_perubahan} | {p.beda} |"
        for apa, p in zip(nama, (*hasil, kendali), strict=True)
    )
    tulis_bab("Cadangan semalam", f"{KEPALA.format(tanggal=date.today())}{tabel}")


def main(kata: Sequence[str] | None = None) -> int:
    """Play and judge; 1 when something is missing or the control loses nothing."""
    parser = argparse.ArgumentParser(prog="pulih", description="Cadangan semalam, kantor menyimpan yang baru.")
    parser.add_argument("--putaran", type=int, default=3, metavar="N")
    parser.add_argument("--tulis", action="store_true", help="tulis ke tests/bench/HASIL.md")
    args = parser.parse_args(kata)
    folder = Path(tempfile.mkdtemp(prefix="sipokat-pulih-"))
    with kota(folder) as city:
        hasil = [main_putaran(city, folder, ke) for ke in range(1, args.putaran + 1)]
        kendali = main_putaran(city, folder, 0, lupa=True)
    print("\n".join(map(str, (*hasil, kendali))), flush=True)
    if args.tulis:
        tulis(hasil, kendali)
    shutil.rmtree(folder)
    return 0 if all(satu.baik for satu in hasil) and kendali.hilang_perubahan else 1


if __name__ == "__main__":
    sys.exit(main())
