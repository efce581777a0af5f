"""A version put in at the close and taken back: backup first, nothing lost, nothing begun in doubt."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

import sipokat_desktop
from sipokat_desktop import app, cli, unlock
from sipokat_desktop.app import Closed, Office
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.kernel.versi import lebih_baru
from sipokat_desktop.storage import backup, engine, keys, sqlite
from sipokat_desktop.updates import install, look, state
from sipokat_desktop.updates.state import State
from tests.sync.gudang_uji import Penerbit

KINI, BARU = sipokat_desktop.__version__, "99.1.0"


class _Pc:
    """A Windows PC with the program set up, its data beside it."""

    def __init__(self, folder: Path) -> None:
        self.program, self.data = folder / "Sipokat", folder / "data"
        for version in ("0.0.1", "0.0.2", KINI):
            (self.program / "versi" / version / "app").mkdir(parents=True)
        (self.program / state.IN_USE).write_text(f"{KINI}\r\n", encoding="ascii")
        (self.program / state.BEFORE).write_text("0.0.2\r\n", encoding="ascii")
        self.begun: list[list[str]] = []

    @property
    def versions(self) -> set[str]:
        return {one.name for one in (self.program / "versi").iterdir()}

    def kept(self, **more: object) -> State:
        """Keep a set-up file aside."""
        content = b"berkas pemasangan"
        name = f"Sipokat-{BARU}-pasang.exe"
        known = State(versi=BARU, berkas=name, sha256=sha256(content).hexdigest(), setuju=True)._replace(**more)  # type: ignore[arg-type]
        state.save(self.data, known)
        (state.folder(self.data) / name).write_bytes(content)
        return known

    def backups(self) -> list[Path]:
        return sorted((self.data / "cadangan").glob("*.sipokat"))


@pytest.fixture
def pc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> _Pc:
    made = _Pc(tmp_path)
    monkeypatch.setattr(state, "program", lambda: made.program)
    monkeypatch.setattr(install, "start", made.begun.append)
    return made


@pytest.fixture
def office(pc: _Pc) -> Office:
    """Data with one change that waits."""
    made = Office(pc.data)
    made.choose_kelurahan("Air Kuti")
    return made


def _typed(data: Path, kolom: str = "nama") -> None:
    """What the newer version has brought: one more migration, and one change typed with it."""
    with closing(sqlite.connect(data / keys.STORE)) as con:
        engine.unlock(con, unlock.key(data))
        (one,) = con.execute("SELECT migration_set FROM _sqlite_migrations LIMIT 1").fetchone()
        names = [row[1] for row in con.execute("PRAGMA table_info(_sqlite_migrations)")]
        values = {"migration_set": one, "name": "m999", "applied_at": "2026-01-01"}
        held = [name for name in names if name in values]
        con.execute(
            f"INSERT INTO _sqlite_migrations ({', '.join(held)}) VALUES ({', '.join('?' * len(held))})",
            [values[name] for name in held],
        )
        body = json.dumps(
            {"fields": {kolom: "x"}, "table": "rt_orang", "row": "r1", "scope": "16.73.01.1003", "kind": "put"}
        )
        con.execute(
            "INSERT INTO sync_op (op_id, act_id, inc, n, hash, hlc, lingkup, tabel, row_id, body)"
            " VALUES ('o1', 'a1', 'baru', 1, 'h', 1, '16.73.01.1003', 'rt_orang', 'r1', ?)",
            (body,),
        )
        con.commit()


def test_set_up_is_begun_after_a_backup(pc: _Pc, office: Office) -> None:
    office.close()
    pc.kept()
    assert install.at_close(pc.data)
    assert pc.begun == [[str(state.folder(pc.data) / f"Sipokat-{BARU}-pasang.exe"), "/S", "/TUNGGU"]]
    known = state.load(pc.data)
    assert (known.dari, known.ke, known.percobaan) == (KINI, BARU, 1)
    assert pc.backups() == [Path(known.cadangan)]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda pc: pc.kept(setuju=False),
        lambda pc: pc.kept(versi="0.0.1"),
        lambda pc: pc.kept(sha256="0" * 64),
        lambda pc: pc.kept(berkas="tiada.exe"),
        lambda pc: pc.kept(percobaan=install.MOST_TRIES),
        lambda _pc: None,
    ],
)
def test_nothing_is_begun_in_doubt(pc: _Pc, office: Office, spoil: Callable[[_Pc], object]) -> None:
    office.close()
    spoil(pc)
    assert not install.at_close(pc.data)
    assert pc.begun == []
    assert pc.backups() == []


def test_file_that_changed_since_it_was_checked_goes(pc: _Pc, office: Office) -> None:
    known = pc.kept()
    (state.folder(pc.data) / known.berkas).write_bytes(b"lain")
    with pytest.raises(Gangguan, match="berubah sejak diperiksa"):
        install.begin(office.store)
    office.close()
    assert state.load(pc.data).versi == ""
    assert not (state.folder(pc.data) / known.berkas).exists()


def test_backup_that_fails_begins_nothing(pc: _Pc, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> Path:
        raise Gangguan("Cadangan tidak dapat dibuat.")

    monkeypatch.setattr(backup, "make", full)
    office.close()
    pc.kept()
    assert not install.at_close(pc.data)
    assert pc.begun == []
    with closing(Office(pc.data)) as again:
        assert again.safety.updates.started() == "Cadangan tidak dapat dibuat."
        assert again.safety.updates.started() == ""


def test_version_that_runs_ends_its_trial_and_old_ones_go(pc: _Pc, office: Office) -> None:
    (pc.program / state.TRIAL).write_text("x", encoding="ascii")
    pc.kept(versi=KINI)
    assert office.safety.updates.started() == ""
    office.close()
    assert not (pc.program / state.TRIAL).exists()
    assert pc.versions == {KINI, "0.0.2"}
    assert state.load(pc.data).versi == ""


def test_version_that_was_left_is_told_once_and_not_offered_again(pc: _Pc, office: Office) -> None:
    pc.kept()
    (pc.program / "versi" / BARU).mkdir()
    (pc.program / state.FAILED).write_text(f"{BARU}\r\n", encoding="ascii")
    said = office.safety.updates.started()
    assert f"Sipokat {BARU} tidak dapat dibuka di komputer ini, jadi Sipokat kembali ke {KINI}." in said
    assert office.safety.updates.started() == ""
    assert state.load(pc.data).ditolak == (BARU,)
    assert office.safety.updates.offer() is None
    assert BARU not in pc.versions
    office.close()


def test_store_of_a_version_that_was_left_goes_back_with_what_was_typed(pc: _Pc, office: Office) -> None:
    path = backup.make(office.store)
    columns = install.columns_of(office.store.reader())
    office.close()
    state.save(pc.data, State(dari=KINI, ke=BARU, cadangan=str(path), kolom=columns))
    _typed(pc.data)
    with closing(Closed(pc.data).open()) as back:
        assert "1 perubahan sesudahnya ikut dipertahankan" in back.safety.news
        assert back.status().waiting >= 1
        assert back.lingkup == "16.73.01.1003" or back.lingkup


@pytest.mark.parametrize("spoil", ["kolom", "cadangan", "dari", "tabel"])
def test_store_that_cannot_go_back_stays_and_is_told(pc: _Pc, office: Office, spoil: str) -> None:
    path = backup.make(office.store)
    columns = install.columns_of(office.store.reader())
    office.close()
    known = State(dari=KINI, ke=BARU, cadangan=str(path), kolom=columns)
    state.save(
        pc.data,
        {
            "kolom": known,
            "cadangan": known._replace(cadangan=str(path) + ".tiada"),
            "dari": known._replace(dari="0.0.2"),
            "tabel": known._replace(kolom=("op_id",)),
        }[spoil],
    )
    _typed(pc.data, "kolom_baru" if spoil == "kolom" else "nama")
    before = (pc.data / keys.STORE).read_bytes()
    with pytest.raises(Gangguan, match="Data aman dan tidak diubah"):
        Closed(pc.data).open()
    assert (pc.data / keys.STORE).read_bytes() == before


@pytest.mark.parametrize(
    ("satu", "lain", "baru"), [("0.10.0", "0.9.9", True), ("1.0", "1.0", False), ("0.9", "1", False)]
)
def test_versions_are_compared_as_numbers(satu: str, lain: str, baru: bool) -> None:
    assert lebih_baru(satu, lain) is baru


def test_command_on_a_checkout_says_what_it_is_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["perbarui", "--data", str(tmp_path)]) == 1
    assert "petugas Kominfo" in capsys.readouterr().err


def test_command_takes_a_flash_disk(
    pc: _Pc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = Penerbit(tmp_path)
    stick = tmp_path / "flashdisk"
    made.store.write(stick)
    monkeypatch.setattr(look, "_root", lambda: made.root)
    words = ["perbarui", str(stick), "--data", str(pc.data)]
    assert cli.main(words) == 0
    assert "sudah yang terbaru" in capsys.readouterr().out
    made.publish(BARU)
    made.store.write(stick)
    assert cli.main([*words, "--periksa", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"versi": KINI, "versi_baru": BARU, "dipasang": False}
    assert pc.begun == []
    assert cli.main(words) == 0
    assert "dipasang sekarang" in capsys.readouterr().out
    assert len(pc.begun) == 1
    made.store.withdraw(BARU, made.keys, "sandi panjang untuk uji")
    made.store.write(stick)
    assert cli.main(words) == 0
    assert not list(state.folder(pc.data).glob("*.exe"))
    assert cli.main(["perbarui", str(tmp_path), "--data", str(pc.data)]) == 1
    assert "tidak ada pembaruan Sipokat" in capsys.readouterr().err


def test_window_that_closes_begins_the_set_up(pc: _Pc, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    from ui.shell import start

    office.close()
    pc.kept()
    monkeypatch.setattr(start, "run", lambda _data: 0)
    assert app.run_window(pc.data) == 0
    assert len(pc.begun) == 1
