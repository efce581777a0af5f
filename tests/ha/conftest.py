"""The campaigns need Patroni and half an hour: they run where `make test-ha` asks for them."""

from __future__ import annotations

import os

import pytest

MINTA = "SIPOKAT_HA"
"""How many kills, and as many freezes; not set: none."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the campaigns out of every other run."""
    if MINTA in os.environ:
        return
    late = [item for item in items if "tests/ha/" in item.nodeid and item.get_closest_marker("lama")]
    if late:
        config.hook.pytest_deselected(items=late)
        items[:] = [item for item in items if item not in late]


@pytest.fixture
def kali() -> int:
    """How often each blow falls."""
    return int(os.environ[MINTA])
