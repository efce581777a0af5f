"""What of our packages, of the locked Windows wheels and of CPython goes into the bundle, and what stays out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

PACKAGES = ("resources", "sipokat_desktop", "sync", "ui")
SERVER_ONLY = ("sync/server/", "sync/web/", "sync/pusat/", "resources/packaging/", "resources/web/")
"""The city's rooms, its pages' files and the building of packages: not for an office PC."""

QT = ("QtCore", "QtGui", "QtNetwork", "QtPdf", "QtPdfWidgets", "QtPrintSupport", "QtSvg", "QtWidgets")
"""QtNetwork: QtPdf is linked against it; Sipokat itself speaks to the city with requests."""
_QT_LIBRARIES = frozenset(
    {
        "__init__.py", "_config.py", "_git_pyside_version.py", "pyside6.abi3.dll",
        *(f"{name}.pyd" for name in QT), *(f"Qt6{name[2:]}.dll" for name in QT),
        "msvcp140.dll", "msvcp140_1.dll", "msvcp140_2.dll", "vcruntime140.dll", "vcruntime140_1.dll",
        "plugins/platforms/qwindows.dll", "plugins/iconengines/qsvgicon.dll",
        *(f"plugins/imageformats/{name}.dll" for name in ("qico", "qjpeg", "qsvg")),
    }
)  # fmt: skip

_NOT_RUN = ("pip", "bin", "share", "pycparser", "cffi")
"""Tools for programmers; sqlite-utils names pip for its command line, cryptography needs only ``_cffi_backend``."""
_TRIMMED = re.compile(
    r"\.(pyi|lib|h|c|cpp|pxd|pyx|typed|exe)$|(^|/)(tests?|__pycache__|__pyinstaller|include|cmake)/"
    r"|^PIL/_(avif|imagingtk)\.|^PySide6/|^shiboken6/(?!.*\.(py|pyd|dll)$)"
)
PYTHON_LEFT_OUT = frozenset({"_wmi.pyd"})
"""``platform`` asks WMI with it, which is slow and hangs where that service is broken; without it, it asks Windows."""
_METADATA = ("METADATA", "entry_points.txt")
"""Versions for the list of parts; keyring finds the Windows key store by its entry point."""


def of_program(root: Path) -> Iterator[PurePosixPath]:
    """Yield the files of our packages that an office PC runs, relative to the checkout ``root``, sorted."""
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*")):
            name = path.relative_to(root).as_posix()
            if path.is_file() and "__pycache__" not in path.parts and not name.startswith(SERVER_ONLY):
                yield PurePosixPath(name)


def wanted(name: str) -> bool:
    """Tell whether a file of the installed wheels, by its path with slashes, goes into the bundle."""
    top, _, rest = name.partition("/")
    if top == "PySide6":
        return rest in _QT_LIBRARIES
    if top.endswith(".dist-info"):
        return top.split("-")[0] not in _NOT_RUN and rest in _METADATA
    return top not in _NOT_RUN and not _TRIMMED.search(name)


def is_licence(name: str) -> bool:
    """Tell whether a file of the installed wheels is a licence that travels with what was installed."""
    top, _, rest = name.partition("/")
    lower = rest.rsplit("/", 1)[-1].lower()
    kept = top.endswith(".dist-info") and top.split("-")[0] not in ("pip", "pycparser")
    return kept and lower.startswith(("licen", "copying", "notice")) and "commercial" not in lower
