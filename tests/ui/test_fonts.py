"""Qt takes the fonts we ship, in every weight that the window uses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics

import resources


@pytest.fixture
def fonts() -> Iterator[None]:
    loaded = [QFontDatabase.addApplicationFont(str(f)) for f in sorted(resources.path("fonts").glob("*.ttf"))]
    assert len(loaded) == 6
    assert -1 not in loaded
    yield
    for number in loaded:
        QFontDatabase.removeApplicationFont(number)


@pytest.mark.usefixtures("qapp", "fonts")
@pytest.mark.parametrize(
    ("family", "weight", "italic"),
    [
        ("Noto Sans", QFont.Weight.Normal, False),
        ("Noto Sans", QFont.Weight.DemiBold, False),
        ("Noto Sans", QFont.Weight.Bold, False),
        ("Tinos", QFont.Weight.Normal, False),
        ("Tinos", QFont.Weight.Bold, False),
        ("Tinos", QFont.Weight.Normal, True),
    ],
)
def test_font_is_the_one_asked_for(family: str, weight: QFont.Weight, italic: bool) -> None:
    font = QFont(family)
    font.setPixelSize(14)
    font.setWeight(weight)
    font.setItalic(italic)
    info = QFontInfo(font)
    assert (info.family(), info.weight(), info.italic(), info.exactMatch()) == (family, weight, italic, True)
    metrics = QFontMetrics(font)
    assert len({metrics.horizontalAdvance(d) for d in "0123456789"}) == 1
    assert all(metrics.inFontUcs4(ord(ch)) for ch in "→↑↓←●○•–“”€")
