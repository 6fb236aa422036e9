"""Persons in the rows of tables: by the heads of the columns, by labels at the side, or by what the cells look like."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from infopage.files.segments import Place, Row, Segment
from infopage.release.guard.persons.entries import records_of_line
from infopage.release.guard.persons.facts import (
    EARLIEST,
    GROWN_UP,
    LATEST,
    PUBLISHED,
    Fact,
    Record,
    dates,
    has_identity,
    has_papers,
    is_of_life,
    mobiles,
)
from infopage.release.guard.persons.vocabulary import Vocabulary
from infopage.release.guard.spelling import normalised, squeezed

_PLACES = {"noi-o": Fact.HOME, "que-quan": Fact.ORIGIN}
_NAMES = frozenset(("ho-ten", "nguoi"))
_Kinds = frozenset[str]
_NONE: _Kinds = frozenset()
_UNKNOWN: _Kinds = frozenset(("la",))
"""What a head is about that the data does not know."""
_UNDATED: _Kinds = frozenset(("khac",))
"""What a key of data is about that the data does not know: a date there is mostly of the data."""
_DOOR = re.compile(r"(?<!\w)(?:số nhà|thôn|buôn|bon|xóm|ấp|tổ|khu phố|khối|hẻm|ngõ|ngách|kiệt)(?!\w)", re.IGNORECASE)
_WIDEST_HEADS = 3
"""Rows that the heads of one table take."""


def records_of_rows(
    rows: Iterable[Row], words: Vocabulary, own_numbers: frozenset[str], headed: set[tuple[str, int]]
) -> Iterator[list[Record]]:
    """Yield the persons of each table that has any; put the part and line of each row below heads into ``headed``."""
    for _, table in groupby(sorted(rows, key=_table_of), key=_table_of):
        lines = [Row(row.line, tuple(map(normalised, row.cells)), row.table, row.part) for row in table]
        reader = _Table(lines, words, own_numbers)
        found = list(reader.by_columns())
        headed |= reader.headed
        found = found if len(found) > 1 else list(reader.by_labels())
        if found:
            yield found


def _table_of(row: Row) -> tuple[str, int]:
    return row.part, row.table


class _Table:
    """Reads the rows of one table."""

    def __init__(self, rows: list[Row], words: Vocabulary, own_numbers: frozenset[str]) -> None:
        self._rows = rows
        self._words = words
        self._own_numbers = own_numbers
        self.headed: set[tuple[str, int]] = set()

    def by_columns(self) -> Iterator[Record]:
        """Yield the persons below heads, and before any head those that are told by their cells alone."""
        heads: list[_Kinds] = []
        is_headed = False
        heads_above = 0
        for at, row in enumerate(self._rows):
            kinds = [self._words.kinds_of(cell) for cell in row.cells]
            is_heads = self._are_heads(row, kinds)
            if is_heads and 0 < heads_above < _WIDEST_HEADS:
                heads = _below(heads, kinds) if len(kinds) >= len(heads) else heads
                heads_above += 1
            elif is_heads:
                heads, is_headed, heads_above = _spread(kinds, row.cells), True, 1
            else:
                if not at and self._is_text(row):
                    is_headed = True  # heads of which none is known
                    heads = [_UNKNOWN if cell else _NONE for cell in row.cells]
                    continue
                heads_above = 0
                if is_headed:
                    self.headed.add((row.part, row.line))
                if record := self._person(row, heads if is_headed else []):
                    yield record
                elif not is_headed:
                    yield from self._entry(row)

    def _entry(self, row: Row) -> list[Record]:
        """Return the person of an entry that commas or the like part into cells."""
        text = ", ".join(filter(None, row.cells))
        return records_of_line(Segment(row.line, text, Place.CELL, row.part), self._words, self._own_numbers)

    def _are_heads(self, row: Row, kinds: list[_Kinds]) -> bool:
        known = sum(bool(kind) for kind in kinds)
        if not known or any(next(dates(cell), None) for cell in row.cells):
            return False
        texts = [cell for cell in row.cells if cell]
        return known > 1 or (known == 1 and len(texts) > 1 and self._is_text(row))

    def _is_text(self, row: Row) -> bool:
        """Tell whether a row has words alone, and no person's name."""
        cells = [cell for cell in row.cells if cell]
        return len(cells) > 1 and not any(
            any(sign.isdigit() for sign in cell) or self._words.names.is_one(cell, headed=False) for cell in cells
        )

    def by_labels(self) -> Iterator[Record]:
        """Yield the persons of rows that begin with what they tell: of forms, and of keys with values."""
        open_: dict[int, tuple[Row, str, set[Fact], int]] = {}
        for row in self._rows:
            cells = list(row.cells)
            while len(cells) > 2 and not any(sign.isalpha() for sign in cells[0]):
                cells = cells[1:]
            kinds = self._words.kinds_of(cells[0]) if cells else _NONE
            if not kinds and len(cells) == 2 and not cells[1] and self._words.names.is_one(cells[0], headed=False):
                yield from _closed(open_)
                open_[0] = row, cells[0], set(), 0  # data by name
                continue
            for column, value in enumerate(cells[1:]):
                if kinds & _NAMES and self._words.names.is_one(value, headed="ho-ten" in kinds):
                    if column in open_:
                        yield from _closed({0: open_.pop(column)})
                    open_[column] = row, value, set(), 0
                elif column in open_:
                    first, name, facts, year = open_[column]
                    if "da-mat" in kinds and value:
                        del open_[column]
                        continue
                    told, born, _ = self._facts(value, kinds or _UNDATED, headed=True)
                    open_[column] = first, name, facts | told, year or born
        yield from _closed(open_)

    def _person(self, row: Row, heads: list[_Kinds]) -> Record | None:
        """Return the person of a row below these heads; none where the row names nobody or tells nothing."""
        name = ""
        facts: set[Fact] = set()
        year, bare = 0, 0
        text = " ".join(row.cells)
        is_dead = self._words.is_of_the_dead(text) or is_of_life(text) or any("da-mat" in kinds for kinds in heads)
        is_of_office = any("viec-chung" in kinds for kinds in heads) or not any(kinds & _NAMES for kinds in heads)
        full = " ".join(c for n, c in enumerate(row.cells) if "ho-ten" in _at(heads, n))
        if self._words.names.is_one(full, headed=True):
            name = full
        for at, cell in enumerate(row.cells):
            kinds = _at(heads, at)
            if not cell:
                continue
            if kinds & _NAMES or kinds <= _UNKNOWN:
                within = self._words.names.is_one(cell, headed=False)
                name = name or (cell if within else self._name_in(cell, kinds))
            if kinds <= _NAMES and kinds:
                kinds = kinds if len(kinds) > 1 else frozenset(("ho-ten",))
            told, born, a_year = self._facts(cell, kinds, headed=bool(heads), of_office=is_of_office)
            facts |= told
            year = year or born
            bare += a_year
        if not name or not facts or is_dead or 0 < year < EARLIEST or (not heads and PUBLISHED.search(text)):
            return None
        is_weak = not heads and facts == {Fact.BIRTH_YEAR}
        return Record(row.line, row.part, squeezed(name), frozenset(facts), is_weak, year)

    def _name_in(self, cell: str, kinds: _Kinds) -> str:
        if not kinds & _NAMES:
            return ""
        return next((name.text for name in self._words.names.within(cell) if name.is_long), "")

    def _facts(self, cell: str, kinds: _Kinds, *, headed: bool, of_office: bool = False) -> tuple[set[Fact], int, int]:
        """Return what a cell tells, with the year of birth, and whether that is a bare year."""
        facts: set[Fact] = set()
        year = bare = 0
        if "viec-chung" in kinds or "da-mat" in kinds:
            return facts, 0, 0
        is_open = kinds <= _UNKNOWN
        is_unknown = is_open or kinds == _UNDATED
        found = list(dates(cell))
        is_about_dates = "sinh" in kinds or (kinds & _NAMES and bool(found))
        if "vao-dang" in kinds and found:
            facts.add(Fact.ADMISSION)
        elif found and len(cell) < 40 and (is_about_dates or is_open):
            when = found[0]
            latest = GROWN_UP if is_open or not kinds - _NAMES else LATEST
            if when.year <= latest and (when.whole or is_about_dates or not headed):
                year, bare = when.year, not when.whole
                facts.add(Fact.BIRTH_DATE if when.whole else Fact.BIRTH_YEAR)
        for kind in kinds & _PLACES.keys():
            if sum(sign.isalpha() for sign in cell) > 2:
                facts.add(_PLACES[kind])
        if "dia-chi" in kinds and not of_office and any(sign.isalpha() for sign in cell):
            facts.add(Fact.HOME)
        if ("giay-to" in kinds and has_papers(cell)) or ((is_unknown or "giay-to" in kinds) and has_identity(cell)):
            facts.add(Fact.NUMBER)
        if (is_unknown or "dien-thoai" in kinds) and any(one not in self._own_numbers for one in mobiles(cell)):
            facts.add(Fact.TELEPHONE)
        return facts, year, bare


def _closed(forms: dict[int, tuple[Row, str, set[Fact], int]]) -> Iterator[Record]:
    for row, name, facts, year in forms.values():
        if facts and not 0 < year < EARLIEST:
            yield Record(row.line, row.part, squeezed(name), frozenset(facts), year=year)
    forms.clear()


def _at(heads: list[_Kinds], column: int) -> _Kinds:
    return heads[column] if column < len(heads) else _NONE


def _spread(kinds: list[_Kinds], cells: tuple[str, ...]) -> list[_Kinds]:
    """Give an empty head what the head on its left is about: it spans both."""
    spread: list[_Kinds] = []
    for at, cell in enumerate(cells):
        spread.append(kinds[at] or (_UNKNOWN if cell else spread[-1] if spread else _NONE))
    return spread


def _below(above: list[_Kinds], kinds: list[_Kinds]) -> list[_Kinds]:
    """Return the heads of two rows as one: the lower tells more where it tells anything."""
    width = max(len(above), len(kinds))
    return [_at(kinds, n) or _at(above, n) for n in range(width)]
