"""The window of Sipokat Desktop; PySide6 lives here and nowhere else."""
