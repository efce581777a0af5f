"""The bare window of buka_dasar with PySide6 loaded as the program loads it (ui.kit.pyside)."""

from __future__ import annotations

import sys

from ui.kit import pyside

pyside.load()

from tests.bench.buka_dasar import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
