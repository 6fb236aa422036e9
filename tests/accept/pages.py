"""Extracts the visible text of a built page, to compare it with the original text of an item."""

import re
import unicodedata
from html.parser import HTMLParser

from infopage.language.invisible import strip_invisible


class _VisibleText(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in ("script", "style", "template")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("script", "style", "template")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def squeeze(text: str) -> str:
    """Return a text in NFC without white space and invisible characters, which a build removes."""
    return "".join(unicodedata.normalize("NFC", strip_invisible(text)[0]).split())


def visible(html: str) -> str:
    """Return a page's visible text without white space."""
    return squeeze("".join(_parts(html)))


def words(text: str) -> list[str]:
    """Return the words of a text, in order, in NFC and lower case; numbers have no zeros in front."""
    return [one.lstrip("0") or one for one in re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).casefold())]


def visible_words(html: str) -> set[str]:
    """Return the words of a page's visible text, in NFC and lower case."""
    return set(words(" ".join(_parts(html))))


def _parts(html: str) -> list[str]:
    parser = _VisibleText()
    parser.feed(html)
    return parser.parts


def first_loss(source: str, page: str) -> str | None:
    """Return the first piece of the text ``source`` that ``page`` lacks; None if all of it is there, in order."""
    wanted = squeeze(source)
    if wanted in page:
        return None
    low, high = 0, len(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if wanted[:middle] in page else (low, middle - 1)
    return wanted[max(0, low - 30) : low + 30]
