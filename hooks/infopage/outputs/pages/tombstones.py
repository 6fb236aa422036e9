"""Tombstones: pages at all addresses of an expired or withdrawn item, which say that the item is no longer there."""

from collections.abc import Iterator, Set
from dataclasses import replace
from urllib.parse import quote, urljoin

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.lints.references import files_of
from infopage.content.model import Collection, Item, OfficialDocument
from infopage.outputs.data.files import data_links
from infopage.outputs.pages.items import crumbs
from infopage.outputs.views.items import ItemView, Notice
from infopage.outputs.views.page import Page
from infopage.outputs.wording.cards import kind_of
from infopage.outputs.wording.collections import epub_link, whole_address
from infopage.outputs.wording.described import described
from infopage.outputs.wording.feed_links import feeds_of, section_feed, site_feed
from infopage.outputs.wording.frame import HOME, Settings, section
from infopage.outputs.wording.taken_back import REDACTED, words

FILE = "410.html"
"""The file name of a tombstone, a page which says that an item is gone. Servers respond with this file and the status
410 Gone (RFC 9110).
"""


def tombstones(item: Item, catalogue: Catalogue, settings: Settings, answered: Set[str]) -> Iterator[Page]:
    """Yield the tombstones at the addresses of an item, of its data files and of its attached files.

    The address of a file becomes a folder. ``answered`` are the files that get no tombstone, because their address
    already has a file or a tombstone: other items use them too.
    """
    page = _redacted_note(item, settings) if item.redacted else _note(item, catalogue, settings)
    yield page
    # The address of a file's notice contains the name of the file. This may reveal an item that must not be named.
    files = set() if item.redacted else {file.path for file in files_of(catalogue.text(item))} - answered
    data = {link.address for link in data_links(item)} if isinstance(item, OfficialDocument) else set()
    whole = {epub_link(item).address, whole_address(item).rstrip("/")} if isinstance(item, Collection) else set()
    for address in sorted(files | data | whole):
        yield replace(page, address=f"{address}/")


def _note(item: Item, catalogue: Catalogue, settings: Settings) -> Page:
    address = address_of(item.path)
    text = words(item)
    notice = Notice("het-han", text, section(type(item)))
    return Page(
        address=address,
        template="tombstone.html",
        title=described(item, catalogue).heading,
        heading=item.title,
        description=text,
        source=item.path,
        section=section(type(item)).address,
        crumbs=crumbs(item, catalogue),
        feeds=feeds_of(item, catalogue, settings),
        changed=item.changed_on,
        indexed=False,
        gone=True,
        og_type="article",
        view=ItemView(kicker=kind_of(item), notices=(notice,), share_address=urljoin(settings.url, quote(address))),
    )


def _redacted_note(item: Item, settings: Settings) -> Page:
    return Page(
        address=address_of(item.path),
        template="tombstone.html",
        title=REDACTED,
        heading=REDACTED,
        description=words(item),
        section=section(type(item)).address,
        crumbs=(HOME, section(type(item))),
        feeds=(site_feed(settings), section_feed(section(type(item)), settings)),
        changed=item.withdrawn.on.isoformat() if item.withdrawn else "",
        indexed=False,
        gone=True,
        og_type="article",
        view=ItemView(kicker=kind_of(item), notices=(Notice("het-han", words(item), section(type(item))),)),
    )
