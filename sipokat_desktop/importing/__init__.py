"""Reading spreadsheets as offices keep them, and the balance of what was read."""
