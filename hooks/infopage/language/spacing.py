"""Normalises white space to single spaces."""


def spaced(text: str) -> str:
    r"""Return a text with single spaces between its words, instead of any white space, and none at its ends.

    >>> spaced(" Nghị\xa0quyết \n số  05 ")
    'Nghị quyết số 05'
    """
    # Most lines need no change, and this test is three times as fast. Of all white space, only the space is printable.
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return " ".join(text.split())
