"""What an operation changed: the value that tells screens which tables to read again."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of the changed rows per table, and the act that changed them (for undo and history)."""

    act_id: str = ""
    rows: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def touches(self, *tables: str) -> bool:
        """Tell whether any of ``tables`` changed."""
        return any(table in self.rows for table in tables)
