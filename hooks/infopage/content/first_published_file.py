"""The names of the file of first publications, for modules that must not import its parser."""

NAME = "lan-dang-dau.txt"
"""The address of the file, relative to the site's root."""

USUAL = f"build/{NAME}"
"""The usual path, relative to the project, of the copy of the file from the last release."""
