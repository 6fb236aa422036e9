"""The texts that a document has had and will have: as issued, and from each day on which others change its words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from infopage.content.effects.blocks import TextBlock, blocks_of
from infopage.content.effects.folding import Modification, days_of, text_on
from infopage.content.provisions.lines import Provision


@dataclass(frozen=True)
class DatedTexts:
    """The text of a document as issued, and, by day, its text from each day on which it changes."""

    issued: tuple[TextBlock, ...]
    from_day: Mapping[date, tuple[TextBlock, ...]]

    @classmethod
    def of(cls, html: str, provisions: Sequence[Provision], modifications: Iterable[Modification]) -> Self:
        """Return the texts of a document, given its HTML and provisions as issued, and all its modifications."""
        found = tuple(modifications)
        issued = blocks_of(html, provisions) if found else ()
        return cls(issued, {day: text_on(day, issued, found).blocks for day in days_of(found)})
