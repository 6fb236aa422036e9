"""The XML of feed files: the beginning and end of a file, and the entries between, which are written separately."""

from collections.abc import Mapping

from lxml import etree

from infopage.outputs.feeds.generator import Element
from infopage.outputs.feeds.stylesheet import ADDRESS as STYLESHEET


def piece(element: Element, namespaces: Mapping[str, str]) -> bytes:
    """Return the XML of an element as a part of a feed file.

    The namespace declarations are left out, because the file's root element declares ``namespaces``.
    """
    frame = etree.Element("x", nsmap=namespaces)
    empty = len(etree.tostring(frame)) - len(b"/>")
    frame.append(element)
    whole: bytes = etree.tostring(frame, encoding="UTF-8", xml_declaration=False)
    return whole[empty + len(b">") : -len(b"</x>")] + b"\n"


def style(address: str) -> str:
    """Return the XML line with which a feed file at ``address`` links to the feeds' style sheet."""
    up = "../" * address.count("/")
    return f'<?xml-stylesheet type="text/css" href="{up}{STYLESHEET}"?>\n'


def ends(document: bytes, last: bytes, address: str) -> tuple[bytes, bytes]:
    """Split a feed file without entries into its beginning and its end, and add the link to the style sheet.

    ``last`` is the closing tag before which the entries belong, and ``address`` the address of the file.
    """
    declaration, _, rest = document.partition(b"?>\n")
    before, _, after = rest.rpartition(last)
    return declaration + b"?>\n" + style(address).encode() + before + b"\n", last + after + b"\n"
