"""What installs Sipokat: lock files, units, recipes."""
