"""The store of one office PC: SQLite, the command layer, history, backup. Import what you need from the files."""
