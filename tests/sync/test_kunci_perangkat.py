"""Where the device key lives: in the OS key store, or in a file that only its user can read."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.errors import KeyringLocked

from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.storage import keys, keystore
from sync.pusat import cli
from tests.gudang import Gudang, terpasang
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, Buka, daftarkan, isi_rt, salin, tenang


class Terkunci(Gudang):
    """A key store that its user has not opened."""

    def set_password(self, service: str, username: str, password: str) -> None:  # noqa: ARG002
        raise KeyringLocked


@pytest.fixture
def gudang() -> Iterator[Gudang]:
    """The key store of this computer for one test."""
    with terpasang(Gudang()) as baru:
        yield baru


def test_with_a_key_store_no_key_is_in_any_file(city: City, office: Buka, gudang: Gudang, tmp_path: Path) -> None:
    pc = daftarkan(office("a"), city)
    isi_rt(pc, 1)
    pc.sync()
    rahasia = [*gudang.isi.values()]
    assert len(rahasia) == 2, "the computer's own key and that of its data"
    for file in (tmp_path / "a").rglob("*"):
        assert file.is_dir() or not any(satu.encode() in file.read_bytes() for satu in rahasia), file
    tenang(city, pc)


def test_a_folder_on_another_computer_asks_for_a_code_and_loses_nothing(
    city: City, office: Buka, gudang: Gudang, tmp_path: Path
) -> None:
    lama = daftarkan(office("a"), city)
    isi_rt(lama, 1)
    lama.sync()
    isi_rt(lama, 2)
    kode = keys.new_code(tmp_path / "a", lama.store.key or b"", lama.store.clock())
    lama.close()
    salin(tmp_path / "a", tmp_path / "baru")
    gudang.isi.clear()
    with pytest.raises(keys.KunciHilang):
        office("baru")
    keys.recover(tmp_path / "baru", kode)
    baru = office("baru")
    baru.store.token = ""
    with pytest.raises(Gangguan, match="penyimpanan kunci") as sebab:
        baru.sync()
    assert "kode kantor baru" in sebab.value.lengkap
    daftarkan(baru, city)
    tenang(city, baru)
    assert len(dunia.orang(baru, "nama")) == 2
    assert baru.store.identity.label == "PC-2"


@pytest.mark.parametrize("rusak", [None, Terkunci])
def test_without_one_the_file_is_the_users_own(
    city: City, office: Buka, tmp_path: Path, rusak: type[Gudang] | None
) -> None:
    asli = keyring.get_keyring()
    if rusak:
        keyring.set_keyring(rusak())
    try:
        pc = daftarkan(office("a"), city, KELURAHAN)
    finally:
        keyring.set_keyring(asli)
    isi = json.loads((tmp_path / "a" / "identitas.json").read_text())
    assert isi["private_key"]
    assert not isi["key_name"]
    if sys.platform != "win32":
        assert (tmp_path / "a" / "identitas.json").stat().st_mode & 0o077 == 0
    tenang(city, pc)


def test_a_key_store_that_forgets_is_not_trusted(gudang: Gudang, monkeypatch: pytest.MonkeyPatch) -> None:
    assert keystore.put("a", "rahasia")
    monkeypatch.setattr(gudang, "get_password", lambda _service, _username: None)
    assert not keystore.put("b", "rahasia")


def test_a_new_code_ends_the_old_session(city: City, office: Buka) -> None:
    """Revoked by mistake: with the old token everything would go on as the revoked device, into *held*."""
    pc = daftarkan(office("a"), city)
    isi_rt(pc, 1)
    pc.sync()
    assert cli.main(["kantor", "cabut", pc.store.identity.device_id, "--db", city.db_url]) == 0
    isi_rt(pc, 2)
    daftarkan(pc, city)
    tenang(city, pc)
    assert pc.status().stuck == 0
    assert set(dunia.hasil(city.db).values()) == {"applied"}


def test_the_session_token_is_in_no_file(city: City, office: Buka, tmp_path: Path) -> None:
    pc = daftarkan(office("a"), city)
    pc.sync()
    assert pc.store.token
    pc.safety.backup()
    for file in (tmp_path / "a").rglob("*"):
        assert file.is_dir() or pc.store.token.encode() not in file.read_bytes(), file
