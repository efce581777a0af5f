"""People at the pages of the city, for bench_pusat: each looks, thinks, looks again; runs as a process of its own.

It reads one JSON line per run, ``{"url", "detik", "orang": [[cookies, [path…]]…]}``, and answers with one: per request
path, when it began (s of the monotonic clock, which all processes share), seconds and status.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import httpx

PIKIR_S = (0.5, 2.0)
"""How long somebody looks at a page before the next one."""


def _seorang(
    url: str, kuki: Mapping[str, str], jalan: Sequence[str], detik: float, ke: int
) -> list[tuple[str, float, float, int]]:
    acak, akhir = random.Random(ke), time.monotonic() + detik
    hasil: list[tuple[str, float, float, int]] = []
    with httpx.Client(base_url=url, cookies=dict(kuki), timeout=60) as klien:
        while time.monotonic() < akhir:
            time.sleep(acak.uniform(*PIKIR_S))
            satu, mulai = acak.choice(jalan), time.monotonic()
            status = klien.get(satu).status_code
            hasil.append((satu, mulai, time.monotonic() - mulai, status))
    return hasil


def main() -> None:
    """Obey until the input ends."""
    for line in sys.stdin:
        asked = json.loads(line)
        with ThreadPoolExecutor(len(asked["orang"])) as pool:
            kerja = [
                pool.submit(_seorang, asked["url"], kuki, jalan, asked["detik"], ke)
                for ke, (kuki, jalan) in enumerate(asked["orang"])
            ]
            print(json.dumps([satu for orang in kerja for satu in orang.result()]), flush=True)


if __name__ == "__main__":
    main()
