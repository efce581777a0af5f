"""The rule of :mod:`.tanda` as SQL, for many people at once; the start of the program needs this and no more of it."""

from __future__ import annotations

PASTI = "{0}.tanda <> '' AND coalesce({0}.cara, '') <> 'sisa'"
"""The marks that do not yield, as SQL ({0}: the alias of bimtek_hadir)."""
SQL_HADIR = f"{PASTI.format('h')} AND h.tanda IN ('hadir', 'diwakili')"
"""A mark ``h`` that counts as present."""
_TANDA = f"CASE WHEN {PASTI.format('h')} THEN h.tanda END"
_MASA = f"CASE WHEN {SQL_HADIR} THEN nullif(h.masa_id, '') END"
BERBEDA = f"min({_TANDA}) <> max({_TANDA}) OR coalesce(min({_MASA}) <> max({_MASA}), 0)"
"""Whether the marks ``h`` of one (session, post) contradict each other."""
BERLAKU = f"""SELECT h.sesi_id, h.jabatan_id,
    CASE WHEN min({_TANDA}) IS NULL THEN 'alpa' WHEN {BERBEDA} THEN 'beda' ELSE min({_TANDA}) END AS tanda,
    max({SQL_HADIR}) AS datang
FROM bimtek_hadir h WHERE h.tanda <> '' {{lagi}} GROUP BY h.sesi_id, h.jabatan_id"""
"""The rule as SQL, for many at once; ``lagi`` narrows it."""
