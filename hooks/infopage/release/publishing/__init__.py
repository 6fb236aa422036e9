"""A release goes out: the checks before, the server that holds it, the public address after."""
