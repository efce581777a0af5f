"""Files that travel with the program: fonts, icons, Qt translation, reference and sample data."""

from __future__ import annotations

from pathlib import Path


def path(*parts: str) -> Path:
    """Return the file or folder of this package named by ``parts``, e.g. ``path("icons", "home.svg")``.

    Checkout, wheel and frozen bundle all keep the package as a plain folder, so the folder of this module
    is enough. Raises FileNotFoundError when nothing is there.
    """
    berkas = Path(__file__).parent.joinpath(*parts)
    if not berkas.exists():
        raise FileNotFoundError(f"Berkas program tidak ditemukan: {berkas}")
    return berkas
