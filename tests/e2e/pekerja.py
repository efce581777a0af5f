"""``python -m tests.e2e.pekerja FOLDER BENIH [cara]``: a clerk at work, to be killed at any moment.

Prints one JSON line per act, only after the program has said that it is saved. ``cara`` ``buruk`` is the
known-bad control: it says so before, as a program that loses work does.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import ids, periode
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif import queries
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt import queries as roster
from sipokat_desktop.storage.store import Store

Kerja = Callable[[random.Random], Changes | None]


def lapor(**isi: object) -> None:
    """Say something that must hold from now on."""
    print(json.dumps(isi), flush=True)


class Pekerja:
    """Does one act after another on an office PC."""

    def __init__(self, office: Office) -> None:
        self._office, self._store, self._lingkup = office, office.store, office.lingkup

    def tambah(self, acak: random.Random) -> Changes:
        """A new RT with its head."""
        nomor = str(acak.randrange(1, 1000))
        return rt.tambah(
            self._store, self._lingkup, {"nomor": nomor, "nama": f"Ketua {nomor}", "tmt": "1/1/2024"}
        ).changes

    def ubah(self, acak: random.Random) -> Changes:
        """Another address."""
        semua = roster.roster(self._store.reader(), lingkup=self._lingkup, hari=rt.hari_ini(self._store))
        b = acak.choice([b for b in semua if b.masa_id])
        isian = {"alamat": f"Jl. Mawar {acak.randrange(10**6)}"}
        return rt.ubah(self._store, jabatan_id=b.jabatan_id, masa_id=str(b.masa_id), isian=isian)

    def susun(self, acak: random.Random) -> Changes:
        """The list of a month."""
        p = periode.baca(f"{acak.randrange(2024, 2027)}-{acak.randrange(1, 13):02d}")
        return insentif.susun(self._store, self._lingkup, p).changes

    def kunci(self, acak: random.Random) -> Changes:
        """Lock a draft."""
        return insentif.kunci(self._store, self._nomor(acak, "draf"), lurah="Lurah")

    def terima(self, acak: random.Random) -> Changes:
        """One head on a locked list takes the money."""
        nomor = self._nomor(acak, "dikunci")
        return insentif.terima(self._store, nomor, hanya={acak.randrange(1, 6)}).changes

    def sinkron(self, _acak: random.Random) -> None:
        """Exchange with the city."""
        self._office.sync()

    def _nomor(self, acak: random.Random, keadaan: str) -> str:
        con = self._store.reader()
        semua = [d.nomor for d in queries.semua_daftar(con, lingkup=self._lingkup) if d.keadaan == keadaan]
        if not semua:
            raise InputSalah("nomor", "tidak ada")
        return acak.choice(semua)

    def kerjakan(self, acak: random.Random) -> None:
        """Do one act that fits, and report it once it is saved."""
        kerja: Kerja = acak.choice(
            [self.tambah, self.ubah, self.ubah, self.susun, self.kunci, self.terima, self.terima, self.sinkron]
        )
        try:
            changes = kerja(acak)
        except (InputSalah, Gangguan, IndexError):
            return
        if changes is not None and changes.rows:
            lapor(act=changes.act_id, rows=changes.rows)


def buruk(store: Store, acak: random.Random) -> None:
    """Say that an act is saved, then save it: the harness must notice."""
    row = ids.new_id()
    lapor(act="", rows={"rt_orang": [row]})
    fields: dict[str, str | int | None] = {"nama": f"Hilang {acak.randrange(10**6)}"}
    store.write("uji", lambda tx: tx.insert("rt_orang", fields, scope="16.73.01.1003", row_id=row))


def main(folder: Path, benih: int, cara: str = "") -> None:
    """Work until killed."""
    acak = random.Random(benih)
    office = Office(folder)
    pekerja = Pekerja(office)
    lapor(siap=True)
    while True:
        if cara == "buruk":
            buruk(office.store, acak)
        else:
            pekerja.kerjakan(acak)
