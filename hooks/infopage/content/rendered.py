"""A body as HTML with what is in it: headings, anchors, links, images, read from HTML the allow-list has passed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape, unescape

from infopage.content.addresses import BodyLink, resolve
from infopage.content.deferred import Deferred
from infopage.content.nesting import Unpaired
from infopage.content.provisions.lines import Provision
from infopage.content.safe_html import Removed
from infopage.language.folding import slug


@dataclass(frozen=True)
class Heading:
    """A heading of the page: ``level`` 1 to 6, its anchor and its text without markup."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True)
class Image:
    """An image as written, with its description."""

    link: BodyLink
    alt: str


@dataclass(frozen=True)
class Rendered(Deferred):
    """A body as HTML, and what is in it; of a text that was read, all but links and images is read when asked for.

    ``provisions`` are those of an official text in order, and ``cited`` tells by anchor how one is cited; ``is_plain``
    tells that the text is its provisions alone, without Markdown.
    ``repeated`` are ids given twice; ``lost`` is what the allow-list took away, addresses aside: those are among the
    links and images, as wrong ones. ``unpaired`` are tags without a partner, which stand in the HTML as mere text.
    """

    html: str = field(default_factory=str)
    headings: tuple[Heading, ...] = field(default_factory=tuple)
    anchors: frozenset[str] = field(default_factory=frozenset)
    links: tuple[BodyLink, ...] = ()
    images: tuple[Image, ...] = ()
    provisions: tuple[Provision, ...] = field(default_factory=tuple)
    is_plain: bool = False
    cited: Mapping[str, str] = field(default_factory=dict)
    repeated: tuple[str, ...] = field(default_factory=tuple)
    lost: tuple[Removed, ...] = field(default_factory=tuple)
    unpaired: tuple[Unpaired, ...] = field(default_factory=tuple)


_HEADING = re.compile(r"<h([1-6])((?: [a-z-]+=\"[^\"]*\")*)>(.*?)</h\1>", re.DOTALL)
_IMAGE = re.compile(r"<img((?: [a-z-]+=\"[^\"]*\")*)>")
_ATTRIBUTE = re.compile(r" ([a-z-]+)=\"([^\"]*)\"")
_ID = re.compile(r" id=\"([^\"]*)\"")
_TAG_WITH_ID = re.compile(r"<[a-z0-9]+((?: [a-z-]+=\"[^\"]*\")*? id=\"[^\"]*\")")
_LINKING = re.compile(
    r"(?<!<span class=\"nhan\">)<(a|img)((?: [a-z-]+=\"[^\"]*\")*?) (href|src)=\"([^\"]*)\"((?: [a-z-]+=\"[^\"]*\")*)"
)
_REL = re.compile(r" rel=\"[^\"]*\"")
_TAG = re.compile(r"<[^>]*>")


def resolved(html: str, path: str) -> tuple[str, list[BodyLink]]:
    """Return cleaned HTML with its addresses as seen from the page, and the links in it (images aside)."""
    links: list[BodyLink] = []

    def resolved(found: re.Match[str]) -> str:
        tag, before, name, address, after = found.groups()
        link = resolve(unescape(address), path)
        if tag == "a":
            links.append(link)
            if link.kind == "outside" and link.href.lower().startswith("http"):
                before = f'{_REL.sub("", before)} rel="external noopener"'
                after = _REL.sub("", after)
        return f'<{tag}{before} {name}="{escape(link.href)}"{after}'

    return _LINKING.sub(resolved, html), links


def _attributes(text: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(text)}


def named(html: str) -> str:
    """Give each heading of cleaned HTML that has no id one made of its text, which no other place has."""
    taken = dict.fromkeys(_ID.findall(html), 1)

    def name(found: re.Match[str]) -> str:
        level, attributes, inner = found.groups()
        if " id=" in attributes:
            return found[0]
        base = slug(unescape(_TAG.sub("", inner))) or "muc"
        base = f"muc-{base}" if base.startswith("md-") else base
        number = taken.get(base, 0) + 1
        while f"{base}~{number}" in taken:
            number += 1
        taken[base] = number
        id = base if number == 1 else f"{base}~{number}"
        taken.setdefault(id, 1)
        return f'<h{level} id="{id}"{attributes}>{inner}</h{level}>'

    return _HEADING.sub(name, html)


def headings(html: str) -> Iterator[Heading]:
    """Yield the headings of cleaned HTML, those an editor wrote as HTML too."""
    for level, attributes, inner in _HEADING.findall(html):
        text = " ".join(unescape(_TAG.sub("", inner)).split())
        yield Heading(int(level), _attributes(attributes).get("id", ""), text)


def images(html: str, path: str, lost: list[Removed]) -> Iterator[Image]:
    """Yield the images of cleaned HTML; one that cleaning left without its address has the next of ``lost``."""
    addresses = iter(lost)
    for found in _IMAGE.findall(html):
        attributes = _attributes(found)
        src = attributes.get("src")
        link = wrong(next(addresses, Removed("img", "src"))) if src is None else resolve(src, path)
        yield Image(link, attributes.get("alt", ""))


def wrong(lost: Removed) -> BodyLink:
    return BodyLink("wrong", lost.value, "", lost.value, lost.value)


def anchors_of(html: str) -> list[str]:
    """Return the ids in cleaned HTML, in order."""
    return [found for tag in _TAG_WITH_ID.findall(html) for found in _ID.findall(tag)]
