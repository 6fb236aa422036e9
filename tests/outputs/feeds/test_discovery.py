"""Every page links to its feeds: those of the whole site, its section, its issuer and its topics."""

import pytest

from infopage.content.catalogue import Catalogue
from infopage.content.columns import column_of
from infopage.content.languages import language_of
from infopage.content.model import Collection, Item, OfficialDocument
from infopage.outputs.feeds.formats import FORMATS
from infopage.outputs.site.site import Site
from infopage.outputs.wording.bylines import writers
from tests.outputs.feeds.values import whole

Values = tuple[Catalogue, Site]
SECTIONS = ("van-ban", "tin-tuc", "hoc-tap", "lich", "hoi-dap", "lay-y-kien", "chuyen-trang")


def expected(address: str, item: Item | None, catalogue: Catalogue) -> set[str]:
    """Return the slugs of the feeds that a page must link to, by its address and its item."""
    first, _, rest = address.partition("/")
    own = rest.strip("/").split("/")
    found = {"tat-ca"}
    columns = catalogue.registries.columns
    with_feed = {column.id for column in columns if column.has_feed and column.id in catalogue.met.columns}
    if item and (language := language_of(item)):
        return found | {f"ngon-ngu/{language}"}
    if item:
        found |= {(item.within or type(item)).section, *(f"chu-de/{topic}" for topic in item.topics)}
        found |= {f"tac-gia/{author.id}" for _, author in writers(item, catalogue) if author}
        found |= {f"chuyen-muc/{column}"} if (column := column_of(item)) in with_feed else set()
        found |= {f"chuyen-trang/{own[0]}"} if isinstance(item, Collection) else set()
        return found | ({f"co-quan/{id}" for id in item.issuers} if isinstance(item, OfficialDocument) else set())
    if first in SECTIONS:
        found.add(first)
    if first in ("co-quan", "trien-khai"):
        found.add("van-ban")
    if first == "lich":
        found.add("sap-dien-ra")
    if first == "dinh-chinh":
        found.add("dinh-chinh")
    if first == "chuyen-muc":
        found |= {f"chuyen-muc/{id}" for id in with_feed if own[0] in ("", id)}
    if first == "ngon-ngu" and own[0]:
        found.add(f"ngon-ngu/{own[0]}")
    if first == "tac-gia" and own[0]:
        found.add(f"tac-gia/{own[0]}")
    if own[1:] == ["toan-van"]:
        found.add(f"chuyen-trang/{own[0]}")
    if own[0] == "chu-de" or (first == "chuyen-de" and own[0]):
        found.add(f"chu-de/{own[own[0] == 'chu-de']}")
    if first == "van-ban" and own[0] == "loai":
        found.add(f"loai/{own[1]}")
    if first == "van-ban" and own[0] in catalogue.registries.issuers:
        found.add(f"co-quan/{own[0]}")
    return found


@pytest.mark.parametrize("site", ["golden_values", "shown_values"])
def test_every_page_leads_to_its_own_feeds(site: str, request: pytest.FixtureRequest) -> None:
    catalogue, contents = request.getfixturevalue(site)
    items = {text.item.path: text.item for text in catalogue.public.values()}
    for address, page in contents.pages.items():
        if page.template == "moved.html":  # a page that only redirects needs no links to feeds
            continue
        slugs = [feed.address.removeprefix("nguon-tin/").removesuffix("/rss.xml") for feed in page.feeds]
        assert set(slugs) == expected(address, items.get(page.source), catalogue), address
        assert len(set(slugs)) == len(slugs)
        assert all(feed.address in whole(contents) for feed in page.feeds)
    everywhere = {feed.address for page in contents.pages.values() for feed in page.feeds}
    assert {f"nguon-tin/{slug}/rss.xml" for slug in (*SECTIONS, "dinh-chinh", "sap-dien-ra")} <= everywhere


@pytest.mark.parametrize("site", ["golden_values", "shown_values"])
def test_the_page_about_feeds_lists_every_one(site: str, request: pytest.FixtureRequest) -> None:
    contents = request.getfixturevalue(site)[1]
    listed = [
        link.address for group in contents.pages["nguon-tin/"].view.feeds for row in group.feeds for link in row.formats
    ]
    subscriptions = {path for path in whole(contents) if path.endswith(tuple(FORMATS)) and "/luu/" not in path}
    assert sorted(listed) == sorted(subscriptions)
