"""A rendered body: its HTML, and the headings, anchors, links and images found in it after cleaning."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape, unescape

from infopage.content.addresses import BodyLink, resolve
from infopage.content.deferred import Deferred
from infopage.content.nesting import Unpaired
from infopage.content.pictures import IMAGE
from infopage.content.provisions.lines import Provision
from infopage.content.safe_html import Removed
from infopage.language.folding import slug


@dataclass(frozen=True)
class Heading:
    """A heading in the HTML of a body."""

    level: int
    """The level: 1 for ``h1`` to 6 for ``h6``."""
    anchor: str
    text: str
    """The text of the heading, without markup."""


@dataclass(frozen=True)
class Image:
    """An image in the HTML of a body."""

    link: BodyLink
    """The image file, as a link."""
    alt: str
    """The alternative text of the image."""
    caption: str = ""
    """The caption below the image, with the credit, without markup; '' if it has none."""


@dataclass(frozen=True)
class Rendered(Deferred):
    """A body as HTML, and what was found in it. If it comes from the builds' cache, its large fields load on access."""

    html: str = field(default_factory=str)
    headings: tuple[Heading, ...] = field(default_factory=tuple)
    anchors: frozenset[str] = field(default_factory=frozenset)
    links: tuple[BodyLink, ...] = ()
    images: tuple[Image, ...] = ()
    provisions: tuple[Provision, ...] = field(default_factory=tuple)
    """The provisions (lines such as ``Điều 5. …`` or ``a) …``) of an official text, in order."""
    is_plain: bool = False
    """Whether this is an official text that consists of provisions only, without any Markdown."""
    cited: Mapping[str, str] = field(default_factory=dict)
    """The citation of each provision (``khoản 1 Điều 5``), by its anchor."""
    repeated: tuple[str, ...] = field(default_factory=tuple)
    """The HTML ids used more than once."""
    lost: tuple[Removed, ...] = field(default_factory=tuple)
    """What the allow-list removed, except for addresses: these are in ``links`` and ``images``, with kind ``wrong``."""
    unpaired: tuple[Unpaired, ...] = field(default_factory=tuple)
    """The unpaired tags, which the HTML shows as text."""


_HEADING = re.compile(r"<h([1-6])((?: [a-z-]+=\"[^\"]*\")*)>(.*?)</h\1>", re.DOTALL)
_CAPTION = re.compile(r"\s*<figcaption>(.*?)</figcaption>", re.DOTALL)
_ATTRIBUTE = re.compile(r" ([a-z-]+)=\"([^\"]*)\"")
_ID = re.compile(r" id=\"([^\"]*)\"")
_TAG_WITH_ID = re.compile(r"<[a-z0-9]+((?: [a-z-]+=\"[^\"]*\")*? id=\"[^\"]*\")")
_LINKING = re.compile(
    r"(?<!<span class=\"nhan\">)<(a|img)((?: [a-z-]+=\"[^\"]*\")*?) (href|src)=\"([^\"]*)\"((?: [a-z-]+=\"[^\"]*\")*)"
)
_REL = re.compile(r" rel=\"[^\"]*\"")
_TAG = re.compile(r"<[^>]*>")


def resolved(html: str, path: str) -> tuple[str, list[BodyLink]]:
    """Return cleaned HTML in which the links that editors wrote lead to web pages and files, and a list of these links.

    ``path`` is the Markdown file, relative to docs/. Image addresses are resolved too, but are not in the list.
    """
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
    """Return cleaned HTML in which each heading without an id gets a unique one, made from its text."""
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
    """Yield the headings of cleaned HTML, including those that an editor wrote as HTML."""
    for level, attributes, inner in _HEADING.findall(html):
        yield Heading(int(level), _attributes(attributes).get("id", ""), _words(inner))


def _words(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())


def images(html: str, path: str, lost: list[Removed]) -> Iterator[Image]:
    """Yield the images of cleaned HTML, made from the Markdown file ``path``.

    ``lost`` are the image addresses that cleaning removed, in order. An image without an address gets the next of them,
    as a link of the kind ``wrong``.
    """
    addresses = iter(lost)
    for found in IMAGE.finditer(html):
        attributes = _attributes(found["attributes"])
        src = attributes.get("src")
        link = wrong(next(addresses, Removed("img", "src"))) if src is None else resolve(src, path)
        caption = _CAPTION.match(html, found.end())
        yield Image(link, attributes.get("alt", ""), _words(caption[1]) if caption else "")


def wrong(lost: Removed) -> BodyLink:
    return BodyLink("wrong", lost.value, "", lost.value, lost.value)


def anchors_of(html: str) -> list[str]:
    """Return the ids in cleaned HTML, in order."""
    return [found for tag in _TAG_WITH_ID.findall(html) for found in _ID.findall(tag)]
