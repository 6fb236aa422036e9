"""Packing: a release as one zip file, or as a folder that a browser opens without a server."""
