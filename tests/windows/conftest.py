"""What runs under Wine needs the built set-up file: it runs where `make test-windows` names its folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from resources.packaging.windows.alat import Wine

from .panggung import fresh

MINTA = "SIPOKAT_WINDOWS"
NOT_THERE = ("SIPOKAT_DATA", "PYTHON_KEYRING_BACKEND", "QT_QPA_PLATFORM")
"""What the other tests set, and a Windows PC has not."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave what needs Wine out of every other run."""
    if MINTA in os.environ:
        return
    late = [item for item in items if "tests/windows/test_wine" in item.nodeid]
    if late:
        config.hook.pytest_deselected(items=late)
        items[:] = [item for item in items if item not in late]


@pytest.fixture(scope="module")
def setup_file() -> Path:
    """The set-up file that was built last."""
    (found,) = Path(os.environ[MINTA]).glob("Sipokat-*-pasang.exe")
    return found.absolute()


@pytest.fixture(scope="module")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wine]:
    """A fresh Windows without Sipokat, with stand-ins for what Wine 8 lacks."""
    ours = fresh(tmp_path_factory.mktemp("wine") / "prefix")
    with pytest.MonkeyPatch.context() as patch:
        for name in NOT_THERE:
            patch.delenv(name, raising=False)
        yield ours
        ours.stop()
