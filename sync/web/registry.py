"""The areas of the web, an explicit list, and the packages that hold their templates."""

from __future__ import annotations

from sync.web.kit.rute import Area

AREAS: tuple[Area, ...] = ()
FOLDERS: dict[str, str] = {}
"""Area to the package whose folder ``templates`` its pages are in."""
