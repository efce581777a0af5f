"""Tests of the printing engine."""
