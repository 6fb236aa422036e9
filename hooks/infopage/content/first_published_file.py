"""Where first publications stand, for those who want nothing else of them."""

NAME = "lan-dang-dau.txt"
"""The file's address in a site."""

USUAL = f"build/{NAME}"
"""Where a project has what the last release told."""
