"""A release as one file, or as a folder that opens without a server."""
