"""The engine of an office's store: SQLCipher's build of SQLite, whose interface is that of the standard ``sqlite3``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection, Cursor, DatabaseError, Error, IntegrityError, OperationalError, Row, connect
else:
    import sqlcipher3
    from sqlcipher3.dbapi2 import (
        Connection,
        Cursor,
        DatabaseError,
        Error,
        IntegrityError,
        OperationalError,
        Row,
        connect,
    )

    # sqlite-utils asks for an engine of this name first; else it would not know our errors for what they are.
    sys.modules["pysqlite3"] = sqlcipher3
    sys.modules["pysqlite3.dbapi2"] = sqlcipher3.dbapi2

__all__ = ["Connection", "Cursor", "DatabaseError", "Error", "IntegrityError", "OperationalError", "Row", "connect"]
