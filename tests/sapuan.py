"""What a test leaves of its process's garbage collector: off or frozen, it keeps the windows of all later tests."""

from __future__ import annotations

import gc


def tertinggal(frozen: int) -> list[str]:
    """Say what is left otherwise than before, where ``frozen`` objects were, and put it right."""
    left = [] if gc.isenabled() else ["off"]
    gc.enable()
    if gc.get_freeze_count() > frozen:
        left.append("frozen")
        gc.unfreeze()
    return left
