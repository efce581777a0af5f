"""The import of a register of goods in the window: mapping, preview, balance."""
