"""Fills a store with many posts and heads, and its search index at once, past the command layer (bench only)."""

from __future__ import annotations

import random
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sipokat_desktop import unlock
from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.rt import indeks
from sipokat_desktop.storage import users

KOTA = "16.73"
PER_KELURAHAN = 40
NAMA = (
    "Ahmad", "Budi", "Siti", "Sopian", "Hasan", "Nur", "Herman", "Iskandar", "Mulyadi", "Rusdi", "Darwis",
    "Yusuf", "Abdul", "Rahman", "Dewi", "Eka", "Fitri", "Gunawan", "Hendra", "Indra", "Joko", "Kartika",
    "Lestari", "Maman", "Nanang", "Oktavia", "Prasetyo", "Ratna", "Surya", "Tono", "Umar", "Wahyu", "Yanti",
    "Zainal", "Agus", "Bambang", "Cahya", "Dedi", "Edi", "Fauzi", "Slamet", "Sukardi", "Suparman", "Sutrisno",
    "Susanto", "Supriyadi", "Suharto", "Suryadi", "Sulastri",
)  # fmt: skip
JALAN = (
    "Kenanga", "Melati", "Mawar", "Anggrek", "Cempaka", "Garuda", "Merpati", "Rajawali", "Sudirman",
    "Diponegoro", "Kartini", "Nangka",
)  # fmt: skip
_NANTI = """SELECT type, name, sql FROM sqlite_master
    WHERE name LIKE 'rt_cari_%' AND type IN ('trigger', 'index') AND sql IS NOT NULL"""
"""What is made again once all rows are there."""
Nilai = tuple[str | int | None, ...]


def _baris(banyak: int) -> Iterator[tuple[Nilai, Nilai | None, Nilai | None]]:
    """Yield post, person and term; every twenty-fifth post is vacant."""
    acak = random.Random(7)

    def id() -> str:
        return str(uuid.UUID(int=acak.getrandbits(128)))

    for ke in range(banyak):
        kel = ke // PER_KELURAHAN
        lingkup = f"{KOTA}.{kel // 100 % 90 + 1:02}.{1001 + kel % 100 + kel // 9000 * 100}"
        jabatan, orang = id(), id()
        pos = (jabatan, lingkup, f"{ke % PER_KELURAHAN + 1:02}", f"{ke % 9 + 1:02}", acak.randint(20, 90))
        if ke % 25 == 24:
            yield pos, None, None
            continue
        nama = " ".join(acak.sample(NAMA, acak.choice((2, 2, 3))))
        lahir = f"{acak.randint(1, 28):02}{acak.randint(1, 12):02}{acak.randint(45, 99)}"
        nik = f"1673{acak.randint(1, 8):02}{lahir}{acak.randint(1, 9999):04}" if ke % 33 else None
        hp = f"08{acak.randint(11, 59)}{acak.randint(10_000_000, 99_999_999)}" if ke % 10 else None
        alamat = f"Jl. {acak.choice(JALAN)} {acak.choice(('I', 'II', 'III'))} No. {acak.randint(1, 199)}"
        rekening = f"19{acak.randint(10_000_000, 99_999_999)}" if ke % 12 else None
        tahun, jenis = acak.randint(2021, 2026), "plt" if ke % 50 == 0 else "definitif"
        masa = (id(), lingkup, jabatan, orang, jenis, f"141/{ke % 99 + 1}/KPTS/LS/{tahun}", f"{tahun}-02-01")
        yield pos, (orang, lingkup, nama, nik, alamat, hp, "Bank Sumsel Babel", rekening), (
            *masa, f"{tahun + 5}-{acak.randint(1, 12):02}-01",
        )  # fmt: skip


def _tulis(con: sqlite3.Connection, banyak: int) -> None:
    semua = _baris(banyak)
    while bagian := [baris for _, baris in zip(range(20_000), semua)]:  # noqa: B905
        con.executemany(
            "INSERT INTO rt_jabatan (id, lingkup, nomor, rw, jumlah_kk) VALUES (?, ?, ?, ?, ?)", [b[0] for b in bagian]
        )
        con.executemany(
            "INSERT INTO rt_orang (id, lingkup, nama, nik, alamat, hp, bank, rekening) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [b[1] for b in bagian if b[1]],
        )
        con.executemany(
            "INSERT INTO rt_masa (id, lingkup, jabatan_id, orang_id, jenis, sk_nomor, tmt, akhir_sk)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [b[2] for b in bagian if b[2]],
        )


def siapkan(folder: Path, banyak: int) -> None:
    """Make the store of a city PC with so many posts; the index is the very one that the program would write."""

    def work(con: sqlite3.Connection) -> None:
        nanti = con.execute(_NANTI).fetchall()
        for jenis, nama, _ in nanti:
            con.execute(f"DROP {jenis} {nama}")
        _tulis(con, banyak)
        hari = tanggal.wib(store.clock()).date().isoformat()
        marks = ", ".join("?" * len(indeks.KOLOM))
        con.executemany(
            f"INSERT INTO rt_cari ({', '.join(indeks.KOLOM)}) VALUES ({marks})", indeks.dihitung_ulang(con, hari)
        )
        con.execute("INSERT INTO rt_cari_fts (rt_cari_fts) VALUES ('rebuild')")
        for _, _, sql in nanti:
            con.execute(sql)

    with closing(unlock.store(folder)) as store:
        store.local(lambda con: con.execute("PRAGMA cache_size = -800000"))
        store.transact(work)
        store.set_setting("lingkup", KOTA)
        users.add(store, name="Ani")
