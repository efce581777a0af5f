"""The pages of the modules."""
