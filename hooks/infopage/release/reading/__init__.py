"""Reads a release from a folder, or from a live site over HTTP."""
