"""The sync between offices and the city: protocol and merge rules, client, server (SYNC.md)."""
