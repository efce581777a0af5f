"""Updates that are cut off: at every step, on a full disk, withdrawn; nothing bad is kept, and it goes on."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.kernel.errors import Gangguan
from sync.client.pembaruan import DariFolder

from .gudang_uji import SANDI, Penerbit
from .test_pembaruan_serangan import HARI_MS, Kantor, kantor, terbit

__all__ = ["kantor", "terbit"]


class _Putus:
    """Ends the program (or the disk's room) at the n-th step; ``at`` counts them."""

    skew = None

    def __init__(self, inner: DariFolder, at: int, error: BaseException, piece: int = 1024) -> None:
        self._inner, self._left, self._error, self._piece = inner, at, error, piece

    def read(self, name: str, offset: int, most: int) -> tuple[bytes, int]:
        self._left -= 1
        if self._left < 0:
            raise self._error
        return self._inner.read(name, offset, min(most, self._piece))


class _Mati(BaseException):
    """The power went."""


@pytest.mark.parametrize("error", [_Mati(), Gangguan("Putus.")])
def test_killed_at_every_step_and_gone_on_with(
    terbit: Penerbit, tmp_path: Path, error: BaseException
) -> None:  # fmt: skip
    whole = terbit.setup("0.2.0").read_bytes()
    kantor = Kantor(tmp_path / "kantor", terbit.root)
    for at in range(60):
        try:
            kantor.fetch(_Putus(DariFolder(terbit.public), at, error))
        except (_Mati, Gangguan):
            assert kantor.kept in ([], [whole])
        else:
            break
    assert kantor.kept == [whole]
    assert at < 12


def test_what_came_is_not_fetched_again(tmp_path: Path) -> None:
    made = Penerbit(tmp_path)
    whole = made.publish("0.2.0", size=100_000)
    kantor = Kantor(tmp_path / "kantor", made.root)
    with pytest.raises(Gangguan):
        kantor.fetch(_Putus(DariFolder(made.public), 56, Gangguan("Putus."), piece=1000))
    (partial,) = kantor.folder.glob("*.exe.sebagian")
    assert 20_000 < partial.stat().st_size < 60_000
    asked: list[int] = []
    source = DariFolder(made.public)
    read = source.read

    def noted(name: str, offset: int, most: int) -> tuple[bytes, int]:
        if name.endswith(".exe"):
            asked.append(offset)
        return read(name, offset, most)

    source.read = noted  # type: ignore[method-assign]
    assert kantor.fetch(source).read_bytes() == whole
    assert asked == [partial_size for partial_size in asked if partial_size > 20_000]


@pytest.mark.parametrize("step", ["open", "replace", "fsync"])
def test_full_disk_keeps_nothing_bad(
    terbit: Penerbit, kantor: Kantor, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    where: dict[str, tuple[object, str]] = {
        "open": (shutil, "copyfileobj"), "replace": (Path, "replace"), "fsync": (os, "fsync"),
    }  # fmt: skip
    with monkeypatch.context() as patch:
        patch.setattr(*where[step], full)
        with pytest.raises(Gangguan, match="tidak dapat disimpan"):
            kantor.fetch(DariFolder(terbit.public))
    assert kantor.kept == []
    kantor.fetch(DariFolder(terbit.public))


def test_disk_without_room_is_told_before(
    terbit: Penerbit, kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    small: Callable[[object], object] = lambda _folder: shutil._ntuple_diskusage(10, 5, 5 << 20)  # noqa: E731
    monkeypatch.setattr(shutil, "disk_usage", small)
    told = kantor.refuses(DariFolder(terbit.public), "penuh")
    assert "tersisa 5 MB" in told.pesan


def test_withdrawn_version_is_offered_no_more(tmp_path: Path) -> None:
    made = Penerbit(tmp_path)
    made.publish("0.2.0")
    made.publish("0.3.0")
    assert made.store.withdraw("0.3.0", made.keys, SANDI) == "0.2.0"
    found = Kantor(tmp_path / "kantor", made.root).look(DariFolder(made.public))
    assert found is not None
    assert found.versi == "0.2.0"
    made.store.withdraw("0.2.0", made.keys, SANDI)
    assert Kantor(tmp_path / "kosong", made.root).look(DariFolder(made.public)) is None


def test_server_signs_the_timestamp_anew_by_itself(tmp_path: Path) -> None:
    made = Penerbit(tmp_path, lewat=13)
    made.publish("0.2.0")
    before = json.loads((made.public / "timestamp.json").read_bytes())["signed"]
    made._clock_off = 0
    made.store.freshen()
    after = json.loads((made.public / "timestamp.json").read_bytes())["signed"]
    assert after["version"] == before["version"] + 1
    assert after["expires"] > before["expires"]
    made.store.freshen()
    assert json.loads((made.public / "timestamp.json").read_bytes())["signed"] == after
    made._clock_off = -45 * HARI_MS
    made.store.freshen()
    assert now_ms() < made.store.valid_until()
    Kantor(tmp_path / "kantor", made.root).fetch(DariFolder(made.public))
