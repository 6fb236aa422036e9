"""Queries made of a site itself: the title of each item must find it first and open it at the top."""

import re
from collections import defaultdict
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple
from urllib.request import urlopen

from infopage.language.folding import fold
from tests.bench.judged.queries import Judged

BY_TITLE, BY_NUMBER = "đúng tên", "loại, số và tên"
_ADDRESS = re.compile(r"<loc>([^<]+)</loc>")
_ENTRY = '<article class="article"'
_KICKER = re.compile(r'<p class="kicker">(.*?)</p>', re.DOTALL)
_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_NUMBER = re.compile(r'<span class="number">')
_TAG = re.compile(r"<[^>]*>")


class Entry(NamedTuple):
    """An item or standing page of a built site; ``named`` is its kind and number, if it has a number."""

    address: str
    title: str
    named: str = ""


def title_queries(base: str) -> list[Judged]:
    """Return the queries for all items and standing pages of the site at ``base``.

    Pages whose titles differ only in marks and capitals are all right answers to each other's titles.
    """
    found = list(entries(base))
    asked: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for entry in found:
        asked[BY_TITLE, fold(entry.title)][entry.title].append(entry.address)
        if entry.named:
            whole = f"{entry.named} {entry.title}"
            asked[BY_NUMBER, fold(whole)][whole].append(entry.address)
    return [
        Judged(query, tuple(address for same in alike.values() for address in same), kind, "")
        for (kind, _), alike in asked.items()
        for query in alike
    ]


def entries(base: str) -> Iterator[Entry]:
    """Yield the items and standing pages that the sitemap of the site at ``base`` lists."""
    with urlopen(f"{base}sitemap.xml") as answer:
        addresses = _ADDRESS.findall(answer.read().decode())
    root = min(addresses, key=len)
    for address in sorted(one.removeprefix(root) for one in addresses):
        with urlopen(base + address) as answer:
            html = answer.read().decode()
        if _ENTRY in html and (title := _TITLE.search(html)):
            kicker = _KICKER.search(html)
            named = _words(kicker[1]).partition(" · ")[0] if kicker and _NUMBER.search(kicker[1]) else ""
            yield Entry(address, _words(title[1]), named)


def _words(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())
