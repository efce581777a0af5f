"""Sipokat Pusat: the city's server. PostgreSQL in production, SQLite in one process for a trial."""
