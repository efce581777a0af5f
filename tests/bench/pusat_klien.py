"""Some of the 72 offices of bench_pusat in one process: real stores with a year of reports.

``python -m tests.bench.pusat_klien FOLDER…`` reads a command a line and answers with JSON:
``isi`` fills each office and syncs it; ``putus`` lets each kecamatan judge the reports; ``ubah N`` changes the reports
of a day everywhere; ``kirim`` syncs all at once (rows only: the photos of the example are none) and answers with the
seconds of each, below zero where it failed; ``tulis N`` writes down the messages of N days instead; ``sabar`` lets the
server go first from now on: in the city the offices' own work is done on other computers.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import SipokatError
from sipokat_desktop.storage.tx import Tx
from sync.client import apply, ask, outbox
from sync.client.session import Session
from sync.protocol import LARGEST_PAGE
from tests import contoh_528, contoh_laporan
from tests.contoh_528 import Isi

from .kantor_klien import UBAH

PESAN = "pesan.json"
SABAR = 15
"""How much this process gives way (nice)."""


def _isi(kantor: dict[str, Office]) -> None:
    """Fill each with its roster and its year of reports, one act each, and sync."""
    for kode, rows in contoh_528.isi_kelurahan(tmt="2014-01-01"):
        if kode in kantor:
            _catat(kantor[kode], kode, rows)
    for kode, laporan in groupby(contoh_laporan.baris(lingkup=kantor), lambda satu: satu.kode):
        _catat(kantor[kode], kode, [row for satu in laporan for row in satu.rows])
    assert all(_kirim(Session(pc.store)) > 0 for pc in kantor.values())


def _catat(pc: Office, kode: str, rows: Sequence[Isi]) -> None:
    def kerja(tx: Tx) -> None:
        for tabel, id, fields in rows:
            own: Fields = {k: v for k, v in fields.items() if v is not None and not k.startswith("camat")}
            tx.insert(tabel, own, scope=kode, row_id=id)

    pc.store.write("bench.isi", kerja)


def _putus(kantor: dict[str, Office]) -> None:
    """Let each kecamatan say of the year's reports what its camat did, and sync."""
    for lingkup, pc in kantor.items():
        Session(pc.store).run()
        kode = [str(satu) for (satu,) in pc.store.reader().execute("SELECT DISTINCT lingkup FROM laporan_kegiatan")]
        rows = [laporan.rows[0] for laporan in contoh_laporan.baris(lingkup=kode)]
        kata = [
            (id, {k: v for k, v in isi.items() if k.startswith("camat")}) for _, id, isi in rows if isi.get("camat")
        ]

        def kerja(tx: Tx, kata: list[tuple[str, Fields]] = kata) -> None:
            for id, isi in kata:
                tx.update("laporan_kegiatan", id, isi)

        pc.store.write("bench.putus", kerja)
        assert _kirim(Session(pc.store)) > 0, lingkup


def ubah(pc: Office, nomor: int) -> None:
    """Change the reports of a day: ``nomor`` says what to, so that every day is another."""

    def kerja(tx: Tx) -> None:
        rows = tx.con.execute("SELECT id FROM laporan_kegiatan ORDER BY tanggal DESC, id LIMIT ?", (UBAH,)).fetchall()
        for ke, (id,) in enumerate(rows):
            tx.update("laporan_kegiatan", id, {"peserta": 1_000 + nomor * 100 + ke})

    pc.store.write("bench.hari", kerja)


def _tulis(pc: Office, hari: int) -> None:
    """Write down the messages of so many ends of day, unsent, for an office of pusat_nasional."""
    pesan: list[object] = []
    sampai = 0
    for nomor in range(hari):
        ubah(pc, nomor)
        batch = outbox.next_batch(pc.store.reader(), after=sampai)
        assert batch.sent, nomor
        sampai = batch.sent.last
        pesan.append(ask.exchange(pc.store, batch, limit=LARGEST_PAGE).model_dump(mode="json"))
    kursor = apply.cursors(pc.store.reader(), pc.store.identity.scopes)
    isi = {"token": pc.store.token, "kursor": kursor, "pesan": pesan}
    (pc.store.folder / PESAN).write_text(json.dumps(isi, ensure_ascii=False), encoding="utf-8")


def _kirim(session: Session) -> float:
    mulai = time.perf_counter()
    try:
        hasil = session.run()
    except SipokatError as exc:
        print(f"{type(exc).__name__}: {exc}", file=sys.stderr)
        return -1.0
    return time.perf_counter() - mulai if hasil.matching and not hasil.stuck else -1.0


def _obey(kantor: dict[str, Office], jalur: list[Session], pool: ThreadPoolExecutor, kata: list[str]) -> list[float]:
    match kata:
        case ["kirim"]:
            return [*pool.map(_kirim, jalur)]
        case ["isi"]:
            _isi(kantor)
        case ["putus"]:
            _putus(kantor)
        case ["sabar"]:
            os.nice(SABAR)
        case [apa, angka]:
            for pc in kantor.values():
                {"ubah": ubah, "tulis": _tulis}[apa](pc, int(angka))
    return []


def main(folders: list[Path]) -> None:
    """Obey until the input ends."""
    kantor = {folder.name: Office(folder) for folder in folders}
    jalur = [Session(pc.store) for pc in kantor.values()]
    with ThreadPoolExecutor(len(kantor)) as pool:
        for line in sys.stdin:
            print(json.dumps(_obey(kantor, jalur, pool, line.split())), flush=True)
    for satu in jalur:
        satu.close()
    for pc in kantor.values():
        pc.close()


if __name__ == "__main__":
    main([Path(kata) for kata in sys.argv[1:]])
