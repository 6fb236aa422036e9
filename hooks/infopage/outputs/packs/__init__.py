"""Packs: the whole of a collection in one piece, as a page for printing and as an EPUB."""
