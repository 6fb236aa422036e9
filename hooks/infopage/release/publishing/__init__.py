"""Publishing: the checks of a built site, the upload to the server, and the check of the public address."""
