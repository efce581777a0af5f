"""What is amiss between attendance marks that each stand rightly: two doors that say different things of a person."""

from __future__ import annotations

from sipokat_desktop.storage.manifest import Doubt

KERAGUAN: tuple[Doubt, ...] = ()
"""For *Perlu keputusan*."""
