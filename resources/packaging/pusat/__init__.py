"""What installs the city's side."""
