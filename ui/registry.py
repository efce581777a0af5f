"""The pages of the window, in the order of the navigation; a new module adds one line here."""

from __future__ import annotations

from ui.kit.host import PageSpec
from ui.modules import insentif, rt

PAGES: tuple[PageSpec, ...] = (rt.SPEC, insentif.SPEC)
