"""Reading hand-overs, incidents and requests for help."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sipokat_desktop.storage import sqlite

from .model import Bantuan, Kejadian, Serah, pengenal, sebutan

_BANTUAN = """SELECT b.id, b.unit_id, b.lingkup, coalesce(b.jabatan_id, ''), coalesce(j.nomor, ''),
    coalesce(b.nama, ''), u.barang, u.merek, u.tipe, coalesce(u.imei1, u.imei2), u.seri, u.nup, u.sim, b.jenis,
    coalesce(b.uraian, ''), coalesce(b.kontak, ''), b.diminta, b.keadaan, coalesce(b.jawaban, ''),
    coalesce(b.dijawab, '')
FROM ponsel_bantuan b LEFT JOIN ponsel_unit u ON u.id = b.unit_id LEFT JOIN rt_jabatan j ON j.id = b.jabatan_id
WHERE b.lingkup IN (SELECT value FROM json_each(?)) AND (NOT ? OR b.keadaan <> 'selesai')
ORDER BY b.diminta DESC, b.id DESC"""


def kejadian(con: sqlite.Connection, kejadian_id: str) -> Kejadian | None:
    """Return one incident; None where it is not here."""
    return next(iter(_kejadian(con, "id = ?", kejadian_id)), None)


def kejadian_unit(con: sqlite.Connection, unit_id: str) -> list[Kejadian]:
    """Return the incidents of a unit, oldest first."""
    return _kejadian(con, "unit_id = ?", unit_id)


def kejadian_terbuka(con: sqlite.Connection, unit_id: str) -> list[Kejadian]:
    """Return the incidents of a unit that are not closed, oldest first."""
    return _kejadian(con, "unit_id = ? AND selesai IS NULL AND jenis IN ('rusak', 'hilang')", unit_id)


def serah(con: sqlite.Connection, serah_id: str) -> Serah | None:
    """Return one hand-over; None where it is not here."""
    return next(iter(_serah(con, "s.id = ?", serah_id)), None)


def serah_bernomor(con: sqlite.Connection, nomor: str) -> list[Serah]:
    """Return the hand-overs on one BAST, without reversals."""
    return _serah(con, "s.nomor = ?", nomor)


def bantuan(con: sqlite.Connection, *, lingkup: Sequence[str], terbuka: bool = False) -> list[Bantuan]:
    """Return the requests for help of places, the newest first; only those that wait where ``terbuka``."""
    rows = con.execute(_BANTUAN, (json.dumps([*lingkup]), terbuka))
    return [
        Bantuan._make(
            (*row[:6], sebutan(*row[6:9]), pengenal(imei=row[9], seri=row[10], nup=row[11], sim=row[12]), *row[13:])
        )
        for row in rows
    ]


def _kejadian(con: sqlite.Connection, syarat: str, nilai: str) -> list[Kejadian]:
    kolom = ", ".join(f"coalesce({nama}, '')" for nama in Kejadian._fields[1:])
    rows = con.execute(f"SELECT id, {kolom} FROM ponsel_kejadian WHERE {syarat} ORDER BY tanggal, id", (nilai,))
    return [Kejadian(*row) for row in rows]


def _serah(con: sqlite.Connection, syarat: str, nilai: str) -> list[Serah]:
    kolom = ", ".join(f"coalesce(s.{nama}, '')" for nama in Serah._fields[1:-1])
    rows = con.execute(
        f"""SELECT s.id, {kolom}, EXISTS (SELECT 1 FROM ponsel_serah b WHERE b.membalik = s.id)
            FROM ponsel_serah s WHERE {syarat} AND s.membalik IS NULL ORDER BY s.tanggal, s.id""",
        (nilai,),
    )
    return [Serah._make((*row[:-1], bool(row[-1]))) for row in rows]
