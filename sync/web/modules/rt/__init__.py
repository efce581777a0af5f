"""The roster at the web: heads of RT of all kelurahan of an office."""
