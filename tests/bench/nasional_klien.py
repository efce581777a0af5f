"""Light offices of pusat_nasional: they send the real messages of their ends of day, written down before, over raw
HTTP, and look at no more of the answers than they need to.

``python -m tests.bench.nasional_klien URL FILE…`` reads ``kirim`` lines; each file has an office's token and messages.
It answers with the seconds of every sync, below zero where it failed. One thread for each file, one connection each.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sync import protocol


class Ringan:
    """One office: what it has to send, and how far it has read."""

    def __init__(self, url: str, berkas: Path) -> None:
        isi = json.loads(berkas.read_bytes())
        self._token, self._pesan = isi["token"], isi["pesan"]
        self._kursor: dict[str, str] = isi["kursor"]
        self._jalur = HTTPConnection(urlsplit(url).netloc, timeout=120)

    def kirim(self) -> list[float]:
        """Send every day's message, one after another; return the seconds of each."""
        with closing(self._jalur):
            return [self._satu(pesan) for pesan in self._pesan]

    def _satu(self, pesan: dict[str, Any]) -> float:
        mulai, body = time.perf_counter(), json.dumps(pesan | {"cursors": self._kursor}).encode()
        kepala = {
            "Authorization": f"Bearer {self._token}", "Content-Type": "application/json", "Accept-Encoding": "gzip",
            "Content-Encoding": "gzip",
        }  # fmt: skip
        self._jalur.request("POST", "/sync/v1/exchange", gzip.compress(body, protocol.GZIP_LEVEL), kepala)
        jawab = self._jalur.getresponse()
        badan = jawab.read()
        detik = time.perf_counter() - mulai
        isi = json.loads(gzip.decompress(badan) if jawab.headers.get("Content-Encoding") == "gzip" else badan)
        diterima = isi.get("receipt") and all(satu["outcome"] == "applied" for satu in isi["results"])
        if jawab.status != 200 or not diterima or len(isi["results"]) != len(pesan["ops"]):
            print(jawab.status, badan[:300], file=sys.stderr)
            return -1.0
        self._kursor = self._kursor | {page["scope"]: page["cursor"] for page in isi["pages"]}
        return detik


def main(url: str, files: list[Path]) -> None:
    """Obey once."""
    kantor = [Ringan(url, file) for file in files]
    sys.stdin.readline()
    with ThreadPoolExecutor(len(kantor)) as pool:
        print(json.dumps([detik for semua in pool.map(Ringan.kirim, kantor) for detik in semua]), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], [Path(kata) for kata in sys.argv[2:]])
