"""The pages of columns: a list of the items in each, and the list of all columns."""

from collections.abc import Iterator

from infopage.content.catalogue import Catalogue
from infopage.outputs.pages.listing import Listing
from infopage.outputs.views.columns import ColumnsView, ColumnView
from infopage.outputs.views.links import Link
from infopage.outputs.views.page import Page
from infopage.outputs.wording.columns import COLUMNS, by_column, column_address
from infopage.outputs.wording.described import described
from infopage.outputs.wording.feed_links import column_feed, site_feed
from infopage.outputs.wording.frame import HOME, Settings, last_change


def column_listings(catalogue: Catalogue) -> Iterator[Listing]:
    """Yield the list of the items of each column that has a page."""
    for id, items in by_column(catalogue).items():
        column = catalogue.registries.columns[id]
        yield Listing(
            address=column_address(column),
            title=column.name,
            unit="bài",
            items=items,
            section=COLUMNS,
            crumbs=(COLUMNS,),
            intro=column.description,
            subject=column if column.has_feed else None,
            chosen=(("column", id),),
        )


def column_views(catalogue: Catalogue, *, only_home: bool) -> Iterator[ColumnView]:
    """Yield the columns that have items, in order; ``only_home`` leaves out those that are not on the home page."""
    for id, items in by_column(catalogue).items():
        column = catalogue.registries.columns[id]
        if items and (column.is_on_home or not only_home):
            link = Link(column.name, column_address(column), count=len(items))
            yield ColumnView(link, column.description, described(items[0], catalogue).card)


def columns_pages(catalogue: Catalogue, settings: Settings) -> Iterator[Page]:
    """Yield the list of all columns, if there are any."""
    if not (found := by_column(catalogue)):
        return
    columns = (catalogue.registries.columns[id] for id in found)
    yield Page(
        address=COLUMNS.address,
        template="columns.html",
        title=COLUMNS.text,
        description="Các chuyên mục của trang, và bài mới nhất của từng chuyên mục.",
        section=COLUMNS.address,
        crumbs=(HOME,),
        feeds=(site_feed(settings), *(column_feed(column, settings) for column in columns if column.has_feed)),
        changed=last_change(item for items in found.values() for item in items),
        view=ColumnsView(tuple(column_views(catalogue, only_home=False))),
    )
