"""Benches: run by hand with python -m, each prints a table."""
