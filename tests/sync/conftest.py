"""The stage of the random histories: made by the first test that asks, its power lines laid for one test at a time."""

from __future__ import annotations

from collections.abc import Iterator

import hypothesis
import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave what only the long profile plays (`make test-lama`) out of the everyday run."""
    if hypothesis.settings().max_examples > 1000:
        return
    late = [item for item in items if item.get_closest_marker("lama")]
    if late:
        config.hook.pytest_deselected(items=late)
        items[:] = [item for item in items if item not in late]


@pytest.fixture(scope="session")
def _panggung_acak() -> Iterator[None]:
    """Take the stage down at the end."""
    from tests.sync.pemain import panggung

    yield
    if panggung.cache_info().currsize:
        panggung().tumpuk.close()


@pytest.fixture
def panggung_acak(_panggung_acak: None) -> Iterator[None]:
    """Stores and servers of this test hang on the stage's power lines; those of other tests never do."""
    from tests.sync.pemain import panggung

    with panggung().terpasang():
        yield
