"""The content of a feed entry, which is the same in every feed and format."""

import re
from html import unescape

import pytest
from lxml import etree

from infopage.content.catalogue import Catalogue
from infopage.outputs.feeds.addresses import encoded, resolved
from infopage.outputs.feeds.content import MOST, portable
from infopage.outputs.feeds.cutting import cut
from infopage.outputs.site.site import Site
from tests.outputs.feeds.values import ATOM, RSS, URL, walk, whole
from tests.outputs.feeds.w3c import ATOM as A
from tests.outputs.feeds.w3c import CONTENT, DC

Values = tuple[Catalogue, Site]
PAGE = f"{URL}tin-tuc/2026/tin/"


def atom_entry(contents: Site, id: str, slug: str = "tat-ca") -> etree._Element:
    feed = etree.fromstring(whole(contents)[f"nguon-tin/{slug}/{ATOM}"])
    (entry,) = feed.xpath(f"//a:entry[a:id='tag:minhhoa.example,2026-01-01:{id}']", namespaces={"a": A.strip("{}")})
    return entry


def rss_item(contents: Site, id: str, slug: str = "tat-ca") -> etree._Element:
    (item,) = (
        item
        for path, content in whole(contents).items()
        if path.startswith(f"nguon-tin/{slug}/") and path.endswith(RSS) and f":{id}<".encode() in content
        for item in etree.fromstring(content).xpath(f"//item[guid='tag:minhhoa.example,2026-01-01:{id}']")
    )
    return item


def test_a_document_says_who_issued_it_its_number_its_file_and_what_it_acts_on(golden_values: Values) -> None:
    catalogue, contents = golden_values
    decision = atom_entry(contents, "qd-09-tu-2026")
    links = {link.get("rel"): dict(link.attrib) for link in decision.findall(f"{A}link")}
    assert decision.findtext(f"{A}author/{A}name") == "Ban Chấp hành Đảng bộ tỉnh Minh Họa"
    assert links["related"]["title"].startswith(("Sửa đổi", "Căn cứ", "Bãi bỏ"))
    # some feed readers would open such a link in place of the item's page
    assert rss_item(contents, "qd-09-tu-2026").findall(f"{A}link") == []
    item = rss_item(contents, "nq-05-tu-2026")
    size = catalogue.library.files["van-ban/tinh-uy/2025-2030/05-nq-tu.pdf"]
    assert dict(item.find("enclosure").attrib) == {
        "url": f"{URL}van-ban/tinh-uy/2025-2030/05-nq-tu.pdf",
        "length": str(size),
        "type": "application/pdf",
    }
    assert item.findtext(f"{DC}identifier") == "05-NQ/TU"
    assert item.findtext(f"{DC}creator") == "Ban Chấp hành Đảng bộ tỉnh Minh Họa"
    schemes = {category.get("domain"): category.text for category in item.findall("category")}
    assert schemes["tag:minhhoa.example,2026-01-01:loai"] == "Nghị quyết"
    assert schemes["tag:minhhoa.example,2026-01-01:co-quan"] == "Tỉnh ủy Minh Họa"


def test_a_document_of_a_body_that_has_ended_is_marked_in_its_heirs_feed(golden_values: Values) -> None:
    item = rss_item(golden_values[1], "nq-03-hu-2022", "co-quan/dang-uy-xa-dong")
    assert "<em>Văn bản của Huyện ủy Đông, nay là Đảng ủy xã Đông.</em>" in item.findtext(f"{CONTENT}encoded")


def test_a_title_with_signs_of_markup_says_that_it_is_html_in_atom_alone(golden_values: Values) -> None:
    title, words = atom_entry(golden_values[1], "qd-09-tu-2026").find(f"{A}title"), "NQ/TU & bãi bỏ"
    assert title.get("type") == "html"
    assert words in unescape(title.text)
    assert words not in title.text
    assert words in rss_item(golden_values[1], "qd-09-tu-2026").findtext("title")
    assert atom_entry(golden_values[1], "nq-05-tu-2026").find(f"{A}title").get("type") is None


def test_an_entry_is_the_same_bytes_in_every_feed(each_site: Values) -> None:
    written: dict[tuple[str, bytes, bool], set[bytes]] = {}
    for path, content in whole(each_site[1]).items():
        for piece in re.findall(rb"<(?:item|entry)>.*?</(?:item|entry)>\n", content, re.DOTALL):
            found = re.search(rb"(tag:[^<]*)<", piece)
            assert found
            written.setdefault((path.rsplit("/", 1)[1], found[1], b"<![CDATA[" in piece), set()).add(piece)
    assert len(written) > 50
    assert [id for id, said in written.items() if len(said) > 1] == []


def test_the_instants_of_changes_differ_though_editors_tell_only_days(golden_values: Values) -> None:
    feed = etree.fromstring(whole(golden_values[1])[f"nguon-tin/tat-ca/{ATOM}"])
    instants = [entry.findtext(f"{A}updated") for entry in feed.findall(f"{A}entry")]
    assert len(set(instants)) == len(instants)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+07:00", instant) for instant in instants)


def test_an_event_tells_when_and_where(shown_values: Values) -> None:
    event = next(one for one in shown_values[0].coming_events if one.programme)
    content = rss_item(shown_values[1], event.id, "sap-dien-ra").findtext(f"{CONTENT}encoded")
    assert f"<p>Địa điểm: {event.place}</p>" in content
    assert event.programme[0].content in content


def test_the_illustrative_notice_comes_first(shown_values: Values) -> None:
    catalogue, contents = shown_values
    for item in catalogue.in_vietnamese[:10]:
        content = rss_item(contents, item.id).findtext(f"{CONTENT}encoded")
        assert content.startswith("<p><strong>Nội dung minh họa") is item.illustrative


def test_news_from_elsewhere_names_its_source(shown_values: Values) -> None:
    catalogue, contents = shown_values
    retold = [item for item in catalogue.news if item.origin]
    assert retold
    for item in retold:
        assert item.origin
        assert f">{item.origin.name}</a>" in rss_item(contents, item.id).findtext(f"{CONTENT}encoded")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<p class="nhan-cap-1" id="I.1"><span class="nhan"><a href="#I.1" title="mục">1.</a></span> Chữ</p>',
            "<p>1. Chữ</p>",
        ),
        ('<h2 id="I"><span class="nhan">I-</span> Mục tiêu</h2>', "<h2>I- Mục tiêu</h2>"),
        ('<p><a href="../tin-khac/">tin</a></p>', f'<p><a href="{URL}tin-tuc/2026/tin-khac/">tin</a></p>'),
        (
            '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>',
            f'<sup><a href="{PAGE}#fn:1">1</a></sup>',
        ),
        ('<p>Chú.&nbsp;<a class="footnote-backref" href="#fnref:1" title="Trở lại">↩</a></p>', "<p>Chú.</p>"),
        (
            '<div class="bang" tabindex="0" role="region" aria-label="Bảng 1"><table><tr><th scope="col">a</th></tr>'
            "</table></div>",
            '<table><tr><th scope="col">a</th></tr></table>',
        ),
        (
            '<img alt="Ảnh" src="ảnh%20chụp.jpg" loading="lazy">',
            f'<img alt="Ảnh" src="{PAGE}%E1%BA%A3nh%20ch%E1%BB%A5p.jpg">',
        ),
        ('<td class="phai">1.250</td>', '<td align="right">1.250</td>'),
        (
            '<th scope="col" class="giua nho" id="a" colspan="2">Năm</th>',
            '<th scope="col" align="center" colspan="2">Năm</th>',
        ),
        ('<p class="phai">Nơi nhận: class="phai"</p>', '<p align="right">Nơi nhận: class="phai"</p>'),
        ('<td class="nho">1</td><p>&lt;td class="phai"></p>', '<td>1</td><p>&lt;td class="phai"></p>'),
        ('<abbr title="Ban Chỉ đạo">BCĐ</abbr>', '<abbr title="Ban Chỉ đạo">BCĐ</abbr>'),
        ('<abbr title="]]>">a</abbr>', '<abbr title="]]&gt;">a</abbr>'),
        ('<a href="https://a.vn/?a=1&amp;b=&quot;2&quot;">a</a>', '<a href="https://a.vn/?a=1&amp;b=%222%22">a</a>'),
    ],
)  # fmt: skip
def test_a_body_is_made_fit_for_elsewhere(html: str, expected: str) -> None:
    assert portable(html, PAGE) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.vn/b?c=d#e", "https://a.vn/b?c=d#e"),
        ("https://a.vn/Đảng bộ", "https://a.vn/%C4%90%E1%BA%A3ng%20b%E1%BB%99"),
        ("https://a.vn/50%/100%25", "https://a.vn/50%25/100%25"),
        ("https://đảng.vn/", "https://xn--ng-pma4931a.vn/"),
        ("https://a.vn/[x]|{y}^`\\<>\"", "https://a.vn/%5Bx%5D%7C%7By%7D%5E%60%5C%3C%3E%22"),
        ("mailto:a@b.vn?subject=Báo lỗi", "mailto:a@b.vn?subject=B%C3%A1o%20l%E1%BB%97i"),
        ("https://a.vn/#a#b", "https://a.vn/#a%23b"),
        ("https://[v1", "https://%5Bv1"),
    ],
)  # fmt: skip
def test_an_address_is_written_in_ascii(address: str, expected: str) -> None:
    assert encoded(address) == expected


def test_an_address_of_the_page_itself_is_not_taken_for_a_scheme() -> None:
    assert resolved("#fn:1", PAGE) == f"{PAGE}#fn:1"


def test_a_long_text_ends_with_a_provision_and_leads_on(many_values: Values) -> None:
    (entry,) = (
        entry
        for _, document in walk("tat-ca", ATOM, whole(many_values[1]))
        for entry in etree.fromstring(document).iter(f"{A}entry")
        if entry.findtext(f"{A}id").endswith(":tin-cu-257")
    )
    content = entry.findtext(f"{A}content")
    assert MOST - 4096 < len(content.encode()) <= MOST
    assert content.endswith(f'</p>\n<p><a href="{URL}tin-tuc/2025/tin-cu-257/">Đọc tiếp trên trang</a></p>')


def test_a_cut_leaves_no_heading_alone_and_no_element_open() -> None:
    html = "<p>một</p><h2>Hai</h2><ul><li>ba</li><li>bốn</li></ul><p>năm</p>"
    assert cut(html, 1000) == html
    assert cut(html, len("<p>một</p><h2>Hai</h2><ul><li>ba".encode())) == "<p>một</p>"
    assert cut(html, len(html.encode()) - 1) == html.removesuffix("<p>năm</p>")
    assert cut(f"<p>{'chữ ' * 100}</p>", 300) == f"<p>{'chữ ' * 12}…</p>"
