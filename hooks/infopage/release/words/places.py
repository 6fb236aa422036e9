"""The words of an item, divided by place (anchor or front-matter key), in a normal form for comparing releases.

White space, Markdown, the encoding or position of accents, and variants of the same sign do not change this form.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import is_dataclass
from html import unescape

from infopage.content.html_text import FOOTNOTE_REFERENCE
from infopage.content.model import OfficialDocument
from infopage.content.schema import keys
from infopage.content.texts import Text
from infopage.language.invisible import strip_invisible

FORM = 1
"""The version of the normal form of words. It must be increased when a code change gives other words or places.

A new front-matter key needs no new version: if the record of the last release lacks it, its present words are adopted.
"""

HEADER = "@"
"""The prefix of places that are front-matter keys, such as ``@trich_yeu``. All other places are anchors."""

FILE = f"{HEADER}tep:"
"""The prefix of places that are files which the item attaches or links to, such as ``@tep:05-nq-tu.pdf``."""

_SUMMARY = "tom_tat"
"""The front-matter key whose words lists, search engines and subscribers show of an item."""

_PRINTED = ("so_ky_hieu", "ngay_ban_hanh", "trich_yeu", "nguoi_ky")
"""The front-matter keys whose values are printed on a document around its text."""

_ID = re.compile(r'<[a-z0-9]+(?: [a-z-]+="[^"]*")*? id="([^"]*)"')
_BACK = re.compile(r'<a class="footnote-backref".*?</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
# A tone mark on the first vowel of oa, oe or uy, in NFD. The new spelling rule puts it on the second vowel.
_TONE = re.compile("([oOuU])([\u0300\u0301\u0303\u0309\u0323])([aAeEyY])(?![\u0302\u0306\u031b])")
_SIGNS = (*zip("“”„«»″‘’′–—−‐‑", '""""""' + "'''" + "-----", strict=True), ("…", "..."))


def places(text: Text) -> Iterator[tuple[str, str]]:
    """Yield (place, words) for each place of an item that has words: front-matter keys, then the body in order.

    A place of the body is an anchor, with the words up to the next anchor; "" is the beginning of the body.
    """
    item = text.item
    for key in (*(_PRINTED if isinstance(item, OfficialDocument) else ("tieu_de",)), _SUMMARY):
        value = getattr(item, keys(type(item))[key][0])
        if told := _of_value(value):
            yield f"{HEADER}{key}", told
    html = _BACK.sub("", FOOTNOTE_REFERENCE.sub("", text.rendered.html))
    place, start = "", 0
    for found in _ID.finditer(html):
        if words := normal(html[start : found.start()]):
            yield place, words
        place, start = unescape(found[1]), found.start()
    if words := normal(html[start:]):
        yield place, words


def normal(html: str) -> str:
    """Return the words of HTML for comparison: without tags and white space, accents and signs in one form.

    >>> normal("<p>Hoà&nbsp;bình – “thủy”</p>") == normal('Hòa bình - "<b>thuỷ</b>"')
    True
    """
    text = unescape(_TAG.sub("", html))
    text = "".join(strip_invisible(unicodedata.normalize("NFD", text))[0].split())
    for sign, plain in _SIGNS:
        text = text.replace(sign, plain)
    return _TONE.sub(r"\1\3\2", text)


def _of_value(value: object) -> str:
    """Return the words of a front-matter value, in normal form; "" if it has none."""
    return normal(" ".join(_told(value)).replace("&", "&amp;").replace("<", "&lt;"))


def _told(value: object) -> Iterator[str]:
    """Yield the texts in a front-matter value: a text, a date, a symbol, a group of keys, or a list of these."""
    if isinstance(value, tuple):
        for one in value:
            yield from _told(one)
    elif is_dataclass(value) and (declared := keys(type(value))):
        for attribute, _ in declared.values():
            yield from _told(getattr(value, attribute))
    elif value is not None:
        yield str(value)
