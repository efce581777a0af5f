"""The papers of module vaksinasi."""

from __future__ import annotations

from sipokat_desktop.storage.module import Document

DOCUMENTS: tuple[Document, ...] = ()
