"""The texts of a catalogue with their links to documents: those an editor wrote by id, and those citations become."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from html import escape, unescape
from urllib.parse import quote

from infopage.content.addresses import DOCUMENT, Link, address_of, relative
from infopage.content.citing.citations import Cited, cite
from infopage.content.citing.meanings import Citing, Index
from infopage.content.model import Item, OfficialDocument
from infopage.content.registries import Registries
from infopage.content.texts import Text

_BY_ID = re.compile(
    rf"<a(?P<before>(?: [a-z-]+=\"[^\"]*\")*?) href=\"{DOCUMENT}:(?P<id>[^\"#]*)(?:#(?P<anchor>[^\"]*))?\""
    rf"(?P<after>(?: [a-z-]+=\"[^\"]*\")*)>"
)


class Linker:
    """Links texts to documents: by id to any of ``public``, by citation to those that ``current`` names."""

    def __init__(self, public: Mapping[str, Text], current: Iterable[OfficialDocument], lists: Registries) -> None:
        self._public = {id: text for id, text in public.items() if isinstance(text.item, OfficialDocument)}
        self._ids = {text.item.path: id for id, text in public.items()}
        self._lists = lists
        self._index = Index(current, lists)
        self._abbreviations = {entry.id: entry.full for entry in lists.abbreviations}

    def link(self, text: Text, today: date) -> Cited:
        """Return a text with its links; ``documents`` of it are those it names in any way, itself aside."""
        item = text.item
        page = address_of(item.path)
        own = item if isinstance(item, OfficialDocument) else None
        explicit = [link.target if link.kind == "document" else self._ids.get(link.target) for link in _inner(text)]
        linked = [id for id in explicit if id in self._public]
        named = frozenset(reference.id for _, reference in text.references) | set(linked)
        cited = cite(
            self._by_id(text.rendered.html, page),
            Citing(_day(item, today), own, named),
            self._index,
            lambda document, anchors: self._address(document, anchors, page),
            self._abbreviations,
            is_plain=text.rendered.is_plain,
        )
        documents = dict.fromkeys((*linked, *cited.documents))
        return replace(cited, documents=tuple(id for id in documents if not own or id != own.id))

    def _by_id(self, html: str, page: str) -> str:
        def address(found: re.Match[str]) -> str:
            text = self._public.get(found["id"])
            others = found["before"] + found["after"]
            if text is None:
                return f"<a{others}>"
            assert isinstance(text.item, OfficialDocument)
            href, title = self._address(text.item, (unescape(found["anchor"] or ""),), page)
            tooltip = "" if " title=" in others else f' title="{escape(title)}"'
            return f'<a{found["before"]} href="{escape(href)}"{tooltip}{found["after"]}>'

        return _BY_ID.sub(address, html) if f'"{DOCUMENT}:' in html else html

    def _address(self, document: OfficialDocument, anchors: tuple[str, ...], page: str) -> tuple[str, str]:
        known = self._public[document.id].rendered.anchors
        anchor = next((f"#{quote(anchor)}" for anchor in anchors if anchor in known), "")
        kind = self._lists.kinds[document.kind].name
        title = f"{kind} số {document.symbol}, {document.issued.dated}: {document.title}"
        return quote(relative(address_of(document.path), page)) + anchor, title


def _inner(text: Text) -> Iterable[Link]:
    return (link for link in text.rendered.links if link.kind in ("document", "page"))


def _day(item: object, today: date) -> date:
    """Return the day a text speaks from: it cannot mean what was issued later."""
    if isinstance(item, OfficialDocument):
        return item.issued.latest
    if isinstance(item, Item):
        return item.changed.date
    return today
