"""Headings, anchors and so on of an official text without Markdown equal those that parsing its HTML gives."""

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from infopage.content.html_text import masked, masked_lines
from infopage.content.markdown import MarkdownRenderer
from infopage.content.rendered import Rendered, anchors_of, headings, images, named, resolved
from infopage.content.safe_html import clean, removed
from tests.content.test_provision_properties import official
from tests.properties import examples

PATH = "van-ban/tinh-uy/2025-2030/05-nq-tu.md"
RENDERER = MarkdownRenderer()
signs = st.text(st.sampled_from("ab đĐ1I.)-+>'\"\xa0\t/"), max_size=12)
bodies = st.lists(st.one_of(official.map("\n".join), signs), max_size=4).map("\n".join)


def plain(body: str) -> Rendered:
    rendered = RENDERER.render(PATH, body, official=True)
    assume(rendered.is_plain)
    return rendered


def test_capitals_and_the_line_below_an_annexed_title_are_centred() -> None:
    lines = {
        "QUYẾT NGHỊ:": "giua",
        "(Kèm theo Quyết định số 12-QĐ/TU, ngày 01/10/2026)": "giua nho",
        "(Ban hành kèm theo Kế hoạch số 12-KH/TU)": "giua nho",
        "*(Kèm theo Thông báo số 12-TB/TU)*": "giua nho",
        "(Kèm theo Kế hoạch số 12-KH/TU) là hai phụ lục.": "",
        "Kèm theo là hai phụ lục (mỗi phụ lục một trang)": "",
        "(Ý kiến của chi bộ)": "",
    }
    html = RENDERER.render(PATH, "\n\n".join(lines), official=True).html
    told = [found or "" for found in re.findall(r'<p(?: class="([a-z ]+)")?>', html)]
    assert told == list(lines.values())


@examples(400)
@given(bodies)
def test_its_html_passes_the_allow_list_unchanged(body: str) -> None:
    html = plain(body).html
    assert clean(html) == html
    assert list(removed(html, html)) == []


@examples(400)
@given(bodies)
def test_what_is_told_of_it_is_what_its_html_says(body: str) -> None:
    told = plain(body)
    assert named(told.html) == told.html
    assert resolved(told.html, PATH) == (told.html, [])
    assert told.headings == tuple(headings(told.html))
    assert sorted(told.anchors) == sorted(anchors_of(told.html))
    assert list(images(told.html, PATH, [])) == []


@examples(400)
@given(bodies)
def test_its_lines_are_masked_as_any_html_is(body: str) -> None:
    html = plain(body).html
    assert masked_lines(html) == masked(html)
