"""One node of the recipe as processes on this machine: etcd, and Patroni with its PostgreSQL."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

from .isi import Gugus, Simpul
from .proses import jalankan, keluarga, kepala_postgres, kirim

PATRONI_PINTU = 8008
HENTI_S = 60
PEMIMPIN = frozenset({"leader", "primary", "master"})
SALINAN = frozenset({"replica", "sync_standby", "quorum_standby"})


class TakMenyala(Exception):
    """Something did not come up in time; the text says what."""


def tunggu(apa: str, sudah: Callable[[], object], detik: float) -> None:
    """Wait until ``sudah`` is true; raises TakMenyala with ``apa`` after so many seconds."""
    akhir = time.monotonic() + detik
    while not sudah():
        if time.monotonic() > akhir:
            raise TakMenyala(f"{apa} belum jadi dalam {detik:g} detik.")
        time.sleep(0.1)


class Mesin:
    """The processes of one node; ``folder`` holds its data and logs."""

    def __init__(self, gugus: Gugus, simpul: Simpul) -> None:
        self.simpul, self.nama, self.alamat = simpul, simpul.nama, simpul.alamat
        self.folder, self.aturan = gugus.milik(gugus.folder, simpul), gugus.milik(gugus.aturan, simpul)
        self._program = str(gugus.patroni)
        self._etcd: subprocess.Popen[bytes] | None = None
        self._patroni: subprocess.Popen[bytes] | None = None

    def nyalakan_etcd(self) -> None:
        """Start etcd."""
        perintah = ["/usr/bin/etcd", "--config-file", str(self.aturan / "etcd.yml")]
        self._etcd = jalankan(perintah, self.folder / "etcd.log", self.folder)

    def nyalakan(self) -> None:
        """Start Patroni, as systemd would; it brings PostgreSQL up."""
        perintah = [self._program, str(self.aturan / "patroni.yml")]
        self._patroni = jalankan(perintah, self.folder / "patroni.log", self.folder)

    def tanya(self) -> dict[str, Any]:
        """Return how Patroni sees its PostgreSQL; empty where it does not answer."""
        return self._minta("/patroni")

    def gugus(self) -> list[dict[str, Any]]:
        """Return the members as this node sees them."""
        anggota: list[dict[str, Any]] = self._minta("/cluster").get("members", [])
        return anggota

    def _minta(self, jalan: str) -> dict[str, Any]:
        sambungan = HTTPConnection(self.alamat, PATRONI_PINTU, timeout=2)
        try:
            sambungan.request("GET", jalan)
            jawaban: dict[str, Any] = json.loads(sambungan.getresponse().read())
        except (OSError, HTTPException, ValueError):
            return {}
        finally:
            sambungan.close()
        return jawaban

    @property
    def pemimpin(self) -> bool:
        """Tell whether its PostgreSQL takes writes and Patroni holds the key."""
        anggota = [m for m in self.gugus() if m["name"] == self.nama]
        return bool(anggota) and anggota[0]["role"] in PEMIMPIN and anggota[0]["state"] == "running"

    def pids(self) -> list[int]:
        """Return Patroni's and PostgreSQL's processes."""
        patroni = self._patroni.pid if self._patroni and self._patroni.poll() is None else 0
        return keluarga([patroni, kepala_postgres(self.folder / "data")])

    def anak_postgres(self, kata: str) -> list[int]:
        """Return PostgreSQL's processes whose title holds ``kata``, e.g. ``walreceiver``."""
        semua = keluarga([kepala_postgres(self.folder / "data")])
        return [pid for pid in semua if kata in _judul(pid)]

    def bunuh(self) -> None:
        """End Patroni and PostgreSQL at once, as a power cut would."""
        kirim(self.pids(), signal.SIGKILL)
        if self._patroni:
            self._patroni.wait(HENTI_S)

    def bekukan(self) -> list[int]:
        """Freeze Patroni and PostgreSQL, as a virtual machine that stands still; returns who :meth:`cairkan` wakes."""
        pids = self.pids()
        kirim(pids, signal.SIGSTOP)
        return pids

    @staticmethod
    def cairkan(pids: Sequence[int]) -> None:
        """Wake what was frozen."""
        kirim(pids, signal.SIGCONT)

    def berhenti(self) -> None:
        """End all at once; the data is thrown away afterwards."""
        etcd = self._etcd.pid if self._etcd and self._etcd.poll() is None else 0
        kirim([*self.pids(), *keluarga([etcd])], signal.SIGKILL)
        for satu in (self._patroni, self._etcd):
            if satu:
                satu.wait(HENTI_S)


def _judul(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""
