"""Moves the HTML of an item into a pack (a page or EPUB): links, pictures, ids and headings are made to fit there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urldefrag

from lxml import etree, html
from lxml.html import builder

from infopage.outputs.feeds.addresses import resolved

_NAMING = ("headers", "for", "aria-labelledby", "aria-describedby")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SCREEN_ONLY = ("srcset", "sizes", "loading", "tabindex")

Element = Any
"""An lxml element; the library is not typed."""


@dataclass(frozen=True)
class PackedPicture:
    """A picture in a pack (a page or EPUB): its address there, and its width and height in pixels (0 for drawings)."""

    address: str
    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class PlaceInPack:
    """The place of an item in a pack (a page or an EPUB).

    ``link`` returns, for the absolute address of a page and an anchor in it, the link to it from this place.
    ``picture`` returns the picture at an absolute address; if it returns None, the words about it are shown. ``prefix``
    is put before all ids, and headings are ``lower`` levels lower. ``is_xml`` tells that the result is XHTML.
    """

    link: Callable[[str, str], str]
    picture: Callable[[str], PackedPicture | None]
    prefix: str = ""
    lower: int = 0
    is_xml: bool = False


def moved_in(text: str, page: str, place: PlaceInPack) -> str:
    """Return the HTML ``text`` of the page at the absolute address ``page``, changed to fit its place in a pack."""
    if not text.strip():
        return ""
    whole = html.fragment_fromstring(text, create_parent="div")
    for element in list(whole.iter(etree.Element)):
        if element is not whole:
            _move(element, page, place)
    method = "xml" if place.is_xml else "html"
    made: str = etree.tostring(whole, encoding="unicode", method=method)
    return made.partition(">")[2].removesuffix("</div>")


def ids_of(text: str) -> frozenset[str]:
    """Return the ids of the elements in an HTML text."""
    whole = html.fragment_fromstring(text, create_parent="div")
    return frozenset(whole.xpath("//@id"))


def _move(element: Element, page: str, place: PlaceInPack) -> None:
    for name in _SCREEN_ONLY:
        element.attrib.pop(name, None)
    if "id" in element.attrib:
        element.set("id", place.prefix + element.get("id"))
    for name in _NAMING:
        if name in element.attrib:
            element.set(name, " ".join(place.prefix + one for one in element.get(name).split()))
    if element.tag in _HEADINGS:
        element.tag = f"h{min(6, int(element.tag[1]) + place.lower)}"
    elif element.tag == "a" and "href" in element.attrib:
        element.set("href", place.link(*urldefrag(resolved(element.get("href"), page))))
    elif element.tag == "img":
        _show(element, page, place)


def _show(image: Element, page: str, place: PlaceInPack) -> None:
    shown = place.picture(resolved(image.get("src", ""), page))
    if shown is None:
        words = builder.EM(f"[Hình: {image.get('alt') or 'xem trên trang'}]")
        words.tail = image.tail
        image.getparent().replace(image, words)
        return
    image.set("src", shown.address)
    if shown.width:
        image.set("width", str(shown.width))
        image.set("height", str(shown.height))
