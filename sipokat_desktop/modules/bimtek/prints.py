"""The papers of module bimtek: F10, F12, F13, F14 and F15 (DOMAIN §8)."""

from __future__ import annotations

from sipokat_desktop.storage.module import Document

DOCUMENTS: tuple[Document, ...] = ()
