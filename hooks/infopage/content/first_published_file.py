"""The names of the file of first publications, for modules that must not import its parser."""

NAME = "lan-dang-dau.txt"
"""The file's address in the site."""

USUAL = f"build/{NAME}"
"""The file's usual path in a project: a copy of the one from the last release."""
