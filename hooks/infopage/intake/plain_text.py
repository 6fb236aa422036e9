"""Escapes plain text for the Markdown and front matter of an official document; every character is shown unchanged."""

import re

_SPECIAL = re.compile(r"[\\`*_\[\]{}]|(?<=!)\[|^[#>](?=[#\s>]|$)")
_ENTITY = {"&": "&amp;", "<": "&lt;"}


def escape_line(line: str) -> str:
    """Return a line with Markdown's special characters escaped.

    The labels of provisions, such as ``1.``, ``a)`` and ``-`` at the beginning of a line, are not escaped.
    """
    escaped = _SPECIAL.sub(lambda found: "\\" + found[0], line.strip())
    return "".join(_ENTITY.get(character, character) for character in escaped)


def header_line(key: str, value: str) -> str:
    """Return the front matter line ``key: "value"``, with the value escaped for YAML."""
    quoted = " ".join(value.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'{key}: "{quoted}"'
