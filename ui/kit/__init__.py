"""Widgets, background jobs and dialogs that every page of the window is built from; knows no module."""
