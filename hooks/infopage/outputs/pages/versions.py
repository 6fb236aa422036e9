"""The pages with a document's text as of a day, which has all changes that other documents have made up to that day."""

from collections.abc import Iterator
from datetime import date

from infopage.content.addresses import moved
from infopage.content.catalogue import Catalogue
from infopage.content.effects.dated import DatedTexts
from infopage.content.effects.modifications import is_within
from infopage.content.model import OfficialDocument
from infopage.content.rendered import Heading
from infopage.language.dates import Moment, format_date
from infopage.outputs.data.files import version_links
from infopage.outputs.pages.changes import with_notes
from infopage.outputs.views.items import ItemView, Notice
from infopage.outputs.views.links import Link
from infopage.outputs.views.page import Page
from infopage.outputs.views.versions import Version, VersionsView
from infopage.outputs.wording import effects as wording
from infopage.outputs.wording.described import described
from infopage.outputs.wording.effects import version_address, version_days
from infopage.outputs.wording.notices import illustrative_notice


def versions_view(document: OfficialDocument, shown: date | None, catalogue: Catalogue) -> VersionsView | None:
    """Return the box with links to all versions of a document, for the page of the version of the day ``shown``.

    If ``shown`` is None, it is for the page of the text as issued. Returns None if there is no other version.
    """
    days = version_days(document, catalogue)
    official = tuple(_official(document, catalogue))
    if not days and not official:
        return None
    listed = [Version("Bản gốc", str(document.issued), described(document, catalogue).address, shown is None)]
    for day in days:
        expected = "bản tổng hợp" if catalogue.has_come(Moment.on(day).at) else "dự kiến"
        listed.append(Version(f"Từ {format_date(day)}", expected, version_address(document, day), day == shown))
    by = tuple(dict.fromkeys(_acting(document, shown, catalogue))) if shown else ()
    return VersionsView(
        title=f"Văn bản tại ngày {format_date(shown)}" if shown else "",
        by=by,
        versions=tuple(listed if days else ()),
        official=official,
        amended=tuple(_amended(document, catalogue)),
    )


def _amended(document: OfficialDocument, catalogue: Catalogue) -> Iterator[str]:
    """Yield the anchors of headings to mark in the table of contents: for each change, the innermost one above it."""
    headings = [one.anchor for one in catalogue.text(document).rendered.headings if one.level <= 3]
    for one in catalogue.effects.get(document.id, ()):
        if above := [anchor for anchor in headings if is_within(one.anchor, anchor)]:
            yield max(above, key=len)


def _official(document: OfficialDocument, catalogue: Catalogue) -> Iterator[Link]:
    """Yield links to the official consolidated texts (văn bản hợp nhất) of a document, the newest first."""
    for other, _ in reversed(catalogue.acting.get(document.id, {}).get("consolidates", ())):
        yield Link(described(other, catalogue).heading, described(other, catalogue).address)


def _acting(document: OfficialDocument, day: date, catalogue: Catalogue) -> Iterator[Link]:
    for one in catalogue.effects.get(document.id, ()):
        if one.acts_on(day) and one.changes_words:
            yield wording.acting_document(one, catalogue)


def version_pages(document: OfficialDocument, of: Page, texts: DatedTexts, catalogue: Catalogue) -> Iterator[Page]:
    """Yield a page with the text of a document for each day on which it changes.

    ``of`` is the document's own page, and ``texts`` are its texts by day.
    """
    view: ItemView = of.view
    for day, text in texts.from_day.items():
        address = version_address(document, day)
        html = moved("\n".join(block.html for block in text), of.address, address, with_places=True)
        provisions = [block.provision for block in text if block.provision]
        dated = f"{of.title} (tại ngày {format_date(day)})"
        yield Page(
            address=address,
            template="version.html",
            title=dated,
            heading=of.heading or of.title,
            description=f"{dated}. Bản tổng hợp để tra cứu.",
            source=of.source,
            section=of.section,
            crumbs=(*of.crumbs, Link(described(document, catalogue).number or of.title, of.address)),
            contents=tuple(Heading(p.heading, p.anchor, p.line) for p in provisions if p.heading and p.heading <= 3),
            html=with_notes(html, document, day, catalogue),
            feeds=of.feeds,
            changed=of.changed,
            indexed=False,
            canonical=of.address,
            og_type="article",
            data=version_links(document, day),
            view=ItemView(
                kicker=view.kicker,
                number=view.number,
                facts=view.facts,
                notices=(Notice("minh-hoa", illustrative_notice(document)),) if document.illustrative else (),
                versions=versions_view(document, day, catalogue),
            ),
        )
