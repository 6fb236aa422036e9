"""Repairs the layout of prose (all texts but official ones) pasted from Word, so that Markdown reads it as meant."""
