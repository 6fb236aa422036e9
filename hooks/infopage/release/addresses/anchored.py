"""Finds published anchors of a page whose words have moved to another anchor in the new page."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from lxml import html

_FEWEST, _LEAST = 12, 20


def anchored(page: str) -> dict[str, str]:
    """Return the words at each anchor in the text of a page, in order; ``page`` is the HTML of the whole page.

    If the element with an anchor is empty, as that of a former anchor, the words are those of the element around it.
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
    """A published anchor whose words are now at another anchor of the page, ``now``."""

    anchor: str
    now: str


def shifts(before: Mapping[str, str], now: Mapping[str, str], kept: Collection[str] = ()) -> Iterator[Shift]:
    """Yield the published anchors of a page whose words have moved to another anchor.

    ``before`` and ``now`` have the words at the anchors of the published and the new page. An anchor counts as moved in
    two cases: the page has lost it, or it is a repeated one (``II.1~2``) that has other words now. All other anchors
    are made from unique labels: if their words differ, the provision itself was changed. The anchors ``kept`` are left
    out, because the page already declares them as former anchors.
    """
    by_words = {words: anchor for anchor, words in reversed(list(now.items()))}
    for anchor, words in before.items():
        if anchor in kept or now.get(anchor) == words or (anchor in now and "~" not in anchor):
            continue
        found = by_words.get(words) or _longer(words, now)
        if found and found != anchor:
            yield Shift(anchor, found)


def _longer(words: str, now: Mapping[str, str]) -> str:
    """Return the anchor in ``now`` whose words begin with ``words``, are their beginning, or contain them; else ''.

    Such words are the same provision after its line was joined with another one, or split.
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
