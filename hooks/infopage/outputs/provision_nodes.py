"""A document's text as JSON: its provisions as a tree, and the tables and notes that stand among them."""

import re
from collections.abc import Iterator
from typing import Any

from infopage.content.provisions import tree
from infopage.content.rendered import Rendered
from infopage.outputs.plain_text import lines, words

Node = dict[str, Any]

_TABLE = re.compile(r"<table\b[^>]*>.*?</table>", re.DOTALL)
_CELL = re.compile(r"<t[dh][^>]*>(.*?)</t[dh]>", re.DOTALL)
_ANCHOR = re.compile(r'<(?:h[1-6]|p)(?: [a-z-]+="[^"]*")*? id="([^"]*)"')
_NOTE = re.compile(r'<li id="fn:([^"]*)">(.*?)</li>', re.DOTALL)


def text_of(rendered: Rendered, page: str) -> Node:
    """Return what a document's JSON says of its text; ``page`` is the document's absolute address."""
    return {
        "noi_dung": [_node(node, page) for node in rendered.tree],
        "bang": list(_tables(rendered.html)),
        "chu_thich": [{"so": number, "chu": "\n".join(lines(note))} for number, note in _NOTE.findall(rendered.html)],
    }


def _node(node: tree.Node, page: str) -> Node:
    return {
        "nhan": node.label.text if node.label else "",
        "chu": words(node.text),
        "neo": node.anchor or None,
        "dia_chi": f"{page}#{node.anchor}" if node.anchor else None,
        "trich": node.quoted,
        "muc_con": [_node(child, page) for child in node.children],
    }


def _tables(html: str) -> Iterator[Node]:
    """Yield each table's rows of cells, with the anchor of the provision it stands below."""
    anchor: str | None = None
    at = 0
    for table in _TABLE.finditer(html):
        anchor = next(reversed(_ANCHOR.findall(html, at, table.start())), anchor)
        at = table.end()
        rows = (_CELL.findall(row) for row in table[0].split("</tr>"))
        yield {"neo": anchor, "hang": [[" ".join(lines(cell)) for cell in row] for row in rows if row]}
