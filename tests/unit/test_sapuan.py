"""Known-bad controls of the guard in tests/conftest.py over the garbage collector."""

from __future__ import annotations

import gc

from tests.sapuan import tertinggal


def test_a_collector_left_off_is_noticed_and_put_right() -> None:
    gc.disable()
    assert tertinggal(gc.get_freeze_count()) == ["off"]
    assert gc.isenabled()


def test_frozen_objects_are_noticed_and_put_right() -> None:
    before = gc.get_freeze_count()
    gc.freeze()
    assert tertinggal(before) == ["frozen"]
    assert tertinggal(before) == []
