"""Sipokat Pusat put together: the API, the web pages and the city's administration on the command line."""
