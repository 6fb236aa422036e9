"""Titles in which document numbers (16-NQ/TU) and dates stay on one line."""

from markupsafe import Markup, escape

_LONGEST = 24
"""A longer word with a slash in it, an address say, may break."""


def whole_words(text: str) -> Markup:
    """Return the text as HTML with each word that holds a slash kept in one piece."""
    if "/" not in text:
        return escape(text)
    return Markup(" ").join(
        Markup('<span class="whole">{}</span>').format(word) if "/" in word and len(word) < _LONGEST else escape(word)
        for word in text.split(" ")
    )
