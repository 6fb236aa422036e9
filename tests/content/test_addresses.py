"""Addresses of pages and the links between them, under any sub-path."""

import posixpath
from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.content.addresses import BodyLink, address_of, relative, resolve
from tests.properties import examples

PAGE = "tin-tuc/2026/hoi-nghi.md"


@pytest.mark.parametrize(
    ("path", "address"),
    [("index.md", ""), ("lien-he.md", "lien-he/"), ("tin-tuc/2026/tin.md", "tin-tuc/2026/tin/"), ("a/index.md", "a/")],
)
def test_a_page_stands_in_a_folder_of_its_own(path: str, address: str) -> None:
    assert address_of(path) == address


@pytest.mark.parametrize(
    ("written", "kind", "target", "anchor", "href"),
    [
        ("tin-khac.md", "page", "tin-tuc/2026/tin-khac.md", "", "../tin-khac/"),
        ("../../van-ban/tu/05.md#I.1", "page", "van-ban/tu/05.md", "I.1", "../../../van-ban/tu/05/#I.1"),
        ("../../index.md", "page", "index.md", "", "../../../"),
        ("../../tin-tuc/", "address", "tin-tuc/", "", "../../"),
        ("anh.jpg", "file", "tin-tuc/2026/anh.jpg", "", "../anh.jpg"),
        ("ảnh 1.jpg", "file", "tin-tuc/2026/ảnh 1.jpg", "", "../%E1%BA%A3nh%201.jpg"),
        ("%E1%BA%A3nh.jpg", "file", "tin-tuc/2026/ảnh.jpg", "", "../%E1%BA%A3nh.jpg"),
        ("#noi-dung", "anchor", PAGE, "noi-dung", "#noi-dung"),
        ("https://a.vn/b?c=d#e", "outside", "https://a.vn/b?c=d#e", "", "https://a.vn/b?c=d#e"),
        ("mailto:a@b.vn", "outside", "mailto:a@b.vn", "", "mailto:a@b.vn"),
    ],
)
def test_a_link_is_told_by_what_it_leads_to(written: str, kind: str, target: str, anchor: str, href: str) -> None:
    assert resolve(written, PAGE) == BodyLink(kind, target, anchor, href, written)


@pytest.mark.parametrize(
    "written",
    [
        *(
            "",
            "#",
            "?a=b",
            "/van-ban/",
            "../../../ngoai.md",
            "tin.md?a=b",
            "C:\\a.md",
            "a\\b.md",
            "javascript:alert(1)",
        ),
        *("data:text/html,x", "file:///a.md", "ftp://a.vn/b", "//a.vn/b", "http:b", "https://[a", "vbscript:x"),
    ],
)
def test_a_link_that_no_page_may_have_is_wrong(written: str) -> None:
    assert resolve(written, PAGE).kind == "wrong"


names = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,6}[a-z0-9])?", fullmatch=True).filter(lambda name: name != "index")
paths = st.lists(names, min_size=1, max_size=4).map(lambda parts: "/".join(parts) + ".md")


@examples(300)
@given(paths, paths)
def test_a_link_between_two_pages_leads_there(source: str, target: str) -> None:
    written = posixpath.relpath(target, posixpath.dirname(source) or ".")
    link = resolve(written, source)
    assert (link.kind, link.target) == ("page", target)
    for root in ("https://a.vn/", "https://a.vn/trang/"):
        assert urljoin(root + address_of(source), link.href) == root + address_of(target)


@examples(300)
@given(paths, paths)
def test_a_relative_address_leads_back(page: str, target: str) -> None:
    link = relative(address_of(target), address_of(page))
    assert urljoin(f"https://a.vn/{address_of(page)}", link) == f"https://a.vn/{address_of(target)}"


@examples(500)
@given(st.text(max_size=30) | st.text("/.#?:%\\[]@a", max_size=12))
def test_any_link_is_taken_apart(written: str) -> None:
    link = resolve(written, PAGE)
    assert link.kind in ("page", "address", "file", "anchor", "outside", "wrong")
    assert not unquote(link.target).startswith("../") or link.kind == "wrong"
