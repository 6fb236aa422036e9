"""Reads the rows of tables in Markdown, in CSV, and in lines with columns separated by tabs, bars or spaces."""

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from infopage.files.segments import Row, Segment

_RULE = re.compile(r"[\s|:+=-]+")
_BAR = re.compile(r"(?<!\\)\|")
_MARKS = re.compile(r"[*`]+|</?[a-zA-Z][^<>]{0,80}>|(?<!\w)_+|_+(?!\w)")
_GAP = re.compile(r"(?<=\S)[ \xa0]{2,}+(?=\S)")
_PARTED = re.compile(r"[\t|]|[ \xa0]{2}")
_DELIMITERS = ",;\t|"
_SAMPLE = 20
"""The number of lines from which a file's delimiter is guessed."""


def markdown_rows(text: str) -> Iterator[Row]:
    """Yield the rows of Markdown tables without their delimiter rows; a line without a bar ends a table."""
    table = 0
    was_row = False
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip().lstrip("> ").lstrip()
        is_row = "|" in bare
        if not is_row and was_row:
            table += 1
        if is_row and not _RULE.fullmatch(bare):
            cells = _BAR.split(bare.removeprefix("|").removesuffix("|"))
            yield Row(number, tuple(_MARKS.sub("", cell).strip() for cell in cells), table)
        was_row = is_row


def csv_rows(text: str) -> Iterator[Row]:
    """Yield the rows of delimiter-separated values; the delimiter is guessed."""
    lines = text.split("\n")
    sample = list(islice(filter(str.strip, lines), _SAMPLE))
    delimiter = max(_DELIMITERS, key=lambda sign: sum(line.count(sign) for line in sample)) if sample else ","
    for number, line in enumerate(lines, 1):
        try:
            cells = next(csv.reader([line], delimiter=delimiter), [])
        except csv.Error:  # a field longer than the csv module allows
            cells = line.split(delimiter)
        if cells:
            yield Row(number, tuple(cell.strip() for cell in cells))


def line_rows(segments: Iterable[Segment]) -> Iterator[Row]:
    """Yield each line with several columns (parted by tabs, bars or spaces) as a row. Other lines end a table."""
    table = 0
    last: tuple[int, str] | None = None
    for at, segment in enumerate(segments):
        if not _PARTED.search(segment.text):
            continue
        text = segment.text.strip("\n")
        sign = next((sign for sign in "\t|" if sign in text), None)
        cells = tuple(cell.strip() for cell in (text.split(sign) if sign else _GAP.split(text)))
        if len(cells) < 2:
            continue
        if last != (at - 1, segment.part):
            table += 1
        last = at, segment.part
        yield Row(segment.line, cells, table, segment.part)
