"""How fast the rekaps of ten years are: 528 RT, two components, 126,720 ledger months; the plain SQL join beside.

Run: python -m tests.bench.bench_rekap
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from sqlite3 import Connection

from sipokat_desktop.modules.insentif import buku, kartu, rekap, umur
from sipokat_desktop.modules.insentif.queries import HIDUP

from . import rekap_isi
from .ukur import Hasil, banding, bergantian, cetak, ms

TUJUAN = 0.010
"""Seconds: the aim of any rekap at the median."""
PUTARAN = 21
TAHUN = 2024
HARI = date(2026, 1, 15)
Baca = Callable[[Connection], object]


def waktu(kerja: Baca, con: Connection) -> float:
    """CPU seconds of one run: everything is in memory, nothing is waited for."""
    mulai = time.process_time()
    kerja(con)
    return time.process_time() - mulai


def _rt_polos(con: Connection, tahun: int = TAHUN) -> dict[tuple[str, str], list[int]]:
    """The same year by post from the ledger itself."""
    rows = con.execute(
        """SELECT m.jabatan_id, m.komponen_id, m.bulan, sum(m.jumlah), j.nomor, k.nama FROM insentif_mutasi m
           JOIN rt_jabatan j ON j.id = m.jabatan_id JOIN insentif_komponen k ON k.id = m.komponen_id
           WHERE m.bulan BETWEEN ? AND ? GROUP BY 1, 2, 3""",
        (f"{tahun}-01", f"{tahun}-12"),
    )
    hasil: dict[tuple[str, str], list[int]] = {}
    for jabatan_id, komponen_id, bulan, jumlah, _, _ in rows:
        hasil.setdefault((jabatan_id, komponen_id), [0] * 12)[int(bulan[5:7]) - 1] = jumlah
    return hasil


def _anggaran_polos(con: Connection) -> dict[tuple[str, str], int]:
    rows = con.execute(
        """SELECT m.komponen_id, substr(m.tanggal, 1, 7), sum(m.jumlah) FROM insentif_mutasi m
           WHERE m.tanggal BETWEEN ? AND ? GROUP BY 1, 2""",
        (f"{TAHUN}-01-01", f"{TAHUN}-12-31"),
    )
    return {(row[0], row[1]): row[2] for row in rows}


def _kecamatan_polos(con: Connection) -> dict[str, tuple[int, int]]:
    rows = con.execute(
        """SELECT m.lingkup, count(DISTINCT m.masa_id), sum(m.jumlah) FROM insentif_mutasi m
           WHERE m.bulan BETWEEN ? AND ? GROUP BY 1""",
        (f"{TAHUN}-01", f"{TAHUN}-03"),
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def _kartu_polos(con: Connection) -> list[object]:
    return con.execute(
        f"""SELECT m.*, {HIDUP}, d.nomor, t.tanggal FROM insentif_mutasi m
            LEFT JOIN insentif_daftar d ON d.id = m.daftar_id LEFT JOIN insentif_tanda t ON t.id = m.baris_id
            WHERE m.jabatan_id = 'j0001' ORDER BY m.bulan"""
    ).fetchall()


def _hasil(con: Connection, apa: str, kita: Baca, dasar: Baca, catatan: str, *, tujuan: float | None) -> Hasil:
    """Return a line; its aim, in seconds, is told as the ratio that it would be to the floor's figure."""
    a, b = bergantian(lambda: waktu(kita, con), lambda: waktu(dasar, con), PUTARAN)
    kata = f"tujuan ≤ {ms(tujuan)}; {catatan}" if tujuan else catatan
    rasio = tujuan / statistics.median(b) if tujuan else None
    return banding(apa, a, b, tujuan=rasio, catatan=kata)


def ukur() -> list[Hasil]:
    """Return the lines of the table; the figures of both sides must be the same."""
    with tempfile.TemporaryDirectory(prefix="sipokat-bench-") as nama, closing(rekap_isi.buat(Path(nama))) as store:
        con = store.reader()
        banyak = con.execute("SELECT count(*) FROM insentif_mutasi").fetchone()[0]
        assert banyak == 126_720, banyak
        assert buku.periksa_buku(con) == 0
        kita = rekap.rt_tahun(con, tahun=TAHUN)
        assert {(b.jabatan_id, b.komponen_id): [*b.bulan] for b in kita.baris} == _rt_polos(con)
        kode = rekap_isi.kelurahan()
        satu, sembilan = kode[:1], kode[:9]
        langsung = "CPU; 126.720 bulan di buku; dasar: penjumlahan langsung dari buku"
        baca = "CPU; dasar: bacaan langsung satu RT tanpa hitungan hak"
        semua: tuple[tuple[str, Baca, Baca, str, float | None], ...] = (
            ("Rekap setahun, 528 RT × 2 komponen", _setahun(), _rt_polos, langsung, TUJUAN),
            ("Rekap setahun, satu kelurahan", _setahun(satu), _rt_polos, langsung, TUJUAN),
            ("Rekap triwulan, satu kecamatan (F3)", _triwulan(sembilan), _kecamatan_polos, langsung, TUJUAN),
            ("Rekap triwulan, 72 kelurahan (F3)", _triwulan(kode), _kecamatan_polos, langsung, TUJUAN),
            ("Serapan setahun terhadap pagu, seluruh kota", _serapan(), _anggaran_polos, langsung, TUJUAN),
            ("Serapan setahun terhadap pagu, satu kantor", _serapan(satu), _anggaran_polos, langsung, TUJUAN),
            ("Kartu satu RT, sepuluh tahun", lambda c: kartu.susun(c, "j0001", hari=HARI), _kartu_polos, baca, None),
            ("Belum dibayar, satu kelurahan, sepuluh tahun", _umur(satu), _kartu_polos, baca, None),
        )
        return [_hasil(con, apa, a, b, catatan, tujuan=tujuan) for apa, a, b, catatan, tujuan in semua]


def _setahun(lingkup: Sequence[str] = ()) -> Baca:
    return lambda con: rekap.rt_tahun(con, tahun=TAHUN, lingkup=lingkup)


def _triwulan(lingkup: Sequence[str]) -> Baca:
    return lambda con: rekap.kecamatan(con, periode=f"{TAHUN}-TW1", lingkup=lingkup)


def _serapan(lingkup: Sequence[str] = ()) -> Baca:
    return lambda con: rekap.anggaran(con, tahun=TAHUN, lingkup=lingkup)


def _umur(lingkup: Sequence[str]) -> Baca:
    return lambda con: umur.hitung(con, lingkup=lingkup, hari=HARI)


if __name__ == "__main__":
    cetak(ukur())
