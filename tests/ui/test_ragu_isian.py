"""Doubts beside the inputs of a head: nobody is told that something is empty which stands there half typed."""

from __future__ import annotations

from datetime import date

import pytest

from ui.modules.rt.ragu import kalimat

HARI = date(2026, 4, 10)


@pytest.mark.parametrize(("nik", "diragukan"), [("", True), ("1673 0101 0170 1", False), ("1673010101700001", False)])
def test_a_nik_that_is_half_typed_is_not_called_empty(nik: str, diragukan: bool) -> None:
    ragu = kalimat({"nama": "Budi", "nik": nik, "tmt": "1/2/2024"}, HARI)
    assert ("belum diisi" in ragu.get("nik", "")) is diragukan
