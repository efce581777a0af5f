"""Campaigns against three PostgreSQL nodes: the primary killed and frozen under load, and last night's backup."""
