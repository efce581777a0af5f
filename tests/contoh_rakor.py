"""What else a meeting talks about, for the city of contoh_528: vaccination figures and proposals of every category; the
same rows every time."""

from __future__ import annotations

from collections.abc import Collection
from sqlite3 import Connection

from sipokat_desktop.modules.usulan import text as usulan
from sipokat_desktop.storage.store import Store
from tests.contoh_528 import KELURAHAN, banyak_rt

PROGRAM = "COVID-19"
HARI = ("2025-03-31", "2025-09-30")
SASARAN = 200
DOSIS = ((120, 60, 10), (180, 150, 40))
"""Of every RT on each day: dosis 1, dosis 2, booster."""
TANPA = 40
"""Every so manieth RT has no figures."""
_STATUS = ("draf", "lurah", "musrenbang_kel", "kecamatan", "kota", "rkpd", "terlaksana", "ditolak")
_BIAYA = 7_500_000


def isi(store: Store, *, lingkup: Collection[str] = ()) -> None:
    """Write the rows, past the command layer."""
    dipilih = [(ke, kode) for ke, kode in enumerate(KELURAHAN) if kode in (lingkup or KELURAHAN)]

    def work(con: Connection) -> None:
        ke_rt = 0
        for ke, kode in dipilih:
            for no in range(1, banyak_rt(ke) + 1):
                ke_rt += 1
                if ke_rt % TANPA:
                    _vaksinasi(con, kode, no)
                _usulan(con, kode, no, ke_rt)

    store.transact(work)


def _vaksinasi(con: Connection, kode: str, no: int) -> None:
    for hari, angka in zip(HARI, DOSIS, strict=True):
        con.execute(
            """INSERT INTO vaksinasi_catatan
                   (id, lingkup, jabatan_id, program, tanggal, sasaran, dosis1, dosis2, booster)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (f"v{kode}-{no}-{hari}", kode, f"{kode}-j-{no}", PROGRAM, hari, SASARAN, *angka),
        )


def _usulan(con: Connection, kode: str, no: int, ke: int) -> None:
    kategori = [*usulan.KATEGORI][(ke * ke) % len(usulan.KATEGORI)]
    id = f"u{kode}-{no}"
    con.execute(
        """INSERT INTO usulan_butir (id, lingkup, jabatan_id, tahun, kategori, judul, biaya, prioritas)
           VALUES (?, ?, ?, 2026, ?, ?, ?, ?)""",
        (id, kode, f"{kode}-j-{no}", kategori, f"{usulan.KATEGORI[kategori]} RT {no:02d}", _BIAYA * (ke % 9), no),
    )
    con.execute(
        "INSERT INTO usulan_status (id, lingkup, usulan_id, status, tanggal, dicatat) VALUES (?, ?, ?, ?, ?, ?)",
        (f"s{id}", kode, id, _STATUS[ke % len(_STATUS)], "2025-11-03", 0),
    )
