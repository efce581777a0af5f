"""Bimtek at the web: events, attendance, figures."""
