"""By what results can be narrowed: a letter for each entry that names its combination of values."""

from collections.abc import Sequence

from infopage.content.catalogue import Catalogue
from infopage.outputs.encoding import json_text
from infopage.outputs.issuers import predecessors
from infopage.outputs.search.letters import letter
from infopage.outputs.search.sources import SECTIONS, STATUSES, Source


def facets(entries: Sequence[Source], catalogue: Catalogue) -> str:
    """Return the JSON of the facets.

    ``names`` has for each facet its values as [id, label]; an issuer's has the places of its predecessors too, whose
    documents count as its own. ``rows`` are combinations of values: section, kind, issuer, status, year, topics; a
    place in a facet's list, or -1. ``column`` has each entry's row as a letter, in the entries' order.
    """
    lists = catalogue.registries
    issuers = {source.issuer for source in entries if source.issuer}
    known = [issuer for issuer in lists.issuers if issuer.id in issuers]
    place = {issuer.id: at for at, issuer in enumerate(known)}
    before = [[place[one.id] for one in predecessors(issuer, catalogue) if one.id in place] for issuer in known]
    names: dict[str, list[list[object]]] = {
        "section": [[id, label] for id, label in SECTIONS.items()],
        "kind": [[kind.id, kind.name] for kind in lists.kinds],
        "issuer": [[i.id, i.short_name, *([old] if old else [])] for i, old in zip(known, before, strict=True)],
        "status": [[id, label] for id, label in STATUSES.items()],
        "year": [[str(year), str(year)] for year in sorted({s.year for s in entries if s.year}, reverse=True)],
        "topic": [[topic.id, topic.name] for topic in lists.topics],
    }
    at = {facet: {value[0]: place for place, value in enumerate(values)} for facet, values in names.items()}
    rows: dict[tuple[object, ...], int] = {}
    column: list[int] = []
    for source in entries:
        row = (
            at["section"].get(source.section, -1),
            at["kind"].get(source.kind, -1),
            at["issuer"].get(source.issuer, -1),
            at["status"].get(source.status.tone if source.status else "", -1),
            at["year"].get(str(source.year), -1),
            *sorted(at["topic"][id] for id in source.topics),
        )
        column.append(rows.setdefault(row, len(rows)))
    return json_text({"names": names, "rows": [list(row) for row in rows], "column": "".join(map(letter, column))})
