"""An office that never stops: it changes rows, syncs with the real client, and keeps what it was told is stored."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import TypeVar

from sipokat_desktop.app import Office
from sipokat_desktop.storage.tx import Tx
from sync.client.http import Http, NetworkTrouble
from sync.client.session import Session
from sync.protocol import Answer, Exchange, Message
from tests.bench.sinkron_panggung import ubah

M = TypeVar("M", bound=Message)
ULANG_S, SELA_S = 0.4, 0.15
"""Seconds until the next try after a failure, and between two syncs: an office waits much longer."""


@dataclass(frozen=True, slots=True)
class Percobaan:
    """One sync: when it began and ended, and what became of it (empty: it succeeded)."""

    mulai: float
    usai: float
    gagal: str


class Saksi(Http):
    """Hears the city say that it knows less of this computer than it once acknowledged."""

    hilang = 0

    def post(self, path: str, message: Message, answer: type[M]) -> M:
        """Ask, and count what the city has forgotten."""
        got = super().post(path, message, answer)
        if isinstance(message, Exchange) and isinstance(got, Answer) and got.chain == "rewound":
            self.hilang += message.acked_n - got.acked_n
        return got


class Penulis(threading.Thread):
    """Writes until ``henti``; ``terjawab``: the ops that the city acknowledged, ``hilang``: how many it then forgot."""

    def __init__(self, pc: Office, kode: str, ke: int) -> None:
        super().__init__(name=f"kantor-{ke}", daemon=True)
        self.pc, self.kode, self.ke = pc, kode, ke
        self.henti = threading.Event()
        self.percobaan: list[Percobaan] = []
        self.terjawab: set[str] = set()
        self.hilang = 0

    def run(self) -> None:
        """Write, sync, and once more."""
        nomor = self.ke * 1_000_000
        while not self.henti.is_set():
            nomor += 1
            ubah(self.pc, nomor, 2)
            if nomor % 5 == 0:
                self.pc.store.write("bench.isi", self._baris(nomor))
            self.henti.wait(ULANG_S if self.kirim() else SELA_S)

    def _baris(self, nomor: int) -> Callable[[Tx], None]:
        def tambah(tx: Tx) -> None:
            tx.insert("rt_orang", {"nama": f"Ketua {nomor}", "nik": f"167301{nomor:010d}"}, scope=self.kode)

        return tambah

    def kirim(self) -> str:
        """Sync once; returns why it failed, empty when it did not."""
        mulai, gagal = time.monotonic(), ""
        with closing(Saksi.of(self.pc.store, self.pc.store.token)) as garis:
            try:
                Session(self.pc.store, garis).run()
            except NetworkTrouble as exc:
                gagal = exc.kind
            self.hilang += garis.hilang
        self.terjawab |= {op for (op,) in self.pc.store.reader().execute("SELECT op_id FROM sync_op WHERE hasil <> ''")}
        self.percobaan.append(Percobaan(mulai, time.monotonic(), gagal))
        return gagal

    def berhasil_sejak(self, saat: float) -> bool:
        """Tell whether a sync that began after ``saat`` succeeded."""
        return any(p.mulai > saat and not p.gagal for p in self.percobaan[-200:])

    def ditolak_sejak(self, saat: float) -> bool:
        """Tell whether the city answered a sync that began after ``saat`` with "not now"."""
        return any(p.mulai > saat and p.gagal == "sibuk" for p in self.percobaan[-200:])
