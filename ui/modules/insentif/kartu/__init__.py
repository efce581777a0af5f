"""*Kartu RT* and *Belum dibayar*: what an RT got and from which purse, and who still waits for what."""
