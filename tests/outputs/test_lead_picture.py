"""Pictures, infographics, albums and recordings are in every output that shows them, with their words and credits."""

import json
from collections.abc import Callable

import pytest

from infopage.content.catalogue import Catalogue
from infopage.content.model import Item
from infopage.content.pictured import Pictured
from infopage.outputs.feeds import atom, json_feed, rss
from infopage.outputs.feeds.entries import entry
from infopage.outputs.feeds.telling import tellings
from infopage.outputs.jobs.tracking import Fingerprints
from infopage.outputs.search.attached import attached_parts
from infopage.outputs.site.site import Site
from infopage.outputs.views.lists import ListingView
from infopage.outputs.views.pictures import AlbumPicture
from tests.outputs.values import SETTINGS

AT, IN_ALBUM = "tin-tuc/2026/san-dinh.png", "tin-tuc/2026/cay-da.png"
PAGE = "tin-tuc/2026/tin-co-anh/"
ALT, CAPTION, CREDIT, AI = (
    *("Sân đình lát gạch đỏ dưới nắng", "Sân đình sau buổi dọn vệ sinh"),
    *("Ảnh: Lê Minh Họa", "Ảnh do máy tạo ra (AI)"),
)
ALBUM_ALT, ALBUM_WORDS = "Cây đa lớn bên sân đình", ("Cây đa đã được tỉa cành", "Ảnh: Trần Minh Họa")
INFOGRAPHIC = ("Giữ sân đình sạch", "Đồ họa hai phần về việc giữ sân đình sạch", "- Sáng chủ nhật quét sân")
VIDEO, AUDIO, OUTSIDE = "tin-tuc/2026/quet-san.mp4", "tin-tuc/2026/bai-doc.ogg", "https://video.example/san-dinh"
SPOKEN, READ = "Mỗi nhà một chổi, sân đình sạch ngay.", "Sân đình sạch là nhờ mỗi nhà một tay."
Golden = tuple[Catalogue, Site]


def item_of(catalogue: Catalogue) -> Item:
    found = catalogue.public["tin-co-anh"].item
    assert isinstance(found, Item)
    return found


def page(_: Catalogue, site: Site) -> str:
    view = site.pages[PAGE].view.picture
    return " ".join((view.shown.jpeg[-1].address, view.alt, view.caption, *view.credits))


def album(_: Catalogue, site: Site) -> str:
    shown = site.pages[PAGE].view.album
    told = ((*_addresses(one), one.alt, one.caption, *one.credits) for one in shown)
    return " ".join(" ".join(one) for one in told)


def infographic(_: Catalogue, site: Site) -> str:
    (shown,) = site.pages[PAGE].view.infographics
    return " ".join((shown.own, shown.alt, shown.caption, shown.size, *(" ".join(lines) for lines in shown.told)))


def structured_media(_: Catalogue, site: Site) -> str:
    graph = json.loads(site.pages[PAGE].structured)["@graph"]
    news = next(one for one in graph if one["@type"] == "NewsArticle")
    return json.dumps([*news["video"], *news["audio"]], ensure_ascii=False)


def recordings(_: Catalogue, site: Site) -> str:
    media = site.pages[PAGE].view.media
    some = (*media.videos, *media.audios)
    told = ((one.title, one.address, one.poster, *one.credits, *sum(one.told, ())) for one in some)
    return " ".join(" ".join(one) for one in told)


def podcast(_: Catalogue, site: Site) -> str:
    made = {document.path: document for document in site.feeds.documents()}
    return made["nguon-tin/am-thanh/rss.xml"].make().decode()


def published(_: Catalogue, site: Site) -> str:
    return " ".join(site.assets)


def searched(catalogue: Catalogue, _: Site) -> str:
    return " ".join(part.text for part in attached_parts(item_of(catalogue), catalogue))


def _addresses(picture: AlbumPicture) -> tuple[str, str]:
    return picture.shown.webp[0].address, picture.whole.jpeg[-1].address


def lists(_: Catalogue, site: Site) -> str:
    views = (one.view for one in site.pages.values() if isinstance(one.view, ListingView))
    cards = [c for view in views for group in view.groups for c in group.cards if c.address == PAGE]
    assert cards
    return " ".join({card.picture.webp[0].address if card.picture else "" for card in cards})


def social(_: Catalogue, site: Site) -> str:
    picture = site.pages[PAGE].picture
    return f"{picture.address} {picture.alt}" if picture else ""


def structured(_: Catalogue, site: Site) -> str:
    graph = json.loads(site.pages[PAGE].structured)["@graph"]
    return json.dumps(next(one for one in graph if one["@type"] == "NewsArticle")["image"], ensure_ascii=False)


def sitemap(_: Catalogue, site: Site) -> str:
    return site.files["sitemap.xml"].decode()


def feed(write: Callable[..., bytes]) -> Callable[[Catalogue, Site], str]:
    return lambda catalogue, _: write(entry(item_of(catalogue), "2026-09-20", catalogue, SETTINGS)).decode()


def content_of_feeds(catalogue: Catalogue, _: Site) -> str:
    return tellings(catalogue, SETTINGS)["tin-co-anh"].full().content


def files(_: Catalogue, site: Site) -> str:
    return " ".join(one.address for picture in site.pictures.values() for one in picture.renditions)


SHOWN = {
    "page": (page, (f"{AT}.64.jpg", ALT, CAPTION, CREDIT, AI)),
    "lists": (lists, (f"{AT}.320x240.webp",)),
    "other sites": (social, (f"{AT}.1200x630.jpg", ALT)),
    "JSON-LD": (structured, (f"https://minhhoa.example/{AT}", CAPTION, CREDIT, "2026-09-19", "TrainedAlgorithmic")),
    "sitemap": (sitemap, (f"<image:loc>https://minhhoa.example/{AT}</image:loc>",)),
    "RSS": (feed(rss.item), (f'url="https://minhhoa.example/{AT}" type="image/png" medium="image"', ALT, CREDIT)),
    "Atom": (feed(atom.item), (f'href="https://minhhoa.example/{AT}" rel="enclosure" type="image/png"',)),
    "JSON Feed": (feed(json_feed.item), (f'"image":"https://minhhoa.example/{AT}"',)),
    "content of feeds": (content_of_feeds, (f"https://minhhoa.example/{AT}", ALT, CAPTION, CREDIT, AI)),
    "page: album": (album, (f"{IN_ALBUM}.480x360.webp", f"{IN_ALBUM}.64.jpg", ALBUM_ALT, *ALBUM_WORDS, f"{AT}.64.jpg")),
    "JSON-LD: album": (structured, (f"https://minhhoa.example/{IN_ALBUM}", *ALBUM_WORDS, "2026-09-20")),
    "sitemap: album": (sitemap, (f"<image:loc>https://minhhoa.example/{IN_ALBUM}</image:loc>",)),
    "content of feeds: album": (content_of_feeds, (f"https://minhhoa.example/{IN_ALBUM}", ALBUM_ALT, *ALBUM_WORDS)),
    "page: infographic": (infographic, (IN_ALBUM, *INFOGRAPHIC)),
    "JSON-LD: infographic": (structured, (INFOGRAPHIC[0], "Không buộc trâu ở gốc đa")),
    "content of feeds: infographic": (content_of_feeds, (*INFOGRAPHIC, "Không buộc trâu ở gốc đa")),
    "search: infographic": (searched, ("Giữ sân đình sạch, việc của cả thôn.", "Không buộc trâu ở gốc đa")),
    "page: recordings": (recordings, (VIDEO, AUDIO, SPOKEN, READ, f"{AT}.64.jpg", "Phạm Minh Họa")),
    "JSON-LD: recordings": (structured_media, (f"https://minhhoa.example/{VIDEO}", "VideoObject", SPOKEN, READ)),
    "RSS: recordings": (feed(rss.item), (f'<enclosure url="https://minhhoa.example/{AUDIO}"', 'type="audio/ogg"')),
    "Atom: recordings": (
        feed(atom.item),
        (f'href="https://minhhoa.example/{VIDEO}" rel="enclosure"',),
    ),
    "JSON Feed: recordings": (feed(json_feed.item), (f'"url":"https://minhhoa.example/{AUDIO}"',)),
    "content of feeds: recordings": (content_of_feeds, (f"https://minhhoa.example/{VIDEO}", SPOKEN, READ, OUTSIDE)),
    "search: recordings": (searched, (SPOKEN, READ, "Bà con quét sân đình")),
    "podcast": (podcast, (f"https://minhhoa.example/{AUDIO}", "<itunes:explicit>false", "<itunes:category")),
    "files: recordings": (published, (VIDEO, AUDIO, "tin-tuc/2026/quet-san.vtt")),
    "files: album": (files, (IN_ALBUM, f"{IN_ALBUM}.480x360.webp", f"{IN_ALBUM}.480x360.jpg", f"{AT}.480x360.jpg")),
    "files": (files, (AT, f"{AT}.64.webp", f"{AT}.320x240.jpg", f"{AT}.1200x630.jpg")),
}
NOT_SHOWN = {
    "recordings in the sitemap": "search engines read them in the JSON-LD of the page",
    "recordings on paper": "a page on paper has their titles and the words spoken",
    "album in lists, on other sites, as the enclosure of feeds": "there the lead picture stands for the item",
    "documents": "official documents are shown as issued, without pictures",
    "open data": "it is about documents",
    "search results": "a first search may load 74 kB, and thumbnails would take more than the answer itself",
}
"""Outputs that do not show lead pictures, each with the reason."""


@pytest.mark.parametrize("output", SHOWN)
def test_an_output_shows_the_lead_picture_with_its_words(golden_values: Golden, output: str) -> None:
    make, expected = SHOWN[output]
    said = make(*golden_values)
    assert [words for words in expected if words not in said] == []


def test_the_ground_for_using_a_likeness_is_in_no_output(golden_values: Golden) -> None:
    assert "không có người" not in "".join(make(*golden_values) for make, _ in SHOWN.values())


def test_an_item_without_a_lead_picture_is_as_it_was(golden_values: Golden) -> None:
    catalogue, site = golden_values
    others = [one for one in catalogue.current if not (isinstance(one, Pictured) and one.picture)]
    pages = [site.pages[one.path.removesuffix(".md") + "/"] for one in others]
    assert len(pages) > 30
    assert all(one.picture is None and one.view.picture is None for one in pages)


def test_what_shows_an_item_is_made_again_when_the_size_of_its_picture_changes(golden_values: Golden) -> None:
    catalogue, _ = golden_values
    before = Fingerprints(catalogue)("item", "tin-co-anh")
    pictures = dict(catalogue.library.pictures)
    try:
        del catalogue.library.pictures[AT]  # type: ignore[attr-defined]
        assert Fingerprints(catalogue)("item", "tin-co-anh") != before
    finally:
        catalogue.library.pictures.update(pictures)  # type: ignore[attr-defined]
