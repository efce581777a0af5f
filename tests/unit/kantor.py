"""A small office on disk for tests: a clock that can be turned, a store, a tariff, heads of RT."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from sipokat_desktop.kernel import canonical, periode
from sipokat_desktop.kernel.periode import Periode
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif import queries
from sipokat_desktop.modules.insentif import rules as aturan
from sipokat_desktop.modules.insentif.queries import Baris, Daftar
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import engine, keys, sqlite
from sipokat_desktop.storage.store import Store

KELURAHAN = "16.73.01.1003"
SEKARANG = 1_775_786_400_000
"""2026-04-10 09:00 WIB in UTC milliseconds."""

TW1 = periode.baca("2026-TW1")
HARI_MS = 24 * 3600 * 1000
Isi = dict[str, list[tuple[object, ...]]]


class Jam:
    """A clock that goes on by one millisecond a call and can be turned."""

    def __init__(self, mulai: int = SEKARANG) -> None:
        self.ms = mulai

    def __call__(self) -> int:
        self.ms += 1
        return self.ms


@contextmanager
def buka(folder: Path, jam: Jam | None = None) -> Iterator[Store]:
    """Open the store in ``folder``, locked or not, and close it at the end."""
    with closing(Store(folder, MODULES, key=kunci(folder), clock=jam or Jam())) as store:
        yield store


def kunci(folder: Path) -> bytes | None:
    """Return the key of the store in ``folder``; None where it was made without one, as most tests do."""
    return keys.of(folder) if (folder / keys.FILE).exists() else None


def nik(ke: int) -> str:
    """A well-formed NIK without any warning for a man born on 1 January 1970; another one for each ``ke``."""
    return f"167301010170{ke:04d}"


def isian(ke: int, **lain: str) -> dict[str, str]:
    """The form of head ``ke``: RT ``ke``, in office since January 2024 on a complete SK."""
    return {
        "nomor": str(ke), "nama": f"Ketua {ke:02d}", "nik": nik(ke), "tmt": "2024-01-01",
        "akhir_sk": "2029-01-01", "sk_nomor": f"141/{ke:02d}/2024", "sk_tanggal": "2023-12-20",
    } | lain  # fmt: skip


def isi_rt(store: Store, jumlah: int) -> list[str]:
    """Add ``jumlah`` heads; returns the ids of their terms."""
    return [rt.tambah(store, KELURAHAN, isian(ke)).value for ke in range(1, jumlah + 1)]


def tarif(store: Store, jumlah: int = 550_000, *, mulai: str = "2025-01", pajak: int = 0) -> None:
    """Set the office's own tariff (rupiah a month; tax in ten-thousandths)."""
    rows = aturan.baris_tarif(
        KELURAHAN, nama="Insentif Ketua RT", jumlah=jumlah, mulai=mulai, dasar_hukum="SK 1/2026", pajak=pajak
    )
    insentif.simpan_tarif(store, KELURAHAN, rows)


def susun(store: Store, p: Periode = TW1) -> str:
    """Draw up the list of a period; returns its number."""
    return insentif.susun(store, KELURAHAN, p).value


def daftar(store: Store, nomor: str) -> Daftar:
    """A list by its number."""
    return queries.cari_daftar(store.reader(), nomor)


def baris(store: Store, nomor: str) -> list[Baris]:
    """The lines of a list."""
    return queries.baris(store.reader(), daftar_id=daftar(store, nomor).daftar_id)


def terkunci(store: Store, jumlah: int = 5) -> str:
    """A tariff, so many heads, and their list of the first triwulan, locked; returns its number."""
    tarif(store)
    isi_rt(store, jumlah)
    nomor = susun(store)
    insentif.kunci(store, nomor, lurah="Lurah")
    return nomor


def tampak(store: Store) -> Isi:
    """Everything the user sees: the rows of every synced table."""
    con = store.reader()
    return {name: sorted(map(tuple, con.execute(f"SELECT * FROM {name}")), key=repr) for name in store.tables}


def hitung(store: Store) -> dict[str, int]:
    """Rows of every table, the store's own tables too."""
    con = store.reader()
    names = [row[0] for row in con.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: con.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def ubah_di_luar(path: Path, perintah: str, nilai: tuple[object, ...] = ()) -> None:
    """Write to a store file past the program (a test's vandal)."""
    with closing(sqlite.connect(path, isolation_level=None)) as con:
        engine.unlock(con, kunci(path.parent))
        con.create_function("sipokat_dalam_op", 0, lambda: 1)
        con.execute(perintah, nilai)


def ops(store: Store) -> list[Mapping[str, object]]:
    """Every op of the log in the order of its chain, oldest incarnation first."""
    rows = store.reader().execute("SELECT * FROM sync_op ORDER BY hlc, n")
    return [dict(row) for row in rows]


def rantai_utuh(store: Store) -> bool:
    """Compute the chain of the present incarnation anew; the harness' own check, not the program's."""
    con = store.reader()
    inc, n, digest = con.execute("SELECT inc, n, hash FROM rantai").fetchone()
    sejauh, ke = canonical.GENESIS, 0
    for number, stored, body in con.execute("SELECT n, hash, body FROM sync_op WHERE inc = ? ORDER BY n", (inc,)):
        sejauh, ke = canonical.chain(sejauh, body), ke + 1
        if (number, stored) != (ke, sejauh):
            return False
    return (ke, sejauh) == (n, digest)


def satu_kesatuan(store: Store) -> bool:
    """Tell whether every op has its history and every history entry of an act its op."""
    con = store.reader()
    per_op = con.execute("SELECT act_id, tabel, row_id, count(*) FROM sync_op GROUP BY 1, 2, 3").fetchall()
    per_riwayat = con.execute(
        "SELECT act_id, tabel, row_id, count(*) FROM riwayat WHERE act_id <> '' GROUP BY 1, 2, 3"
    ).fetchall()
    return sorted(map(tuple, per_op)) == sorted(map(tuple, per_riwayat))
