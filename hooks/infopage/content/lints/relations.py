"""Checks the relations between documents (amends, replaces …) that front matter declares.

They must not form cycles, and must not lead to documents issued later. A document must not amend, replace or repeal one
of a higher body.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from infopage.content.acts import ACTIONS, RELATIONS
from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.effects.modifications import SHORT_FORMS
from infopage.content.field_types.references import Reference
from infopage.content.library import Library
from infopage.content.model import OfficialDocument
from infopage.content.outside import AnyDocument, OutsideDocument
from infopage.content.registry_entries import LEVELS, Issuer
from infopage.content.texts import Text

_RANKS = {level: rank for rank, level in enumerate(LEVELS)}


def check_relations(library: Library) -> Iterator[Diagnostic]:
    """Yield the faults of the relations between documents; each message names the files."""
    documents = {t.item.id: t for t in library.items if isinstance(t.item, OfficialDocument)}
    for text in documents.values():
        for one, target in _targets(text, documents):
            assert isinstance(target.item, OfficialDocument)
            yield from _of_relation(text, one, target.item, target.path, library)
        for one, other in _outside(text, library):
            where = f"“{other.id}” trong {library.registries.outside.path}"
            yield from _of_relation(text, one, other, where, library)
    yield from _circles(documents)


class _Stated(NamedTuple):
    """A relation that a document states in its header."""

    name: str
    """What the stating document does to the other one, such as ``sửa đổi``."""
    is_overriding: bool
    """Whether the relation changes the other document, which only an equal or a higher body may do."""
    reference: Reference


def _stated(text: Text) -> Iterator[_Stated]:
    if not text.references or not isinstance(document := text.item, OfficialDocument):
        return
    for relation, (name, _) in RELATIONS.items():
        for reference in getattr(document, relation):
            yield _Stated(name.lower(), relation in SHORT_FORMS, reference)
    for effect in document.effects:
        yield _Stated(ACTIONS[effect.action][0].lower(), True, effect.target)


def _targets(text: Text, documents: Mapping[str, Text]) -> Iterator[tuple[_Stated, Text]]:
    """Yield each relation of ``text`` to an existing document of the site, with the text of that document."""
    for one in _stated(text):
        if (target := documents.get(one.reference.id)) and target is not text:
            yield one, target


def _outside(text: Text, library: Library) -> Iterator[tuple[_Stated, OutsideDocument]]:
    """Yield each relation of ``text`` to a document that is not on the site, with that document."""
    outside = library.registries.outside
    for one in _stated(text) if outside.entries else ():
        if one.reference.id in outside:
            yield one, outside[one.reference.id]


def _of_relation(text: Text, one: _Stated, other: AnyDocument, where: str, library: Library) -> Iterator[Diagnostic]:
    """Yield the faults of one relation to the document ``other``; ``where`` names its file in messages."""
    document = text.item
    assert isinstance(document, OfficialDocument)
    if document.issued.latest < other.issued.earliest:
        message = (
            f"văn bản ban hành {document.issued.dated} không thể {one.name} {where}, "
            f"ban hành sau đó ({other.issued.dated}); hãy xem lại hai ngày hoặc bỏ quan hệ này"
        )
        yield Diagnostic(text.path, one.reference.line, "nguoc-thoi-gian", message)
    mine, theirs = (_highest(body, library) for body in (document, other))
    if one.is_overriding and _RANKS[mine.level] > _RANKS[theirs.level]:
        message = (
            f"{mine.short_name} ({LEVELS[mine.level].lower()}) {one.name} {where} "
            f"của {theirs.short_name} ({LEVELS[theirs.level].lower()}), là cấp trên; hãy xem lại thẩm quyền"
        )
        yield warning(text.path, one.reference.line, "sai-tham-quyen", message)


def _highest(document: AnyDocument, library: Library) -> Issuer:
    """Return the body of the highest level among those that issued a document."""
    return min((library.registries.issuers[id] for id in document.issuers), key=lambda one: _RANKS[one.level])


def _circles(documents: Mapping[str, Text]) -> Iterator[Diagnostic]:
    """Yield one fault for each cycle of relations between ``documents``, given by id.

    It is reported for the file of the cycle whose path is first by alphabet.
    """
    ahead = {id: {one.reference.id for one, _ in _targets(text, documents)} for id, text in documents.items()}
    told: set[str] = set()
    for id in sorted(documents, key=lambda one: documents[one].path):
        if id in told or not (circle := _circle(id, ahead)):
            continue
        told.update(circle)
        text = documents[id]
        next_id = circle[1]  # always present: ``_targets`` leaves out references of a document to itself
        line = next(one.reference.line for one, _ in _targets(text, documents) if one.reference.id == next_id)
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
