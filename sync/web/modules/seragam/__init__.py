"""Uniforms at the web: stock and what was picked up."""
