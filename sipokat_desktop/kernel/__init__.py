"""Facts and arithmetic of the domain on the standard library alone: no files, no Qt, no network."""
