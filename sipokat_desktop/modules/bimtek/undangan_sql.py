"""When an invitation stands, as the statements ask it; the state is one soft field, so that no two PCs dispute it."""

from __future__ import annotations

DITARIK, LEPAS = "ditarik", "lepas"
"""States of an invitation besides none: it was withdrawn; it went with its deleted event, and comes back with it."""
DIUNDANG = f"u.keadaan IS NOT '{DITARIK}'"
"""The invitation ``u`` stands, to an event that is here."""
