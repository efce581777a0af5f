"""Whose word an act needs: the lurah locks and decides, whoever paid does not settle, and both names are kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import acts, authority, history, users
from sipokat_desktop.storage.authority import PerluLurah
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.users import User
from tests.unit.kantor import KELURAHAN, buka, isi_rt, isian, susun, tarif

PIN, PIN_LURAH = "2748", "8264"


def _lurah(store: Store, nama: str = "Hj. Rohana") -> User:
    return users.add(store, name=nama, pin=PIN_LURAH, role="lurah")


def _daftar(store: Store) -> str:
    tarif(store)
    isi_rt(store, 2)
    return susun(store)


def _terakhir(store: Store) -> str:
    return str(store.reader().execute("SELECT oleh FROM riwayat ORDER BY no DESC LIMIT 1").fetchone()[0])


def _ditolak(kerja: Callable[[], object]) -> PerluLurah:
    with pytest.raises(PerluLurah) as kata:
        kerja()
    return kata.value


@pytest.mark.parametrize(
    ("act", "perlu"),
    [
        ("insentif.kunci", True), ("putuskan.isian", True), ("putuskan.apa_saja", True), ("putuskan.tutup", False),
        ("urungkan putuskan.isian", True), ("ulangi putuskan.isian", True), ("urungkan putuskan.tutup", False),
        ("insentif.terima", False), ("rt.ubah", False), ("urungkan rt.ubah", False), ("pengguna", True), ("", False),
    ],
)  # fmt: skip
def test_the_table_of_acts(act: str, perlu: bool) -> None:
    assert bool(authority.need(act)) == perlu


def test_every_act_named_in_the_table_exists() -> None:
    dikenal = {*acts.ACTS, *(name for module in MODULES for name in module.acts())}
    assert {a for a in authority.NEEDS_LURAH if "." in a} | authority.ANYBODYS <= dikenal


@given(st.sampled_from(sorted({*acts.ACTS, "insentif.kunci", "insentif.terima", "rt.ubah"})), st.integers(0, 4))
def test_turning_an_act_needs_what_the_act_needs(act: str, kali: int) -> None:
    name = act
    for _ in range(kali):
        name = acts.undoing(name)
    assert authority.need(name) == authority.need(act)


def test_an_office_without_a_lurah_locks_as_before(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        store.user = users.add(store, name="Siti", pin=PIN).name
        nomor = _daftar(store)
        insentif.kunci(store, nomor, lurah="Hj. Rohana")
        assert _terakhir(store) == "Siti"


def test_where_a_lurah_is_named_only_that_word_locks(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        siti, rohana = users.add(store, name="Siti", pin=PIN), _lurah(store)
        store.user = siti.name
        nomor = _daftar(store)
        before = store.reader().execute("SELECT count(*) FROM riwayat").fetchone()[0]
        salah = _ditolak(lambda: insentif.kunci(store, nomor, lurah="Hj. Rohana"))
        assert "persetujuan Lurah" in salah.pesan
        assert store.reader().execute("SELECT count(*) FROM riwayat").fetchone()[0] == before
        with pytest.raises(InputSalah, match="PIN salah"):
            users.approve(store, rohana.id, PIN)
        with pytest.raises(InputSalah, match="bukan Lurah"):
            users.approve(store, siti.id, PIN)
        with store.approvals.using(users.approve(store, rohana.id, PIN_LURAH)):
            insentif.kunci(store, nomor, lurah="Hj. Rohana")
        assert _terakhir(store) == "Siti, disetujui Hj. Rohana"
        op = store.reader().execute("SELECT json_extract(body, '$.by') FROM sync_op ORDER BY n DESC LIMIT 1")
        assert op.fetchone()[0] == "Siti, disetujui Hj. Rohana"
        assert store.approvals.now is None


def test_the_lurah_at_the_keyboard_asks_nobody(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        store.user = _lurah(store).name
        insentif.kunci(store, _daftar(store), lurah="Hj. Rohana")
        assert _terakhir(store) == "Hj. Rohana"


def test_a_name_without_its_pin_is_nobodys_word(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        store.user, store.user_proven = _lurah(store).name, False
        nomor = _daftar(store)
        assert "--oleh" in _ditolak(lambda: insentif.kunci(store, nomor, lurah="Hj. Rohana")).pesan


def test_a_lurah_who_was_switched_off_has_no_word(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        siti, rohana = users.add(store, name="Siti", pin=PIN), _lurah(store)
        store.user = siti.name
        word = users.approve(store, rohana.id, PIN_LURAH)
        with store.approvals.using(word):
            baru = _lurah(store, "Hasan")
            users.change(store, rohana.id, name="Hj. Rohana", role="lurah", active=False)
        with store.approvals.using(word):
            _ditolak(lambda: users.add(store, name="Budi"))
        with store.approvals.using(users.approve(store, baru.id, PIN_LURAH)):
            users.add(store, name="Budi")


def test_people_are_the_lurahs_to_manage_once_one_is_named(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        siti = users.add(store, name="Siti", pin=PIN)
        store.user = siti.name
        rohana = users.add(store, name="Hj. Rohana", pin=PIN_LURAH)
        with pytest.raises(InputSalah, match="kode pemulihan"):
            users.reset_pin(store, rohana.id, "9137")
        users.change(store, rohana.id, name="Hj. Rohana", role="lurah")
        tindakan: tuple[Callable[[], object], ...] = (
            lambda: users.add(store, name="Budi"),
            lambda: users.change(store, siti.id, name="Siti", role="lurah"),
            lambda: users.change(store, siti.id, name="Sitti", role="operator"),
            lambda: users.change(store, rohana.id, name="Hj. Rohana", role="lurah", active=False),
            lambda: users.reset_pin(store, rohana.id, "9137"),
        )
        for satu in tindakan:
            _ditolak(satu)
        with store.approvals.using(users.approve(store, rohana.id, PIN_LURAH)):
            users.reset_pin(store, siti.id, "9137")
        users.check_pin(store, siti.id, "9137")
        users.change_pin(store, siti.id, "9137", PIN)
        assert users.lurahs(store) == [User(rohana.id, "Hj. Rohana", "lurah", True)]


def test_names_are_one_persons(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        siti = users.add(store, name="Siti", pin=PIN)
        users.change(store, siti.id, name="Siti Aminah", role="bendahara")
        for nama in ("siti", "SITI AMINAH"):
            with pytest.raises(InputSalah, match="sudah ada"):
                users.add(store, name=nama)
        with pytest.raises(InputSalah, match="disetujui"):
            users.add(store, name="Siti, Disetujui Lurah")
        users.change(store, siti.id, name="Siti", role="bendahara")
        assert users.everyone(store) == [User(siti.id, "Siti", "bendahara", True)]
        with pytest.raises(InputSalah, match="memerlukan PIN"):
            users.add(store, name="Camat", role="lurah")


def test_nobody_is_deleted_and_somebody_stays(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        siti, budi = users.add(store, name="Siti"), users.add(store, name="Budi")
        users.change(store, budi.id, name="Budi", role="operator", active=False)
        assert [u.name for u in users.everyone(store)] == ["Siti"]
        assert [(u.name, u.active) for u in users.everyone(store, all=True)] == [("Siti", True), ("Budi", False)]
        with pytest.raises(InputSalah, match="orang terakhir"):
            users.change(store, siti.id, name="Siti", role="operator", active=False)
        users.change(store, budi.id, name="Budi", role="operator")
        store.user = "Budi"
        with pytest.raises(InputSalah, match="sedang bekerja"):
            users.change(store, budi.id, name="Budi", role="operator", active=False)
        assert users.named(store, "  budi ") == budi
        with pytest.raises(InputSalah, match="Yang ada: Siti, Budi"):
            users.named(store, "Cici")


def test_ordinary_work_asks_nobody(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        _lurah(store)
        store.user = "Siti"
        act = rt.tambah(store, KELURAHAN, isian(1)).changes.act_id
        history.undo(store, act)
        assert _terakhir(store) == "Siti"
