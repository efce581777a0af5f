"""Updates under attack and accident: whatever a source says, only what the release maker signed is kept."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from tuf.api.metadata import TargetFile

from sipokat_desktop import BUILT_MS
from sync.client.pembaruan import DariFolder, Rilis
from sync.client.pembaruan_tuf import Ditolak, Pemeriksa
from sync.pusat import kunci_pembaruan

from .gudang_uji import SANDI, Penerbit

HARI_MS = 24 * 3600 * 1000


class Kantor:
    """An office PC: the root of its program, and what it has seen."""

    def __init__(self, folder: Path, root: bytes) -> None:
        self.folder, self.root = folder, root
        folder.mkdir()

    def look(self, source: Any, **more: Any) -> Rilis | None:
        return Pemeriksa(source, self.folder, self.root, **more).latest()

    def fetch(self, source: Any, **more: Any) -> Path:
        looked = Pemeriksa(source, self.folder, self.root, **more)
        found = looked.latest()
        assert found is not None
        return looked.fetch(found)

    @property
    def kept(self) -> list[bytes]:
        """The set-up files that it would run."""
        return [file.read_bytes() for file in self.folder.glob("*.exe")]

    def refuses(self, source: Any, kind: str, **more: Any) -> Ditolak:
        with pytest.raises(Ditolak) as told:
            self.fetch(source, **more)
        assert told.value.kind == kind
        assert self.kept == []
        assert told.value.pesan.endswith("Sipokat yang sekarang tetap dipakai; data aman.")
        return told.value


@pytest.fixture(scope="module")
def terbit(tmp_path_factory: pytest.TempPathFactory) -> Penerbit:
    made = Penerbit(tmp_path_factory.mktemp("penerbit"))
    made.publish("0.2.0")
    return made


@pytest.fixture
def kantor(tmp_path: Path, terbit: Penerbit) -> Kantor:
    return Kantor(tmp_path / "kantor", terbit.root)


def test_newest_version_is_fetched_and_kept(terbit: Penerbit, kantor: Kantor) -> None:
    file = kantor.fetch(DariFolder(terbit.public))
    assert file.name == "Sipokat-0.2.0-pasang.exe"
    assert kantor.kept == [terbit.setup("0.2.0").read_bytes()]
    assert not list(kantor.folder.glob("*.exe.sebagian"))
    assert kantor.fetch(DariFolder(terbit.public)) == file


def test_older_metadata_than_seen_before_is_refused(tmp_path: Path) -> None:
    made = Penerbit(tmp_path)
    made.publish("0.2.0")
    old = made.copied(tmp_path / "lama")
    made.publish("0.3.0")
    kantor = Kantor(tmp_path / "kantor", made.root)
    found = kantor.look(DariFolder(made.public))
    assert found is not None
    assert found.versi == "0.3.0"
    kantor.refuses(DariFolder(old), "mundur")


def test_news_that_is_held_back_runs_out(tmp_path: Path) -> None:
    made = Penerbit(tmp_path, lewat=15)
    made.publish("0.2.0")
    kantor = Kantor(tmp_path / "kantor", made.root)
    kantor.refuses(DariFolder(made.public), "masa")


def test_wrong_clock_is_told_as_such(tmp_path: Path) -> None:
    made = Penerbit(tmp_path, lewat=15)
    made.publish("0.2.0")
    kantor = Kantor(tmp_path / "kantor", made.root)
    source = DariFolder(made.public)
    source.skew = -15 * HARI_MS
    told = kantor.refuses(source, "jam")
    assert "Jam komputer ini" in told.pesan
    assert "Betulkan" in told.saran


def test_clock_before_the_program_was_made_is_told(terbit: Penerbit, kantor: Kantor) -> None:
    kantor.refuses(DariFolder(terbit.public), "jam", clock=lambda: BUILT_MS - 30 * HARI_MS)


def _bad_setup(terbit: Penerbit, to: Path) -> Path:
    """A copy in which the set-up file has the right length and other bytes."""
    copy = terbit.copied(to)
    file = terbit.setup("0.2.0", copy)
    file.write_bytes(bytes(file.stat().st_size))
    return copy


def test_other_bytes_are_refused(terbit: Penerbit, kantor: Kantor, tmp_path: Path) -> None:
    kantor.refuses(DariFolder(_bad_setup(terbit, tmp_path / "palsu")), "rusak")
    assert not list(kantor.folder.glob("*.exe.sebagian"))
    kantor.fetch(DariFolder(terbit.public))


def test_known_bad_control_without_the_check_the_bad_file_is_kept(
    terbit: Penerbit, kantor: Kantor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TargetFile, "verify_length_and_hashes", lambda *_: None)
    copy = _bad_setup(terbit, tmp_path / "palsu")
    kantor.fetch(DariFolder(copy))
    assert kantor.kept == [terbit.setup("0.2.0", copy).read_bytes()]
    assert kantor.kept != [terbit.setup("0.2.0").read_bytes()]


class _Tanpa_akhir:
    """Gives more than was asked for, without an end, for names that match."""

    skew = None

    def __init__(self, inner: DariFolder, match: str, *, honest_size: bool) -> None:
        self._inner, self._match, self._honest = inner, match, honest_size
        self.given = 0

    def read(self, name: str, offset: int, most: int) -> tuple[bytes, int]:
        content, size = self._inner.read(name, offset, most)
        if self._match not in name:
            return content, size
        self.given += most + 1
        return bytes(most + 1), size if self._honest else offset + most + 2


@pytest.mark.parametrize("match", ["timestamp", "snapshot", "targets", "terbaru", "pasang.exe"])
@pytest.mark.parametrize("honest", [True, False])
def test_endless_data_ends(terbit: Penerbit, kantor: Kantor, match: str, honest: bool) -> None:
    source = _Tanpa_akhir(DariFolder(terbit.public), match, honest_size=honest)
    with pytest.raises(Ditolak):
        kantor.fetch(source)
    assert source.given < 8 << 20
    assert kantor.kept == []


@pytest.mark.parametrize("part", ["snapshot", "targets"])
def test_parts_of_two_states_do_not_mix(tmp_path: Path, part: str) -> None:
    made = Penerbit(tmp_path)
    made.publish("0.2.0")
    old = made.copied(tmp_path / "lama")
    made.publish("0.3.0")
    mixed = made.copied(tmp_path / "campur")
    newest = max(mixed.glob(f"*.{part}.json"), key=lambda file: int(file.name.split(".")[0]))
    older = max(old.glob(f"*.{part}.json"), key=lambda file: int(file.name.split(".")[0]))
    shutil.copyfile(older, newest)
    Kantor(tmp_path / "kantor", made.root).refuses(DariFolder(mixed), "rusak")


def test_metadata_of_other_keys_is_refused(kantor: Kantor, tmp_path: Path) -> None:
    other = Penerbit(tmp_path / "lain")
    other.publish("9.0.0")
    kantor.refuses(DariFolder(other.public), "tanda")


def test_servers_key_alone_publishes_nothing(tmp_path: Path) -> None:
    """Whoever takes the server has its key, and signs the list of targets with that."""
    made = Penerbit(tmp_path)
    made.publish("0.2.0")
    shutil.copy(made.folder / kunci_pembaruan.LAYANAN, tmp_path / "layanan.pem")
    stolen = kunci_pembaruan.load(made.folder, kunci_pembaruan.LAYANAN)
    store = made.store
    targets = store._targets().signed
    targets.targets.clear()
    store._publish(targets, stolen)
    Kantor(tmp_path / "kantor", made.root).refuses(DariFolder(made.public), "tanda")


def test_keys_are_changed_and_offices_follow(tmp_path: Path) -> None:
    made = Penerbit(tmp_path)
    made.publish("0.2.0")
    kantor = Kantor(tmp_path / "kantor", made.root)
    kantor.fetch(DariFolder(made.public))
    made.store.renew(made.keys, SANDI, tmp_path / "kunci-baru")
    old_keys, made.keys = made.keys, tmp_path / "kunci-baru"
    content = made.publish("0.3.0")
    assert kantor.fetch(DariFolder(made.public)).read_bytes() == content
    fresh = Kantor(tmp_path / "kantor-baru", made.root)
    assert fresh.fetch(DariFolder(made.public)).read_bytes() == content
    made.keys = old_keys
    with pytest.raises(Exception, match="bukan kunci gudang ini"):
        made.publish("0.4.0")


def test_root_that_the_old_one_did_not_sign_is_refused(tmp_path: Path) -> None:
    made = Penerbit(tmp_path / "kita")
    made.publish("0.2.0")
    other = Penerbit(tmp_path / "lain")
    other.publish("9.0.0")
    other.store.renew(other.keys, SANDI)
    shutil.copyfile(other.public / "2.root.json", made.public / "2.root.json")
    Kantor(tmp_path / "kantor", made.root).refuses(DariFolder(made.public), "tanda")
