"""Publishing: the checks before, the server that holds the releases, and the check of the public address after."""
