"""A small office with reports, for tests of module laporan: RT 01–04 with heads, and reports made by one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from sipokat_desktop.modules.laporan import ops, queries
from sipokat_desktop.modules.laporan.model import FotoBaru, Laporan
from sipokat_desktop.modules.rt.ops import id_jabatan
from sipokat_desktop.storage import history
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN

ISI = {"tanggal": "5/4/2026", "bidang": "2", "jenis": "gotong_royong", "uraian": "Membersihkan siring Jalan Garuda"}
"""What is typed of a report; the day is 10 April 2026."""


def rt(ke: int) -> str:
    """The id of an RT."""
    return id_jabatan(KELURAHAN, f"{ke:02d}")


@contextmanager
def buka(folder: Path, jumlah: int = 4) -> Iterator[Store]:
    """Open a store of the kelurahan with so many RT, each with a head."""
    with kantor.buka(folder) as store:
        store.set_setting("lingkup", KELURAHAN)
        kantor.isi_rt(store, jumlah)
        yield store


def catat(store: Store, *ke: int, foto: Sequence[FotoBaru] = (), **lain: str) -> tuple[str, ...]:
    """Record a report of these RT (none: RT 01); returns the ids."""
    return ops.catat(store, KELURAHAN, [rt(n) for n in ke or (1,)], ISI | lain, foto=foto).value.ids


def gambar(kata: str, sidik: str = "") -> FotoBaru:
    """A picture that is told from others by a word; its hash follows from it unless it is given."""
    kunci = sha256(kata.encode()).hexdigest()
    return FotoBaru(kunci, sidik or kunci[:16], 1000, 1600, 1200)


def lihat(store: Store, id: str) -> Laporan:
    """A report as lists show it."""
    rinci = queries.satu(store.reader(), id)
    assert rinci is not None
    return rinci.laporan


def urungkan(store: Store) -> None:
    """Undo the last act."""
    (terakhir,) = store.reader().execute("SELECT act_id FROM riwayat ORDER BY no DESC LIMIT 1").fetchone()
    history.undo(store, terakhir)
