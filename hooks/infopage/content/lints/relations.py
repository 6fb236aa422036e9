"""Checks the relations between documents (amends, replaces …) that front matter declares.

They must not form cycles, and must not lead to documents issued later. A document must not amend, replace or repeal one
of a higher body.
"""

from collections.abc import Iterator, Mapping

from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.field_types.references import Reference
from infopage.content.library import Library
from infopage.content.model import RELATIONS, OfficialDocument
from infopage.content.registry_entries import LEVELS
from infopage.content.texts import Text

_OVERRIDING = ("amends", "replaces", "repeals")
_RANKS = {level: rank for rank, level in enumerate(LEVELS)}


def check_relations(library: Library) -> Iterator[Diagnostic]:
    """Yield the faults of the relations between documents; each message names the files."""
    documents = {t.item.id: t for t in library.items if isinstance(t.item, OfficialDocument)}
    for text in documents.values():
        for relation, reference, target in _targets(text, documents):
            yield from _against_time(text, relation, reference, target)
            yield from _above_station(text, relation, reference, target, library)
    yield from _circles(documents)


def _targets(text: Text, documents: Mapping[str, Text]) -> Iterator[tuple[str, Reference, Text]]:
    """Yield (relation, reference, target) for each relation of ``text`` to an existing document.

    ``documents`` are the texts of all documents by id.
    """
    for relation in RELATIONS if text.references else ():
        for reference in getattr(text.item, relation):
            if (target := documents.get(reference.id)) and target is not text:
                yield relation, reference, target


def _against_time(text: Text, relation: str, reference: Reference, target: Text) -> Iterator[Diagnostic]:
    document, other = text.item, target.item
    assert isinstance(document, OfficialDocument)
    assert isinstance(other, OfficialDocument)
    if document.issued.latest < other.issued.earliest:
        message = (
            f"văn bản ban hành {document.issued.dated} không thể {RELATIONS[relation][0].lower()} {target.path}, "
            f"ban hành sau đó ({other.issued.dated}); hãy xem lại hai ngày hoặc bỏ quan hệ này"
        )
        yield Diagnostic(text.path, reference.line, "nguoc-thoi-gian", message)


def _above_station(
    text: Text, relation: str, reference: Reference, target: Text, library: Library
) -> Iterator[Diagnostic]:
    document, other = text.item, target.item
    assert isinstance(document, OfficialDocument)
    assert isinstance(other, OfficialDocument)
    mine, theirs = (library.registries.issuers[one.issuer] for one in (document, other))
    if relation in _OVERRIDING and _RANKS[mine.level] > _RANKS[theirs.level]:
        message = (
            f"{mine.short_name} ({LEVELS[mine.level].lower()}) {RELATIONS[relation][0].lower()} {target.path} "
            f"của {theirs.short_name} ({LEVELS[theirs.level].lower()}), là cấp trên; hãy xem lại thẩm quyền"
        )
        yield warning(text.path, reference.line, "sai-tham-quyen", message)


def _circles(documents: Mapping[str, Text]) -> Iterator[Diagnostic]:
    """Yield one fault for each cycle of relations between ``documents``, given by id.

    It is reported for the file of the cycle whose path is first by alphabet.
    """
    ahead = {id: {reference.id for _, reference, _ in _targets(text, documents)} for id, text in documents.items()}
    told: set[str] = set()
    for id in sorted(documents, key=lambda one: documents[one].path):
        if id in told or not (circle := _circle(id, ahead)):
            continue
        told.update(circle)
        text = documents[id]
        next_id = circle[1]  # always present: ``_targets`` leaves out references of a document to itself
        line = next(r.line for _, r, _ in _targets(text, documents) if r.id == next_id)
        around = " → ".join(documents[one].path for one in (*circle, id))
        message = f"các quan hệ đi vòng về chính văn bản này: {around}; hãy bỏ một quan hệ"
        yield Diagnostic(text.path, line, "quan-he-vong", message)


def _circle(start: str, ahead: Mapping[str, set[str]]) -> list[str]:
    """Return the shortest cycle through ``start``, beginning with ``start``; empty if there is none.

    ``ahead`` has for each document's id the ids of those that it has a relation to.
    """
    paths = [[start]]
    seen: set[str] = set()
    while paths:
        longer: list[list[str]] = []
        for path in paths:
            for id in sorted(ahead.get(path[-1], ())):
                if id == start:
                    return path
                if id not in seen:
                    seen.add(id)
                    longer.append([*path, id])
        paths = longer
    return []
