"""Writes feed files in JSON Feed 1.1 (jsonfeed.org): the items, and the beginning and end of a file."""

from html import escape
from typing import Any

from infopage.content.languages import VIETNAMESE
from infopage.outputs.feeds.entries import Author, Entry
from infopage.outputs.feeds.page import FeedPage
from infopage.outputs.wording.encoding import json_text
from infopage.outputs.wording.feed_links import ATOM, JSON, MEDIA_TYPES

SEPARATOR = b",\n"


def item(entry: Entry) -> bytes:
    """Return an entry as JSON. Values for which JSON Feed has no key are written in the extension ``_infopage``."""
    found: dict[str, Any] = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.content or f"<p>{escape(entry.summary, quote=False)}</p>",
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated,
        "authors": [_person(author) for author in entry.authors],
        "tags": [category.label for category in entry.categories],
        "language": entry.lang or VIETNAMESE,
    }
    if entry.picture:
        found["image"] = entry.picture.address
    if entry.files:
        found["attachments"] = [
            {
                **{"url": file.address, "mime_type": file.type, "title": file.name, "size_in_bytes": file.length},
                **({"duration_in_seconds": file.seconds} if file.seconds else {}),
            }
            for file in entry.files
        ]
    found["_infopage"] = {
        "identifier": entry.number or None,
        "categories": [{"term": c.term, "scheme": c.scheme, "label": c.label} for c in entry.categories],
        "related": [{"url": related.address, "title": related.title} for related in entry.related],
    }
    return json_text(found).encode()


def _person(author: Author) -> dict[str, str]:
    return {"name": author.name, "url": author.address} if author.address else {"name": author.name}


def document(page: FeedPage) -> tuple[bytes, bytes]:
    """Return the beginning and the end of the feed file for ``page``. Its items come between them.

    The format's ``next_url`` may lead only to another JSON Feed, but archive pages are Atom. So the address of the
    newest archive page is in the extension ``_infopage``.
    """
    found: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": page.title,
        "home_page_url": page.home,
        "feed_url": page.current(JSON),
        "description": page.description,
        "authors": [_person(page.publisher)],
        "language": page.lang,
    }
    if page.hub:
        found["hubs"] = [{"type": "WebSub", "url": page.hub}]
    if page.earlier:
        found["_infopage"] = {"prev-archive": {"url": page.earlier, "mime_type": MEDIA_TYPES[ATOM]}}
    return json_text(found).removesuffix("}").encode() + b',"items":[\n', b"\n]}\n"
