"""Extensions of the Markdown parser: the provisions of official texts, attributes, and changes to the element tree."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree import ElementTree

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX, AtomicString

from infopage.content.figures import with_figures
from infopage.content.official import permalink, tag_of
from infopage.content.provisions.lines import Provision
from infopage.content.table_columns import mark_wide

OPEN, CLOSE = "\ue000", "\ue001"


@dataclass
class RenderState:
    """What was found while rendering one body."""

    provisions: list[Provision] = field(default_factory=list)
    cited: dict[str, str] = field(default_factory=dict)
    """The citation of each provision (``khoản 1 Điều 5``), by its anchor."""
    is_left_open: bool = False
    """Whether an HTML block has no end."""


class OfficialBlocks(Extension):
    """Makes a Markdown parser accept the provisions of official texts.

    :class:`_Survey` makes the last changes to its result.
    """

    def __init__(self, seen: Callable[[], RenderState]) -> None:
        super().__init__()
        self._seen = seen

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name that the Markdown library calls
        md.parser.blockprocessors.register(_Provisions(md.parser, self._seen), "provisions", 200)
        md.treeprocessors.register(_Survey(md), "survey", 5)


class _Provisions(BlockProcessor):
    def __init__(self, parser: object, seen: Callable[[], RenderState]) -> None:
        super().__init__(parser)  # type: ignore[arg-type]  # the stubs leave BlockParser out of the constructor
        self._seen = seen

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        return block.startswith(OPEN) and CLOSE in block

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        index, _, text = blocks.pop(0).removeprefix(OPEN).partition(CLOSE)
        if not index.isdecimal():
            ElementTree.SubElement(parent, "p").text = AtomicString(f"{STX}{index}{ETX}")
            return
        provision = self._seen().provisions[int(index)]
        tag, attributes = tag_of(provision)
        element = ElementTree.SubElement(parent, tag, attributes)
        if provision.label is None:
            element.text = text
            return
        mark = ElementTree.SubElement(element, "span", {"class": "nhan"})
        mark.tail = f" {text}"
        if provision.anchor:
            cited = self._seen().cited.get(provision.anchor, "")
            mark = ElementTree.SubElement(mark, "a", permalink(provision, cited))
        mark.text = AtomicString(provision.label.text)


def attributes(md: Markdown) -> AttrListTreeprocessor:
    """Return the processor that reads ids and other attributes: ``{: #viec-lam }``. Without the colon, this is text."""
    processor = AttrListTreeprocessor(md)
    base = processor.BASE_RE.replace(r"\:?", r"\:")
    shapes = {"HEADER_RE": rf"[ ]+{base}[ ]*$", "BLOCK_RE": rf"\n[ ]*{base}[ ]*$", "INLINE_RE": f"^{base}"}
    vars(processor).update({name: re.compile(shape) for name, shape in shapes.items()})
    return processor


class _Survey(Treeprocessor):
    """The last changes to the element tree: pictures become figures and load lazily, tables get frames."""

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            if element.tag == "img":
                element.set("loading", "lazy")
            elif element.tag in ("th", "td") and element.get("align"):
                align = element.attrib.pop("align")
                if align in ("center", "right"):
                    element.set("class", "giua" if align == "center" else "phai")
        with_figures(root)
        _frame_tables(root)


def _frame_tables(root: ElementTree.Element) -> None:
    """Put each table into an element of its own (a region), so that it can be scrolled by touch and by keyboard."""
    tables = 0
    for parent in list(root.iter()):
        for position, child in enumerate(list(parent)):
            if child.tag != "table":
                continue
            tables += 1
            frame = ElementTree.Element(
                "div", {"class": "bang", "tabindex": "0", "role": "region", "aria-label": f"Bảng {tables}"}
            )
            frame.tail, child.tail = child.tail, None
            parent.remove(child)
            frame.append(child)
            parent.insert(position, frame)
            mark_wide(child)
            for cell in child.iter("th"):
                cell.set("scope", "col")
