"""Makes the links from texts to documents: those that editors wrote by id, and those found by citation."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import escape, unescape
from types import MappingProxyType
from urllib.parse import quote

from infopage.content.addresses import DOCUMENT, BodyLink, address_of, relative
from infopage.content.citing.citations import Cited, Splice, cite
from infopage.content.citing.meanings import Index
from infopage.content.citing.supports import Citing
from infopage.content.designations import dated
from infopage.content.model import Item, OfficialDocument
from infopage.content.outside import OUTSIDE_MARK, AnyDocument, OutsideDocument
from infopage.content.pictures import IMAGE, SIZE, Picture
from infopage.content.registries import Registries
from infopage.content.texts import Text
from infopage.store.digests import digest

_BY_ID = re.compile(
    rf"<a(?P<before>(?: [a-z-]+=\"[^\"]*\")*?) href=\"{DOCUMENT}:(?P<id>[^\"#]*)(?:#(?P<anchor>[^\"]*))?\""
    rf"(?P<after>(?: [a-z-]+=\"[^\"]*\")*)>"
)


_KEY, _NAMES, _ID, _PAGE, _PLACE, _PICTURE = "so", "ten", "ma", "tep", "cho", "anh"
"""The types of lookup: a document by its symbol, number or name, all names, a text by its id, an id by its file, an
anchor in a text, and the size of a picture by its file."""


class Linker:
    """Makes links to documents, and records what they depend on.

    A link by id may lead to any document in ``public``, even if it is withdrawn or expired. A citation may only lead to
    one in ``current``, which has neither withdrawn nor expired documents.

    It records each lookup for a text as a question and its answer. A later build asks the same questions: if the
    answers are the same, so are the links.
    """

    def __init__(
        self,
        public: Mapping[str, Text],
        current: Iterable[OfficialDocument],
        lists: Registries,
        pictures: Mapping[str, Picture] = MappingProxyType({}),
    ) -> None:
        """Prepare the lookups; ``pictures`` are those that texts use, by path.

        ``current`` are the documents that citations may mean.
        """
        self._public = {id: text for id, text in public.items() if isinstance(text.item, OfficialDocument)}
        self._ids = {text.item.path: id for id, text in public.items()}
        self._lists = lists
        self._pictures = pictures
        self._index = Index((*current, *lists.outside), lists)
        self._abbreviations = {entry.id: entry.full for entry in lists.abbreviations}
        self._asked: dict[str, str] = {}

    def answer(self, question: str) -> str:
        """Return the answer to a lookup; '' if nothing is found.

        ``question`` is the type of lookup (see ``_KEY`` and so on), a space, and what to look up. If it looks up
        documents by number, name or id, the answer is a hash of the front matter of each document found. So the links
        are made again if a title or date that they show has changed.
        """
        sort, _, about = question.partition(" ")
        if sort == _KEY:
            return " ".join(self._head(document.id) for document in self._index.table.by_key(about))
        if sort == _NAMES:
            return self._index.table.all_names
        if sort == _ID:
            return self._head(about)
        if sort == _PAGE:
            return self._ids.get(about, "")
        if sort == _PICTURE:
            picture = self._pictures.get(about)
            return "{}x{}".format(*picture.published) if picture else ""
        id, _, anchor = about.partition("#")
        return anchor if id in self._public and anchor in self._public[id].rendered.anchors else ""

    def _head(self, id: str) -> str:
        """Return a fingerprint of the data that links show of a document; empty if there is none with this id."""
        if id in self._public:
            return self._public[id].head
        outside = self._lists.outside
        return digest(repr(outside[id]).encode()) if id in outside else ""

    def link(self, text: Text, today: date) -> tuple[Cited, Mapping[str, str]]:
        """Return the citations and links of a text, and the lookups that they depend on, as question -> answer.

        A standing page has no date, so it counts as written on ``today``. ``Cited.documents`` are all other documents
        that the text names, by link or citation.
        """
        self._asked = {}
        self._index.table.asked = set()
        item = text.item
        page = address_of(item.path)
        own = item if isinstance(item, OfficialDocument) else None
        explicit = [link.target if link.kind == "document" else self._ask(_PAGE, link.target) for link in _inner(text)]
        linked = [id for id in explicit if self._ask(_ID, id)]
        named = frozenset(reference.id for _, reference in text.references) | set(linked)
        html = text.rendered.html
        cited = cite(
            html,
            Citing(_day(item, today), own, named),
            self._index,
            lambda document, anchors: self._address(document, anchors, page),
            self._abbreviations,
            text.rendered if own else None,
        )
        self._ask(_NAMES, "")
        for wanted in sorted(self._index.table.asked):
            self._ask(_KEY, wanted)
        documents = dict.fromkeys((*linked, *cited.documents))
        return Cited(
            tuple(sorted((*self._by_id(html, page), *self._sizes(text), *cited.splices))),
            tuple(id for id in documents if not own or id != own.id),
            cited.ambiguous,
        ), self._asked

    def _ask(self, sort: str, about: str) -> str:
        question = f"{sort} {about}"
        answer = self._asked[question] = self.answer(question)
        return answer

    def _by_id(self, html: str, page: str) -> Iterator[Splice]:
        for found in _BY_ID.finditer(html) if f'"{DOCUMENT}:' in html else ():
            others = found["before"] + found["after"]
            if not self._ask(_ID, found["id"]):
                yield (*found.span(), f"<a{others}>")
                continue
            document = self._document(found["id"])
            href, title = self._address(document, (unescape(found["anchor"] or ""),), page)
            tooltip = "" if " title=" in others else f' title="{escape(title)}"'
            yield (*found.span(), f'<a{found["before"]} href="{escape(href)}"{tooltip}{found["after"]}>')

    def _sizes(self, text: Text) -> Iterator[Splice]:
        """Yield new tags for a text's pictures, with their width and height, so that pages do not move on loading."""
        images = text.rendered.images
        for image, found in zip(images, IMAGE.finditer(text.rendered.html) if images else (), strict=True):
            if image.link.kind == "file" and (size := self._ask(_PICTURE, image.link.target)):
                width, _, height = size.partition("x")
                others = SIZE.sub("", found["attributes"])
                yield (*found.span(), f'<img{others} width="{width}" height="{height}">')

    def _document(self, id: str) -> AnyDocument:
        if id in self._lists.outside:
            return self._lists.outside[id]
        document = self._public[id].item
        assert isinstance(document, OfficialDocument)
        return document

    def _address(self, document: AnyDocument, anchors: tuple[str, ...], page: str) -> tuple[str, str]:
        places = (anchor for anchor in anchors if anchor and self._ask(_PLACE, f"{document.id}#{anchor}"))
        anchor = next((f"#{quote(anchor)}" for anchor in places), "")
        named = dated(document, self._lists)
        title = f"{named}: {document.title}" if document.symbol else named
        if isinstance(document, OutsideDocument):
            title = f"{title} ({OUTSIDE_MARK})"
        return quote(relative(address_of(document.path), page)) + anchor, title


def _inner(text: Text) -> Iterable[BodyLink]:
    return (link for link in text.rendered.links if link.kind in ("document", "page"))


def _day(item: object, today: date) -> date:
    """Return the date on which a text was written or last changed; ``today`` for a standing page, which has no date.

    The text cannot cite a document issued after this date.
    """
    if isinstance(item, OfficialDocument):
        return item.issued.latest
    if isinstance(item, Item):
        return item.changed.date
    return today
