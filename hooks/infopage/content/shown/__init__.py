"""Checks that a page shows its whole body: no word is lost, and no Markdown sign appears as text."""
