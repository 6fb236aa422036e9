"""The first pages of a new site (about, contact, accessibility …): templates filled in with the answers."""

import re
from collections.abc import Mapping
from pathlib import Path

FOLDER = Path(__file__).with_name("docs")
"""The folder with the templates of a new site's first pages."""

_PLACE = re.compile(r"\{([a-z_]+)\}")
_CODE = "    "
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", **{sign: f"\\{sign}" for sign in "\\`*_>"}})


def templates() -> dict[str, str]:
    """Return the page templates by the file names that the pages get in docs/."""
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(FOLDER.glob("*.md"))}


def standing_pages(words: Mapping[str, str]) -> dict[str, str]:
    """Return by file name the pages that every site has: the templates with their ``{key}`` replaced by words.

    ``words`` has a value for each key.
    """
    return {name: _filled(text, words) for name, text in templates().items()}


def _filled(text: str, words: Mapping[str, str]) -> str:
    """Return a template with each ``{key}`` replaced by the value that ``words`` has for it.

    Values are escaped: for quoted YAML in the front matter, for Markdown and HTML in the body. In indented lines of the
    body (code blocks) they are not escaped, because such lines are shown as they are.
    """
    _, header, body = text.split("---\n", 2)
    quoted = {name: word.replace("\\", "\\\\").replace('"', '\\"') for name, word in words.items()}
    escaped = {name: word.translate(_ESCAPES).replace("](", "]\\(") for name, word in words.items()}
    lines = [_put(line, words if line.startswith(_CODE) else escaped) for line in body.split("\n")]
    return f"---\n{_put(header, quoted)}---\n" + "\n".join(lines)


def _put(text: str, words: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda place: words[place[1]], text)
