"""For any accepted input, the feeds stay well-formed and nothing in them can run."""

import json
import tempfile
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import html5lib
import pytest
from hypothesis import event, example, given
from hypothesis import strategies as st
from lxml import etree

from infopage.content import loading
from infopage.content.catalogue import Catalogue
from infopage.outputs.feeds.feeds import Feeds
from infopage.outputs.wording.frame import Settings
from tests.cases import lay
from tests.outputs.feeds.values import made
from tests.outputs.feeds.w3c import ATOM, CONTENT, HTML_ATTRIBUTES, HTML_TAGS
from tests.properties import examples

SETTINGS = Settings("Trang & <b>tin</b> ]]> \x0b“tỉnh”", "https://minhhoạ.example/trang/")
SIGNS = (
    *(
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "]]>",
        "&",
        "&amp;",
        "\0",
    ),
    *(
        "<",
        ">",
        '"',
        "'",
        "<![CDATA[",
        "<!--",
        "-->",
        "&#0;",
        "&#x1F;",
        "&bogus;",
        "<a href='vbscript:x'>",
        "<svg/onload=x>",
    ),
    *(
        "😀",
        unicodedata.normalize("NFD", "Đảng bộ tỉnh"),
        "\ufffd",
        "\u200b",
        "## ",
        "\n\n",
        "| a | b |\n|-|-|\n",
        "[^1]\n\n[^1]: ",
    ),
    *("[a](https://a.vn/đ%ZZ[]|)", "<https://a.vn/?a=1&b=2>", "[a](https://a.vn/#a#b)", "> ", "- ", "1. ", "**", "`"),
    *(
        "<p title=']]>'>",
        '<abbr title="&quot;<>">',
        "{: #x }",
        "quán triệt ",
        "\x85",
        "\ud7ff",
        "<div>",
        "</div>",
        "<table>",
    ),
)
bodies = st.lists(st.sampled_from(SIGNS) | st.text(max_size=3), max_size=25).map("".join)
titles = st.lists(
    st.sampled_from(("&", "<b>", "</b>", "]]>", "&lt;", "😀", "Tin ", "ế", "'")), min_size=1, max_size=6
).map("".join)
NEWS = "docs/tin-tuc/2026/hoi-nghi.md"
HEADER = "---\nma: tin-hoi-nghi\ntieu_de: {title}\ntom_tat: {title}\npham_vi: cong-khai\nngay_dang: 02/11/2026\n---\n"


@pytest.fixture(scope="module")
def base() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        lay("_base", Path(folder, "project"))
        yield Path(folder, "project")


def feeds(base: Path, title: str, body: str) -> dict[str, bytes]:
    """Return the feeds of a project with a news item of this title and body; none if it is refused."""
    text = HEADER.format(title=json.dumps(f"a{title}", ensure_ascii=False)) + body
    (base / NEWS).write_bytes(text.encode("utf-8", "surrogatepass"))
    found, _ = loading.build(base, datetime(2026, 11, 20, tzinfo=UTC), preview=False)
    if not isinstance(found, Catalogue):
        return {}
    return made(Feeds(found, SETTINGS))


def sound(files: dict[str, bytes]) -> None:
    """Check the properties that all feeds must have."""
    contents: dict[str, set[str]] = {}
    for path, content in files.items():
        if path.endswith((".xml", ".opml")):
            root = etree.fromstring(content, etree.XMLParser(huge_tree=True))
            for element in root.iter("item", f"{ATOM}entry"):
                id = element.findtext("guid") or element.findtext(f"{ATOM}id")
                html = element.findtext(f"{CONTENT}encoded") or element.findtext(f"{ATOM}content") or ""
                contents.setdefault(id, set()).add(html)
        elif path.endswith(".json"):
            for item in json.loads(content)["items"]:
                contents.setdefault(item["id"], set()).add(item["content_html"])
    assert contents
    for html in {html for found in contents.values() for html in found}:
        assert unicodedata.is_normalized("NFC", html)
        for element in html5lib.parseFragment(html, namespaceHTMLElements=False).iter():
            if element.tag != "DOCUMENT_FRAGMENT":
                assert element.tag in HTML_TAGS
                assert set(element.attrib) <= HTML_ATTRIBUTES
                for address in (element.get("href"), element.get("src")):
                    assert address is None or address.startswith(("https:", "http:", "mailto:", "tel:"))
                    assert address is None or address.isascii()


@examples(120)
@given(titles, bodies)
@example("", "]]> " * 10 + "<p title=']]>'>a</p>")
@example("&", "## Mục\n\n" + "Chữ ế. " * 200 + "\n\n" + "| a |\n|-|\n" + "| b |\n" * 3)
def test_hostile_text_leaves_feeds_sound(base: Path, title: str, body: str) -> None:
    if files := feeds(base, title, body):
        sound(files)
        event("taken")


@pytest.mark.parametrize(
    "body",
    [
        "quán triệt nghị quyết " * 40_000,
        ("Một đoạn. " * 20 + "\n\n") * 4_000,
        ("- " + "mục " * 40 + "\n") * 5_000,
        "| a |\n|-|\n" + ("| " + "ô " * 40 + "|\n") * 6_000,
    ],
)
def test_a_megabyte_of_text_is_cut(base: Path, body: str) -> None:
    files = feeds(base, "", body)
    sound(files)
    item = json.loads(files["nguon-tin/tin-tuc/feed.json"])["items"][0]
    assert len(item["content_html"].encode()) <= 64 * 1024
    assert "Đọc tiếp" in item["content_html"]
    assert len(files["nguon-tin/tat-ca/rss.xml"]) < 200_000
