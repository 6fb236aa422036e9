"""Hand-written web addresses are completed as plainly meant; complete ones stay unchanged."""

import pytest

from infopage.content.addresses import resolve
from infopage.content.web_addresses import is_web_address, meant


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("www.daklak.gov.vn", "https://www.daklak.gov.vn"),
        ("daklak.gov.vn/tin?so=1#a", "https://daklak.gov.vn/tin?so=1#a"),
        ("//daklak.gov.vn", "https://daklak.gov.vn"),
        ("http:/daklak.gov.vn", "http://daklak.gov.vn"),
        ("https:daklak.gov.vn", "https://daklak.gov.vn"),
        ("https//daklak.gov.vn", "https://daklak.gov.vn"),
        ("https;//daklak.gov.vn", "https://daklak.gov.vn"),
        ("htps://daklak.gov.vn", "https://daklak.gov.vn"),
        ("hhttps://daklak.gov.vn", "https://daklak.gov.vn"),
        ("ttps://daklak.gov.vn", "https://daklak.gov.vn"),
        ("https://https://daklak.gov.vn", "https://daklak.gov.vn"),
        (r"https:\\daklak.gov.vn\tin", "https://daklak.gov.vn/tin"),
        ("https://daklak.gov.vn/tin tuc", "https://daklak.gov.vn/tin%20tuc"),
        ("bientap@daklak.gov.vn", "mailto:bientap@daklak.gov.vn"),
        ("email: bientap@daklak.gov.vn", "mailto:bientap@daklak.gov.vn"),
        ("0262 385 0000", "tel:02623850000"),
    ],
)
def test_an_unfinished_address_is_what_it_was_meant_to_be(written: str, whole: str) -> None:
    assert meant(written) == whole
    assert resolve(written, "tin-tuc/2026/tin.md").kind == "wrong"


@pytest.mark.parametrize(
    "written",
    ["https://a.gov.vn", "HTTP://A.GOV.VN/b", "https://báo.vn/bài", "https://a.vn:8080/x", "http://localhost:8000/"],
)
def test_a_whole_address_is_left_as_it_is(written: str) -> None:
    assert is_web_address(written)
    assert meant(written) == ""
    assert resolve(written, "tin-tuc/2026/tin.md").kind == "outside"


@pytest.mark.parametrize(
    "written", ["https://", "http:x", "https://daklak", "https://a..vn", "https://a.vn:99999", "ftp://a.vn"]
)
def test_what_is_no_address_is_not_guessed_at(written: str) -> None:
    assert not is_web_address(written)
    assert meant(written) == ""
    assert resolve(written, "tin-tuc/2026/tin.md").kind == "wrong"


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("05-nq-tu.pdf", "file"),
        ("anh.com.jpg", "file"),
        ("a.vn.md", "page"),
        ("../../tin-tuc/", "address"),
        ("#I", "anchor"),
    ],
)
def test_names_of_our_own_files_are_no_sites(written: str, kind: str) -> None:
    assert resolve(written, "tin-tuc/2026/tin.md").kind == kind
