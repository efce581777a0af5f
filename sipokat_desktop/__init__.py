"""Sipokat Desktop: the offline-first program of a kelurahan office; this package is its Qt-free core."""

__version__ = "0.1.0"
BUILT_MS = 1_793_491_200_000
"""When this release was made (UTC ms): no clock is right that is earlier. The build of the set-up file writes the time
of its commit here; this one is a checkout's."""
