"""Reports at the web: verification by the camat, evaluation, the sheet for the coordination meeting."""
