"""Repairs the layout of a prose body pasted from Word, so that Markdown reads it as the editor meant it."""
