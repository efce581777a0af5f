"""The modules of the office program; each folder is one, and its ``__init__`` is its public face."""
