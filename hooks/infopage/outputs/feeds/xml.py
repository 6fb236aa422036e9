"""XML as this project's feeds write it: a document's beginning and end, and entries between that were written once."""

from collections.abc import Mapping

from lxml import etree

from infopage.outputs.feeds.generator import Element
from infopage.outputs.feeds.stylesheet import ADDRESS as STYLESHEET


def piece(element: Element, namespaces: Mapping[str, str]) -> bytes:
    """Return an element as it stands in a document that declares ``namespaces``."""
    frame = etree.Element("x", nsmap=namespaces)
    empty = len(etree.tostring(frame)) - len(b"/>")
    frame.append(element)
    whole: bytes = etree.tostring(frame, encoding="UTF-8", xml_declaration=False)
    return whole[empty + len(b">") : -len(b"</x>")] + b"\n"


def style(address: str) -> str:
    """Return the line that gives a document at ``address`` the feeds' style sheet."""
    up = "../" * address.count("/")
    return f'<?xml-stylesheet type="text/css" href="{up}{STYLESHEET}"?>\n'


def ends(document: bytes, last: bytes, address: str) -> tuple[bytes, bytes]:
    """Return a document without entries in two parts, what comes before them and after them, with the style sheet.

    ``last`` is the tag that closes what holds the entries, ``address`` where the document stands.
    """
    declaration, _, rest = document.partition(b"?>\n")
    before, _, after = rest.rpartition(last)
    return declaration + b"?>\n" + style(address).encode() + before + b"\n", last + after + b"\n"
