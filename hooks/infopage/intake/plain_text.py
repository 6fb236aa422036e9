"""Plain text into the Markdown of an official document's body, so that every character shows as it stood."""

import re

_SPECIAL = re.compile(r"[\\`*_\[\]{}]|(?<=!)\[|^[#>](?=[#\s>]|$)")
_ENTITY = {"&": "&amp;", "<": "&lt;"}


def escape_line(line: str) -> str:
    """Return one line with Markdown's signs made harmless; labels (``1.``, ``a)``, ``-``) need and get nothing."""
    escaped = _SPECIAL.sub(lambda found: "\\" + found[0], line.strip())
    return "".join(_ENTITY.get(character, character) for character in escaped)


def header_line(key: str, value: str) -> str:
    """Return a header's line with the value in double quotes, whatever it holds."""
    quoted = " ".join(value.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'{key}: "{quoted}"'
