"""The steps of the city's database from one release to the next (alembic); see sync.server.migration."""
