"""The search over the roster: the index against a recount after anything, the answers against a plain reading."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop import unlock
from sipokat_desktop.kernel import pencarian, tanggal
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.modules.rt import indeks, ops, queries, search
from sipokat_desktop.modules.rt.search import Cari, Tanya
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import backup, history, sqlite
from sipokat_desktop.storage.restore import restore
from sipokat_desktop.storage.store import Store
from tests.unit import kantor

LAMA = Path(__file__).resolve().parents[1] / "data/old_databases"
HARI = tanggal.wib(kantor.SEKARANG).date()
TANYA = Tanya(kantor.KELURAHAN, HARI)
LAIN = "16.73.05.1006"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with kantor.buka(tmp_path) as opened:
        yield opened


def cocok(store: Store) -> bool:
    """Tell whether the index is what a recount gives, word index included."""
    con = store.reader()
    ada = {tuple(row) for row in con.execute(f"SELECT {', '.join(indeks.KOLOM)} FROM rt_cari")}
    hari = tanggal.wib(store.clock()).date().isoformat()
    if ada != set(indeks.dihitung_ulang(con, hari)) or indeks.basi(con):
        return False
    store.local(lambda c: c.execute("INSERT INTO rt_cari_fts (rt_cari_fts, rank) VALUES ('integrity-check', 1)"))
    return True


def jawab(store: Store, **lain: object) -> list[tuple[str, str | None]]:
    """Ask and return (RT, name) of the answer, the quick one and the whole one being the same."""
    tanya = TANYA._replace(**lain)  # type: ignore[arg-type]
    cari = Cari(store.reader, tanya)
    semua = cari.semua()
    awal = cari.awal()
    assert awal.lengkap
    assert awal.nomor == semua
    dasar = Cari(store.reader, tanya._replace(cari="")).semua()
    assert Cari(store.reader, tanya, dasar).awal().nomor == semua
    found = search.baris(store.reader(), semua)
    return [(found[n].roster.nomor, found[n].roster.nama) for n in semua]


# the index


TABEL = ("rt_masa", "rt_orang", "rt_jabatan")
TINDAKAN = st.lists(
    st.tuples(
        st.sampled_from([*TABEL, "baru", "masa", "orang", "pos", "urung", "segarkan"]),
        st.integers(0, 5), st.sampled_from(["Budi", "Soepardi", "", "Siti Aminah"]),
        st.sampled_from([None, "2024-01-01", "2026-04-09", "2026-04-10", "2026-05-01"]),
    ),
    max_size=25,
)  # fmt: skip


def _lakukan(con: sqlite.Connection, apa: str, ke: int, nama: str, hari: str | None) -> None:
    """Write as a sync would: rows in any order, parents missing, terms that move."""
    match apa:
        case "baru":
            con.execute("INSERT OR REPLACE INTO rt_masa (id, lingkup, jabatan_id, orang_id, akhir_nyata) VALUES "
                        "(?, 'k', ?, ?, ?)", (f"m{ke}", f"j{ke % 3}", f"o{ke % 4}", hari))  # fmt: skip
        case "masa":
            con.execute("UPDATE rt_masa SET jabatan_id = ?, tmt = ?, sk_nomor = ? WHERE id = ?",
                        (f"j{(ke + 1) % 3}", hari, nama, f"m{ke}"))  # fmt: skip
        case "orang":
            con.execute("INSERT INTO rt_orang (id, lingkup, nama, nik) VALUES (?, 'k', ?, ?) ON CONFLICT (id) DO UPDATE"
                        " SET nama = excluded.nama, nik = excluded.nik", (f"o{ke}", nama or None, hari))  # fmt: skip
        case "pos":
            con.execute("INSERT INTO rt_jabatan (id, lingkup, nomor) VALUES (?, 'k', ?) ON CONFLICT (id) DO UPDATE"
                        " SET nomor = excluded.nomor, lingkup = excluded.lingkup", (f"j{ke}", f"{ke:02}"))  # fmt: skip
        case _:
            con.execute(f"DELETE FROM {apa} WHERE id = ?", (f"{apa[3]}{ke}",))


@given(tindakan=TINDAKAN)
def test_index_equals_a_recount_after_anything(tindakan: list[tuple[str, int, str, str | None]]) -> None:
    with TemporaryDirectory() as folder, kantor.buka(Path(folder)) as store:
        for apa, ke, nama, hari in tindakan:
            if apa == "segarkan":
                indeks.segarkan(store)
            elif apa == "urung":
                done = ops.tambah(store, f"u{ke}", {"nomor": str(ke + 1), "nama": nama or "X"})
                history.undo(store, done.changes.act_id)
            else:
                store.transact(lambda con, a=apa, k=ke, n=nama, h=hari: _lakukan(con, a, k, n, h))  # type: ignore[misc]
        indeks.segarkan(store)
        assert cocok(store)


@pytest.mark.parametrize("pemicu", ["orang_ubah", "masa_ubah", "jabatan_hapus", "kunci_ubah"])
def test_without_one_of_its_triggers_the_index_would_go_wrong(store: Store, pemicu: str) -> None:
    """The known-bad control of the test above."""
    masa = kantor.isi_rt(store, 3)
    indeks.segarkan(store)
    assert cocok(store)
    store.local(lambda con: con.execute(f"DROP TRIGGER rt_cari_{pemicu}"))
    baca = "SELECT orang_id, jabatan_id FROM rt_masa WHERE id = ?"
    orang, jabatan = (store.reader().execute(baca, (id,)).fetchone()[ke] for ke, id in enumerate((masa[0], masa[2])))
    store.transact(lambda con: con.execute("UPDATE rt_orang SET nama = 'Lain' WHERE id = ?", (orang,)))
    store.transact(lambda con: con.execute("UPDATE rt_masa SET akhir_nyata = '2026-01-01' WHERE id = ?", masa[1:2]))
    store.transact(lambda con: con.execute("DELETE FROM rt_jabatan WHERE id = ?", (jabatan,)))
    indeks.segarkan(store)
    try:
        utuh = cocok(store)
    except Gangguan:
        utuh = False
    assert not utuh


@pytest.mark.parametrize("berkas", sorted(LAMA.glob("*.db")), ids=lambda file: file.stem)
def test_an_old_store_is_indexed_and_searched(berkas: Path, tmp_path: Path) -> None:
    shutil.copy(berkas, tmp_path / "sipokat.db")
    with closing(Store(tmp_path, MODULES)) as store:
        assert indeks.segarkan(store) > 0
        assert cocok(store)
        con = store.reader()
        hari = date(2026, 1, 20)
        lama = queries.roster(con, lingkup=kantor.KELURAHAN, hari=hari)
        baru = search.baris(con, semua := Cari(store.reader, TANYA._replace(hari=hari)).semua())
        assert [baru[n].roster for n in semua] == lama
        assert con.execute("SELECT count(foto) FROM rt_orang").fetchone()[0] == 0


def test_a_restored_backup_is_searched(store: Store, tmp_path: Path) -> None:
    kantor.isi_rt(store, 4)
    file = backup.make(store, tmp_path / "a.sipokat")
    store.close()
    restore(tmp_path, MODULES, file)
    with kantor.buka(tmp_path) as lagi:
        indeks.segarkan(lagi)
        assert cocok(lagi)
        assert jawab(lagi, cari="ketua 02") == [("02", "Ketua 02")]


def test_few_entries_are_written_at_once_many_are_left(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    kantor.isi_rt(store, 2)
    with monkeypatch.context() as few:
        few.setattr(indeks, "SEKALI", 1)
        assert not indeks.segarkan_sedikit(store)
    assert indeks.segarkan_sedikit(store)
    assert cocok(store)
    assert indeks.segarkan_sedikit(store)


def test_a_store_that_another_program_writes_is_not_waited_for(store: Store) -> None:
    kantor.isi_rt(store, 1)
    with closing(sqlite.connect(store.path, isolation_level=None)) as lain:
        lain.execute("BEGIN IMMEDIATE")
        assert not indeks.segarkan_sedikit(store)
        lain.execute("ROLLBACK")
    assert indeks.segarkan_sedikit(store)


# the answers


@pytest.fixture
def penuh(store: Store) -> Store:
    """Twelve heads; one Plt, one without NIK, one with a bank account, an ended term, two expiring ones."""
    kantor.isi_rt(store, 12)
    ops.tambah(store, kantor.KELURAHAN, {"nomor": "13", "nama": "Soekarno", "jenis": "plt", "tmt": "2026-01-01"})
    ops.tambah_kosong(store, kantor.KELURAHAN, {"nomor": "14", "rw": ""})
    ubah = {
        "02": {"akhir_sk": "2026-04-09"}, "03": {"akhir_sk": "2026-04-10"}, "04": {"akhir_sk": "2026-07-09"},
        "05": {"akhir_sk": "2026-07-10"}, "06": {"rekening": "1902"},
    }  # fmt: skip
    for b in queries.roster(store.reader(), lingkup=kantor.KELURAHAN, hari=HARI):
        if b.nomor in ubah:
            ops.ubah(store, jabatan_id=b.jabatan_id, masa_id=b.masa_id or "", isian=ubah[b.nomor])
    indeks.segarkan(store)
    return store


@pytest.mark.parametrize(
    ("saring", "rt"),
    [
        ("kosong", ["14"]), ("habis", ["02"]), ("akan_habis", ["03", "04"]), ("plt", ["13"]), ("tanpa_nik", ["13"]),
        ("semua", [f"{n:02}" for n in range(1, 15)]), ("menjabat", [f"{n:02}" for n in range(1, 14)]),
        ("tanpa_sk", ["13"]), ("tanpa_rekening", [f"{n:02}" for n in range(1, 14) if n != 6]),
    ],
)  # fmt: skip
def test_filters_and_their_counts(penuh: Store, saring: str, rt: list[str]) -> None:
    assert [nomor for nomor, _ in jawab(penuh, saring=saring)] == rt
    assert search.hitung(penuh.reader(), TANYA)[saring] == len(rt)
    assert jawab(penuh, saring=saring, cari="rt 4") == [b for b in jawab(penuh, saring=saring) if b[0] == "04"]


@pytest.mark.parametrize(
    ("cari", "rt"),
    [
        ("ketua", [f"{n:02}" for n in range(1, 13)]), ("rt 1", ["01"]), ("sukarno", ["13"]), ("so", []),
        ("su", ["13"]), ("s", ["13"]), ("0007", ["07"]), ("taba jemekeh 9", ["09"]), ("zzz", []), ("14", ["14"]),
        ("141/05", ["05"]),
    ],
)  # fmt: skip
def test_search(penuh: Store, cari: str, rt: list[str]) -> None:
    assert [nomor for nomor, _ in jawab(penuh, cari=cari)] == rt


@pytest.mark.parametrize("urut", sorted(search.DIURUTKAN))
def test_every_order_and_its_reverse(penuh: Store, urut: str) -> None:
    naik, turun = jawab(penuh, urut=urut), jawab(penuh, urut=urut, turun=True)
    assert sorted(naik, key=repr) == sorted(turun, key=repr)
    assert naik == turun[::-1]
    if urut == "nama":
        assert [nama for _, nama in naik[:13]] == [*(f"Ketua {n:02}" for n in range(1, 13)), "Soekarno"]


def test_the_day_turns_without_a_write(penuh: Store) -> None:
    """A term that begins later does not hide the vacancy before its day."""
    ops.tambah(penuh, kantor.KELURAHAN, {"nomor": "14", "nama": "Nanti", "tmt": "2026-05-01"})
    indeks.segarkan(penuh)
    assert jawab(penuh, cari="rt 14") == [("14", None)]
    assert jawab(penuh, cari="rt 14", hari=date(2026, 5, 1)) == [("14", "Nanti")]
    assert jawab(penuh, saring="habis", cari="rt 3", hari=HARI + timedelta(days=1)) == [("03", "Ketua 03")]


def test_a_camat_sees_every_kelurahan(penuh: Store) -> None:
    ops.tambah(penuh, LAIN, {"nomor": "1", "nama": "Darwis", "tmt": "2024-01-01"})
    indeks.segarkan(penuh)
    assert ("01", "Darwis") not in jawab(penuh)
    assert jawab(penuh, lingkup="16.73", cari="karya bhakti") == [("01", "Darwis")]
    assert len(jawab(penuh, lingkup="16.73")) == 15
    assert len(jawab(penuh, lingkup="16.73.05")) == 1
    assert search.beberapa_kelurahan(penuh.reader(), "16.73")
    assert not search.beberapa_kelurahan(penuh.reader(), LAIN)
    assert not search.beberapa_kelurahan(penuh.reader(), "16.74")


def test_a_row_is_found_by_any_of_its_ids(penuh: Store) -> None:
    con = penuh.reader()
    masa = con.execute("SELECT * FROM rt_masa LIMIT 1").fetchone()
    nomor = {search.nomor_dari(con, TANYA, masa[kolom]) for kolom in ("id", "jabatan_id", "orang_id")}
    assert len(nomor) == 1
    assert search.ids(con, [*nomor]) == [masa["id"]]
    assert search.nomor_dari(con, TANYA, "tak ada") == 0


@pytest.fixture(scope="module")
def besar(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Four thousand posts: more than fit in a first answer."""
    from tests.bench.tabel_isi import siapkan

    siapkan(folder := tmp_path_factory.mktemp("besar"), 4000)
    with closing(unlock.store(folder)) as store:
        yield store


BESAR = Tanya("16.73", date(2026, 11, 22))


@pytest.mark.parametrize(
    "cari", ["", "s", "su", "suryadi", "suryadi b", "kenanga", "16", "rt 12", "08", "a b c", "zzz"]
)
@pytest.mark.parametrize("saring", ["semua", "habis", "plt"])
@pytest.mark.parametrize("urut", ["rt", "nama"])
def test_the_first_answer_is_the_beginning_of_the_whole(besar: Store, cari: str, saring: str, urut: str) -> None:
    tanya = BESAR._replace(cari=cari, saring=saring, urut=urut)
    semua = Cari(besar.reader, tanya).semua()
    dasar = Cari(besar.reader, tanya._replace(cari="")).semua()
    kelompok = pencarian.tanya(cari)

    def kena(nomor: int) -> bool:
        kunci = besar.reader().execute("SELECT kunci FROM rt_cari WHERE no = ?", (nomor,)).fetchone()[0]
        return all(any(potong in kunci for potong in satu) for satu in kelompok)

    assert list(semua) == [nomor for nomor in dasar if kena(nomor)]
    for awal in (Cari(besar.reader, tanya, asal).awal() for asal in (None, dasar)):
        assert awal.nomor == semua[: len(awal.nomor)]
        assert not awal.lengkap or awal.nomor == semua


def test_a_long_answer_can_be_stopped(besar: Store) -> None:
    def berhenti() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        Cari(besar.reader, BESAR).semua(berhenti)
