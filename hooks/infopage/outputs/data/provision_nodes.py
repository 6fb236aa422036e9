"""A document's text as JSON: its provisions as a tree, a list of its tables, and a list of its footnotes."""

import re
from collections.abc import Iterator
from typing import Any

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
        "noi_dung": _nodes(rendered, page),
        "bang": list(_tables(html)),
        "chu_thich": [{"so": number, "chu": "\n".join(lines(note))} for number, note in _NOTE.findall(html)],
    }


def _nodes(rendered: Rendered, page: str) -> list[JsonNode]:
    """Return the top-level provisions of a text, each with the provisions inside it.

    ``page`` is the absolute address of the document's page.
    """
    is_plain = rendered.is_plain
    top: list[JsonNode] = []
    above: list[tuple[int, list[JsonNode]]] = [(-1, top)]
    for _, label, text, anchor, _, depth, quoted in rendered.provisions:
        while above[-1][0] >= depth:
            above.pop()
        inside: list[JsonNode] = []
        above[-1][1].append(
            {
                "nhan": label.text if label else "",
                "chu": text if is_plain else words(text),
                "neo": anchor or None,
                "dia_chi": f"{page}#{anchor}" if anchor else None,
                "trich": quoted,
                "muc_con": inside,
            }
        )
        above.append((depth, inside))
    return top


def _tables(html: str) -> Iterator[JsonNode]:
    """Yield each table: its rows of cells, and, to show where it stands, the anchor of the provision before it."""
    anchor: str | None = None
    at = 0
    for table in _TABLE.finditer(html):
        anchor = next(reversed(_ANCHOR.findall(html, at, table.start())), anchor)
        at = table.end()
        rows = (_CELL.findall(row) for row in table[0].split("</tr>"))
        yield {"neo": anchor, "hang": [[" ".join(lines(cell)) for cell in row] for row in rows if row]}
