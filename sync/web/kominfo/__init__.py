"""Offices, computers, copies and health, for Kominfo."""
