"""Sipokat Desktop: the offline-first program of a kelurahan office; this package is its Qt-free core."""

__version__ = "0.1.0"
