"""Writes XML elements as text, which takes a tenth of the time of building a tree."""

from collections.abc import Mapping
from html import escape

_NOT_IN_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535))
"""The characters that XML 1.0 forbids; they are left out."""
_NOT_IN_XML |= dict.fromkeys(range(0xD800, 0xE000))


def text(words: str) -> str:
    """Return the words as XML text.

    >>> text("A & <B>")
    'A &amp; &lt;B&gt;'
    """
    return xml_only(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def tag(name: str, attributes: Mapping[str, str] | None = None, inside: str = "") -> str:
    """Return an element as text. Attributes with an empty value are left out; ``inside`` must be XML.

    >>> tag("FRBRnumber", {"value": '"5"', "eId": ""})
    '<FRBRnumber value="&quot;5&quot;"/>'
    """
    said = "".join(f' {key}="{escape(xml_only(value))}"' for key, value in (attributes or {}).items() if value)
    return f"<{name}{said}>{inside}</{name}>" if inside else f"<{name}{said}/>"


def xml_only(words: str) -> str:
    """Return words without the characters that XML 1.0 forbids."""
    return words if words.isprintable() else words.translate(_NOT_IN_XML)
