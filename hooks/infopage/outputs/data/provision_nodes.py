"""A document's text as JSON: its provisions as a tree, a list of its tables, and a list of its footnotes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from infopage.content.effects.blocks import TextBlock
from infopage.content.provisions.provision import Provision
from infopage.content.rendered import Rendered
from infopage.outputs.data.plain_text import lines, words

JsonNode = dict[str, Any]

_TABLE = re.compile(r"<table\b[^>]*>.*?</table>", re.DOTALL)
_CELL = re.compile(r"<t[dh][^>]*>(.*?)</t[dh]>", re.DOTALL)
_ANCHOR = re.compile(r'<(?:h[1-6]|p)(?: [a-z-]+="[^"]*")*? id="([^"]*)"')
_NOTE = re.compile(r'<li id="fn:([^"]*)">(.*?)</li>', re.DOTALL)


def text_of(rendered: Rendered, page: str) -> JsonNode:
    """Return the part of a document's JSON that has its text: provisions, tables and footnotes.

    ``rendered`` is the text, and ``page`` the absolute address of the document's page.
    """
    html = "" if rendered.is_plain else rendered.html  # a plain text has no tables or footnotes to find
    return {
        "tai_ngay": None,
        "noi_dung": _nodes(_lines(rendered), page),
        "bang": list(_tables(html)),
        "chu_thich": list(_notes(html)),
    }


def text_as_of(day: date, text: Sequence[TextBlock], page: str) -> JsonNode:
    """Return what :func:`text_of` returns, for the text from a day; ``page`` is the absolute address of its page."""
    html = "\n".join(block.html for block in text)
    said = ((block.provision, " ".join(lines(block.words))) for block in text if block.provision)
    return {
        "tai_ngay": day.isoformat(),
        "noi_dung": _nodes(said, page),
        "bang": list(_tables(html)),
        "chu_thich": list(_notes(html)),
    }


def _lines(rendered: Rendered) -> Iterator[tuple[Provision, str]]:
    """Yield each line of a text as issued, with its words after the label."""
    for provision in rendered.provisions:
        yield provision, provision.text if rendered.is_plain else words(provision.text)


def _nodes(found: Iterable[tuple[Provision, str]], page: str) -> list[JsonNode]:
    """Return the top-level provisions of a text, each with the provisions inside it.

    ``found`` are the lines of the text, each with its words. ``page`` is the absolute address of the text's page.
    """
    top: list[JsonNode] = []
    above: list[tuple[int, list[JsonNode]]] = [(-1, top)]
    for (_, label, _, anchor, _, depth, quoted), said in found:
        while above[-1][0] >= depth:
            above.pop()
        inside: list[JsonNode] = []
        above[-1][1].append(
            {
                "nhan": label.text if label else "",
                "chu": said,
                "neo": anchor or None,
                "dia_chi": f"{page}#{anchor}" if anchor else None,
                "trich": quoted,
                "muc_con": inside,
            }
        )
        above.append((depth, inside))
    return top


def _notes(html: str) -> Iterator[JsonNode]:
    for number, note in _NOTE.findall(html):
        yield {"so": number, "chu": "\n".join(lines(note))}


def _tables(html: str) -> Iterator[JsonNode]:
    """Yield each table: its rows of cells, and, to show where it stands, the anchor of the provision before it."""
    anchor: str | None = None
    at = 0
    for table in _TABLE.finditer(html):
        anchor = next(reversed(_ANCHOR.findall(html, at, table.start())), anchor)
        at = table.end()
        rows = (_CELL.findall(row) for row in table[0].split("</tr>"))
        yield {"neo": anchor, "hang": [[" ".join(lines(cell)) for cell in row] for row in rows if row]}
