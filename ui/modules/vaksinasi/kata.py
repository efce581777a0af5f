"""Shares and the age of figures in words, for the page, its sheets and Beranda."""

from __future__ import annotations

from datetime import date

from sipokat_desktop.modules.vaksinasi.model import Cakupan


def persen(c: Cakupan, isian: str) -> str:
    """Return the share of a dose as paper says it too: whole percents, "" of nobody."""
    return c.kata(isian).partition(" · ")[0] if c.sasaran else ""


def umur(terbaru: str, hari: str) -> int:
    """Return how many days before ``hari`` the newest figure is (ISO days)."""
    return (date.fromisoformat(hari) - date.fromisoformat(terbaru)).days
