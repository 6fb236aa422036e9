"""The index that the theme's search loads: each page's data and text, cut at its headings."""

import json
import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from infopage.language.folding import fold
from infopage.outputs.views import ItemView, Page, Value

ADDRESS = "search/search_index.json"
_CONFIG = {
    "lang": ["vi"],
    "separator": r"[\s\-–—/.,:;!?()\[\]“”\"…]+",  # "05-NQ/TU" is found by 05, by NQ and by TU
    "pipeline": ["stopWordFilter"],
    "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1.0}},
}
_ATTRIBUTES = r"(?: [a-z-]+=\"[^\"]*\")*"
_HEADING = re.compile(rf"<h[1-6]{_ATTRIBUTES}? id=\"([^\"]*)\"{_ATTRIBUTES}>(.*?)</h[1-6]>", re.DOTALL)
_BLOCK_END = re.compile(r"</(?:p|li|tr|dt|dd|pre|caption|figcaption)>")
_TAG = re.compile(rf"</?[a-z][a-z0-9]*{_ATTRIBUTES}>")


def search_index(pages: Iterable[Page]) -> bytes:
    """Return the index as the theme's worker reads it: texts are escaped HTML, in bare paragraphs."""
    entries = [entry for page in pages for entry in _entries(page)]
    return json.dumps({"config": _CONFIG, "docs": entries}, ensure_ascii=False, separators=(",", ":")).encode()


def _entries(page: Page) -> Iterator[dict[str, Any]]:
    """Yield a page's opening and each of its sections; nothing of lists and of what search engines may not take."""
    if not page.indexed or not page.source:
        return
    opening, *sections = _HEADING.split(page.html)
    text = _paragraphs((*_data(page), *_BLOCK_END.split(opening)))
    # The theme's search folds nothing: the title without its marks, as many type it, goes in as a tag, not shown.
    tags = [fold(page.title)]
    yield {"location": page.address, "title": escape(page.title, quote=False), "text": text, "tags": tags}
    for anchor, title, body in zip(sections[::3], sections[1::3], sections[2::3], strict=True):
        yield {
            "location": f"{page.address}#{anchor}",
            "title": _plain(title),
            "text": _paragraphs(_BLOCK_END.split(body)),
        }


def _data(page: Page) -> Iterator[str]:
    if isinstance(page.view, ItemView):
        yield escape(page.description, quote=False)
        for fact in page.view.facts:
            yield escape(f"{fact.label}: {', '.join(map(_words, fact.values))}.", quote=False)


def _words(value: Value) -> str:
    return value.badge.text if value.badge else value.text


def _paragraphs(blocks: Iterable[str]) -> str:
    """Return blocks of HTML as bare paragraphs: the theme shows those that hold what was searched for."""
    return "".join(f"<p>{text}</p>" for block in blocks if (text := _plain(block)))


def _plain(html: str) -> str:
    return " ".join(_TAG.sub(" ", html).split())
