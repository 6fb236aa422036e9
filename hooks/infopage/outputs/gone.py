"""What stands where an item was that has expired or was withdrawn: a note at every address it had."""

from collections.abc import Iterator, Set
from dataclasses import replace
from urllib.parse import quote, urljoin

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.model import Event, Item, NewsItem, OfficialDocument, StudyGuide
from infopage.content.references import files_of
from infopage.language.dates import format_date
from infopage.outputs.feeds.links import feeds_of
from infopage.outputs.items import crumbs, heading
from infopage.outputs.open_data import data_links
from infopage.outputs.pages import Settings, section
from infopage.outputs.views import ItemView, Notice, Page

FILE = "410.html"
"""The note's file in the folder of each address; a server answers with it and the status 410 Gone (RFC 9110)."""


def gone_pages(item: Item, catalogue: Catalogue, settings: Settings, answered: Set[str]) -> Iterator[Page]:
    """Yield the note at the item's own address and at those of its data and files, but for files that other items share
    and that have an answer, the ``answered``; a file's address is taken for a folder.
    """
    assert isinstance(item, OfficialDocument | NewsItem | StudyGuide | Event)
    page = _note(item, catalogue, settings)
    yield page
    files = {file.path for file in files_of(catalogue.text(item))} - answered
    data = {link.address for link in data_links(item)} if isinstance(item, OfficialDocument) else set()
    for address in sorted(files | data):
        yield replace(page, address=f"{address}/")


def _note(item: OfficialDocument | NewsItem | StudyGuide | Event, catalogue: Catalogue, settings: Settings) -> Page:
    address = address_of(item.path)
    text = _words(item)
    notice = Notice("het-han", text, section(type(item)))
    return Page(
        address=address,
        template="gone.html",
        title=heading(item, catalogue),
        heading=item.title,
        description=text,
        source=item.path,
        section=f"{item.section}/",
        crumbs=crumbs(item, catalogue),
        feeds=feeds_of(item, catalogue, settings),
        changed=item.changed.date.isoformat(),
        indexed=False,
        gone=True,
        og_type="article",
        view=ItemView(kicker=item.label, notices=(notice,), share_address=urljoin(settings.url, quote(address))),
    )


def _words(item: Item) -> str:
    if withdrawn := item.withdrawn:
        reason = withdrawn.reason.rstrip(".")
        return f"Nội dung này đã bị thu hồi ngày {format_date(withdrawn.on)}. Lý do: {reason}."
    assert item.expires
    return f"Nội dung này đã hết hạn đăng từ ngày {format_date(item.expires.date)}."
