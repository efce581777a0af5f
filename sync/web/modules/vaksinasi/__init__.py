"""Vaccination at the web: coverage by kelurahan."""
