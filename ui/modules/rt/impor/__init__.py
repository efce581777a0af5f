"""The import of an office's sheet in the window: mapping, preview, balance, earlier imports."""
