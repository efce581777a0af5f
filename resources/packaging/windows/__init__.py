"""Builds the set-up file for Windows PCs on Debian: ``make windows`` (keputusan/0052)."""
