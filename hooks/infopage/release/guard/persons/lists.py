"""Finds lists of persons in a file: at least two persons in one table, one list, or consecutive forms."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from infopage.files.segments import Position, Row, Segment
from infopage.files.tables import line_rows
from infopage.release.guard.persons.below_heads import names_the_dead, records_below_heads
from infopage.release.guard.persons.entries import records_of_line
from infopage.release.guard.persons.facts import PersonRecord
from infopage.release.guard.persons.forms import form_rows
from infopage.release.guard.persons.tables import records_of_rows
from infopage.release.guard.persons.vocabulary import Vocabulary

_NEAR = 4
"""Two persons at least this many segments apart belong to different lists. Closer ones may have other lines between
them.
"""


@dataclass(frozen=True)
class Finder:
    """Finds the lists of persons in a file's table rows and segments (pieces of text such as lines).

    ``words`` recognises headings, labels and names. The site's ``own_numbers`` (telephone) are not facts about a
    person.
    """

    words: Vocabulary
    own_numbers: frozenset[str]

    def find(
        self, rows: Iterable[Row], segments: Iterable[Segment], *, loose: bool = False
    ) -> Iterator[list[PersonRecord]]:
        """Yield the persons of each list. A list that is found in several ways is yielded once.

        ``rows`` are the rows of the file's tables, and ``segments`` its lines. ``loose`` means that the file (PDF, RTF)
        has no table cells: tables were extracted as lines of text.
        """
        told: set[str] = set()
        for records in self._lists(rows, segments, loose=loose):
            names = {record.name for record in records}
            if not names <= told:
                yield records
            told |= names

    def _lists(self, rows: Iterable[Row], segments: Iterable[Segment], *, loose: bool) -> Iterator[list[PersonRecord]]:
        texts = [segment for segment in segments if segment.place is not Position.NAME and segment.text.strip()]
        single: list[PersonRecord] = []
        headed: set[tuple[str, int]] = set()
        for table in (rows, line_rows(texts), form_rows(texts, self.words)):
            for records in records_of_rows(table, self.words, self.own_numbers, headed):
                if is_list(records):
                    yield records
                else:
                    single += records
        if loose:
            dead = {one.part for one in texts if names_the_dead(one, self.words)}
            texts = [one for one in texts if one.part not in dead]
        yield from self._in_lines([one for one in texts if one.part or (one.part, one.line) not in headed])
        if loose and is_list(found := list(records_below_heads(texts, self.words, self.own_numbers))):
            yield found
        if is_list(single):
            yield single

    def _in_lines(self, segments: list[Segment]) -> Iterator[list[PersonRecord]]:
        near: list[PersonRecord] = []
        last = -_NEAR
        for at, segment in enumerate(segments):
            records = records_of_line(segment, self.words, self.own_numbers)
            if not records:
                continue
            if at - last >= _NEAR:
                if is_list(near):
                    yield near
                near = []
            near += records
            last = at
        if is_list(near):
            yield near


def is_list(records: list[PersonRecord]) -> bool:
    """Tell whether persons found near each other are a list, which must not be published.

    Two persons are enough. Where a year without a label is the only fact, three are needed. Their years must not be in
    ascending or descending order, because sorted years suggest a chronology.
    """
    firm = {record.name for record in records if not record.weak}
    if len(firm) > 1:
        return True
    years = [record.year for record in records if record.weak]
    return len({record.name for record in records}) > 2 and years != sorted(years) and years != sorted(years)[::-1]
