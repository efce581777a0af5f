"""A backup counts only after it was opened and compared; a bad one changes nothing; a good one loses nothing newer."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.kernel.progress import Progress
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import backup, check, sealed, sqlite
from sipokat_desktop.storage.restore import restore
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, Jam, buka


def _isi(folder: Path, *ke: int) -> None:
    with buka(folder) as store:
        store.set_setting("lingkup", KELURAHAN)
        for satu in ke:
            rt.tambah(store, KELURAHAN, kantor.isian(satu))


def _berkas(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


def _nomor(folder: Path) -> list[str]:
    with buka(folder) as store:
        assert all(f.ok for f in check.run(store.reader(), store.tables) if f.name in ("berkas", "rantai"))
        assert kantor.rantai_utuh(store)
        return [r[0] for r in store.reader().execute("SELECT nomor FROM rt_jabatan ORDER BY nomor")]


def _diakui(folder: Path) -> None:
    """Pretend that the city answered every op."""
    kantor.ubah_di_luar(folder / "sipokat.db", "UPDATE sync_op SET state = 'acked', hasil = 'applied'")


def test_a_backup_holds_everything_and_the_newest_14_are_kept(tmp_path: Path) -> None:
    jam = Jam()
    with buka(tmp_path, jam) as store:
        kantor.isi_rt(store, 3)
        for _ in range(16):
            jam.ms += kantor.HARI_MS
            path = backup.make(store)
        assert len(list((tmp_path / "cadangan").iterdir())) == 14
        assert store.setting(backup.LAST) != ""
        with closing(sqlite.connect(path)) as con:
            assert con.execute("SELECT count(*) FROM rt_orang").fetchone()[0] == 3
        assert backup.make(store, tmp_path / "lain" / "a.sipokat") == tmp_path / "lain" / "a.sipokat"


def test_a_backup_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    (tmp_path / "folder").mkdir()
    with buka(tmp_path / "d") as store:
        for target in (tmp_path / "berkas" / "a.sipokat", tmp_path / "folder"):
            with pytest.raises(Gangguan, match="tidak dapat dibuat"):
                backup.make(store, target)
    assert [p.name for p in tmp_path.iterdir() if "baru" in p.name] == []


@pytest.mark.parametrize("merusak", ["DELETE FROM rt_orang", "DELETE FROM riwayat WHERE no = 1"])
def test_a_backup_that_differs_is_no_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, merusak: str) -> None:
    """Known-bad control of the comparison: the copy loses something before it is compared."""
    asli = backup._compare

    def rusak(source: sqlite3.Connection, copy: sqlite3.Connection, maju: Progress) -> None:
        copy.create_function("sipokat_dalam_op", 0, lambda: 1)
        copy.execute(merusak)
        asli(source, copy, maju)

    monkeypatch.setattr(backup, "_compare", rusak)
    with buka(tmp_path) as store:
        kantor.isi_rt(store, 2)
        with pytest.raises(Gangguan, match="tidak dapat dibuat"):
            backup.make(store)
        assert list((tmp_path / "cadangan").iterdir()) == []
        assert store.setting(backup.LAST) == ""


def test_restore_carries_what_was_not_sent_over(tmp_path: Path) -> None:
    folder, file = tmp_path / "d", tmp_path / "a.sipokat"
    _isi(folder, 1, 2)
    with buka(folder) as store:
        backup.make(store, file)
    _isi(folder, 3, 4)
    assert restore(folder, MODULES, file) == 6
    assert _nomor(folder) == ["01", "02", "03", "04"]
    with buka(folder) as store:
        assert int(store.setting(backup.LAST)) == int(file.stat().st_mtime * 1000), "the one that was put back"
        assert len({op["op_id"] for op in kantor.ops(store)}) == 12
        assert kantor.satu_kesatuan(store)
    assert len(list(folder.glob("sebelum-pulih-*.db"))) == 1


@pytest.mark.parametrize("sekali_buka", [True, False])
def test_restore_is_a_new_incarnation_even_within_one_opening(tmp_path: Path, sekali_buka: bool) -> None:
    """Sent, backed up, worked on, restored: the chain must never go on from an older end."""
    folder, file = tmp_path / "d", tmp_path / "a.sipokat"
    _isi(folder, 1)
    _diakui(folder)
    with buka(folder) as store:
        awal = store.identity.inc
        backup.make(store, file)
        if sekali_buka:
            rt.tambah(store, KELURAHAN, kantor.isian(2))
    if not sekali_buka:
        _isi(folder, 2)
    assert restore(folder, MODULES, file) == 3
    assert _nomor(folder) == ["01", "02"]
    with buka(folder) as store:
        assert store.identity.inc != awal
        assert {op["inc"] for op in kantor.ops(store) if op["state"] == "pending"} == {store.identity.inc}


def test_restore_into_an_empty_folder(tmp_path: Path) -> None:
    _isi(tmp_path / "d", 1, 2)
    with buka(tmp_path / "d") as store:
        backup.make(store, tmp_path / "a.sipokat")
    assert restore(tmp_path / "baru", MODULES, tmp_path / "a.sipokat") == 0
    assert _nomor(tmp_path / "baru") == ["01", "02"]


@pytest.mark.parametrize("cara", ["kepala", "tengah", "kosong", "potong"])
def test_restore_over_a_damaged_store(tmp_path: Path, cara: str) -> None:
    """The day on which a backup is needed most; the damaged file is kept."""
    folder, file = tmp_path / "d", tmp_path / "a.sipokat"
    _isi(folder, 1, 2)
    with buka(folder) as store:
        backup.make(store, file)
    db = folder / "sipokat.db"
    isi = bytearray(db.read_bytes())
    match cara:
        case "kepala":
            isi[:100] = b"x" * 100
        case "tengah":
            isi[8192:40960] = bytes(32768)
        case "kosong":
            isi.clear()
        case _:
            del isi[len(isi) // 2 :]
    db.write_bytes(isi)
    restore(folder, MODULES, file)
    assert _nomor(folder) == ["01", "02"]
    (lama,) = folder.glob("sebelum-pulih-*.db")
    assert lama.read_bytes()[100:] == bytes(isi)[100:]


def test_restore_while_the_program_is_open_is_refused(tmp_path: Path) -> None:
    folder, file = tmp_path / "d", tmp_path / "a.sipokat"
    _isi(folder, 1)
    with buka(folder) as store:
        backup.make(store, file)
        rt.tambah(store, KELURAHAN, kantor.isian(2))
        with pytest.raises(Gangguan, match="dipakai program lain"):
            restore(folder, MODULES, file)
        rt.tambah(store, KELURAHAN, kantor.isian(3))
    assert _nomor(folder) == ["01", "02", "03"]


def _rusak(acak: random.Random, isi: bytes, ke: int) -> bytes:
    rusak = bytearray(isi)
    if ke % 3 == 0:
        return bytes(rusak[: acak.randrange(len(rusak))])
    if ke % 3 == 1:
        mulai = acak.randrange(100, len(rusak) - 4096)
        rusak[mulai : mulai + 4096] = acak.randbytes(4096)
        return bytes(rusak)
    rusak[acak.randrange(len(rusak))] ^= 1 << acak.randrange(8)
    return bytes(rusak)


def test_damaged_backups_are_refused_and_change_nothing(tmp_path: Path) -> None:
    """200 of them: cut short, a page of noise, a single flipped bit; the undamaged one is taken."""
    folder, file = tmp_path / "d", tmp_path / "a.sipokat"
    _isi(folder, *range(1, 9))
    with buka(folder) as store:
        benar = kantor.tampak(store)
        backup.make(store, file)
    asli, acak, sebelum = file.read_bytes(), random.Random(5), _berkas(folder)
    for ke in range(200):
        file.write_bytes(_rusak(acak, asli, ke))
        assert file.read_bytes() != asli
        with pytest.raises(InputSalah, match=r"Data di komputer ini tidak diubah\.$"):
            restore(folder, MODULES, file)
        assert _berkas(folder) == sebelum
    file.write_bytes(asli)
    restore(folder, MODULES, file)
    with buka(folder) as store:
        assert kantor.tampak(store) == benar


def _lain(folder: Path) -> None:
    with buka(folder) as store:
        store.set_setting("lingkup", "16.73.03.1010")


def _lebih_baru(folder: Path) -> None:
    kantor.ubah_di_luar(
        folder / "sipokat.db",
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('rt', 'm999', '')",
    )


@pytest.mark.parametrize(("ubah", "kalimat"), [(_lain, "milik Kelurahan"), (_lebih_baru, "lebih baru")])
def test_a_foreign_or_newer_backup_is_refused(tmp_path: Path, ubah: Callable[[Path], None], kalimat: str) -> None:
    _isi(tmp_path / "d", 1)
    _isi(tmp_path / "lain", 2)
    ubah(tmp_path / "lain")
    with (
        closing(sqlite.connect(tmp_path / "lain" / "sipokat.db")) as con,
        closing(sqlite.connect(tmp_path / "a")) as copy,
    ):
        con.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
    (tmp_path / "a").write_bytes(sealed.close((tmp_path / "a").read_bytes(), sealed.Label()))
    sebelum = _berkas(tmp_path / "d")
    with pytest.raises(InputSalah, match=kalimat):
        restore(tmp_path / "d", MODULES, tmp_path / "a")
    assert _berkas(tmp_path / "d") == sebelum


@pytest.mark.parametrize("nama", ["tidak_ada", "folder", "kosong", "teks", "sqlite_lain"])
def test_what_is_no_backup_is_refused(tmp_path: Path, nama: str) -> None:
    _isi(tmp_path / "d", 1)
    (tmp_path / "folder").mkdir()
    (tmp_path / "kosong").write_bytes(b"")
    (tmp_path / "teks").write_text("halo " * 1000)
    with closing(sqlite.connect(tmp_path / "sqlite_lain")) as con:
        con.execute("CREATE TABLE a (b)")
    sebelum = _berkas(tmp_path / "d")
    with pytest.raises(InputSalah, match="tidak diubah"):
        restore(tmp_path / "d", MODULES, tmp_path / nama)
    assert _berkas(tmp_path / "d") == sebelum


def test_the_check_finds_what_it_is_there_for(tmp_path: Path) -> None:
    """Known-bad controls of *Periksa data*: a removed op, an edited op, a cut end, a row past the city."""

    def gagal(store: Store) -> set[str]:
        return {f.name for f in check.run(store.reader(), store.tables) if not f.ok}

    for ke, (perintah, nama) in enumerate(
        (
            ("DELETE FROM sync_op WHERE n = 2", "rantai"),
            ("UPDATE sync_op SET body = replace(body, 'Ketua', 'Kedua') WHERE n = 2", "rantai"),
            ("DELETE FROM sync_op WHERE n = 6", "rantai"),
            (
                "INSERT INTO sync_shadow (tabel, id, lingkup, seq, deleted, doc, writers, hash)"
                " SELECT 'rt_orang', id, lingkup, 1, 0, '{\"nama\":\"X\"}', '{}', '' FROM rt_orang LIMIT 1",
                "cocok",
            ),
        )
    ):
        folder = tmp_path / str(ke)
        _isi(folder, 1, 2)
        with buka(folder) as store:
            assert gagal(store) == set()
        if nama == "cocok":
            _diakui(folder)
        kantor.ubah_di_luar(folder / "sipokat.db", perintah)
        with buka(folder) as store:
            assert nama in gagal(store)


def test_the_check_says_of_a_damaged_file_that_it_is_damaged(tmp_path: Path) -> None:
    """Never a traceback, whatever is wrong with which page; and never in order when a row is not readable."""
    _isi(tmp_path, *range(1, 9))
    asli, acak = (tmp_path / "sipokat.db").read_bytes(), random.Random(3)
    rusak = 0
    for ke in range(60):
        for path in tmp_path.glob("sipokat.db*"):
            path.unlink()
        (tmp_path / "sipokat.db").write_bytes(_rusak(acak, asli, ke))
        try:
            with buka(tmp_path) as store:
                rusak += check.run(store.reader(), store.tables)[0] == check.DAMAGED
        except Gangguan as sebab:
            rusak += "rusak" in sebab.lengkap
    assert rusak > 30
