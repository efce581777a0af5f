"""The city's database on three machines: templates of every configuration file, and what fills them in."""
