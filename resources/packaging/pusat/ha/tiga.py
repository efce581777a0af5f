"""Three nodes on one machine, without systemd: ``python3 -m resources.packaging.pusat.ha.tiga --folder FOLDER``.

The files are those of three machines; only the addresses differ: three of 127.0.0.0/8, the same ports.
"""

from __future__ import annotations

import argparse
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from .isi import Gugus, Simpul, isi, sandi_baru
from .proses import jalankan, serahkan
from .simpul import SALINAN, Mesin, TakMenyala, tunggu

NAMA = ("a", "b", "c")
PINTU = (2379, 2380, 5432, 8008)
PINTU_DEPAN = (5000, 5001, 6432, 8080)
MENYALA_S = 120
AWALAN = "127.77"


def alamat_bebas() -> tuple[str, ...]:
    """Return three addresses of this machine, and the front's, on whose ports nobody listens."""
    for ke in range(1, 250):
        alamat = tuple(f"{AWALAN}.{ke}.{nomor}" for nomor in (1, 2, 3, 9))
        if all(_bebas(a, PINTU) for a in alamat[:3]) and _bebas(alamat[3], PINTU_DEPAN):
            return alamat
    raise TakMenyala("Tidak ada alamat bebas di 127.77.0.0/16.")


def _bebas(alamat: str, pintu: Sequence[int]) -> bool:
    for nomor in pintu:
        with socket.socket() as coba:
            coba.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                coba.bind((alamat, nomor))
            except OSError:
                return False
    return True


class Tiga:
    """Three nodes, and in front of them one HAProxy and one pgbouncer."""

    def __init__(self, gugus: Gugus) -> None:
        self.aturan, self.mesin = gugus, [Mesin(gugus, s) for s in gugus.simpul]
        self._depan: list[subprocess.Popen[bytes]] = []

    @property
    def tulis(self) -> str:
        """The URL for writing, through pgbouncer and HAProxy."""
        return self._url("6432/sipokat?pgbouncer=ya")

    @property
    def baca(self) -> str:
        """The URL for reading from a replica."""
        return self._url("6432/sipokat_baca?pgbouncer=ya")

    @property
    def langsung(self) -> str:
        """The URL for writing past pgbouncer, for pg_dump and psql."""
        return self._url("5000/sipokat")

    @property
    def kota(self) -> str:
        """Where the offices reach the API processes."""
        return f"http://{self.aturan.depan}:8080"

    def _url(self, ekor: str) -> str:
        return f"postgresql://sipokat:{self.aturan.sandi['SANDI_SIPOKAT']}@{self.aturan.depan}:{ekor}"

    def nyalakan(self) -> None:
        """Bring everything up; raises TakMenyala."""
        for satu in self.aturan.simpul:
            isi(self.aturan, satu)
        self.aturan.folder.chmod(0o755)
        for mesin in self.mesin:
            mesin.folder.mkdir(parents=True, exist_ok=True)
        serahkan(self.aturan.folder)
        for mesin in self.mesin:
            mesin.nyalakan_etcd()
        for mesin in self.mesin:
            mesin.nyalakan()
        self._nyalakan_depan()
        tunggu("Pemimpin dengan dua salinan", self.lengkap, MENYALA_S)

    def _nyalakan_depan(self) -> None:
        aturan, folder = self.mesin[0].aturan, self.aturan.folder
        for nama, perintah in (
            ("haproxy", ["/usr/sbin/haproxy", "-db", "-f", str(aturan / "haproxy.cfg")]),
            ("pgbouncer", ["/usr/sbin/pgbouncer", str(aturan / "pgbouncer.ini")]),
        ):
            self._depan.append(jalankan(perintah, folder / f"{nama}.log", folder))

    def pemimpin(self) -> Mesin:
        """Return the node that takes writes; raises TakMenyala when there is none."""
        tunggu("Pemimpin", lambda: any(m.pemimpin for m in self.mesin), MENYALA_S)
        return next((m for m in self.mesin if m.pemimpin), self.mesin[0])

    def lengkap(self) -> bool:
        """Tell whether one leads, all others follow it, and one of them is waited for by every COMMIT."""
        if any(m.tanya().get("state") != "running" for m in self.mesin):
            return False  # what the others know of a node that went is true for some seconds more
        anggota = self.mesin[0].gugus()
        peran = [m["role"] for m in anggota]
        mengikut = [m for m in anggota if m["role"] in SALINAN and m["state"] == "streaming"]
        serempak = "sync_standby" in peran or not self.aturan.serempak
        return peran.count("leader") == 1 and len(mengikut) == len(self.mesin) - 1 and serempak

    def berhenti(self) -> None:
        """End every process."""
        for satu in self._depan:
            satu.kill()
            satu.wait()
        for mesin in self.mesin:
            mesin.berhenti()


def gugus_uji(folder: Path, patroni: Path, **lain: object) -> Gugus:
    """Return the description of three nodes on this machine in ``folder``."""
    *alamat, depan = alamat_bebas()
    simpul = tuple(Simpul(nama, a) for nama, a in zip(NAMA, alamat, strict=True))
    gugus = Gugus(
        simpul, sandi_baru(), folder=folder / "data", aturan=folder / "data", patroni=patroni, depan=depan,
        memori="64MB", penjaga="off", proses=1, sendiri=True, pusat=folder / "pusat", foto=str(folder / "foto"),
        masuk=6000,
    )  # fmt: skip
    gugus.folder.mkdir(parents=True)
    return replace(gugus, **lain)  # type: ignore[arg-type]


@contextmanager
def menyala(gugus: Gugus) -> Iterator[Tiga]:
    """The three nodes, running; everything is ended afterwards."""
    tiga = Tiga(gugus)
    with ExitStack() as akhir:
        akhir.callback(tiga.berhenti)
        tiga.nyalakan()
        yield tiga


def main(kata: Sequence[str] | None = None) -> int:
    """Run until Ctrl+C."""
    parser = argparse.ArgumentParser(prog="tiga", description="Tiga simpul di satu komputer, untuk mencoba.")
    parser.add_argument("--folder", type=Path, metavar="FOLDER", help="tempat datanya; bawaan: folder sementara")
    parser.add_argument("--patroni", type=Path, required=True, metavar="FILE", help="program patroni (lihat: pasang)")
    args = parser.parse_args(kata)
    folder: Path = args.folder or Path(tempfile.mkdtemp(prefix="sipokat-ha-"))
    folder.chmod(0o755)
    selesai = threading.Event()
    for tanda in (signal.SIGINT, signal.SIGTERM):
        signal.signal(tanda, lambda *_: selesai.set())
    try:
        with menyala(gugus_uji(folder, args.patroni)) as tiga:
            print(f"Tiga simpul berjalan. Folder: {folder}\n--db {tiga.tulis}\n--db-baca {tiga.baca}", flush=True)
            selesai.wait()
    except (TakMenyala, OSError) as exc:
        print(f"{exc} Lihat log di {folder}.", file=sys.stderr)
        return 1
    if not args.folder:
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
