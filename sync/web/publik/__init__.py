"""What everybody may see, without a name in it."""
