"""The standing pages that a page of one's own is begun with: texts of ours, with what was answered in its places."""

import re
from collections.abc import Mapping
from pathlib import Path

FOLDER = Path(__file__).with_name("docs")
"""Where the texts stand in this package."""

_PLACE = re.compile(r"\{([a-z_]+)\}")
_CODE = "    "
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", **{sign: f"\\{sign}" for sign in "\\`*_>"}})


def templates() -> dict[str, str]:
    """Return the texts by their files' names in docs/."""
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(FOLDER.glob("*.md"))}


def standing_pages(words: Mapping[str, str]) -> dict[str, str]:
    """Return the standing pages by name, with the ``words`` that belong in their places."""
    return {name: _filled(text, words) for name, text in templates().items()}


def _filled(text: str, words: Mapping[str, str]) -> str:
    """Fill the header, whose places stand in quotation marks, and the body, where no answer is markup."""
    _, header, body = text.split("---\n", 2)
    quoted = {name: word.replace("\\", "\\\\").replace('"', '\\"') for name, word in words.items()}
    escaped = {name: word.translate(_ESCAPES).replace("](", "]\\(") for name, word in words.items()}
    lines = [_put(line, words if line.startswith(_CODE) else escaped) for line in body.split("\n")]
    return f"---\n{_put(header, quoted)}---\n" + "\n".join(lines)


def _put(text: str, words: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda place: words[place[1]], text)
