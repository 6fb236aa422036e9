"""A real text as an item: a file with front matter, in which the text stands escaped, line by line."""

from dataclasses import dataclass

from infopage.intake.plain_text import escape_line


@dataclass(frozen=True)
class RealText:
    """A real document: the path and content of its item, and the source text to compare with."""

    path: str
    markdown: str
    text: str
    articles: int


def item(header: list[str], lines: list[str]) -> str:
    """Return the file of an item with these lines of front matter and of text."""
    body = "\n".join(escape_line(line) for text in lines for line in text.splitlines())
    return "---\n" + "\n".join(header) + "\n---\n\n" + body + "\n"
