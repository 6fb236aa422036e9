"""Finds persons in table rows, by the column headings, by the labels beside the cells, or by the look of the cells
alone.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby, takewhile

from infopage.files.segments import Position, Row, Segment
from infopage.release.guard.persons.cells import NAMES, NONE, UNDATED, UNKNOWN, Kinds, facts_of_cell
from infopage.release.guard.persons.entries import records_of_line
from infopage.release.guard.persons.facts import EARLIEST, PUBLISHED, PersonFact, PersonRecord, dates, is_of_life
from infopage.release.guard.persons.forms import records_of_forms
from infopage.release.guard.persons.vocabulary import Vocabulary
from infopage.release.guard.spelling import normalised, squeezed

_MOST_HEADS = 3
"""The most rows of column headings that are looked for in one table."""


def records_of_rows(
    rows: Iterable[Row], words: Vocabulary, own_numbers: frozenset[str], headed: set[tuple[str, int]]
) -> Iterator[list[PersonRecord]]:
    """Yield, for each table that names persons, a list of them.

    ``words`` recognises headings, labels and names. The site's ``own_numbers`` (telephone) are not facts about a
    person. The part (page or archive member) and line of each row below column headings are added to ``headed``. So
    these rows are not searched again as lines of text.
    """
    for _, table in groupby(sorted(rows, key=_table_of), key=_table_of):
        lines = [Row(row.line, tuple(map(normalised, row.cells)), row.table, row.part) for row in table]
        reader = _Table(lines, words, own_numbers)
        found = list(reader.persons())
        headed |= reader.headed
        if len({record.name for record in found}) < 2:
            found = list(records_of_forms(lines, words, own_numbers))
        if found:
            yield found


def _table_of(row: Row) -> tuple[str, int]:
    return row.part, row.table


class _Table:
    """Finds the persons in the rows of one table.

    ``headed`` collects the part (page or archive member) and line of each row below column headings.
    """

    def __init__(self, rows: list[Row], words: Vocabulary, own_numbers: frozenset[str]) -> None:
        self._rows = rows
        self._words = words
        self._own_numbers = own_numbers
        self.headed: set[tuple[str, int]] = set()

    def persons(self) -> Iterator[PersonRecord]:
        """Yield the persons in rows below column headings, and in rows without headings whose cells name a person."""
        heads: list[Kinds] = []
        is_headed = False
        heads_above = 0
        for at, row in enumerate(self._rows):
            kinds = [self._words.kinds_of(cell) for cell in row.cells]
            is_heads = self._are_heads(row, kinds)
            if is_heads and 0 < heads_above < _MOST_HEADS:
                heads = _below(heads, kinds) if len(kinds) >= len(heads) else heads
                heads_above += 1
            elif is_heads:
                heads, is_headed, heads_above = _spread(kinds, row.cells), True, 1
            elif not at and self._is_text(row):
                heads, is_headed = [UNKNOWN if cell else NONE for cell in row.cells], True
            else:
                heads_above = 0
                if is_headed:
                    self.headed.add((row.part, row.line))
                if record := self._person(row, heads):
                    yield record
                elif not is_headed:
                    yield from self._entry(row)

    def _are_heads(self, row: Row, kinds: list[Kinds]) -> bool:
        known = sum(bool(kind) for kind in kinds)
        if not known or any(next(dates(cell), None) for cell in row.cells):
            return False
        return known > 1 or self._is_text(row)

    def _is_text(self, row: Row) -> bool:
        """Tell whether a row may have column headings that are not in the guard's word list (data/bao-ve.yml).

        It has words in more than one cell, but no digits and no person's name.
        """
        cells = [cell for cell in row.cells if cell]
        return len(cells) > 1 and not any(
            any(sign.isdigit() for sign in cell) or self._words.names.is_one(cell, headed=False) for cell in cells
        )

    def _entry(self, row: Row) -> list[PersonRecord]:
        """Return the persons in a row that is really a list item, split into cells at its commas or the like."""
        text = ", ".join(filter(None, row.cells))
        return records_of_line(Segment(row.line, text, Position.CELL, row.part), self._words, self._own_numbers)

    def _person(self, row: Row, heads: list[Kinds]) -> PersonRecord | None:
        """Return the person in a row; None where the row has no name or no facts.

        ``heads`` are the subjects of the column headings above the row.
        """
        text = " ".join(row.cells)
        if self._words.is_of_the_dead(text) or is_of_life(text) or any("da-mat" in kinds for kinds in heads):
            return None
        if not heads and PUBLISHED.search(text):
            return None
        name = self._name(row, heads)
        of_office = any("viec-chung" in kinds for kinds in heads) or not any(kinds & NAMES for kinds in heads)
        facts: set[PersonFact] = set()
        year = 0
        is_of_persons = not heads or any(kinds & NAMES for kinds in heads)
        for at, cell in enumerate(row.cells if name else ()):
            if cell == name:  # the name itself is not a fact
                continue
            # Below a heading that is not in the guard's word list, a date counts only if the table has a column of
            # names.
            kinds = _at(heads, at) if is_of_persons else _at(heads, at) - UNKNOWN or UNDATED
            told, born = facts_of_cell(cell, kinds, self._own_numbers, headed=bool(heads), of_office=of_office)
            facts |= told
            year = year or born
        if not facts or 0 < year < EARLIEST:
            return None
        is_weak = not heads and facts == {PersonFact.BIRTH_YEAR}
        return PersonRecord(row.line, row.part, squeezed(name), frozenset(facts), is_weak, year)

    def _name(self, row: Row, heads: list[Kinds]) -> str:
        """Return the person's name in a row, from a column for names or of unknown subject; empty where it has none.

        ``heads`` are the subjects of the column headings above the row.
        """
        whole = " ".join(_name_cells(row, heads))
        if self._words.names.is_one(whole, headed=True) and not self._words.kinds_of(whole):
            return whole
        for at, cell in enumerate(row.cells):
            kinds = _at(heads, at)
            if (kinds & NAMES or kinds <= UNKNOWN) and self._words.names.is_one(cell, headed=False):
                return cell
        within = (one for one in self._words.names.within(whole) if one.is_long)
        return next((one.text for one in within), "")


def _name_cells(row: Row, heads: list[Kinds]) -> Iterator[str]:
    """Yield the names in a row of a table, from its cells below column headings for names.

    If family name and given name have columns of their own, they are yielded as separate strings.

    ``heads`` are the subjects of the column headings above the row.
    """
    first = next((at for at, kinds in enumerate(heads) if kinds & NAMES), len(heads))
    pairs = zip(row.cells[first:], heads[first:], strict=False)
    return (cell for cell, _ in takewhile(lambda pair: bool(pair[1] & NAMES), pairs))


def _at(heads: list[Kinds], column: int) -> Kinds:
    return heads[column] if column < len(heads) else NONE


def _spread(kinds: list[Kinds], cells: tuple[str, ...]) -> list[Kinds]:
    """Return the subjects of the column headings ``cells``, given the subjects ``kinds`` that they name.

    An empty cell gets the subject of the heading on its left, because that heading spans both columns.
    """
    spread: list[Kinds] = []
    for at, cell in enumerate(cells):
        spread.append(kinds[at] or (UNKNOWN if cell else spread[-1] if spread else NONE))
    return spread


def _below(above: list[Kinds], kinds: list[Kinds]) -> list[Kinds]:
    """Merge the subjects of two rows of column headings, ``above`` and the one below it.

    The lower heading counts where its subject is known, because it is more specific.
    """
    return [_at(kinds, n) or _at(above, n) for n in range(max(len(above), len(kinds)))]
