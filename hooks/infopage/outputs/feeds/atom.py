"""Writes feed files in Atom 1.0 (RFC 4287): an entry, and the parts of the file around the entries.

The XML is written without the library feedgen, which takes twenty times as long for the same bytes. Speed matters here
because the archives contain every entry.
"""

from html import escape

from infopage.outputs.feeds.entries import Author, Entry
from infopage.outputs.feeds.page import FeedPage
from infopage.outputs.feeds.xml import style
from infopage.outputs.wording.feed_links import ATOM, MEDIA_TYPES

_HEAD = (
    '<feed xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:fh="http://purl.org/syndication/history/1.0" '
    'xmlns="http://www.w3.org/2005/Atom" xml:lang="{}">'
)


def item(entry: Entry) -> bytes:
    """Return an entry as an Atom element. Each attached file of the entry becomes an enclosure link."""
    content = f'<content type="html"><![CDATA[{entry.content}]]></content>' if entry.content else ""
    files = [
        _empty("link", href=file.address, rel="enclosure", type=file.type, title=file.name, length=str(file.length))
        for file in entry.files
    ]
    if entry.picture:
        files.insert(0, _empty("link", href=entry.picture.address, rel="enclosure", type=entry.picture.type))
    related = (_empty("link", href=r.address, rel="related", type="text/html", title=r.title) for r in entry.related)
    categories = (_empty("category", term=c.term, scheme=c.scheme, label=c.label) for c in entry.categories)
    people = "".join(map(_person, entry.authors))
    return (
        f"<entry{_in(entry.lang)}>{_plain('id', entry.id)}{_text('title', entry.title)}"
        f"{_plain('updated', entry.updated)}{people}{content}"
        f"{_empty('link', href=entry.address, rel='alternate', type='text/html')}"
        f"{''.join(files)}{''.join(related)}{_text('summary', entry.summary)}{''.join(categories)}"
        f"{_plain('published', entry.published.isoformat())}</entry>\n"
    ).encode()


def document(page: FeedPage) -> tuple[bytes, bytes]:
    """Return the beginning and the end of the feed file for ``page``. Its entries come between them."""
    history = "".join(_empty("link", **link) for link in page.history(ATOM))
    before = (
        f"<?xml version='1.0' encoding='UTF-8'?>\n{style(page.path(ATOM))}{_HEAD.format(page.lang)}"
        f"{_plain('id', page.id)}{_text('title', page.title)}{_plain('updated', page.updated.isoformat())}"
        f"{_person(page.publisher)}{_empty('link', href=page.home, rel='alternate', type='text/html')}"
        f"{_empty('link', href=page.address(ATOM), rel='self', type=MEDIA_TYPES[ATOM])}<generator>infopage</generator>"
        f"{_text('subtitle', page.description)}{history}{'<fh:archive/>' if page.is_archive else ''}\n"
    )
    return before.encode(), b"</feed>\n"


def _in(lang: str) -> str:
    """Return the attribute of an entry whose language is stated."""
    return f' xml:lang="{lang}"' if lang else ""


def _person(author: Author) -> str:
    uri = _plain("uri", author.address) if author.address else ""
    return f"<author>{_plain('name', author.name)}{uri}</author>"


def _plain(name: str, text: str) -> str:
    return f"<{name}>{escape(text, quote=False)}</{name}>"


def _text(name: str, text: str) -> str:
    """Return an element with a text; a text with ``<`` or ``&`` is marked and escaped as HTML.

    Some feed readers treat every text as HTML, and would drop everything after an unescaped ``<``.
    """
    if "<" not in text and "&" not in text:
        return _plain(name, text)
    return f'<{name} type="html">{escape(escape(text, quote=False), quote=False)}</{name}>'


def _in_attribute(text: str) -> str:
    return escape(text, quote=False).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def _empty(name: str, **attributes: str) -> str:
    """Return an element with attributes and no content."""
    told = [f' {key}="{_in_attribute(value)}"' for key, value in attributes.items()]
    return f"<{name}{''.join(told)}/>"
