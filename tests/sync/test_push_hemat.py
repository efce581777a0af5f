"""A push without conflicts asks the database nothing for their sake; with any number of them a few questions."""

from __future__ import annotations

from sqlalchemy import event

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.storage.core import REST
from sync.server.database import Database
from tests.sync.test_urutan import KINI, ORANG, Pc, kirim, konflik, kota

BANYAK = 60


def hitung(db: Database, pc: Pc) -> int:
    """Send all that waits on a PC; return how many statements that took."""
    perintah: list[str] = []

    def catat(_con: object, _cursor: object, statement: str, *_rest: object) -> None:
        perintah.append(statement)

    event.listen(db.engine, "before_cursor_execute", catat)
    kirim(db, pc, len(pc.wires))
    event.remove(db.engine, "before_cursor_execute", catat)
    return len(perintah)


def ubah(pc: Pc, kali: int, field: str, banyak: int, seen: str) -> None:
    """Change a field of ``banyak`` persons."""
    for ke in range(banyak):
        isi: Fields = {field: f"v{pc.ke}{kali}"}
        pc.tulis(f"o{pc.ke}-{kali}-{ke}", "set", ORANG, f"r{ke}", isi, {field: seen.format(ke=ke)}, KINI + kali)


def test_conflicts_cost_nothing_where_there_are_none_and_little_where_there_are_many() -> None:
    with kota() as db:
        satu, dua = Pc(1), Pc(2)
        for ke in range(BANYAK):
            isi: Fields = {"nama": "A", "hp": "1", "nik": "2"}
            satu.tulis(f"awal-{ke}", "set", ORANG, f"r{ke}", isi, {}, KINI)
        baru = hitung(db, satu)
        ubah(satu, 1, "nama", BANYAK, "awal-{ke}")
        biasa = hitung(db, satu)
        assert biasa <= baru
        assert konflik(db) == {}
        ubah(dua, 1, "nama", 1, "awal-{ke}")
        sedikit = hitung(db, dua)
        ubah(dua, 2, "nik", BANYAK, "awal-{ke}")
        ubah(satu, 2, "nik", BANYAK, "awal-{ke}")
        assert hitung(db, satu) == biasa
        banyak = hitung(db, dua)
        assert len(konflik(db)) == BANYAK + 1
        assert banyak <= sedikit <= biasa + 5
        assert REST not in {name for row in konflik(db).values() for name in row}
