"""Checks that a page shows its whole body: no word is lost, and no Markdown syntax appears as text."""
