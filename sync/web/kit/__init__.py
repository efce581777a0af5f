"""What every page of the web is made of."""
