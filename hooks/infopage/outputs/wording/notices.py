"""Texts shown with an item wherever its text is: the notice on a made-up example, corrections, sizes of files."""

from collections.abc import Iterator

from infopage.content.addresses import address_of
from infopage.content.model import Item, OfficialDocument
from infopage.language.dates import format_date
from infopage.outputs.views.corrections import Corrected
from infopage.outputs.views.links import Link, When


def illustrative_notice(item: Item) -> str:
    """Return the notice that an item is a made-up example. No such item is published without the notice."""
    what = "Văn bản" if isinstance(item, OfficialDocument) else "Nội dung"
    return f"{what} minh họa, dùng để giới thiệu trang; không phải của cơ quan nào có thật."


def corrected(item: Item) -> Iterator[Corrected]:
    """Yield an item's corrections, the latest first."""
    for correction in sorted(item.corrections, key=lambda one: one.on, reverse=True):
        when = When(format_date(correction.on), correction.on.isoformat())
        yield Corrected(Link("", address_of(item.path)), when, correction.wrong, correction.right)


def readable_size(size: int) -> str:
    """Return a size in bytes as a text for readers, such as ``412 KB`` or ``1,2 MB``; the smallest is 1 KB."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",")
