"""The text that a result shows of each entry. It is in separate files, which are loaded only for the results shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from infopage.outputs.search import tuning
from infopage.outputs.search.sources import IndexSource
from infopage.outputs.wording.encoding import json_text


@dataclass(frozen=True)
class Passage:
    """A heading or provision and the text under it.

    ``anchor`` is the id of the heading or provision in the page. It is empty for the text before the first of them.
    """

    anchor: str
    title: str
    text: str


def share(entries: int) -> int:
    """Return how many characters of each entry's text are kept for snippets: fewer if there are more entries.

    The number changes in steps, so that a new entry seldom changes the texts of the others.
    """
    step = 1 << max(0, (max(entries, 1) - 1).bit_length())
    return max(tuning.LEAST_TEXT, min(tuning.MOST_TEXT, tuning.ALL_TEXT // step))


def per_file(entries: int) -> int:
    """Return how many entries are stored together in one file."""
    return max(1, -(-entries // tuning.RECORD_FILES))


def shown(source: IndexSource) -> str:
    """Return the data of an entry that a result shows at once, such as its title, as a JSON array without brackets."""
    status = [source.status.tone, source.status.sign, source.status.text] if source.status else 0
    return json_text(
        [
            source.address,
            source.title,
            source.number,
            source.kind_name,
            source.section,
            source.issuer_name,
            source.year,
            source.date,
            status,
            int(source.illustrative),
        ]
    )[1:-1]


def cut(letters: int, *kinds: Sequence[Passage]) -> str:
    """Return an entry's passages as JSON: ``[anchor, title, text]`` for each.

    The passages of each of ``kinds``, such as those of attached files, share ``letters`` characters.
    """
    return json_text([row for places in kinds for row in _rows(places, letters)])


def _rows(places: Sequence[Passage], letters: int) -> list[list[str]]:
    """Return the passages as rows.

    If the text has more than ``letters`` characters, all passages are shortened in the same proportion, and the last
    ones may be left out.
    """
    if sum(len(place.text) for place in places) > letters:
        # Only the first passages of a very long text are kept, because too many headings would leave no room for text.
        places = [place for place in places if place.text][: max(3, letters // 60 - 2)]
    whole = sum(len(place.text) for place in places)
    part = min(1.0, letters / whole) if whole else 1.0
    return [[place.anchor, place.title, _cut(place.text, part)] for place in places]


def _cut(text: str, part: float) -> str:
    if part == 1:
        return text
    length = int(len(text) * part)
    return text[:length].rpartition(" ")[0] + " …" if length > 30 else ""
