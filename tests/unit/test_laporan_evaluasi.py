"""The evaluation of reports against a naive count of the rows, the city's year, and odd counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.laporan import evaluasi, evaluasi_kata, rentang, turunan
from sipokat_desktop.modules.laporan.evaluasi_model import Angka, Evaluasi, Rentang, Ujungnya
from sipokat_desktop.modules.laporan.kinerja import ACTIVITIES
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage.engine import snapshot
from sipokat_desktop.storage.store import Store
from tests import contoh_528, contoh_laporan

A, B = contoh_528.KELURAHAN[0], contoh_528.KELURAHAN[-1]
KOLOM = ("lingkup", "jabatan_id", "tanggal", "bidang", "jenis", "kategori", "lurah", "camat")
PERNAH = ("laporan_kegiatan", "laporan_foto")
Nilai = tuple[str | None, ...]


class Langkah(NamedTuple):
    """What is done to report ``ke``: written with these values of KOLOM, or taken away (None); then it has photos."""

    ke: int
    nilai: Nilai | None
    foto: int


HARI = st.dates(date(2023, 11, 1), date(2025, 3, 31)).map(date.isoformat)
RT = [(kode, f"{kode}-j-{no}") for kode in (A, B) for no in (1, 2)] + [(A, "belum-tiba")]
PUTUSAN = st.sampled_from((None, "ya", "tidak"))
NILAI = st.tuples(
    st.sampled_from(RT), HARI, st.sampled_from("12359"), st.sampled_from(("rapat", "ronda", "lain")),
    st.sampled_from(("kinerja", "biasa")), PUTUSAN, PUTUSAN,
).map(lambda t: (*t[0], *t[1:]))  # fmt: skip
LANGKAH = st.builds(Langkah, st.integers(0, 7), st.one_of(NILAI, NILAI, st.none()), st.integers(0, 2))
RENTANG = st.one_of(
    st.sampled_from([rentang.SEMUA, rentang.bulan("2024-02"), rentang.periode("2024-TW1"), rentang.tahun(2024)]),
    st.tuples(HARI, HARI).map(lambda dua: rentang.hari(min(dua), max(dua))),
    HARI.map(lambda hari: rentang.hari(hari, "")),
    HARI.map(lambda hari: rentang.hari("", hari)),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The city's 528 RT, no report."""
    with closing(Store(tmp_path_factory.mktemp("evaluasi"), MODULES)) as kosong:
        contoh_laporan.isi(kosong, per_bulan=0)
        yield kosong


def kerjakan(perintah: str) -> Callable[[Connection], object]:
    """Return what runs one statement."""
    return lambda con: con.execute(perintah)


def jalan(con: Connection, langkah: Sequence[Langkah]) -> None:
    """Empty the tables, then do the steps; a report's photos come before it or after it."""
    for tabel in PERNAH:
        con.execute(f"DELETE FROM {tabel}")
    sama = ", ".join(f"{kolom} = excluded.{kolom}" for kolom in KOLOM)
    for satu in langkah:
        id = f"l{satu.ke}"
        kerja = [
            ("DELETE FROM laporan_foto WHERE laporan_id = ?", (id,)),
            *(
                ("INSERT INTO laporan_foto (id, lingkup, laporan_id) VALUES (?, ?, ?)", (f"{id}-{n}", A, id))
                for n in range(satu.foto)
            ),
            (
                f"INSERT INTO laporan_kegiatan (id, {', '.join(KOLOM)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                f" ON CONFLICT (id) DO UPDATE SET {sama}",
                (id, *satu.nilai),
            )
            if satu.nilai
            else ("DELETE FROM laporan_kegiatan WHERE id = ?", (id,)),
        ]
        for sql, nilai in kerja if satu.ke % 2 else reversed(kerja):
            con.execute(sql, nilai)


def mentah(con: Connection, lingkup: str, r: Rentang) -> list[dict[str, str | int | None]]:
    """The raw rows of a scope and days, each with whether it has a photo and counts as performance."""
    rows = con.execute(
        f"""SELECT l.*, EXISTS (SELECT 1 FROM laporan_foto f WHERE f.laporan_id = l.id) AS foto, k.hitung
            FROM laporan_kegiatan l JOIN ({ACTIVITIES}) k ON k.asal = l.id WHERE l.tanggal >= ? AND l.tanggal <= ?""",
        (r.dari, r.sampai or "9999"),
    )
    return [dict(row) for row in rows if row["lingkup"] in wilayah.kelurahan_dari(lingkup)]


def angka(rows: Sequence[dict[str, str | int | None]]) -> Angka:
    """Count the plain way."""

    def n(kolom: str, nilai: str | int) -> int:
        return sum(row[kolom] == nilai for row in rows)

    return Angka(
        len(rows), tuple(n("bidang", kode) for kode in "12345"), n("kategori", "kinerja"), n("lurah", "ya"),
        n("lurah", "tidak"), n("camat", "ya"), n("camat", "tidak"), n("hitung", 1), n("foto", 1),
    )  # fmt: skip


def utuh(e: Evaluasi) -> None:
    """What holds of every evaluation, whatever is counted."""
    for bagian in (e.bidang, e.jenis, e.kategori, e.lurah, e.camat, e.foto, e.bulan):
        assert sum(b.jumlah for b in bagian) == e.angka.jumlah
        assert {b.dari for b in bagian} <= {e.angka.jumlah}
        assert sum(b.persen for b in bagian) == (100 if e.angka.jumlah else 0)
    for lines in (e.kelurahan, e.per_rt):
        assert sum(b.angka.jumlah for b in lines) == e.angka.jumlah
        assert sum(b.persen for b in lines) == (100 if e.angka.jumlah else 0)
    assert sum(b.jumlah for b in e.aktif) == sum(b.rt for b in e.kelurahan) == len(e.per_rt)


@given(st.lists(LANGKAH, max_size=14), RENTANG, st.sampled_from(("kota", wilayah.kecamatan_dari(A), A)))
def test_every_figure_is_that_of_the_rows(store: Store, langkah: list[Langkah], r: Rentang, lingkup: str) -> None:
    store.transact(lambda con: jalan(con, langkah))
    con = store.reader()
    rows, e = mentah(con, lingkup, r), evaluasi.hitung(con, lingkup, r)
    utuh(e)
    assert e.angka == angka(rows)
    assert e.terbaru == max((str(row["tanggal"]) for row in rows), default="")
    assert {b.kode: b.jumlah for b in e.jenis} == Counter(f"{row['bidang']}.{row['jenis']}" for row in rows)
    assert {b.kode: b.jumlah for b in e.bulan if b.jumlah} == Counter(str(row["tanggal"])[:7] for row in rows)
    for lines, kunci in ((e.kelurahan, "lingkup"), (e.per_rt, "jabatan_id")):
        assert {b.kode: b.angka for b in lines if b.aktif} == {
            satu: angka([row for row in rows if row[kunci] == satu]) for satu in {row[kunci] for row in rows}
        }
        assert {b.kode: b.bulan for b in lines if b.aktif} == {
            satu: len({str(row["tanggal"])[:7] for row in rows if row[kunci] == satu})
            for satu in {row[kunci] for row in rows}
        }
        for b in lines:
            assert b.urutan == (1 + sum(c.angka.jumlah > b.angka.jumlah for c in lines) if b.aktif else 0)
    assert turunan.beda_ringkas(con) == 0
    assert turunan.beda_cari(con) == 0


def test_what_is_kept_wrongly_is_noticed_and_written_anew(store: Store) -> None:
    """The known bad: sums and index that somebody else wrote."""
    nilai = (*RT[0], "2024-02-03", "1", "rapat", "kinerja", "ya", None)
    store.transact(lambda con: jalan(con, [Langkah(1, nilai, 1), Langkah(2, nilai, 0)]))
    rusak = (
        "UPDATE laporan_ringkas SET berfoto = 7", "DELETE FROM laporan_ringkas_jenis",
        "DELETE FROM laporan_cari WHERE id = 'l1'", "UPDATE laporan_cari SET no = 5 WHERE id = 'l2'",
        "INSERT INTO laporan_cari_fts (laporan_cari_fts) VALUES ('delete-all')",
    )  # fmt: skip
    for perintah in rusak:
        store.transact(kerjakan(perintah))
        satu = next(d for d in turunan.TURUNAN if d.differs(store.reader()))
        store.transact(satu.rebuild)
        assert [d.differs(store.reader()) for d in turunan.TURUNAN] == [0, 0]
    assert evaluasi.hitung(store.reader(), A, rentang.SEMUA).angka.berfoto == 1


def test_figures_are_of_one_moment(store: Store) -> None:
    nilai = (*RT[0], "2024-02-03", "1", "rapat", "kinerja", "ya", None)
    store.transact(lambda con: jalan(con, [Langkah(1, nilai, 0)]))
    con = store.reader()
    with snapshot(con):
        awal = evaluasi.hitung(con, A, rentang.SEMUA)
        store.transact(lambda con: jalan(con, []))
        assert evaluasi.hitung(con, A, rentang.SEMUA) == awal
    assert evaluasi.hitung(con, A, rentang.SEMUA).angka == Angka()


# odd counts


@pytest.mark.parametrize(
    ("banyak", "persen", "tersibuk", "tersepi"),
    [
        ((), (), "Belum ada laporan.", "Belum ada laporan."),
        ((1,), (100,), "Air Kuti (1 laporan)", "71 lainnya 0"),
        ((2, 1), (67, 33), "Air Kuti (2 laporan)", "70 lainnya 0"),
        ((1, 1, 1), (34, 33, 33), "3 dengan 1", "69 lainnya 0"),
        ((3, 2, 2), (43, 29, 28), "Air Kuti (3 laporan)", "69 lainnya 0"),
    ],
)
def test_few_reports_make_nothing_absurd(
    store: Store, banyak: tuple[int, ...], persen: tuple[int, ...], tersibuk: str, tersepi: str
) -> None:
    langkah = [
        Langkah(ke * 10 + n, (kode, f"{kode}-j-1", "2024-02-03", str(ke + 1), "lain", "biasa", None, None), 0)
        for ke, (kode, berapa) in enumerate(zip(contoh_528.KELURAHAN, banyak, strict=False))
        for n in range(berapa)
    ]
    store.transact(lambda con: jalan(con, langkah))
    e = evaluasi.hitung(store.reader(), "kota", rentang.bulan("2024-02"))
    utuh(e)
    assert tuple(b.persen for b in e.bidang if b.jumlah) == persen
    sibuk, sepi = evaluasi_kata.ujungnya(e.ujung_kelurahan, e)
    ada = [b.nama for b in e.kelurahan if b.aktif]
    nol = [b.nama for b in e.kelurahan if not b.aktif]
    assert sibuk == (
        tersibuk if "dengan" not in tersibuk else f"{ada[0]}, {ada[1]} dan {ada[2]} (masing-masing 1 laporan)"
    )
    if "lainnya" in tersepi:
        tersepi = f"{nol[0]}, {nol[1]}, {nol[2]} dan {len(nol) - 3} lainnya (masing-masing 0 laporan)"
    assert sepi == tersepi
    assert len(nol) == 72 - len(banyak)
    assert all(evaluasi_kata.bagian(b) == "0 dari 0" for b in e.lurah if not banyak)


def test_one_kelurahan_has_nothing_to_compare_and_all_the_same_says_so(store: Store) -> None:
    nilai = [(*rt, "2024-02-03", "1", "lain", "biasa", None, None) for rt in RT[:2]]
    store.transact(lambda con: jalan(con, [Langkah(ke, satu, 0) for ke, satu in enumerate(nilai)]))
    e = evaluasi.hitung(store.reader(), A, rentang.tahun(2024))
    assert e.ujung_kelurahan == Ujungnya(None, None)
    assert e.ujung_rt.tersepi is not None
    assert e.ujung_rt.tersepi.jumlah == 0
    assert evaluasi_kata.ujungnya(e.ujung_kelurahan, e)[0] == "Hanya satu yang dihitung."


# the seed


def test_the_year_of_the_city(tmp_path: Path) -> None:
    """64/24/6/6 percent, Pelita Jaya the busiest, Petanang Ulu the quietest: of the raw rows, and of the evaluation."""
    rows = [
        isi | {"lingkup": b.kode}
        for b in contoh_laporan.baris(per_bulan=2)
        for tabel, _, isi in b.rows
        if tabel == PERNAH[0]
    ]
    bidang = Counter(row["bidang"] for row in rows)
    tempat = Counter(str(row["lingkup"]) for row in rows)
    assert len(rows) == 528 * 12 * 2
    assert {kode: round(n * 100 / len(rows)) for kode, n in bidang.items()} == {"1": 64, "2": 24, "3": 6, "4": 6}
    assert [kode for kode, n in tempat.items() if n == max(tempat.values())] == [contoh_laporan.TERSIBUK]
    assert len(tempat) == 72
    assert [kode for kode, n in tempat.items() if n == min(tempat.values())] == [contoh_laporan.TERSEPI]
    with closing(Store(tmp_path, MODULES)) as store:
        contoh_laporan.isi(store, per_bulan=2)
        e = evaluasi.hitung(store.reader(), "kota", rentang.tahun(contoh_laporan.TAHUN))
    utuh(e)
    assert [(b.persen, b.jumlah) for b in e.bidang] == [(p, bidang[kode]) for kode, p in contoh_laporan.BIDANG.items()]
    sibuk, sepi = evaluasi_kata.ujungnya(e.ujung_kelurahan, e)
    assert sibuk == f"Pelita Jaya ({tempat[contoh_laporan.TERSIBUK]} laporan)"
    assert sepi == f"Petanang Ulu ({tempat[contoh_laporan.TERSEPI]} laporan)"
    aktif = len({row["jabatan_id"] for row in rows})
    assert (e.aktif[0].jumlah, e.aktif[0].dari) == (aktif, 528)
    assert 500 < aktif < 528
    assert {b.kode: b.jumlah for b in e.bulan} == Counter(str(row["tanggal"])[:7] for row in rows)


@pytest.mark.parametrize(
    ("dari", "sampai", "nama"),
    [
        ("2025-01-01", "2025-12-31", "Tahun 2025"), ("2024-01-01", "2025-12-31", "Tahun 2024 s.d. 2025"),
        ("2025-04-01", "2025-06-30", "Triwulan II 2025"), ("2025-04-01", "2025-05-31", "April dan Mei 2025"),
        ("2025-02-01", "2025-02-28", "Februari 2025"), ("2025-02-03", "2025-02-03", "3 Februari 2025"),
        ("2024-11-05", "2025-02-10", "5 November 2024 s.d. 10 Februari 2025"), ("", "", "Semua waktu"),
        ("2025-05-31", "", "Sejak 31 Mei 2025"), ("", "2025-05-31", "Sampai 31 Mei 2025"),
    ],
)  # fmt: skip
def test_days_are_named_as_what_they_are(dari: str, sampai: str, nama: str) -> None:
    assert rentang.hari(dari, sampai) == (dari, sampai, nama)
