"""*Rekap*: what every RT got in a year, and the year against its ceiling."""
