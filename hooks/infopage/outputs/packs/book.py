"""The EPUB of a collection: first the collection's own page, then its items, each part below a page with its name."""

from collections.abc import Callable, Iterator
from html import escape
from urllib.parse import unquote, urlsplit

from infopage.content.addresses import address_of
from infopage.content.bylines import signed
from infopage.content.catalogue import Catalogue
from infopage.content.model import Collection
from infopage.content.pictured import lead_path
from infopage.outputs.feeds.entries import tag
from infopage.outputs.packs.epub import Book, Leaf, epub_file
from infopage.outputs.packs.members import Packed, packed
from infopage.outputs.packs.moving import PackedPicture, PlaceInPack, moved_in
from infopage.outputs.renditions.sizes import on_phones
from infopage.outputs.views.pictures import Rendition
from infopage.outputs.wording.collections import anchored_parts
from infopage.outputs.wording.encoding import absolute
from infopage.outputs.wording.frame import Settings

Load = Callable[[str, Rendition], bytes]
"""A function that returns the file of a rendition of the picture at a path, relative to docs/."""

_FOREWORD = "loi-dau"


class _Pictures:
    """The pictures that the pages of a book show, each made once."""

    def __init__(self, catalogue: Catalogue, settings: Settings, load: Load) -> None:
        self._catalogue, self._settings, self._load = catalogue, settings, load
        self._shown: dict[str, PackedPicture] = {}
        self.files: dict[str, bytes] = {}

    def at(self, address: str) -> PackedPicture | None:
        """Return the picture at an absolute address; None if it is on another site, or has no pixels."""
        if not address.startswith(self._settings.url):
            return None
        return self.of(unquote(urlsplit(address.removeprefix(self._settings.url)).path))

    def of(self, path: str) -> PackedPicture | None:
        """Return the picture at a path, relative to docs/; None if it has no pixels."""
        if path in self._shown:
            return self._shown[path]
        if path not in self._catalogue.library.files or (picture := self._catalogue.file(path).picture) is None:
            return None
        one = on_phones(path, *picture.published)
        name = f"anh-{len(self.files) + 1}.jpg"
        self.files[name] = self._load(path, one)
        self._shown[path] = PackedPicture(name, one.width, one.height)
        return self._shown[path]


def epub_of(collection: Collection, catalogue: Catalogue, settings: Settings, load: Load) -> bytes:
    """Return the EPUB of a current collection; ``load`` reads its pictures."""
    own = packed(collection, catalogue, settings, is_whole=True)
    parts = anchored_parts(collection, catalogue)
    items = {item.id: packed(item, catalogue, settings) for _, shown in parts for item in shown.items}
    names = {own.address: (_FOREWORD, own)} | {one.address: (_name(one), one) for one in items.values()}
    pictures = _Pictures(catalogue, settings, load)

    def link(page: str, anchor: str) -> str:
        if page not in names:
            return f"{page}#{anchor}" if anchor else page
        name, target = names[page]
        return f"{name}.xhtml#{anchor}" if unquote(anchor) in target.ids else f"{name}.xhtml"

    place = PlaceInPack(link=link, picture=pictures.at, is_xml=True)

    def leaves() -> Iterator[Leaf]:
        yield Leaf(_FOREWORD, own.title, _body(own, place, (collection.summary,)))
        for number, (_, shown) in enumerate(parts, 1):
            title, words = shown.part.title, shown.part.words
            if title or words:
                yield Leaf(f"phan-{number}", title or "Phần tiếp", _opening(title or "Phần tiếp", words))
            for item in shown.items:
                one = items[item.id]
                yield Leaf(_name(one), one.title, _body(one, place, one.meta), 2 if title or words else 1)

    cover = pictures.of(path) if (path := lead_path(collection)) else None
    made = tuple(leaves())
    return epub_file(
        Book(
            id=tag(collection.id, catalogue),
            title=collection.title,
            description=collection.summary,
            publisher=catalogue.registries.identity.organisation,
            authors=signed(collection),
            source=absolute(address_of(collection.path), settings),
            changed=max(one.item.changed.at for one in (own, *items.values())),
            leaves=made,
            pictures=pictures.files,
            cover=cover.address if cover else "",
        )
    )


def _name(one: Packed) -> str:
    return f"bai-{one.item.id}"


def _opening(title: str, words: str) -> str:
    said = f"<p>{escape(words, quote=False)}</p>" if words else ""
    return f"<h1>{escape(title, quote=False)}</h1>\n{said}"


def _body(one: Packed, place: PlaceInPack, meta: tuple[str, ...]) -> str:
    """Return the XHTML of an item: its title, the facts ``meta``, its text, and the address of its page."""
    said = escape(" · ".join(filter(None, meta)), quote=False)
    origin = f'<p class="thong-tin">Trên trang: <a href="{escape(one.address)}">{escape(one.address)}</a></p>'
    inside = f"<h1>{escape(one.title, quote=False)}</h1>\n{moved_in(one.html, one.address, place)}"
    if one.lang:
        inside = f'<div lang="{one.lang}" xml:lang="{one.lang}">\n{inside}\n</div>'
    return f'{inside}\n<p class="thong-tin">{said}</p>\n{origin}'
