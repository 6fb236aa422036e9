"""Facets: the properties, such as kind or year, by which search results can be filtered.

The combinations of values that occur are listed once. Each index entry only refers to its combination.
"""

from collections.abc import Sequence
from urllib.parse import urlencode

from infopage.content.catalogue import Catalogue
from infopage.outputs.search.letters import letter
from infopage.outputs.search.sections import SECTIONS
from infopage.outputs.search.sources import SourceOutline
from infopage.outputs.wording.encoding import json_text
from infopage.outputs.wording.issuers import predecessors

STATUSES = {
    "con": "Còn hiệu lực",
    "sua": "Còn hiệu lực, đã được sửa đổi",
    "mot-phan": "Hết hoặc tạm ngưng hiệu lực một phần",
    "ngung": "Tạm ngưng hiệu lực",
    "chua": "Chưa có hiệu lực",
    "het": "Hết hiệu lực",
}

PARAMETERS = {
    "section": "muc",
    "kind": "loai",
    "issuer": "co-quan",
    "term": "nhiem-ky",
    "status": "hieu-luc",
    "year": "nam",
    "audience": "nguoi-hoc",
    "topic": "chu-de",
    "column": "chuyen-muc",
}
"""The facets (filters of search results) in order, each with its parameter in the results page's address.

facets.js has the same ones.
"""


_SINGLE = ("section", "kind", "term", "status", "year", "column")
"""The facets (filters of search results) in which an entry has at most one value.

In the others (issuer, audience, topic) it may have several.
"""


def results(*chosen: tuple[str, str]) -> str:
    """Return the address of the search's results page with filters set.

    ``chosen`` are the filters, as (facet, id of the value). The page shows only results that fit all of them.
    """
    return f"tim-kiem/?{urlencode([(PARAMETERS[facet], id) for facet, id in chosen])}"


def facets(entries: Sequence[SourceOutline], catalogue: Catalogue) -> str:
    """Return the facets of all entries as a JSON object with three keys.

    * ``names``: the values of each facet, each as [id, label]. An issuer also has the positions of its predecessors in
      this list, because their documents count as its own.
    * ``rows``: the different combinations of values. A row has a cell for each facet: the position of the value in
      ``names``, or -1 for no value. For a facet with several values it is a list of positions.
    * ``column``: the row number of each entry, in the order of ``entries``. Each number is written as a character
      (letters.py).
    """
    names = _names(entries, catalogue)
    at = {facet: {value[0]: place for place, value in enumerate(values)} for facet, values in names.items()}
    rows: dict[str, int] = {}
    found: dict[tuple[object, ...], int] = {}
    column: list[int] = []
    for source in entries:
        values = _values(source)
        if values not in found:
            several = {"issuer": source.issuers, "audience": source.audience, "topic": source.topics}
            one = dict(zip(_SINGLE, values, strict=False))
            row = [
                at[facet].get(one[facet], -1) if facet in one else sorted(at[facet][id] for id in several[facet])
                for facet in PARAMETERS
            ]
            found[values] = rows.setdefault(json_text(row), len(rows))
        column.append(found[values])
    return (
        f'{{"names":{json_text(names)},"rows":[{",".join(rows)}],"column":{json_text("".join(map(letter, column)))}}}'
    )


def _values(source: SourceOutline) -> tuple[object, ...]:
    """Return the values by which an entry can be filtered.

    They are those of the ``_SINGLE`` facets, then the entry's issuers, audiences and topics.
    """
    of_one = (source.section, source.kind, source.term, source.tone, str(source.year), source.column)
    return (*of_one, source.issuers, source.audience, source.topics)


def _names(entries: Sequence[SourceOutline], catalogue: Catalogue) -> dict[str, list[list[object]]]:
    lists = catalogue.registries
    issuers = {id for source in entries for id in source.issuers}
    known = [issuer for issuer in lists.issuers if issuer.id in issuers]
    place = {issuer.id: at for at, issuer in enumerate(known)}
    before = [[place[one.id] for one in predecessors(issuer, catalogue) if one.id in place] for issuer in known]
    terms = {source.term for source in entries}
    return {
        "section": [[id, label] for id, label in SECTIONS.items()],
        "kind": [[kind.id, kind.name] for kind in lists.kinds],
        "issuer": [[i.id, i.short_name, *([old] if old else [])] for i, old in zip(known, before, strict=True)],
        "term": [[term.id, term.name] for term in reversed(list(lists.terms)) if term.id in terms],
        "status": [[id, label] for id, label in STATUSES.items()],
        "year": [[str(year), str(year)] for year in sorted({s.year for s in entries if s.year}, reverse=True)],
        "audience": [[audience.id, audience.name] for audience in lists.audiences],
        "topic": [[topic.id, topic.name] for topic in lists.topics],
        "column": [[column.id, column.name] for column in lists.columns],
    }
