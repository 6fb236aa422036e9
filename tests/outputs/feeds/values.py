"""Reads feeds for tests: whole files, the entries of each format, and archive pages by their links."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from html.parser import HTMLParser
from typing import Any
from weakref import WeakKeyDictionary

import feedparser

from infopage.outputs.feeds.feeds import Feeds
from infopage.outputs.site.site import Site

RSS, ATOM, JSON = "rss.xml", "atom.xml", "feed.json"
URL = "https://minhhoa.example/"


@dataclass(frozen=True)
class Read:
    """A feed entry as a feed reader sees it; ``text`` is its content without markup."""

    id: str
    title: str
    link: str
    published: datetime
    text: str


_MADE: WeakKeyDictionary[Feeds, dict[str, bytes]] = WeakKeyDictionary()


def whole(contents: Site) -> dict[str, bytes]:
    """Return every feed file of a site by its path."""
    return made(contents.feeds)


def made(feeds: Feeds) -> dict[str, bytes]:
    """Return every file of the given feeds by its path."""
    if feeds not in _MADE:
        _MADE[feeds] = {document.path: document.make() for document in feeds.documents()}
    return _MADE[feeds]


def slugs(files: Mapping[str, bytes]) -> list[str]:
    """Return the slug (folder) of every feed that has files in ``files``."""
    ends = [path.removeprefix("nguon-tin/").removesuffix(f"/{RSS}") for path in files if path.endswith(f"/{RSS}")]
    return [slug for slug in ends if "/luu/" not in slug]


def entries(path: str, content: bytes) -> list[Read]:
    """Return the entries that a feed reader finds in a feed file, in order."""
    if path.endswith(JSON):
        return [_from_json(item) for item in json.loads(content)["items"]]
    parsed = feedparser.parse(content, sanitize_html=False, resolve_relative_uris=False)
    assert not parsed.bozo, (path, parsed.get("bozo_exception"))
    return [
        Read(
            one.id,
            unescape(one.title) if path.endswith(ATOM) and one.title_detail.type == "text/html" else one.title,
            one.link,
            datetime(*one.published_parsed[:6], tzinfo=UTC),
            words(one.content[0].value if "content" in one else one.summary),
        )
        for one in parsed.entries
    ]


def _from_json(item: dict[str, Any]) -> Read:
    at = datetime.fromisoformat(item["date_published"]).astimezone(UTC)
    return Read(item["id"], item["title"], item["url"], at, words(item["content_html"]))


def words(html: str) -> str:
    """Return the text of HTML with white space normalised."""
    found: list[str] = []
    parser = HTMLParser()
    parser.handle_data = found.append  # type: ignore[method-assign]
    parser.feed(html)
    parser.close()
    return " ".join("".join(found).split())


def walk(slug: str, file: str, files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of a feed's subscription document, then of each earlier archive page, by its links."""
    path = f"nguon-tin/{slug}/{file}"
    while path:
        content = files[path]
        yield path, content
        path = earlier(path, content)


def earlier(path: str, content: bytes) -> str:
    """Return the path of the archive page before a feed file; empty if there is none."""
    if path.endswith(JSON):
        told = json.loads(content).get("_infopage", {}).get("prev-archive", {"url": ""})
        return str(told["url"]).removeprefix(URL)
    links = feedparser.parse(content).feed.links
    found = [link["href"] for link in links if link["rel"] == "prev-archive"]
    assert len(found) <= 1
    return found[0].removeprefix(URL) if found else ""
