"""Turns texts from elsewhere into this project's Markdown and front matter."""
