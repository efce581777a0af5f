"""Stored days (ISO text) in words."""

from __future__ import annotations

from datetime import date

from sipokat_desktop.kernel import tanggal


def pendek(iso: str) -> str:
    """Return a stored day as people type it, "" for none."""
    return tanggal.pendek(date.fromisoformat(iso)) if iso else ""


def panjang(iso: str) -> str:
    """Return a stored day in words, "" for none."""
    return tanggal.panjang(date.fromisoformat(iso)) if iso else ""
