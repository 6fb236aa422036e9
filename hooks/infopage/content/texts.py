"""A text: a Markdown file with its rendered body and the item in its header. It finds the lines of its parts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from infopage.content.acts import Effect
from infopage.content.addresses import BodyLink
from infopage.content.field_types.references import Reference
from infopage.content.frontmatter import MarkdownFile
from infopage.content.model import Item, StandingPage
from infopage.content.quoted import Quotation
from infopage.content.rendered import Rendered
from infopage.content.schema import keys


@dataclass(frozen=True)
class Body:
    """A Markdown file and its rendered body. It has no item, because the header of the file may have faults."""

    page: MarkdownFile
    rendered: Rendered

    @property
    def path(self) -> str:
        """The path of the file for messages, relative to the project's root."""
        return self.page.path

    def line_of(self, key: str) -> int:
        """Return the line of a key of the header; the line of the header itself if it does not have this key."""
        lines = self.page.lines
        return lines.get(key, lines[""])

    def line_in_body(self, *fragments: str) -> int:
        """Return the first of the lines that :meth:`lines_in_body` returns."""
        return self.lines_in_body(*fragments)[0]

    def lines_in_body(self, *fragments: str) -> list[int]:
        """Return the lines of the body that contain the first of the ``fragments`` that occurs in it.

        If none occurs, return the first line of the body. Lines are numbers of lines in the file, from 1.
        """
        lines = unescape(self.page.body).casefold().split("\n")
        for fragment in filter(None, fragments):
            if found := [n for n, line in enumerate(lines, self.page.body_line) if fragment.casefold() in line]:
                return found
        return [self.page.body_line]

    def line_of_link(self, links: Sequence[BodyLink], index: int) -> int:
        """Return the line of ``links[index]``; ``links`` are all links of the body, in order.

        The body may have the same link several times, so equal links before this one are counted.
        """
        written = links[index].written
        whole = rf"(?<![^\s(<\"'=]){re.escape(written)}(?![^\s)>\"'])"
        pattern = re.compile(whole if written else r"\]\(\s*\)")
        lines = enumerate(self.page.body.split("\n"), self.page.body_line)
        found = [number for number, line in lines for _ in pattern.finditer(line)]
        before = sum(link.written == written for link in links[:index])
        return found[min(before, len(found) - 1)] if found else self.line_in_body(written, *written.split()[:1])


@dataclass(frozen=True)
class Text(Body):
    """An item or standing page, with its body."""

    item: Item | StandingPage
    references: tuple[tuple[str, Reference], ...] = ()
    """The references to other items in its header, each as (YAML key, reference)."""
    quotations: tuple[Quotation, ...] = ()
    """The quotations in its body whose source is named; empty for official documents."""
    digest: str = ""
    """A fingerprint of the text's file and of the registry entries that the text depends on."""
    head: str = ""
    """A fingerprint of the text's file name and header, on which links from other texts depend."""


def references_of(item: object) -> Iterator[tuple[str, Reference]]:
    """Yield (YAML key, reference) for each reference of an item to another."""
    for name, (attribute, _) in keys(type(item)).items():
        value = getattr(item, attribute)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Reference):
                yield name, one
            elif isinstance(one, Effect):
                yield name, one.target
