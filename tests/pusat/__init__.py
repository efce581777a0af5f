"""Tests: operations of the city server."""
