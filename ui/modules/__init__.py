"""The pages of the modules; each folder shows one module."""
