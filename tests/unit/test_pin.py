"""PINs: kept by Argon2id, old hashes made anew, a wait that grows and is remembered, and a way back for a lost one."""

from __future__ import annotations

import hashlib
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.storage import pins, sqlite, users
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.users import Menunggu, User
from tests.unit.kantor import Jam, buka

PIN = "2748"


def _disimpan(store: Store, user: User) -> str:
    return str(store.reader().execute("SELECT pin FROM pengguna WHERE id = ?", (user.id,)).fetchone()[0])


def _salah(store: Store, user: User, kali: int, pin: str = "9999") -> None:
    for _ in range(kali):
        with pytest.raises(InputSalah) as kata:
            users.check_pin(store, user.id, pin)
        assert not isinstance(kata.value, Menunggu)


def _menunggu(store: Store, user: User) -> int:
    """Return for how long (ms) even the right PIN is not asked."""
    with pytest.raises(Menunggu) as kata:
        users.check_pin(store, user.id, PIN)
    return kata.value.until - store.clock()


def test_a_pin_is_kept_by_argon2id(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        assert _disimpan(store, users.add(store, name="Rina", pin=PIN)).startswith("$argon2id$")


def test_a_hash_of_the_first_release_opens_once_more_and_is_made_anew(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        rina = users.add(store, name="Rina", pin="8264")
        garam = bytes(range(16))
        lama = f"{garam.hex()}${hashlib.scrypt(PIN.encode(), salt=garam, n=2**14, r=8, p=1, dklen=32).hex()}"
        store.local(lambda con: con.execute("UPDATE pengguna SET pin = ?", (lama,)))
        _salah(store, rina, 1)
        assert _disimpan(store, rina) == lama
        users.check_pin(store, rina.id, PIN)
        baru = _disimpan(store, rina)
        assert baru.startswith("$argon2id$")
        users.check_pin(store, rina.id, PIN)
        assert _disimpan(store, rina) == baru
        _salah(store, rina, 1)


def test_a_garbled_hash_fits_nothing() -> None:
    assert not any(pins.fits(kept, PIN) for kept in ("zz$00", "x", "$argon2id$rusak"))


@given(st.integers(0, 10_000))
def test_the_wait_grows_to_its_end_and_no_further(kali: int) -> None:
    lama = pins.waits(kali)
    assert (lama == 0) == (kali < 5)
    assert lama <= pins.waits(kali + 1) <= 15 * 60_000
    assert lama in (0, *(30_000 * 2**k for k in range(5)), 15 * 60_000)


def test_after_five_wrong_pins_one_waits_also_after_a_restart(tmp_path: Path) -> None:
    jam = Jam()
    with buka(tmp_path, jam) as store:
        rina = users.add(store, name="Rina", pin=PIN)
        _salah(store, rina, 5)
        assert 29_000 < _menunggu(store, rina) <= 30_000
    with buka(tmp_path, jam) as store:
        assert 29_000 < _menunggu(store, rina) <= 30_000
        jam.ms += 30_000
        _salah(store, rina, 1)
        assert 59_000 < _menunggu(store, rina) <= 60_000
        jam.ms += 60_000
        users.check_pin(store, rina.id, PIN)
        _salah(store, rina, 4)
        users.check_pin(store, rina.id, PIN)


def test_the_wait_is_one_persons(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        rina, budi = (users.add(store, name=nama, pin=PIN) for nama in ("Rina", "Budi"))
        _salah(store, rina, 5)
        users.check_pin(store, budi.id, PIN)
        _menunggu(store, rina)


def test_a_clock_set_back_makes_nobody_wait_longer(tmp_path: Path) -> None:
    jam = Jam()
    with buka(tmp_path, jam) as store:
        rina = users.add(store, name="Rina", pin=PIN)
        _salah(store, rina, 5)
        jam.ms -= 365 * 24 * 3600 * 1000
        assert _menunggu(store, rina) <= 30_000


def test_a_try_is_counted_before_it_is_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def mati(_kept: str, _pin: str) -> bool:
        raise KeyboardInterrupt

    with buka(tmp_path) as store:
        rina = users.add(store, name="Rina", pin=PIN)
        with monkeypatch.context() as m:
            m.setattr(pins, "fits", mati)
            for _ in range(5):
                with pytest.raises(KeyboardInterrupt):
                    users.check_pin(store, rina.id, "9999")
        _menunggu(store, rina)


def test_a_disk_that_counts_nothing_keeps_nobody_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def penuh(_work: object) -> object:
        raise Gangguan("Ruang disk habis.")

    with buka(tmp_path) as store:
        rina = users.add(store, name="Rina", pin=PIN)
        monkeypatch.setattr(store, "local", penuh)
        users.check_pin(store, rina.id, PIN)
        with pytest.raises(InputSalah, match="PIN salah"):
            users.check_pin(store, rina.id, "9999")


def test_ones_own_pin_is_changed_with_the_old_one(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        rina = users.add(store, name="Rina", pin=PIN)
        with pytest.raises(InputSalah, match="PIN salah"):
            users.change_pin(store, rina.id, "9999", "1111")
        with pytest.raises(InputSalah) as salah:
            users.change_pin(store, rina.id, PIN, "1111")
        assert salah.value.field == "pin_baru"
        users.change_pin(store, rina.id, PIN, "8264")
        users.check_pin(store, rina.id, "8264")


def test_the_recovery_code_sets_a_lost_pin_anew(tmp_path: Path) -> None:
    with closing(Office(tmp_path)) as office:
        store = office.store
        rina = users.add(store, name="Rina", pin=PIN)
        with pytest.raises(InputSalah, match="belum pernah dibuat"):
            users.recover_pin(store, rina.id, "AAAA", "8264")
        code, _lembar = office.new_recovery_code()
        salah = code.replace(code[0], "A" if code[0] != "A" else "B", 1)
        with pytest.raises(InputSalah) as kata:
            users.recover_pin(store, rina.id, salah, "8264")
        assert kata.value.field == "kode"
        _salah(store, rina, 5)
        users.recover_pin(store, rina.id, code.lower(), "8264")
        users.check_pin(store, rina.id, "8264")


def test_an_old_store_opens_with_its_people(tmp_path: Path) -> None:
    """A store from before the columns: as an older program left it."""
    with buka(tmp_path) as store:
        rina = users.add(store, name="Rina", pin=PIN)
    with closing(sqlite.connect(tmp_path / "sipokat.db")) as con:
        for kolom in ("nonaktif", "nama_lama", "salah", "tunggu"):
            con.execute(f"ALTER TABLE pengguna DROP COLUMN {kolom}")
        con.execute("DELETE FROM _sqlite_migrations WHERE name = 'm007_pengguna'")
        con.commit()
    with buka(tmp_path) as store:
        assert users.everyone(store) == [rina]
        users.check_pin(store, rina.id, PIN)
