"""Proposals at the web: status by kelurahan and category."""
