"""What lies on the disk tells nobody anything without the key; what was left open once is locked, losing nothing."""

from __future__ import annotations

import os
import shutil
from contextlib import closing, suppress
from pathlib import Path

import pytest

from sipokat_desktop import safety, unlock
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import backup, check, engine, keys, photos, recovery, relock, sealed, sqlite
from sipokat_desktop.storage.restore import restore
from sipokat_desktop.storage.store import Store
from tests.gambar import jpeg
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN

RAHASIA = (kantor.nik(1), "Ketua 01", "550000", "081200000001", "Jalan Rahasia 17")
"""A NIK, a name, an amount, a telephone number, an address."""


def _isi(store: Store) -> str:
    """Fill an office with what nobody else may read; returns the key of a photo."""
    store.set_setting("lingkup", KELURAHAN)
    kantor.tarif(store)
    kantor.isi_rt(store, 3)
    orang = store.reader().execute("SELECT id FROM rt_orang ORDER BY nama").fetchone()[0]
    store.write(
        "uji", lambda tx: tx.update("rt_orang", orang, {"hp": "081200000001", "alamat": "Jalan Rahasia 17"})
    )  # fmt: skip
    insentif.susun(store, KELURAHAN, kantor.TW1)
    kunci = photos.keep(store, jpeg(120, 90))
    store.write("uji", lambda tx: tx.update("rt_orang", orang, {"foto": kunci}))
    backup.make(store)
    return kunci


def _terbaca(folder: Path) -> set[str]:
    """The secrets, and open photos, that any file below ``folder`` shows."""
    temu = set()
    for file in (p for p in folder.rglob("*") if p.is_file()):
        isi = file.read_bytes()
        temu |= {kata for kata in RAHASIA if kata.encode() in isi or kata.encode("utf-16-le") in isi}
        temu |= {"foto"} if b"\xff\xd8\xff" in isi and b"JFIF" in isi else set()
    return temu


def test_without_the_key_the_files_show_nothing(tmp_path: Path) -> None:
    """Also while the store is open, with its log; the known-bad control is a store without a key."""
    with closing(unlock.store(tmp_path / "a")) as store, closing(Store(tmp_path / "b", MODULES)) as terbuka:
        kunci = _isi(store)
        _isi(terbuka)
        assert _terbaca(tmp_path / "b") == {*RAHASIA, "foto"}
        assert _terbaca(tmp_path / "a") == set()
        assert photos.read(store, kunci) == jpeg(120, 90)
    assert _terbaca(tmp_path / "a") == set()


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    with closing(unlock.store(tmp_path)) as store:
        kunci = _isi(store)
    for salah in (None, os.urandom(32)):
        with pytest.raises(Gangguan, match="tidak dipakai"):
            Store(tmp_path, MODULES, key=salah)
    shutil.copytree(tmp_path / "foto", tmp_path / "lain" / "foto")
    with closing(unlock.store(tmp_path / "lain")) as lain:
        assert photos.read(lain, kunci) is None


def _lama(folder: Path) -> tuple[kantor.Isi, str]:
    """The data folder of a version before 0.2: nothing in it is locked. Returns what its user saw, and a photo."""
    with closing(Store(folder, MODULES)) as store:
        kunci = _isi(store)
        tampak = kantor.tampak(store)
        (satu,) = (folder / "cadangan").iterdir()
        isi, _ = sealed.read(satu)
        satu.write_bytes(isi + sealed.FIRST_SEAL + sealed._hash(isi))
    shutil.copy2(folder / keys.STORE, folder / "sebelum-pulih-001.db")
    rusak = bytearray((folder / keys.STORE).read_bytes())
    rusak[4096:20_000] = bytes(len(rusak[4096:20_000]))
    (folder / "sebelum-pulih-002.db").write_bytes(rusak)
    return tampak, kunci


def _periksa(folder: Path, tampak: kantor.Isi, kunci: str) -> None:
    """All is locked, and all is there."""
    with closing(unlock.store(folder)) as store:
        assert kantor.tampak(store) == tampak
        assert kantor.rantai_utuh(store)
        assert check.run(store.reader(), store.tables)[0].ok
        assert photos.read(store, kunci) == jpeg(120, 90)
    assert _terbaca(folder) == set()
    assert not [p.name for p in folder.rglob("*") if ".baru" in p.name or ".lama" in p.name]
    (cadangan,) = (folder / "cadangan").iterdir()
    assert safety.restore(folder, cadangan) >= 0


def test_an_open_store_is_locked_and_loses_nothing(tmp_path: Path) -> None:
    tampak, kunci = _lama(tmp_path)
    assert _terbaca(tmp_path) == {*RAHASIA, "foto"}, "known-bad control"
    _periksa(tmp_path, tampak, kunci)


def test_locking_that_is_cut_off_anywhere_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At every replacement of a file, before it and after it."""
    tampak, kunci = _lama(tmp_path / "asal")
    asli, ke = os.replace, 0
    while True:
        for sesudah in (False, True):
            folder = tmp_path / f"{ke}{sesudah}"
            shutil.copytree(tmp_path / "asal", folder)
            keys.of(folder)
            if not _putus(monkeypatch, folder, ke, sesudah=sesudah):
                assert ke == 5, "a photo, a backup, two stores of before, the store"
                return
            monkeypatch.setattr(os, "replace", asli)
            _periksa(folder, tampak, kunci)
            shutil.rmtree(folder)
        ke += 1


class _Mati(BaseException):
    """The power goes."""


def _putus(monkeypatch: pytest.MonkeyPatch, folder: Path, ke: int, *, sesudah: bool) -> bool:
    """Lock ``folder``, the power going at the ``ke``-th replacement; tell whether there was one."""
    asli, sudah = os.replace, 0

    def replace(a: Path, b: Path) -> None:
        nonlocal sudah
        sudah += 1
        if sudah <= ke:
            return asli(a, b)
        if sesudah:
            asli(a, b)
        raise _Mati

    monkeypatch.setattr(os, "replace", replace)
    with suppress(_Mati):
        relock.everything(folder, keys.of(folder))
        monkeypatch.setattr(os, "replace", asli)
        return False
    return True


def test_a_store_that_another_program_has_open_is_not_locked(tmp_path: Path) -> None:
    _lama(tmp_path)
    with closing(Store(tmp_path, MODULES)) as lain:
        with pytest.raises(Gangguan, match="Data tetap utuh"):
            unlock.store(tmp_path)
        kantor.tarif(lain, 600_000)
    with closing(unlock.store(tmp_path)) as store:
        assert store.reader().execute("SELECT 1 FROM insentif_tarif WHERE jumlah = 600000").fetchone()


def test_a_backup_of_another_computer_takes_its_code(tmp_path: Path) -> None:
    """The old computer burned: its backup lies on a stick, the code on paper."""
    with closing(unlock.store(tmp_path / "lama")) as store:
        _isi(store)
        tampak, cadangan = kantor.tampak(store), tmp_path / "a.sipokat"
        tanpa = backup.make(store, tmp_path / "tanpa.sipokat")
        kode = keys.new_code(tmp_path / "lama", store.key or b"", 5)
        backup.make(store, cadangan)
    baru = tmp_path / "baru"
    with pytest.raises(InputSalah, match="hanya dapat dibuka di komputer itu"):
        safety.restore(baru, tanpa)
    for salah in ("", recovery.new_code()):
        with pytest.raises(InputSalah) as ditolak:
            safety.restore(baru, cadangan, salah)
        assert ditolak.value.field == "kode"
    assert not (baru / keys.STORE).exists()
    safety.restore(baru, cadangan, kode)
    assert keys.of(baru) != keys.of(tmp_path / "lama")
    with closing(unlock.store(baru)) as store:
        assert kantor.tampak(store) == tampak
    assert _terbaca(baru) == set()


def test_an_open_backup_of_before_is_restored_and_locked(tmp_path: Path) -> None:
    tampak, _ = _lama(tmp_path / "lama")
    (cadangan,) = (tmp_path / "lama" / "cadangan").iterdir()
    safety.restore(tmp_path / "baru", cadangan)
    with closing(unlock.store(tmp_path / "baru")) as store:
        assert {t: len(rows) for t, rows in kantor.tampak(store).items()} == {t: len(r) for t, r in tampak.items()}
    assert _terbaca(tmp_path / "baru") == set()


def test_a_backup_that_is_locked_can_be_opened_up_for_a_store_that_is_not(tmp_path: Path) -> None:
    """The city's own offices have no key: their backups and those of an office PC are one form."""
    with closing(unlock.store(tmp_path / "a")) as store:
        _isi(store)
        kode = keys.new_code(tmp_path / "a", store.key or b"", 5)
        backup.make(store, tmp_path / "a.sipokat")
    restore(tmp_path / "b", MODULES, tmp_path / "a.sipokat", code=kode)
    assert keys.is_plain(tmp_path / "b" / keys.STORE)


def test_a_flipped_bit_in_any_page_is_noticed(tmp_path: Path) -> None:
    """A plain store shows some of them as different rows, without a word: the known-bad control."""
    with closing(unlock.store(tmp_path / "a")) as store:
        _isi(store)
        kunci = store.key
    relock.copy(tmp_path / "a" / keys.STORE, kunci, tmp_path / "terbuka.db", None)
    terkunci = _luput(tmp_path / "a" / keys.STORE, kunci)
    terbuka = _luput(tmp_path / "terbuka.db", None)
    assert terkunci == 0
    assert terbuka > 0


def _luput(path: Path, kunci: bytes | None) -> int:
    """Flip a bit in each page in turn; return how often every table could be read all the same."""
    asli, luput = path.read_bytes(), 0
    for mulai in range(0, len(asli), 4096):
        isi = bytearray(asli)
        isi[mulai + 4096 * 7 // 8 + mulai // 4096 % 400] ^= 1 << (mulai // 4096 % 8)
        path.write_bytes(isi)
        luput += _seluruhnya(path, kunci)
    path.write_bytes(asli)
    return luput


def _seluruhnya(path: Path, kunci: bytes | None) -> bool:
    with suppress(sqlite.DatabaseError, UnicodeDecodeError, Gangguan), closing(engine.open_reader(path, kunci)) as con:
        return str(con.execute("PRAGMA integrity_check").fetchone()[0]) == "ok"
    return False
