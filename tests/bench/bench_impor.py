"""How fast a sheet of 60,000 rows comes in: read, proposed, compared and committed with op log and history, against
merely reading it with python-calamine and inserting the same rows into the same tables with executemany.

Run: python -m tests.bench.bench_impor
"""

from __future__ import annotations

import gc
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from sqlite3 import Connection

from python_calamine import CalamineWorkbook

from sipokat_desktop import unlock
from sipokat_desktop.kernel.ids import new_id
from sipokat_desktop.modules.rt import impor
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.lembar import tulis_xlsx

from .ukur import Hasil, banding, bergantian, cetak

BARIS = 60_000
PUTARAN = 3
JUDUL = (
    "No", "No RT", "RW", "Nama Lengkap", "NIK", "L/P", "Tempat Lahir", "Tanggal Lahir", "Alamat", "No HP", "No SK",
    "TMT", "Akhir Jabatan", "Bank", "No Rekening", "Jumlah KK", "Ukuran Baju",
)  # fmt: skip
_DEPAN = ("Ernawati", "Sarnubi", "Iskandar", "Siti", "Hasan", "Mulyadi", "Rosmala", "Ahmad", "Kusnadi", "Tarmizi")
_BELAKANG = ("Muda", "Aminah", "Basri", "Dewi", "Suharto", "Roni", "Wijaya", "Wahyuni", "Irawan", "Hakim")


def lembar(banyak: int) -> list[tuple[object, ...]]:
    """A clean roster of so many heads, 600 RT to a RW, as an office would type it."""
    return [JUDUL, *(_baris(ke) for ke in range(banyak))]


def _baris(ke: int) -> tuple[object, ...]:
    lahir, kelamin = date(1950 + ke % 50, 1 + ke % 12, 1 + ke % 28), "LP"[ke % 2]
    hari = lahir.day + (40 if kelamin == "P" else 0)
    nik = f"1673{ke // 9000 + 1:02d}{hari:02d}{lahir.month:02d}{lahir.year % 100:02d}{1 + ke % 9000:04d}"
    rw, rt = divmod(ke, 600)
    nama = f"{_DEPAN[ke % 10]} {_BELAKANG[ke // 10 % 10]} {''.join(chr(97 + int(c)) for c in str(ke))}"
    return (
        ke + 1, f"{rt + 1:03d}", f"{rw + 1:02d}", nama, nik, kelamin, "Lubuk Linggau", lahir,
        f"Jl. Garuda No. {ke % 97}", f"0812{ke:08d}", f"141/{ke % 99:02d}/KPTS/LS/2024",
        date(2024, 1 + ke % 6, 1), date(2029, 1 + ke % 6, 1), "Bank Sumsel Babel", f"{8_400_000_000 + ke}",
        30 + ke % 90, "XL",
    )  # fmt: skip


def kita(berkas: Path) -> float:
    """Import the sheet into a new store, as the window does."""
    with tempfile.TemporaryDirectory(prefix="sipokat-bench-") as nama, closing(unlock.store(Path(nama))) as store:
        mulai = time.perf_counter()
        buku = impor.buka(berkas)
        rencana = impor.banding(store, kantor.KELURAHAN, buku, impor.usul(buku, store))
        neraca = impor.simpan(store, kantor.KELURAHAN, rencana).value
        lama = time.perf_counter() - mulai
        assert neraca.baru == neraca.dibaca
        _periksa(store, neraca.dibaca)
        assert kantor.rantai_utuh(store)
        return lama


def dasar(berkas: Path) -> float:
    """Read the sheet and insert its rows into the same tables, in one durable transaction; no checks, no log."""
    with tempfile.TemporaryDirectory(prefix="sipokat-bench-") as nama, closing(unlock.store(Path(nama))) as store:
        mulai = time.perf_counter()
        rows = CalamineWorkbook.from_path(berkas).get_sheet_by_index(0).to_python()[1:]
        store.transact(lambda con: _sisipkan(con, rows))
        lama = time.perf_counter() - mulai
        _periksa(store, len(rows))
        return lama


def _sisipkan(con: Connection, rows: Sequence[Sequence[object]]) -> None:
    kel = kantor.KELURAHAN
    kunci = [(new_id(), new_id(), new_id()) for _ in rows]
    con.executemany(
        "INSERT INTO rt_jabatan (id, lingkup, nomor, rw, jumlah_kk) VALUES (?, ?, ?, ?, ?)",
        [(j, kel, r[1], r[2], r[15]) for (j, _, _), r in zip(kunci, rows, strict=True)],
    )
    con.executemany(
        """INSERT INTO rt_orang (id, lingkup, nama, nik, kelamin, tempat_lahir, tanggal_lahir, alamat, hp, bank,
           rekening, ukuran) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (o, kel, r[3], r[4], r[5], r[6], str(r[7]), r[8], r[9], r[13], r[14], r[16])
            for (_, o, _), r in zip(kunci, rows, strict=True)
        ],
    )
    con.executemany(
        "INSERT INTO rt_masa (id, lingkup, jabatan_id, orang_id, sk_nomor, tmt, akhir_sk) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(m, kel, j, o, r[10], str(r[11]), str(r[12])) for (j, o, m), r in zip(kunci, rows, strict=True)],
    )


def _periksa(store: Store, banyak: int) -> None:
    """Both sides keep every row of the sheet."""
    for tabel in ("rt_jabatan", "rt_orang", "rt_masa"):
        assert store.reader().execute(f"SELECT count(*) FROM {tabel}").fetchone()[0] == banyak
    isi = store.reader().execute("SELECT sum(length(nama)) + sum(length(nik)) + count(DISTINCT hp) FROM rt_orang")
    assert isi.fetchone()[0] > 40 * banyak * 0.8


def ukur(putaran: int = PUTARAN, banyak: int = BARIS) -> list[Hasil]:
    """Return the line of the table."""
    with tempfile.TemporaryDirectory(prefix="sipokat-bench-") as nama:
        berkas = Path(nama) / "besar.xlsx"
        tulis_xlsx(berkas, {"Data RT": lembar(banyak)})
        gc.collect()
        gc.disable()
        try:
            a, b = bergantian(lambda: kita(berkas), lambda: dasar(berkas), putaran)
        finally:
            gc.enable()
    catatan = f"{banyak} baris × 17 kolom: baca, petakan, banding, simpan; dasar calamine + executemany"
    return [banding("Impor lembar 60.000 baris", a, b, tujuan=3.0, catatan=catatan)]


if __name__ == "__main__":
    cetak(ukur())
