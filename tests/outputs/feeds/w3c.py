"""Checks the rules of the W3C feed validator that a feed of this project could break.

The validator itself is a service, not a package. Its rules are those of RSS 2.0 and the RSS Profile (rssboard.org),
RFC 4287, RFC 5005 and OPML 2.0, with warnings of its own. Warnings count as errors.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import html5lib
from lxml import etree

ATOM, CONTENT, DC = (
    "{http://www.w3.org/2005/Atom}",
    "{http://purl.org/rss/1.0/modules/content/}",
    "{http://purl.org/dc/elements/1.1/}",
)
HISTORY = "{http://purl.org/syndication/history/1.0}"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
MEDIA = "{http://search.yahoo.com/mrss/}"
KNOWN = {"", ATOM, CONTENT, DC, HISTORY, ITUNES, MEDIA}
PREFIXES = {"atom": ATOM, "content": CONTENT, "dc": DC, "fh": HISTORY, "itunes": ITUNES, "media": MEDIA}
CHANNEL = {"title", "link", "description", "language", "generator", "docs", "lastBuildDate", "item"}
ITEM = {"title", "link", "description", "guid", "category", "enclosure", "pubDate"}
RELATIONS = {"alternate", "self", "enclosure", "related", "current", "prev-archive", "next-archive", "hub"}
OF_FEEDS = {"self", "current", "prev-archive", "next-archive"}
ADDRESS = re.compile(r"[a-zA-Z][0-9a-zA-Z+.\-]*:(?://)?[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,#]+")
TAG_URI = re.compile(r"tag:[a-z0-9.\-]+,\d{4}-\d{2}-\d{2}:[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,]+")
MAIL_DATE = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d\d[03]0")
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
LANGUAGE = re.compile("vi|rad|zh")
"""The languages of the feeds in the tests."""
MEDIA_TYPE = re.compile(r"[^\s()<>,;:\\\"/\[\]?=]+/[^\s()<>,;:\\\"/\[\]?=]+")
MARKUP = re.compile(r"</\w+>|&#[x0-9]|&(?:amp|lt|gt|quot|apos|nbsp|copy);|<[/a-zA-Z]")
HTML_TAGS = set(
    "a abbr b blockquote br caption cite code col colgroup dd del details dl dt em figcaption figure h1 h2 h3 h4 h5 h6 "
    "hr i img ins kbd li mark ol p pre q s small span strong sub summary sup table tbody td tfoot th thead tr "
    "u ul".split()
)
HTML_ATTRIBUTES = set(
    "href src alt title lang width height colspan rowspan scope start type datetime span open align".split()
)


def faults(document: bytes, address: str, now: datetime) -> Iterator[str]:
    """Yield each fault that the W3C's validator would report for a feed file fetched from ``address`` at ``now``."""
    root = etree.fromstring(document)
    for element in root.iter(etree.Element):
        found = element.tag.rpartition("}")[0]
        if (found + "}" if found else "") not in KNOWN:
            yield f"unknown namespace of {element.tag}"
    for prefix, namespace in root.nsmap.items():
        if prefix and PREFIXES.get(prefix) != f"{{{namespace}}}":
            yield f"prefix {prefix} is not that of {namespace}"
    if broken := re.search("[\x80-\x9f\ufffd]", "".join(root.itertext())):
        yield f"character {broken[0]!r}"
    if root.tag == "rss":
        yield from _rss(root, address, now)
    elif root.tag == f"{ATOM}feed":
        yield from _atom(root, address, now)
    elif root.tag == "opml":
        yield from _opml(root)
    else:
        yield f"no feed: {root.tag}"


def _rss(root: etree._Element, address: str, now: datetime) -> Iterator[str]:
    (channel,) = root
    names = [child.tag for child in channel]
    if root.get("version") != "2.0" or names != sorted(names, key=lambda name: name == "item"):
        yield "version, or metadata after an item"
    of_podcasts = {f"{ITUNES}author", f"{ITUNES}explicit", f"{ITUNES}category"}
    yield from _counted(channel, CHANNEL | of_podcasts | {f"{ATOM}link", f"{HISTORY}archive"}, {"item", f"{ATOM}link"})
    yield from _podcast(channel)
    for name in ("title", "link", "description", "language"):
        if not channel.findtext(name):
            yield f"channel without {name}"
    if not LANGUAGE.fullmatch(channel.findtext("language") or ""):
        yield "language"
    yield from _plain(channel, ("title", "description"))
    yield from _links(channel.findall(f"{ATOM}link"), address)
    for place in (*channel.findall("link"), *channel.findall("item/link"), *channel.findall("docs")):
        yield from _absolute(place.text)
    for date in channel.iter("lastBuildDate", "pubDate"):
        yield from _mail_date(date.text, now)
    yield from _unique([guid.text for guid in channel.findall("item/guid")], "guid")
    for item in channel.findall("item"):
        yield from _item(item)


def _podcast(channel: etree._Element) -> Iterator[str]:
    """Yield the faults in the elements that programs for podcasts read (Apple's requirements for RSS)."""
    told = {one.tag.removeprefix(ITUNES): one for one in channel if one.tag.startswith(ITUNES)}
    if told and set(told) != {"author", "explicit", "category"}:
        yield "an incomplete podcast"
    if told and (told["explicit"].text not in ("true", "false") or told["category"].get("text") != "Government"):
        yield "itunes:explicit or itunes:category"
    for item in channel.findall("item") if told else ():
        if (enclosure := item.find("enclosure")) is None or not enclosure.get("type").startswith("audio/"):
            yield "an episode without sound"
    for duration in channel.iter(f"{ITUNES}duration"):
        if not re.fullmatch(r"[1-9]\d*", duration.text or ""):
            yield "itunes:duration"


def _item(item: etree._Element) -> Iterator[str]:
    extensions = {f"{CONTENT}encoded", f"{DC}creator", f"{DC}identifier", f"{ATOM}link", f"{MEDIA}content"}
    extensions.add(f"{ITUNES}duration")
    yield from _counted(item, ITEM | extensions, {"category", f"{ATOM}link", f"{DC}creator"})
    yield from _plain(item, ("title", "category"))
    names = [child.tag for child in item]
    if f"{CONTENT}encoded" in names and names.index(f"{CONTENT}encoded") < names.index("description"):
        yield "content before description"
    if (guid := item.find("guid")) is None or guid.get("isPermaLink") != "false" or not TAG_URI.fullmatch(guid.text):
        yield "guid"
    for enclosure in item.findall("enclosure"):
        if set(enclosure.attrib) != {"url", "length", "type"} or not enclosure.get("length").isdecimal():
            yield "enclosure"
        if not MEDIA_TYPE.fullmatch(enclosure.get("type")) or urlsplit(enclosure.get("url")).scheme != "https":
            yield "enclosure's type or address"
    for picture in item.findall(f"{MEDIA}content"):
        if set(picture.attrib) != {"url", "type", "medium"} or picture.get("medium") not in ("image", "audio", "video"):
            yield "media:content"
        if not MEDIA_TYPE.fullmatch(picture.get("type")) or urlsplit(picture.get("url")).scheme != "https":
            yield "the type or address of media:content"
        if [one.tag for one in picture] not in ([f"{MEDIA}description"], [f"{MEDIA}description", f"{MEDIA}credit"]):
            yield "the words of media:content"
    yield from _links(item.findall(f"{ATOM}link"), "")
    for name in ("description", f"{CONTENT}encoded"):
        yield from _html(item.findtext(name) or "")


def _atom(root: etree._Element, address: str, now: datetime) -> Iterator[str]:
    names = [child.tag for child in root]
    if names != sorted(names, key=lambda name: name == f"{ATOM}entry"):
        yield "metadata after an entry"
    allowed = {f"{ATOM}{name}" for name in "id title subtitle updated author link generator entry".split()}
    yield from _counted(root, allowed | {f"{HISTORY}archive"}, {f"{ATOM}link", f"{ATOM}entry"})
    yield from _required(root, ("id", "title", "updated", "author"))
    yield from _plain(root, (f"{ATOM}title", f"{ATOM}subtitle"))
    links = root.findall(f"{ATOM}link")
    yield from _links(links, address)
    relations = {link.get("rel") for link in links}
    if root.find(f"{HISTORY}archive") is not None:
        if not relations & {"prev-archive", "next-archive"}:
            yield "an archive that is a part of none"
        if "current" not in relations:
            yield "an archive without its current document"
    if not LANGUAGE.fullmatch(root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""):
        yield "language"
    for date in root.iter(f"{ATOM}updated", f"{ATOM}published"):
        yield from _date(date.text, now)
    for id in root.iter(f"{ATOM}id"):
        if not TAG_URI.fullmatch(id.text):
            yield f"id {id.text}"
    yield from _unique([id.text for id in root.findall(f"{ATOM}entry/{ATOM}id")], "id")
    yield from _unique([at.text for at in root.findall(f"{ATOM}entry/{ATOM}updated")], "updated")
    for entry in root.findall(f"{ATOM}entry"):
        yield from _entry(entry)


def _entry(entry: etree._Element) -> Iterator[str]:
    names = "id title updated published author link category summary content".split()
    several = {f"{ATOM}{name}" for name in ("author", "link", "category")}
    yield from _counted(entry, {f"{ATOM}{name}" for name in names}, several)
    yield from _required(entry, ("id", "title", "updated", "summary"))
    if entry.find(f"{ATOM}author") is None and entry.getparent().find(f"{ATOM}author") is None:
        yield "an entry without author in a feed without one"
    yield from _plain(entry, (f"{ATOM}title", f"{ATOM}summary"))
    yield from _links(entry.findall(f"{ATOM}link"), "")
    for category in entry.findall(f"{ATOM}category"):
        yield from _absolute(category.get("scheme"))
    for content in entry.findall(f"{ATOM}content"):
        if content.get("type") != "html" or len(content):
            yield "content that is no HTML"
        yield from _html(content.text or "")


def _opml(root: etree._Element) -> Iterator[str]:
    if root.get("version") != "2.0" or [child.tag for child in root] != ["head", "body"]:
        yield "version, head or body"
    if not root.findall("body/outline"):
        yield "an empty body"
    known = {"text", "title", "type", "version", "language", "description", "htmlUrl", "xmlUrl"}
    for outline in root.iter("outline"):
        if not set(outline.attrib) <= known or not outline.get("text"):
            yield f"attributes {dict(outline.attrib)}"
        if len(outline.attrib) > 1:
            if outline.get("type") != "rss" or outline.get("version") != "RSS2" or not outline.get("title"):
                yield "an outline's type or title"
            yield from _absolute(outline.get("xmlUrl"))
            yield from _absolute(outline.get("htmlUrl"))


def _counted(parent: etree._Element, allowed: set[str], many: set[str]) -> Iterator[str]:
    for name, count in Counter(child.tag for child in parent).items():
        if name not in allowed or (count > 1 and name not in many):
            yield f"{count} {name} in {parent.tag}"


def _required(parent: etree._Element, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if not "".join(parent.find(f"{ATOM}{name}").itertext() if parent.find(f"{ATOM}{name}") is not None else ""):
            yield f"{parent.tag} without {name}"


def _plain(parent: etree._Element, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        for element in parent.findall(name):
            text = element.text or ""
            if element.get("type") == "html":
                yield from _html(text)
                text = "" if re.search("[<>]", text) else re.sub("&(?:lt|gt|amp);", "&", text)
            if len(element) or not text.strip() or MARKUP.search(text):
                yield f"{name} is blank or holds markup: {element.text!r}"


def _links(links: list[etree._Element], address: str) -> Iterator[str]:
    alternates = [link.get("type") for link in links if link.get("rel") == "alternate"]
    yield from _unique(alternates, "alternate")
    if address and [link.get("href") for link in links if link.get("rel") == "self"] != [address]:
        yield "no link to itself, or not the address it has"
    for link in links:
        yield from _absolute(link.get("href"))
        if link.get("rel") not in RELATIONS or (not address and link.get("rel") in OF_FEEDS):
            yield f"rel {link.get('rel')}"
        if not MEDIA_TYPE.fullmatch(link.get("type", "a/b")) or not link.get("length", "0").isdecimal():
            yield "a link's type or length"
        if MARKUP.search(link.get("title", "")) or link.get("title", "a") == "":
            yield "a link's title"


def _unique(values: list[str], name: str) -> Iterator[str]:
    for value, count in Counter(values).items():
        if count > 1:
            yield f"{count} times {name} {value}"


def _absolute(address: str | None) -> Iterator[str]:
    if not ADDRESS.fullmatch(address or "") or re.search("%(?![0-9A-Fa-f]{2})", address or ""):
        yield f"address {address!r}"


def _mail_date(text: str | None, now: datetime) -> Iterator[str]:
    if not MAIL_DATE.fullmatch(text or ""):
        yield f"date {text}"
        return
    at = parsedate_to_datetime(text or "")
    days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    if days[at.weekday()] != (text or "")[:3] or at.year < 1990 or at > now:
        yield f"implausible date {text}"


def _date(text: str | None, now: datetime) -> Iterator[str]:
    if not DATE.fullmatch(text or "") or datetime.fromisoformat(text or "").year < 1990:
        yield f"date {text}"
    elif datetime.fromisoformat(text or "").replace(microsecond=0) > now:
        yield f"a date to come {text}"


def _html(html: str) -> Iterator[str]:
    try:
        tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(html)
    except html5lib.html5parser.ParseError as error:
        yield f"HTML: {error}"
        return
    for element in tree.iter():
        if element.tag == "DOCUMENT_FRAGMENT":
            continue
        if element.tag not in HTML_TAGS or not set(element.attrib) <= HTML_ATTRIBUTES:
            yield f"HTML: <{element.tag} {dict(element.attrib)}>"
        for name in ("href", "src"):
            if name in element.attrib:
                yield from _absolute(element.attrib[name])
