"""The names of the file of first publications (see ``first_published``), without the imports that its parser needs."""

NAME = "lan-dang-dau.txt"
"""The address of the file of first publications, relative to the site's root."""

USUAL = f"build/{NAME}"
"""The usual path, relative to the project, where the last release's file of first publications is copied to."""
