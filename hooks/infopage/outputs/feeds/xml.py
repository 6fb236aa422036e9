"""The XML of feeds: the beginning and end of a document, and entries that are written once and put between them."""

from collections.abc import Mapping

from lxml import etree

from infopage.outputs.feeds.generator import Element
from infopage.outputs.feeds.stylesheet import ADDRESS as STYLESHEET


def piece(element: Element, namespaces: Mapping[str, str]) -> bytes:
    """Return an element as it is written inside a document that declares ``namespaces``."""
    frame = etree.Element("x", nsmap=namespaces)
    empty = len(etree.tostring(frame)) - len(b"/>")
    frame.append(element)
    whole: bytes = etree.tostring(frame, encoding="UTF-8", xml_declaration=False)
    return whole[empty + len(b">") : -len(b"</x>")] + b"\n"


def style(address: str) -> str:
    """Return the line by which a document at ``address`` refers to the feeds' style sheet."""
    up = "../" * address.count("/")
    return f'<?xml-stylesheet type="text/css" href="{up}{STYLESHEET}"?>\n'


def ends(document: bytes, last: bytes, address: str) -> tuple[bytes, bytes]:
    """Return a document without entries as two parts, before and after the entries, with the style sheet added.

    ``last`` is the closing tag of the element that holds the entries; ``address`` is the document's address.
    """
    declaration, _, rest = document.partition(b"?>\n")
    before, _, after = rest.rpartition(last)
    return declaration + b"?>\n" + style(address).encode() + before + b"\n", last + after + b"\n"
