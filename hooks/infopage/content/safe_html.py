"""The allow-list that cleans all HTML made from Markdown, and the list of what the cleaning removed."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser

import nh3

from infopage.content.figures import CREDIT_CLASS
from infopage.content.table_columns import WIDE

TAGS = frozenset(
    (
        *("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "blockquote", "pre", "hr", "br", "figure", "figcaption"),
        *("ul", "ol", "li", "dl", "dt", "dd", "details", "summary", "img"),
        *("table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td"),
        *("a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "span"),
        *("strong", "sub", "sup", "u"),
    )
)
ATTRIBUTES = {
    "*": {"id", "lang", "title"},
    "a": {"href", "rel"},
    "abbr": {"title"},
    "col": {"span"},
    "del": {"datetime"},
    "details": {"open"},
    "div": {"tabindex", "role", "aria-label"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ins": {"datetime"},
    "ol": {"start", "type"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "scope", "headers"},
}
_EVERYWHERE = {"giua", "phai", "nho"}
CLASSES = {
    "a": {"footnote-ref", "footnote-backref"},
    "div": {"bang", "footnote", "admonition", "note", "warning", "tip", "quote"},
    "p": {"nhan-cap-1", "nhan-cap-2", "nhan-cap-3", "nhan-cap-4", "admonition-title"} | _EVERYWHERE,
    "span": {"nhan", CREDIT_CLASS},
    "td": _EVERYWHERE | {WIDE},
    "th": _EVERYWHERE | {WIDE},
}
SCHEMES = {"http", "https", "mailto", "tel"}

Filter = Callable[[str, str, str], str | None]


def clean(html: str, attribute_filter: Filter | None = None, *, more_schemes: Iterable[str] = ()) -> str:
    """Return ``html`` with only the elements, attributes and addresses of the allow-list. It is safe to publish.

    Links with one of the URL schemes ``more_schemes`` are kept too; the caller must replace them by real addresses.
    ``attribute_filter`` is called with each (element, attribute, value), and returns the value to keep, or None.
    """
    return _cleaner(frozenset(more_schemes), attribute_filter).clean(html)


@lru_cache(maxsize=4)
def _cleaner(more_schemes: frozenset[str], attribute_filter: Filter | None) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        allowed_classes={tag: set(names) for tag, names in CLASSES.items()},
        url_schemes={*SCHEMES, *more_schemes},
        link_rel=None,
        strip_comments=True,
        attribute_filter=attribute_filter,
    )


@dataclass(frozen=True)
class Removed:
    """An element, attribute or comment that cleaning removed; ``str`` gives its name for messages."""

    tag: str
    """The name of the removed element, or of the one that lost an attribute; ``!--`` for a comment."""
    attribute: str = ""
    """The attribute that was removed; '' if the whole element was removed."""
    value: str = ""
    """The value of the removed attribute. For ``class``, it is the one class name that was removed."""

    @property
    def traces(self) -> tuple[str, ...]:
        """Strings by which to find the removed markup in the Markdown file, in the order in which to try them."""
        element = (f"<{self.tag}>", f"<{self.tag} ", f"<{self.tag}")
        if not self.attribute:
            return element
        written = (
            f'{self.attribute}="{self.value}',
            f"{self.attribute}={self.value}",
            f".{self.value}",
            f"!!! {self.value}",
        )
        return (*(written if self.value else ()), f"{self.attribute}=", *element)

    @property
    def instead(self) -> str:
        """The end of a message about the removed markup: what the editor should do."""
        tag = not self.attribute and self.tag != "!--"
        return f"hãy bỏ đi, hoặc viết &lt;{self.tag}> nếu đó là chữ" if tag else "hãy bỏ đi"

    def __str__(self) -> str:
        if self.tag == "!--":
            return "chú thích HTML <!-- … -->"
        return f"thuộc tính {self.attribute} của thẻ <{self.tag}>" if self.attribute else f"thẻ <{self.tag}>"


def removed(before: str, after: str) -> Iterator[Removed]:
    """Yield what :func:`clean` removed, given the same HTML ``before`` and ``after`` cleaning."""
    if _canonical(before) == _canonical(after):
        return
    lost = _Inventory.of(before) - _Inventory.of(after)
    for tag, attribute, value in lost:
        if not attribute or (tag, "", "") not in lost:
            yield Removed(tag, attribute, value)


def _canonical(html: str) -> str:
    return (
        html.replace(" />", ">")
        .replace("/>", ">")
        .replace("&quot;", '"')
        .replace("&#39;", "'")
        .replace("&nbsp;", "\xa0")
    )


class _Inventory(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: Counter[tuple[str, str, str]] = Counter()

    @classmethod
    def of(cls, html: str) -> Counter[tuple[str, str, str]]:
        parser = cls()
        parser.feed(html)
        parser.close()
        return parser.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[tag, "", ""] += 1
        for name, value in attrs:
            words = sorted((value or "").split()) if name == "class" else [" ".join((value or "").split())]
            for word in words:
                self.found[tag, name, word] += 1

    def handle_comment(self, data: str) -> None:
        self.found["!--", "", ""] += 1

    def handle_decl(self, decl: str) -> None:
        self.found["!doctype", "", ""] += 1

    def handle_pi(self, data: str) -> None:
        self.found["?", "", ""] += 1

    def unknown_decl(self, data: str) -> None:
        self.found["![", "", ""] += 1
