"""The search over reports against a naive look at every row: words, filters, order, numbers, and its index."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from sqlite3 import Connection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.laporan import cari, cari_kata, queries, turunan
from sipokat_desktop.modules.laporan.model import Saring
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage.store import Store
from tests import contoh_528, contoh_laporan

A, B = contoh_528.KELURAHAN[0], contoh_528.KELURAHAN[9]
KOLOM = (
    "lingkup", "jabatan_id", "tanggal", "bidang", "jenis", "kategori", "lurah", "camat", "uraian", "lokasi", "pelapor",
)  # fmt: skip
KATA = (
    "gotong", "royong", "Djaja", "jaya", "Moehammad", "muhamad", "sjukur", "SISWA", "É", "RT-nya", "17", "2025",
    "go", "ronda", "qb1", "fogging/PSN",
)  # fmt: skip
TEKS = st.lists(st.sampled_from(KATA), max_size=5).map(" ".join)
HARI = st.sampled_from(("2024-01-01", "2024-01-02", "2024-02-01", "1969-12-30", "2025-12-31"))
PUTUSAN = st.sampled_from((None, "ya", "tidak"))
NILAI = st.tuples(
    st.sampled_from([(kode, f"{kode}-j-{no}") for kode in (A, B) for no in (1, 3)]), HARI, st.sampled_from("125"),
    st.sampled_from(("gotong_royong", "ronda", "lain")), st.sampled_from(("kinerja", "biasa")), PUTUSAN, PUTUSAN,
    TEKS, TEKS, st.none() | TEKS,
).map(lambda t: (*t[0], *t[1:]))  # fmt: skip
Langkah = tuple[int, tuple[str | None, ...] | None, bool]
"""What is done to a report: written with these values of KOLOM or taken away, with a photo or without."""
LANGKAH = st.tuples(st.integers(0, 9), st.one_of(NILAI, NILAI, NILAI, st.none()), st.booleans())
SARING = st.builds(
    Saring,
    lingkup=st.sampled_from(("kota", wilayah.kecamatan_dari(A), B)),
    jabatan_id=st.sampled_from(("", "", f"{A}-j-1")),
    dari=st.sampled_from(("", "", "2024-01-02")),
    sampai=st.sampled_from(("", "", "2024-01-31")),
    bidang=st.sampled_from(("", "", "2")),
    jenis=st.sampled_from(("", "", "ronda", "lain")),
    kategori=st.sampled_from(("", "", "biasa")),
    lurah=st.sampled_from(("", "", "belum", "ya")),
    camat=st.sampled_from(("", "", "belum", "tidak")),
    foto=st.sampled_from(("", "", "ada", "tanpa")),
    asal=st.sampled_from(("", "", "rt:")),
    ids=st.just(()),
    teks=st.lists(st.sampled_from((*KATA, "got", "roy", "muha", "rondaan", "dj", "x")), max_size=3).map(" ".join),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The city's 528 RT, no report."""
    with closing(Store(tmp_path_factory.mktemp("cari"), MODULES)) as kosong:
        contoh_laporan.isi(kosong, per_bulan=0)
        yield kosong


def jalan(con: Connection, langkah: Sequence[Langkah]) -> None:
    """Empty the tables, then write, write anew or take away one report after the other, with or without a photo."""
    con.execute("DELETE FROM laporan_kegiatan")
    con.execute("DELETE FROM laporan_foto")
    sama = ", ".join(f"{kolom} = excluded.{kolom}" for kolom in KOLOM)
    for ke, nilai, berfoto in langkah:
        con.execute("DELETE FROM laporan_foto WHERE laporan_id = ?", (f"l{ke}",))
        if nilai is None:
            con.execute("DELETE FROM laporan_kegiatan WHERE id = ?", (f"l{ke}",))
            continue
        con.execute(
            f"""INSERT INTO laporan_kegiatan (id, {", ".join(KOLOM)}) VALUES ({", ".join("?" * (len(KOLOM) + 1))})
                ON CONFLICT (id) DO UPDATE SET {sama}""",
            (f"l{ke}", *nilai),
        )
        if berfoto:
            con.execute("INSERT INTO laporan_foto (id, lingkup, laporan_id) VALUES (?, ?, ?)", (f"f{ke}", A, f"l{ke}"))


def _ubah(ubah: str, con: Connection) -> None:
    con.execute(f"UPDATE laporan_kegiatan SET {ubah} WHERE id = 'l2'")


def kata(teks: str | None) -> list[str]:
    """The words of a text as the oracle compares them, in the shared spelling."""
    rata = unicodedata.normalize("NFKD", teks or "").lower()
    rata = "".join(ch for ch in rata if not unicodedata.combining(ch))
    return [cari_kata.eja(satu) for satu in "".join(ch if ch.isalnum() else " " for ch in rata).split()]


def cocok(con: Connection, id: str, teks: str) -> bool:
    """Whether a report holds every word typed: in its text, its kind, field or category, its place, its number."""
    satu = queries.satu(con, id)
    assert satu is not None
    b = satu.laporan
    isi = kata(f"{b.uraian} {b.lokasi} {b.pelapor}")
    sebutan = kata(f"{b.kata_bidang} {b.kata_jenis} {b.kata_kategori} {wilayah.nama(b.lingkup)}")
    for ketik in kata(teks):
        angka = ketik.isdigit() and len(ketik) <= 3
        if len(ketik) < 2 or ketik == "rt":
            continue
        if not any(k == ketik if angka else k.startswith(ketik) for k in isi) and not any(
            k.startswith(ketik) for k in sebutan if len(k) > 2 and not angka
        ):
            return False
    return True


@given(st.lists(LANGKAH, max_size=12), SARING, st.booleans())
def test_search_finds_what_a_look_at_every_row_finds(
    store: Store, langkah: Sequence[Langkah], saring: Saring, turun: bool
) -> None:
    store.transact(lambda con: jalan(con, langkah))
    con = store.reader()
    harap = {
        b.laporan_id: b for b in queries.daftar(con, saring._replace(teks="")) if cocok(con, b.laporan_id, saring.teks)
    }
    satu = cari.Cari(store.reader, saring, turun=turun)
    nomor = satu.semua()
    hasil = cari.ids(con, nomor)
    assert sorted(hasil) == sorted(harap)
    hari = [harap[id].tanggal for id in hasil]
    assert hari == sorted(hari, reverse=turun)
    assert satu.awal() == (nomor, True)
    assert satu.banyak() == (len(harap), False)
    assert satu.banyak(1) == (min(len(harap), 1), len(harap) > 1)
    assert {b.laporan_id for b in cari.baris(con, nomor).values()} == set(harap)
    assert all(cari.baris(con, [cari.nomor_dari(con, id)])[cari.nomor_dari(con, id)].laporan_id == id for id in hasil)
    assert turunan.beda_cari(con) == 0


def test_number_stays_unless_the_day_changes(store: Store) -> None:
    nilai = (A, f"{A}-j-1", "2024-01-01", "1", "lain", "biasa", None, None, "Rapat", None, None)
    store.transact(lambda con: jalan(con, [(1, nilai, False), (2, nilai, False)]))
    awal = cari.nomor_dari(store.reader(), "l2")
    for ubah, sama in (("lurah = 'ya'", True), ("uraian = 'Ronda'", True), ("tanggal = '2024-01-02'", False)):
        store.transact(partial(_ubah, ubah))
        assert (cari.nomor_dari(store.reader(), "l2") == awal) == sama
    assert cari.nomor_dari(store.reader(), "tidak ada") == 0


def test_places_and_numbers_of_rt(store: Store) -> None:
    """``RT 3`` is RT 03 and no other; the name of a kelurahan finds its reports where there are several."""
    dari = {(kode, no): f"{kode}-{no}" for kode in (A, B) for no in (1, 3)}
    nilai = ("2024-01-01", "1", "lain", "biasa", None, None, "Rapat 30 orang", None, None)
    semua = [(ke, (kode, f"{kode}-j-{no}", *nilai), False) for ke, (kode, no) in enumerate(dari)]
    store.transact(lambda con: jalan(con, semua))

    def temu(teks: str, lingkup: str = "kota") -> list[int]:
        nomor = cari.Cari(store.reader, Saring(lingkup=lingkup, teks=teks), turun=False).semua()
        return [int(id[1:]) for id in cari.ids(store.reader(), nomor)]

    nama = wilayah.nama(B)
    assert temu("RT 3") == temu("rt03") == temu("3") == [1, 3]
    assert temu(nama) == temu(nama[:4].upper()) == temu(f"rapat {nama}") == [2, 3]
    assert temu(f"{nama} rt 3") == [3]
    assert temu("RT 3", A) == [1]
    assert temu("30") == temu("rapat") == [0, 1, 2, 3]
    assert temu("RT 30") == temu("RT 2") == temu("pemilu") == []


def test_first_page_of_many_is_not_all(store: Store) -> None:
    nilai = (A, f"{A}-j-1", "2024-01-01", "1", "lain", "biasa", None, None, "Rapat", None, None)
    store.transact(lambda con: jalan(con, [(ke, nilai, ke % 2 == 0) for ke in range(450)]))
    for saring, n in ((Saring(teks="rap"), 450), (Saring(), 450), (Saring(foto="tanpa"), 225)):
        satu = cari.Cari(store.reader, saring)
        awal = satu.awal()
        assert (len(awal.nomor), awal.lengkap) == (cari.PERTAMA, False)
        assert satu.semua()[: cari.PERTAMA] == awal.nomor
        assert len(satu.semua()) == n
        assert satu.banyak(100).kata == "lebih dari 100"
        assert satu.banyak().kata == str(n)


def test_both_sides_spell_alike(store: Store) -> None:
    """What SQL writes into the index is what Python makes of the same text."""
    teks = (
        "Tjoet Nyak Dhien, Syahrul, Moehammad Sjafei, Achmad; Quraisy-Xaverius & VVIP, aabbccddeeffgghhiijjkkllmmnnoopp"
    )
    nilai = (A, f"{A}-j-1", "2024-01-01", "1", "lain", "biasa", None, None, teks, None, None)
    store.transact(lambda con: jalan(con, [(1, nilai, False)]))
    ada = {str(row[0]) for row in store.reader().execute("SELECT term FROM laporan_cari_vokab")}
    assert set(kata(teks)) == {satu for satu in ada if not satu.startswith("q")}
