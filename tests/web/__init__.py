"""Pages of Sipokat Pusat: over a real socket, and in a real browser."""
