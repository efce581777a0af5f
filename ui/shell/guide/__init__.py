"""The page Panduan: chapters with pictures, the keys of a page, one search over all of it."""
