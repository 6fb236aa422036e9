"""The notices of the site in words, and where banners and notices lead."""

from collections.abc import Iterator

from infopage.content.addresses import address_of
from infopage.content.announced import SiteNotice
from infopage.content.catalogue import Catalogue
from infopage.content.field_types.targets import Target
from infopage.outputs.views.announced import NoticeLine
from infopage.outputs.wording.cards import when


def addresses(target: Target | None, catalogue: Catalogue) -> tuple[str, str]:
    """Return (address on this site, address on another site) of a target; of a target, one of them is empty."""
    if target is None or target.is_outside:
        return "", target.written if target else ""
    return address_of(catalogue.public[target.written].item.path) if target.is_item else target.written, ""


def notice_lines(catalogue: Catalogue) -> Iterator[NoticeLine]:
    """Yield the notices that every page shows now, in the order of the registry."""
    for notice in catalogue.registries.notices:
        if notice.is_shown(catalogue.has_come):
            yield notice_line(notice, catalogue)


def notice_line(notice: SiteNotice, catalogue: Catalogue) -> NoticeLine:
    """Return a notice as pages show it."""
    return NoticeLine(notice.text, when(notice.since), notice.target_words, *addresses(notice.target, catalogue))
