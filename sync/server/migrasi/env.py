"""What alembic runs for every command: the revisions, over the connection that sync.server.migration hands in."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
