"""Finds persons in forms: rows of a label and its value, such as “Họ và tên: …”, or of values for several persons."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from infopage.files.segments import Row, Segment
from infopage.language.folding import level
from infopage.release.guard.persons.cells import NAMES, NONE, UNDATED, facts_of_cell
from infopage.release.guard.persons.facts import EARLIEST, PersonFact, PersonRecord
from infopage.release.guard.persons.vocabulary import Vocabulary
from infopage.release.guard.spelling import normalised, squeezed

_LONGEST, _LONGEST_NAME = 600, 40


@dataclass
class _Form:
    """The form of one person, as far as it has been read.

    ``row`` and ``name`` are those of the person's name. ``labelled`` means that a label such as “Họ và tên” marks the
    name.
    """

    row: Row
    name: str
    labelled: bool
    facts: set[PersonFact] = field(default_factory=set)
    year: int = 0

    def closed(self) -> Iterator[PersonRecord]:
        """Yield the person whose form ends here. Yield nothing if there are no facts, or the person is historical."""
        if self.facts and not 0 < self.year < EARLIEST:
            yield PersonRecord(self.row.line, self.row.part, squeezed(self.name), frozenset(self.facts), year=self.year)


def records_of_forms(rows: Iterable[Row], words: Vocabulary, own_numbers: frozenset[str]) -> Iterator[PersonRecord]:
    """Yield the persons in rows whose first cell is a label and the others are values, each for another person.

    The keys and values of a data file are such rows too. ``words`` recognises labels and names. The site's
    ``own_numbers`` (telephone) are not facts about a person.
    """
    forms: dict[int, _Form] = {}
    for row in rows:
        cells = list(row.cells)
        while len(cells) > 2 and not any(sign.isalpha() for sign in cells[0]):
            cells = cells[1:]
        kinds = words.kinds_of(cells[0]) if cells else NONE
        for column, value in enumerate(cells[1:]):
            name, labelled = value, "ho-ten" in kinds
            if not kinds and len(cells) == 2:
                # Without a known label, a name may be the value of an unknown label, or stand alone as a key or a line
                # above the form.
                name = value or cells[0]
            if (kinds & NAMES or (not kinds and len(cells) == 2)) and words.names.is_one(name, headed=labelled):
                yield from forms[column].closed() if column in forms else ()
                forms[column] = _Form(row, name, labelled)
            elif column in forms and "da-mat" in kinds and value:
                del forms[column]
            elif form := forms.get(column):
                told, year = facts_of_cell(
                    value, kinds or UNDATED, own_numbers, headed=True, of_office=not form.labelled
                )
                form.facts |= told
                form.year = form.year or year
    for form in forms.values():
        yield from form.closed()


def form_rows(segments: Iterable[Segment], words: Vocabulary) -> Iterator[Row]:
    """Yield each field of a form, such as “Ngày sinh: 2/9/1990”, as a row of a label and a value.

    ``segments`` are the lines of a file; a line may have several fields. ``words`` recognises the labels.
    """
    for segment in segments:
        if len(segment.text) <= _LONGEST:
            yield from (Row(segment.line, cells, -1, "") for cells in _cells(segment.text, words))


@lru_cache(maxsize=1 << 15)  # cached, as the pages of a site share most lines
def _cells(line: str, words: Vocabulary) -> tuple[tuple[str, str], ...]:
    """Return the label and value of each field of a line. A line with only a name is a label without a value.

    ``words`` recognises labels and names.
    """
    text = normalised(line)
    if ":" not in text:
        return ((text, ""),) if len(text) < _LONGEST_NAME and words.names.is_one(text, headed=False) else ()
    plain = level(text)
    labels = [label for label in words.labels(plain) if re.match(r"[^:\d]{0,25}?\s*:", plain[label.end :])]
    found = []
    for at, label in enumerate(labels):
        colon = text.find(":", label.end)
        until = labels[at + 1].start if at + 1 < len(labels) else len(text)
        if colon < until:
            found.append((text[label.start : label.end], text[colon + 1 : until].strip(" \t,;-–_")))
    return tuple(found)
