"""Finds quoted passages whose quotation mark is never closed."""

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

from infopage.content.provisions.passages import is_closed, opening_of
from infopage.content.provisions.provision import Provision

_CLOSED_CELL = re.compile(r"[”»\"″][\s.,;|]*$")


def left_open(found: Sequence[Provision], body: Sequence[str]) -> Iterator[int]:
    """Yield the number of the first line of each quoted passage that opens with a quotation mark but is never closed.

    ``found`` are the provisions of a text, and ``body`` all of its lines. A passage may end in the table below it.
    """
    at = 0
    while at < len(found):
        end = at + 1
        if found[at].quoted:
            while end < len(found) and found[end].quoted and not opening_of(found[end].line):
                end += 1
            lines = [one.line for one in found[at:end]]
            if opening_of(lines[0]) and not is_closed(lines) and not _table_closes(body[found[end - 1].number :]):
                yield found[at].number
        at = end


def _table_closes(after: Sequence[str]) -> bool:
    """Tell whether the lines ``after`` a passage begin with a table that ends with a closing quotation mark."""
    begun = dropwhile(lambda line: not line.strip(), after)
    table = list(takewhile(str.strip, begun))
    return len(table) > 1 and "|" in table[0] and _CLOSED_CELL.search(table[-1]) is not None
