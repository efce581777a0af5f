"""Arguments; nothing else."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Open the window, or run the command that was typed; returns the exit code."""
    arguments = sys.argv[1:]
    if arguments:
        from sipokat_desktop.cli import main as run

        return run(arguments)
    gc.disable()  # opening makes only what stays; the window turns it on again once it is idle
    from sipokat_desktop.app import default_folder, run_window

    return run_window(default_folder())


if __name__ == "__main__":
    sys.exit(main())
