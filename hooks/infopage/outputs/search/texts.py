"""What a result shows of an entry: its record and its passages, in files that are loaded only for results shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from infopage.outputs.search import tuning
from infopage.outputs.search.sources import IndexSource
from infopage.outputs.wording.encoding import json_text


@dataclass(frozen=True)
class Passage:
    """A heading or provision and the text under it; the first passage of an entry has no anchor."""

    anchor: str
    title: str
    text: str


def share(entries: int) -> int:
    """Return how many characters of each entry's text are kept, in steps, so that a new entry seldom changes them."""
    step = 1 << max(0, (max(entries, 1) - 1).bit_length())
    return max(tuning.LEAST_TEXT, min(tuning.MOST_TEXT, tuning.ALL_TEXT // step))


def per_file(entries: int) -> int:
    """Return how many entries share a file."""
    return max(1, -(-entries // tuning.RECORD_FILES))


def shown(source: IndexSource) -> str:
    """Return what a result shows first of an entry, as a JSON array without its brackets."""
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


def cut(places: Sequence[Passage], letters: int) -> str:
    """Return an entry's text as JSON: ``[anchor, title, text]`` for each place, cut to its share of ``letters``."""
    if sum(len(place.text) for place in places) > letters:
        # In a very long text, headings would outweigh the little text kept, and each place would keep only few letters.
        places = [place for place in places if place.text][: max(3, letters // 60 - 2)]
    whole = sum(len(place.text) for place in places)
    part = min(1.0, letters / whole) if whole else 1.0
    return json_text([[place.anchor, place.title, _cut(place.text, part)] for place in places])


def _cut(text: str, part: float) -> str:
    if part == 1:
        return text
    length = int(len(text) * part)
    return text[:length].rpartition(" ")[0] + " …" if length > 30 else ""
