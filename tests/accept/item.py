"""A text of the corpus as an item: a Markdown file with front matter, in which each line of the text is escaped."""

from dataclasses import dataclass

from infopage.intake.plain_text import escape_line


@dataclass(frozen=True)
class RealText:
    """A text of the corpus (a folder of real texts): the path and content of its item's file, and the original."""

    path: str
    markdown: str
    text: str
    articles: int


def item(header: list[str], lines: list[str]) -> str:
    """Return the Markdown file of an item, given the lines of its front matter and those of its text."""
    body = "\n".join(escape_line(line) for text in lines for line in text.splitlines())
    return "---\n" + "\n".join(header) + "\n---\n\n" + body + "\n"
