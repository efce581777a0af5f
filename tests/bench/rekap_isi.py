"""Ten years of the whole city in one store: 528 RT of 72 kelurahan, two components, every month paid."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection

from sipokat_desktop import unlock
from sipokat_desktop.kernel import periode, wilayah
from sipokat_desktop.modules.insentif import rules
from sipokat_desktop.storage.store import Store
from tests.unit.kantor import SEKARANG

TAHUN = range(2016, 2026)
KOMPONEN = (("k-kecamatan", "Insentif kecamatan", 350_000), ("k-disdukcapil", "Insentif Disdukcapil", 200_000))
JUMLAH_RT = 528
Baris = tuple[str | int | None, ...]


def kelurahan() -> list[str]:
    """The codes of the 72 kelurahan."""
    return sorted(kode for kode, satu in wilayah.semua().items() if satu.tingkat == "kelurahan")


def rt() -> list[tuple[str, str, str]]:
    """Every RT: (kelurahan, id of the post, its number); seven or eight in each kelurahan."""
    kode = kelurahan()
    return [(kode[ke % len(kode)], f"j{ke:04d}", f"{ke // len(kode) + 1:02d}") for ke in range(JUMLAH_RT)]


def buat(folder: Path) -> Store:
    """Open a store and fill it: 126,720 ledger months and the lists they stand on; the triggers keep the summary."""
    store = unlock.store(folder, clock=lambda: SEKARANG)
    store.transact(_isi)
    store.local(lambda con: con.execute("ANALYZE"))
    return store


def _isi(con: Connection) -> None:
    _roster(con)
    for id, nama, jumlah in KOMPONEN:
        con.execute(
            """INSERT INTO insentif_komponen (id, lingkup, nama, pajak, cara, hari_acuan)
               VALUES (?, 'kota', ?, 0, 'tunai', 1)""",
            (id, nama),
        )
        con.execute(
            "INSERT INTO insentif_tarif (id, lingkup, komponen_id, mulai, jumlah) VALUES (?, 'kota', ?, '2016-01', ?)",
            (f"t-{id}", id, jumlah),
        )
        for tahun in TAHUN:
            con.execute(
                "INSERT INTO insentif_anggaran (id, lingkup, komponen_id, tahun, pagu) VALUES (?, 'kota', ?, ?, ?)",
                (f"a-{id}-{tahun}", id, tahun, JUMLAH_RT * 12 * jumlah),
            )
    _daftar(con)


def _roster(con: Connection) -> None:
    con.executemany("INSERT INTO rt_jabatan (id, lingkup, nomor) VALUES (?, ?, ?)", [(j, k, n) for k, j, n in rt()])
    con.executemany(
        "INSERT INTO rt_orang (id, lingkup, nama) VALUES (?, ?, ?)", [(f"o{j}", k, f"Ketua {j}") for k, j, _ in rt()]
    )
    con.executemany(
        "INSERT INTO rt_masa (id, lingkup, jabatan_id, orang_id, tmt) VALUES (?, ?, ?, ?, '2015-01-01')",
        [(f"m{j}", k, j, f"o{j}") for k, j, _ in rt()],
    )


def _daftar(con: Connection) -> None:
    for tahun in TAHUN:
        for tw in range(1, 5):
            p = periode.baca(f"{tahun}-TW{tw}")
            con.executemany(
                """INSERT INTO insentif_daftar (id, lingkup, nomor, komponen_id, periode, keadaan)
                   VALUES (?, ?, ?, ?, ?, 'dikunci')""",
                [(_id(k, id, p), k, f"N-{_id(k, id, p)}", id, p.kode) for k in kelurahan() for id, _, _ in KOMPONEN],
            )
            con.executemany(
                """INSERT INTO insentif_baris (id, lingkup, daftar_id, no, jabatan_id, masa_id, orang_id, nomor_rt,
                       nama, rincian, bruto, pph, diterima) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)""",
                _baris(p),
            )
            con.executemany(
                """INSERT INTO insentif_mutasi (id, lingkup, daftar_id, baris_id, jabatan_id, masa_id, komponen_id,
                       bulan, slot, jenis, jumlah, tanggal, cara)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'bayar', ?, ?, 'tunai')""",
                _mutasi(p),
            )


def _id(kode: str, komponen_id: str, p: periode.Periode) -> str:
    return f"{kode}-{komponen_id}-{p.kode}"


def _baris(p: periode.Periode) -> Iterator[Baris]:
    for kode, j, nomor in rt():
        for id, _, jumlah in KOMPONEN:
            rincian = " ".join(f"{bulan}={jumlah}" for bulan in p.bulan)
            daftar = _id(kode, id, p)
            yield (f"b{j}-{id}-{p.kode}", kode, daftar, int(nomor), j, f"m{j}", f"o{j}", nomor, f"Ketua {j}", rincian,
                   3 * jumlah, 3 * jumlah)  # fmt: skip


def _mutasi(p: periode.Periode) -> Iterator[Baris]:
    hari = periode.hari_terakhir(p.bulan[-1]).isoformat()
    for kode, j, _ in rt():
        for id, _, jumlah in KOMPONEN:
            for bulan in p.bulan:
                baris = f"b{j}-{id}-{p.kode}"
                yield (f"{baris}-{bulan}", kode, _id(kode, id, p), baris, j, f"m{j}", id, bulan,
                       rules.slot(j, id, bulan), jumlah, hari)  # fmt: skip
