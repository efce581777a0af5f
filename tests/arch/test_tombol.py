"""The button that takes an act back is made in one place, with its key: modules ask the host for it."""

from __future__ import annotations

import ast
from pathlib import Path

UI = Path(__file__).parents[2] / "ui"
TEMPAT = "kit/host.py"


def _dibuat(teks: str) -> list[int]:
    """The lines of a source that make a button of `undo` by themselves."""
    return [
        satu.lineno
        for satu in ast.walk(ast.parse(teks))
        if isinstance(satu, ast.Call) and isinstance(satu.func, ast.Name) and satu.func.id == "Aksi"
        for isi in satu.args
        if isinstance(isi, ast.Attribute) and isi.attr == "undo"
    ]


def test_modules_ask_the_host_for_the_undo_button() -> None:
    salah = [
        f"{berkas.relative_to(UI)}:{baris}"
        for berkas in UI.rglob("*.py")
        if berkas.relative_to(UI).as_posix() != TEMPAT
        for baris in _dibuat(berkas.read_text())
    ]
    assert not salah


def test_known_bad_a_button_of_its_own_is_found() -> None:
    assert _dibuat("x = Aksi(text.URUNGKAN, self._host.undo)") == [1]
