"""Names and PINs of the people at one computer."""

from __future__ import annotations

from pathlib import Path

import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import users
from tests.unit.kantor import buka


def test_a_pin_is_checked_and_never_stored(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        rina = users.add(store, name="  Rina   Marlina ", pin="2748")
        assert (rina.name, rina.has_pin) == ("Rina Marlina", True)
        assert users.everyone(store) == [rina]
        users.check_pin(store, rina.id, "2748")
        for salah in ("2749", "", "02748", "2748 "):
            with pytest.raises(InputSalah, match="PIN salah") as kata:
                users.check_pin(store, rina.id, salah)
            assert kata.value.field == "pin"
        disimpan = store.reader().execute("SELECT pin FROM pengguna").fetchone()[0]
        assert "2748" not in disimpan.split("$")
        sama = users.add(store, name="Budi", pin="2748")
        assert store.reader().execute("SELECT count(DISTINCT pin) FROM pengguna").fetchone()[0] == 2
        assert [u.id for u in users.everyone(store)] == [rina.id, sama.id]


def test_a_stranger_has_no_pin(tmp_path: Path) -> None:
    with buka(tmp_path) as store, pytest.raises(InputSalah):
        users.check_pin(store, "tidak-ada", "2748")


def test_someone_without_a_pin_needs_none(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        users.check_pin(store, users.add(store, name="Skrip").id, "")


@pytest.mark.parametrize("pin", ["1", "123", "1111", "1234", "0123456", "4321", "98765", "abcd", "²²²²", "12 4"])
def test_weak_pins_are_refused(tmp_path: Path, pin: str) -> None:
    with buka(tmp_path) as store:
        with pytest.raises(InputSalah) as salah:
            users.add(store, name="Rina", pin=pin)
        assert salah.value.field == "pin"
        assert users.everyone(store) == []


def test_a_name_is_needed(tmp_path: Path) -> None:
    with buka(tmp_path) as store, pytest.raises(InputSalah, match="Nama Anda belum diisi") as salah:
        users.add(store, name="  ", pin="2748")
    assert salah.value.field == "nama"
