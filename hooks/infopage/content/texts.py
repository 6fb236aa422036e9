"""A text: a Markdown file with its rendered body and its item, and the line numbers of its parts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from infopage.content.addresses import BodyLink
from infopage.content.field_types.references import Reference
from infopage.content.frontmatter import MarkdownFile
from infopage.content.model import Item, StandingPage
from infopage.content.quoted import Quotation
from infopage.content.rendered import Rendered
from infopage.content.schema import keys


@dataclass(frozen=True)
class Body:
    """A Markdown file and its rendered body. Its header may have faults."""

    page: MarkdownFile
    rendered: Rendered

    @property
    def path(self) -> str:
        """The path of the file for messages, relative to the project's root."""
        return self.page.path

    def line_of(self, key: str) -> int:
        """Return the line of a header key, or of the header if it lacks the key."""
        lines = self.page.lines
        return lines.get(key, lines[""])

    def line_in_body(self, *fragments: str) -> int:
        """Return the first line of the body with the first of ``fragments`` that occurs, or else the body's first."""
        return self.lines_in_body(*fragments)[0]

    def lines_in_body(self, *fragments: str) -> list[int]:
        """Return the lines of the body with the first of ``fragments`` that occurs, or else the body's first line."""
        lines = unescape(self.page.body).casefold().split("\n")
        for fragment in filter(None, fragments):
            if found := [n for n, line in enumerate(lines, self.page.body_line) if fragment.casefold() in line]:
                return found
        return [self.page.body_line]

    def line_of_link(self, links: Sequence[BodyLink], index: int) -> int:
        """Return the line of one of the body's ``links``. If the link is repeated, find the line of this repetition."""
        written = links[index].written
        whole = rf"(?<![^\s(<\"'=]){re.escape(written)}(?![^\s)>\"'])"
        pattern = re.compile(whole if written else r"\]\(\s*\)")
        lines = enumerate(self.page.body.split("\n"), self.page.body_line)
        found = [number for number, line in lines for _ in pattern.finditer(line)]
        before = sum(link.written == written for link in links[:index])
        return found[min(before, len(found) - 1)] if found else self.line_in_body(written, *written.split()[:1])


@dataclass(frozen=True)
class Text(Body):
    """An item or standing page with its body.

    ``references`` are those of its header, with their keys. ``quotations`` are those in its body; documents have none.
    ``digest`` is a fingerprint of everything it was read from; ``head`` is one of its file name and header only.
    """

    item: Item | StandingPage
    references: tuple[tuple[str, Reference], ...] = ()
    quotations: tuple[Quotation, ...] = ()
    digest: str = ""
    head: str = ""


def references_of(item: object) -> Iterator[tuple[str, Reference]]:
    """Yield (YAML key, reference) for each reference of an item to another."""
    for name, (attribute, _) in keys(type(item)).items():
        value = getattr(item, attribute)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Reference):
                yield name, one
