"""Compares the words at the anchors of a page with those at the same anchors of the published page."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from lxml import html

_FEWEST, _LEAST = 12, 20


def anchored(page: str) -> dict[str, str]:
    """Return the words at each anchor of the text in a page, in order; ``page`` is its HTML.

    An anchor in an empty element, such as a former one, has the words of the element around it.
    """
    if not page.strip():
        return {}
    root = html.document_fromstring(page)
    texts = root.findall(".//*[@data-prose]") or [root]
    return {
        id: words
        for text in texts
        for element in text.iter()
        if (id := element.get("id", "")) and (words := _words(element) or _words(element.getparent()))
    }


def _words(element: html.HtmlElement | None) -> str:
    return "" if element is None else " ".join(element.text_content().split())


@dataclass(frozen=True)
class Shift:
    """A published anchor whose words are now at another anchor of the page."""

    anchor: str
    now: str


def shifts(before: Mapping[str, str], now: Mapping[str, str], kept: Collection[str] = ()) -> Iterator[Shift]:
    """Yield the shifts between a published page, with the words ``before`` at its anchors, and the same page ``now``.

    They are of two kinds: anchors that the page has lost, and repeated ones (``II.1~2``) that now have other words.
    All other anchors are made from unique labels: if their words differ, the provision itself was changed. The anchors
    ``kept``, which are former anchors of the page already, are left out.
    """
    by_words = {words: anchor for anchor, words in reversed(list(now.items()))}
    for anchor, words in before.items():
        if anchor in kept or now.get(anchor) == words or (anchor in now and "~" not in anchor):
            continue
        found = by_words.get(words) or _longer(words, now)
        if found and found != anchor:
            yield Shift(anchor, found)


def _longer(words: str, now: Mapping[str, str]) -> str:
    """Return the anchor whose words begin like ``words``, or contain them; '' if there is none.

    Such words are the same provision after its line was joined with another, or split.
    """
    sought = "".join(words.split())
    held = {anchor: "".join(other.split()) for anchor, other in now.items()}
    for anchor, other in held.items():
        if min(len(sought), len(other)) >= _FEWEST and _same_start(sought, other):
            return anchor
    holding = [anchor for anchor, other in held.items() if sought in other]
    return holding[0] if len(holding) == 1 and len(sought) >= _LEAST else ""


def _same_start(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
