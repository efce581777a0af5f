"""Chips that are replaced by others while they are on the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.ui import layar
from ui.kit.chips import Chip, ChipRow


def test_other_chips_keep_the_choice_and_the_keyboard_where_they_can(window: QWidget) -> None:
    row = ChipRow([("semua", "Semua"), ("2025", "2025"), ("2026", "2026")], window)
    row.resize(900, 40)
    row.show()
    row.set_jumlah({"semua": 5, "2025": 2, "2026": 3})
    dipilih: list[str] = []
    row.dipilih.connect(dipilih.append)
    row.pilih("2026")
    chip = next(c for c in row.findChildren(Chip) if c.text() == "2026")
    window.activateWindow()
    layar.tunggu(window.isActiveWindow, "jendela aktif")
    chip.setFocus()
    row.ganti([("semua", "Semua"), ("2025", "2025"), ("2026", "2026")])
    assert chip.hasFocus()
    row.ganti([("semua", "Semua"), ("2026", "2026")])
    assert row.kunci == "2026"
    row.ganti([("semua", "Semua"), ("2024", "2024")])
    row.set_jumlah({"semua": 1, "2024": 1})
    assert (row.kunci, dipilih) == ("semua", [])
    assert [c.text() for c in row.findChildren(Chip) if c.isVisible()] == ["Semua", "2024"]
