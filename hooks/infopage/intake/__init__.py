"""Converts texts from other sources to this project's Markdown and front matter."""
