"""By what results can be narrowed: a letter for each entry that names its combination of values."""

from collections.abc import Sequence
from urllib.parse import urlencode

from infopage.content.catalogue import Catalogue
from infopage.outputs.search.letters import letter
from infopage.outputs.search.sources import SECTIONS, STATUSES, SourceOutline
from infopage.outputs.wording.encoding import json_text
from infopage.outputs.wording.issuers import predecessors

PARAMETERS = {
    "section": "muc",
    "kind": "loai",
    "issuer": "co-quan",
    "term": "nhiem-ky",
    "status": "hieu-luc",
    "year": "nam",
    "audience": "nguoi-hoc",
    "topic": "chu-de",
}
"""The facets in their order, and what each is called in the address of the results page, in facets.js too."""


_SINGLE = ("section", "kind", "issuer", "term", "status", "year")
"""The facets of which an entry has one value."""


def results(*chosen: tuple[str, str]) -> str:
    """Return the address of the results page for values of facets, all of which must hold."""
    return f"tim-kiem/?{urlencode([(PARAMETERS[facet], id) for facet, id in chosen])}"


def facets(entries: Sequence[SourceOutline], catalogue: Catalogue) -> str:
    """Return the JSON of the facets.

    ``names`` has for each facet its values as [id, label]; an issuer's has the places of its predecessors too, whose
    documents count as its own. ``rows`` are combinations of values, in the facets' order: a place in a facet's list,
    -1, or several places. ``column`` has each entry's row as a letter, in the entries' order.
    """
    names = _names(entries, catalogue)
    at = {facet: {value[0]: place for place, value in enumerate(values)} for facet, values in names.items()}
    rows: dict[str, int] = {}
    found: dict[tuple[object, ...], int] = {}
    column: list[int] = []
    for source in entries:
        values = _values(source)
        if values not in found:
            several = {"audience": source.audience, "topic": source.topics}
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
    """Return the values of an entry: those of the facets of which it has one, then the others."""
    of_one = (source.section, source.kind, source.issuer, source.term, source.tone, str(source.year))
    return (*of_one, source.audience, source.topics)


def _names(entries: Sequence[SourceOutline], catalogue: Catalogue) -> dict[str, list[list[object]]]:
    lists = catalogue.registries
    issuers = {source.issuer for source in entries if source.issuer}
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
    }
