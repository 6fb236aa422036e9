"""Figures of judged queries: how often a right page is first or among five, and opened at the right place."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tests.bench.judged.asking import Found
from tests.bench.judged.queries import Judged

ALL = "tất cả"


class Row(NamedTuple):
    """Sums over all queries of a kind: how many were asked, how many had a right page first, and so on.

    ``placed`` counts the queries that name a place (anchor) at which a page must open, ``opened`` those whose first
    result opened there.
    """

    asked: int = 0
    first: int = 0
    in_five: int = 0
    reciprocal: float = 0
    placed: int = 0
    opened: int = 0

    def __str__(self) -> str:
        """The sums as figures in columns, under the headings ``HEAD``."""
        n = self.asked
        line = f"{n:5}{self.first / n:8.3f}{self.in_five / n:8.3f}{self.reciprocal / n:8.3f}"
        return line + (f"{self.opened / self.placed:9.3f}{self.placed:5}" if self.placed else "")


HEAD = f"{'':28}{'câu':>5}{'đúng@1':>8}{'đúng@5':>8}{'MRR':>8}{'mở đúng':>9}{'câu':>5}"


def rank(query: Judged, found: Found) -> int:
    """Return the place of the first right page among the results ``found``; 0 if none is right."""
    return next((n for n, (address, _) in enumerate(found, 1) if address in query.expect), 0)


def is_opened_rightly(query: Judged, found: Found) -> bool:
    """Tell whether the first result is a right page, and opens at the place (anchor) that the query names, if any."""
    return rank(query, found) == 1 and query.open_at in (None, found[0][1])


def rows(queries: Sequence[Judged], answers: Sequence[Found]) -> dict[str, Row]:
    """Return the sums for each kind of queries, and for all; ``answers`` are the results of each query."""
    made: dict[str, Row] = defaultdict(Row)
    for query, found in zip(queries, answers, strict=True):
        place = rank(query, found)
        is_placed = query.open_at is not None
        opened = is_placed and is_opened_rightly(query, found)
        told = Row(1, place == 1, 1 <= place <= 5, 1 / place if place else 0, is_placed, opened)
        for key in (query.kind, ALL):
            made[key] = Row(*(a + b for a, b in zip(made[key], told, strict=True)))
    return made


def table(made: dict[str, Row]) -> Iterator[str]:
    """Yield the result of :func:`rows` as lines of a table; the line for all queries is the last."""
    yield HEAD
    for kind in sorted(made, key=lambda one: (one == ALL, one)):
        yield f"{kind:28}{made[kind]}"


def misses(queries: Sequence[Judged], answers: Sequence[Found]) -> Iterator[str]:
    """Yield a line for each query whose first result is wrong or opens at another place."""
    for query, found in zip(queries, answers, strict=True):
        if not is_opened_rightly(query, found):
            shown = " ".join(f"{address}#{anchor}" if anchor else address for address, anchor in found[:3])
            place = rank(query, found) or "không có"
            wanted = "" if query.open_at is None else f"#{query.open_at or '(đầu trang)'}"
            shown = shown or "(không có gì)"
            yield f"  [{query.kind}] “{query.q}”: {place}; cần {query.expect[0]}{wanted}; được {shown}"
