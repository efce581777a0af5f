"""Benches: run by hand, each prints a table."""
