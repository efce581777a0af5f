"""Loads PySide6 without what only its developers need: signatures and help texts are made when asked for.

PySide6 carries some 3,000 lines of Python in its library and compiles them at every start (30 ms and 3 MB), to be
ready to describe its functions. Here they are compiled when one of them is first described (keputusan/0014).
"""

from __future__ import annotations

import importlib
import importlib.machinery
import sys
from types import ModuleType
from typing import Any, Protocol

FEATURE, MAPPING = "shibokensupport.feature", "shibokensupport.signature.mapping"
_PARTS = ("errorhandler", "layout", "parser", "lib.enum_sig", "lib.pyi_generator", "lib.tool")
LATE = frozenset({FEATURE, MAPPING, *(f"shibokensupport.signature.{part}" for part in _PARTS)})
"""A name that PySide6 no longer has does no harm, one that it does not have here is compiled at once."""
UNUSED = ("bz2", "lzma", "tempfile", "textwrap", "traceback")
"""What PySide6 loads of the standard library to be ready for what a start does not do."""


class Loader(Protocol):
    """What a module is loaded with."""

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType | None: ...
    def exec_module(self, module: ModuleType) -> None: ...


class LateModule(ModuleType):
    """A module whose body runs when something in it is first asked for."""

    def __getattr__(self, name: str) -> Any:
        state: LateLoader | None = self.__dict__.get("_late")
        if state is None or name.startswith("__"):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        state.run(self)
        return getattr(self, name)


class LateLoader:
    """Gives a module that will be loaded by ``loader``; ``spec`` is PySide6's own way to make a spec."""

    def __init__(self, name: str, loader: Loader) -> None:
        self._name, self._loader = name, loader

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        """Return the module, its body not yet run."""
        return LateModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Put the body off."""
        module.__dict__["_late"] = self
        if self._name == FEATURE:  # asked at every import from here on; this program uses no `__feature__`
            module.__dict__.update(feature_import=_nothing, feature_imported=_nothing)
        if self._name == MAPPING:  # PySide6 looks this function up in the dictionary of the module
            module.__dict__["update_mapping"] = lambda: self.run(module).update_mapping()

    def run(self, module: ModuleType) -> ModuleType:
        """Run the body under the name that PySide6's library has it by, and return the module."""
        published = module.__spec__
        del module.__dict__["_late"]
        module.__spec__ = importlib.machinery.ModuleSpec(self._name, None)
        try:
            self._loader.exec_module(module)
        finally:
            module.__spec__ = published
        return module


class StandIn(ModuleType):
    """Stands in PySide6 for a module of the standard library until something in it is first asked for."""

    def __getattr__(self, name: str) -> Any:
        self.leave()
        return getattr(importlib.import_module(self.__name__), name)

    def leave(self) -> None:
        """Let everyone who imports the module from now on have the module itself."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]


def _nothing(*_args: object, **_named: object) -> None:
    """No feature was asked for."""


def load() -> None:
    """Load shiboken6, on which every module of PySide6 stands; does nothing where it is loaded already."""
    if "shiboken6" in sys.modules:
        return
    plain = importlib.machinery.ModuleSpec

    def spec(name: str, loader: Loader) -> importlib.machinery.ModuleSpec:
        return plain(name, LateLoader(name, loader) if name in LATE else loader)  # type: ignore[arg-type]

    absent = [StandIn(name) for name in UNUSED if name not in sys.modules]
    sys.modules.update((one.__name__, one) for one in absent)
    importlib.machinery.ModuleSpec = spec  # type: ignore[assignment, misc]
    try:
        import shiboken6  # noqa: F401
    finally:
        importlib.machinery.ModuleSpec = plain  # type: ignore[misc]
        for one in absent:
            one.leave()
