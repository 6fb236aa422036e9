"""Finds quoted passages whose quotation mark is never closed."""

from collections.abc import Iterator, Sequence

from infopage.content.provisions.passages import is_closed, opening_of
from infopage.content.provisions.provision import Provision


def left_open(found: Sequence[Provision]) -> Iterator[int]:
    """Yield the number of the first line of each quoted passage that opens with a quotation mark but is never closed.

    ``found`` are all provisions of the text.
    """
    at = 0
    while at < len(found):
        end = at + 1
        if found[at].quoted:
            while end < len(found) and found[end].quoted and not opening_of(found[end].line):
                end += 1
            lines = [one.line for one in found[at:end]]
            if opening_of(lines[0]) and not is_closed(lines):
                yield found[at].number
        at = end
