"""Markdown to safe HTML, with what the checks and the outputs need to know of it: headings, anchors, links, images."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from infopage.content.addresses import Link, resolve
from infopage.content.labels import Rank
from infopage.content.provisions import Provision, provisions
from infopage.content.safe_html import clean, removed
from infopage.language.folding import slug

_OPEN, _CLOSE = "\ue000", "\ue001"
_DELIMITER_ROW = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
_MARKDOWN_BLOCK = re.compile(r"\s*(?:\[\^[^\]]+\]:|>|#{1,6}\s|<[a-zA-Z/!])")
_LEVEL_OF = {Rank.CLAUSE: 1, Rank.POINT: 2, Rank.DASH: 3, Rank.PLUS: 4}


@dataclass(frozen=True)
class Heading:
    """A heading of the page: ``level`` 1 to 6, its anchor and its text without markup."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True)
class Image:
    """An image as written, with its description."""

    link: Link
    alt: str


@dataclass(frozen=True)
class Rendered:
    """A body as HTML, and what is in it.

    ``repeated`` are ids given twice, ``lost`` (tag, phrase) of what the allow-list took away.
    """

    html: str = ""
    headings: tuple[Heading, ...] = ()
    anchors: frozenset[str] = frozenset()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    provisions: tuple[Provision, ...] = ()
    repeated: tuple[str, ...] = ()
    lost: tuple[tuple[str, str], ...] = ()


@dataclass
class _Seen:
    """What one rendering has met so far."""

    provisions: list[Provision] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)


class Renderer:
    """Renders bodies one after another; making the Markdown parser is dear, so one serves many texts."""

    def __init__(self) -> None:
        self._seen = _Seen()
        self._prose = self._parser("sane_lists", "attr_list", "admonition", "def_list")
        self._official = self._parser()
        for name in ("olist", "ulist", "code", "indent", "setextheader", "hr"):
            self._official.parser.blockprocessors.deregister(name)

    def _parser(self, *extensions: str) -> Markdown:
        marks = {"BACKLINK_TITLE": "Trở lại chỗ dẫn chú thích {}"}
        return Markdown(
            extensions=["tables", "footnotes", *extensions, _Reader(self)],
            extension_configs={"footnotes": marks, "tables": {"use_align_attribute": True}},
            output_format="html",
        )

    @property
    def seen(self) -> _Seen:
        """What the rendering under way has met."""
        return self._seen

    def render(self, path: str, body: str, *, official: bool) -> Rendered:
        """Render the body of the Markdown file ``path``, relative to docs/; an official text keeps its labels."""
        seen = self._seen = _Seen()
        parser = self._official if official else self._prose
        raw = parser.reset().convert(self._marked(body) if official else body)
        links: list[Link] = []

        def pass_attribute(tag: str, name: str, value: str) -> str | None:
            if name == "id":
                seen.anchors.append(value)
            elif (tag, name) == ("a", "href"):
                links.append(resolve(value, path))
                return links[-1].href
            elif (tag, name) == ("img", "src"):
                return resolve(value, path).href
            return value

        html = clean(raw, pass_attribute)
        images = [Image(resolve(image.link.written, path), image.alt) for image in seen.images]
        return Rendered(
            html=html,
            headings=tuple(seen.headings),
            anchors=frozenset(seen.anchors),
            links=tuple(links),
            images=tuple(images),
            provisions=tuple(seen.provisions),
            repeated=tuple(anchor for anchor, count in Counter(seen.anchors).items() if count > 1),
            lost=tuple(removed(raw, clean(raw))),
        )

    def _marked(self, body: str) -> str:
        """Give each line of an official text a block of its own, marked with its provision; Markdown's blocks stay."""
        kept = list(_parts(body.split("\n")))
        self._seen.provisions = provisions((number, line) for number, line in kept if number)
        titles = {p.number: index for index, p in enumerate(self._seen.provisions)}
        out: list[str] = []
        for number, text in kept:
            if not number:
                out.append(text)
            elif number in titles:
                index = titles[number]
                out.append(f"{_OPEN}{index}{_CLOSE}{self._seen.provisions[index].text}")
        return "\n\n".join(out)


def _parts(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield (line number, line) for lines of the text itself and (0, block) for Markdown blocks within it."""
    at = 0
    while at < len(lines):
        start = at
        is_table = (
            "|" in lines[at]
            and at + 1 < len(lines)
            and "|" in lines[at + 1]
            and _DELIMITER_ROW.fullmatch(lines[at + 1])
        )
        if is_table or _MARKDOWN_BLOCK.match(lines[at]):
            while at < len(lines) and lines[at].strip():
                at += 1
            yield 0, "\n".join(lines[start:at])
        else:
            at += 1
            yield start + 1, lines[start]


class _Reader(Extension):
    """Ties the parser to its renderer: provisions in, headings and images out."""

    def __init__(self, renderer: Renderer) -> None:
        super().__init__()
        self._renderer = renderer

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name is Markdown's
        md.parser.blockprocessors.register(_Provisions(md.parser, self._renderer), "provisions", 200)
        md.treeprocessors.register(_Survey(md, self._renderer), "survey", 5)


class _Provisions(BlockProcessor):
    def __init__(self, parser: object, renderer: Renderer) -> None:
        super().__init__(parser)  # type: ignore[arg-type]  # the stubs leave BlockParser out of the constructor
        self._renderer = renderer

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        return block.startswith(_OPEN) and _CLOSE in block

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        index, _, text = blocks.pop(0).removeprefix(_OPEN).partition(_CLOSE)
        provision = self._renderer.seen.provisions[int(index)]
        element = ElementTree.SubElement(parent, f"h{provision.heading}" if provision.heading else "p")
        if provision.anchor:
            element.set("id", provision.anchor)
        if provision.label is None:
            element.text = text
            return
        if not provision.heading:
            element.set("class", f"nhan-cap-{_LEVEL_OF.get(provision.label.rank, 1)}")
        label = ElementTree.SubElement(element, "span", {"class": "nhan"})
        label.text = AtomicString(provision.label.text)
        label.tail = f" {text}"


class _Survey(Treeprocessor):
    """Last look at the tree: ids for headings, frames for tables, the list of images."""

    def __init__(self, md: Markdown, renderer: Renderer) -> None:
        super().__init__(md)
        self._renderer = renderer

    def run(self, root: ElementTree.Element) -> None:
        seen = self._renderer.seen
        used: dict[str, int] = {}
        for element in root.iter():
            if re.fullmatch("h[1-6]", element.tag):
                text = " ".join("".join(element.itertext()).split())
                if not element.get("id"):
                    base = slug(text) or "muc"
                    used[base] = used.get(base, 0) + 1
                    element.set("id", base if used[base] == 1 else f"{base}~{used[base]}")
                seen.headings.append(Heading(int(element.tag[1]), element.get("id", ""), text))
            elif element.tag == "img":
                element.set("loading", "lazy")
                seen.images.append(Image(Link("", "", "", "", element.get("src", "")), element.get("alt", "")))
            elif element.tag in ("th", "td") and element.get("align"):
                align = element.attrib.pop("align")
                if align in ("center", "right"):
                    element.set("class", "giua" if align == "center" else "phai")
        _frame_tables(root)


def _frame_tables(root: ElementTree.Element) -> None:
    """Put each table into a region of its own that scrolls by touch and by keyboard."""
    count = 0
    for parent in list(root.iter()):
        for position, child in enumerate(list(parent)):
            if child.tag != "table":
                continue
            count += 1
            frame = ElementTree.Element(
                "div", {"class": "bang", "tabindex": "0", "role": "region", "aria-label": f"Bảng {count}"}
            )
            frame.tail, child.tail = child.tail, None
            parent.remove(child)
            frame.append(child)
            parent.insert(position, frame)
            for cell in child.iter("th"):
                cell.set("scope", "col")
