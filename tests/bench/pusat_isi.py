"""Fills one office of the web in a process of its own: prints its seconds, and the bytes of memory above what was
there.

``python -m tests.bench.pusat_isi DATABASE_URL FOLDER SCOPE``
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import closing
from pathlib import Path

from sync.server.database import Database
from sync.web.kantor import Offices

from .pusat_kota import status


def main(url: str, folder: str, lingkup: str) -> None:
    """Fill it."""
    with closing(Database(url, batas=120)) as db, closing(Offices(db, Path(folder))) as offices:
        awal, mulai = status(os.getpid()), time.perf_counter()
        assert offices.of(lingkup).siap(600), lingkup
        print(json.dumps([time.perf_counter() - mulai, status(os.getpid()) - awal]))


if __name__ == "__main__":
    main(*sys.argv[1:])
