"""The stage: three nodes, HAProxy, pgbouncer, two API processes of Sipokat Pusat, offices that write without end."""

from __future__ import annotations

import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from resources.packaging.pusat.ha.simpul import Mesin, tunggu
from resources.packaging.pusat.ha.tiga import Tiga, gugus_uji, menyala
from sipokat_desktop.app import Office
from tests.bench.sinkron_panggung import SEMUA, isi
from tests.kota import City

from .penulis import Penulis

AKAR = Path(__file__).resolve().parents[2]
PATRONI = AKAR / ".siap/patroni/bin/patroni"
PINTU = 8001
MENYALA_S = 60
KANTOR = (0, 0, 1, 2, 3, 4)
"""The kelurahan of each office: two of them share one, so that they also wait for each other."""


@dataclass(slots=True)
class Panggung:
    """What a campaign plays on."""

    tiga: Tiga
    city: City
    penulis: list[Penulis]

    @property
    def hilang(self) -> int:
        """How many acknowledged ops the city has forgotten, as its answers show."""
        return sum(p.hilang for p in self.penulis)


@contextmanager
def panggung(folder: Path, *, serempak: bool = True) -> Iterator[Panggung]:
    """Everything running, each office enrolled and with some rows; nobody writes yet."""
    with ExitStack() as akhir:
        tiga = akhir.enter_context(menyala(gugus_uji(folder, PATRONI, serempak=serempak)))
        city = akhir.enter_context(closing(City(tiga.tulis, tiga.kota)))
        for mesin in tiga.mesin[:2]:
            akhir.callback(_henti, _pusat(mesin, folder / f"pusat-{mesin.nama}.log"))
        tunggu("Sipokat Pusat", lambda: sehat(tiga.kota), MENYALA_S)
        yield Panggung(tiga, city, [_penulis(folder, city, ke, akhir) for ke in range(len(KANTOR))])


def _penulis(folder: Path, city: City, ke: int, akhir: ExitStack) -> Penulis:
    kode = SEMUA[KANTOR[ke]]
    pc = akhir.enter_context(closing(Office(folder / f"kantor-{ke}")))
    pc.enrol(server=city.url, code=city.invite(kode), name="Siti")
    pc.store.write("bench.isi", lambda tx: isi(tx, 30, kode))
    pc.sync()
    return Penulis(pc, kode, ke)


def _pusat(mesin: Mesin, log: Path) -> subprocess.Popen[bytes]:
    """Start an API process as the unit sipokat-pusat@8001 does."""
    perintah = [sys.executable, "-m", "sync.pusat.cli", "jalankan", "--konfigurasi", str(mesin.aturan / "pusat.toml"),
                "--alamat", f"{mesin.alamat}:{PINTU}", "--tanpa-web"]  # fmt: skip
    with log.open("ab") as keluar:
        return subprocess.Popen(perintah, stdin=subprocess.DEVNULL, stdout=keluar, stderr=keluar, cwd=AKAR)


def _henti(proses: subprocess.Popen[bytes]) -> None:
    proses.terminate()
    try:
        proses.wait(20)
    except subprocess.TimeoutExpired:
        proses.kill()
        proses.wait()


def sehat(alamat: str) -> bool:
    """Tell whether an API process answers at ``alamat`` and reaches its database."""
    try:
        with urllib.request.urlopen(f"{alamat}/sehat", timeout=5) as jawaban:
            return bool(jawaban.status == 200)
    except OSError:
        return False


@contextmanager
def menulis(penulis: Sequence[Penulis]) -> Iterator[None]:
    """All offices write until the end."""
    for satu in penulis:
        satu.start()
    try:
        yield
    finally:
        for satu in penulis:
            satu.henti.set()
        for satu in penulis:
            satu.join()
