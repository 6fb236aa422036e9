"""Unpaired tags hide no text: each is reported at its line, and all other text shows as written."""

import re
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from infopage.content.frontmatter import MarkdownFile
from infopage.content.markdown import MarkdownRenderer
from infopage.content.nesting import as_text, unpaired
from infopage.content.nodes import Mapping
from infopage.content.rendering import rendered
from tests.properties import examples

RENDERER = MarkdownRenderer()
WELL_FORMED = (
    "<div>\n\nMột.\n\n</div>",
    "<div><p>Một</div>",
    "<p>Một</p><p>Hai</p>",
    "<ul><li>Một<li>Hai</ul>",
    "<dl><dt>Một<dd>Hai</dl>",
    "<table><tr><td>1<td>2<tr><td>3</table>",
    "<table><thead><tr><th>1<tbody><tr><td>2</table>",
    "<ul><li><ul><li>a</ul><li>b</ul>",
    "<details open><summary>Một</summary>\n\nHai\n\n</details>",
    "Khí CO<sub>2</sub>, m<SUP>3</sup>, <b>a <i>b</i></b>",
    "<br><br/><hr/><img src=a.jpg alt=b />",
    "<a href=http://minhhoa.example/>a</a> <http://minhhoa.example/> <a@minhhoa.example>",
    '<abbr title="a < b > c">x</abbr>',
    "`<div>` và ``<b> ` <i>``",
    "```\na <b>\n```",
    "    <div class='a'>\n    x = {1}",
    "a < b, a <- b, a <= b, 3<5, </>, <>, < /b>",
    "<tên cơ quan>",
    "<div>`</div>`",
    "<script></div></script>",
    "<!-- <div> -->",
    "a <!x> b <![if]> c <?x> d",
    "<div",
    "</div",
)
STRAY = (
    ("<div>Một", [0]),
    ("Một\n\n<details>\nHai", [2]),
    ("<p>Một\n\nHai", [0]),
    ("<section>Một", [0]),
    ("<table><tr><td>Một", [0]),
    ("<li>Một\n<li>Hai", [0, 1]),
    ("Một</b>", [0]),
    ("Một\n</div>\n</p>", [1, 2]),
    ("<b>Một\n<i>hai</b>\n</i>", [1]),
    ("<b>Một\n\nhai</b>", [0]),
    ("<mark>Một\n\nhai</mark> ba", [0]),
    ("<div>\n<ul>\n<li>a\n</div>", [1]),
    ("<b/>", [0]),
    ("<div/>", [0]),
    ("a</br>b", [0]),
    ("<a href='x'>a", [0]),
    ("<b\nclass=x>a", [0]),
    ("<div\n\nid=a></div>", [0]),
    ("`a\n<div>\n`", [1]),
    ("\\<b>", [0]),
    ("<script>a", [0]),
    ("<textarea>a\n\n<div>", [0, 2]),
    ("<plaintext>a</plaintext>", [0, 0]),
    ("<!-- a\n\n<!-- b", [0, 2]),
    ("<![FOR]>", [0]),
    ("<div><![FOR]></div>", [0]),
    ("<div><!DOCTYPE [</div>", [0]),
    ("<div>\n<?xml a?></div>", [1]),
    ("<hr><![CDATA[a", [0]),
    ("- a\n\n    <b>x", [2]),
    ("    > <b>x", [0]),
)
HOSTILE = (
    *(
        "<![FOR]>",
        "<!",
        "<![CDATA[",
        "<![",
        "<?",
        "<?x",
        "<!DOCTYPE [",
        "<!ENTITY a",
        "</",
        "<!-",
        "<!--",
        "<!-->",
        "</>",
    ),
    *("<![endif]-->", "<![if x]>", "&#", "&#x0;", "&#xD800;", "<", "</1>", "<1>", "<a b=", "<a b='"),
)


@pytest.mark.parametrize("body", WELL_FORMED)
@pytest.mark.parametrize("official", [False, True])
def test_what_is_well_formed_is_kept(body: str, official: bool) -> None:
    # In an official text, indented lines are not code, so tags in them count.
    is_code = official and body.startswith("    ")
    assert bool(unpaired(body, official=official)) == is_code


@pytest.mark.parametrize(("body", "lines"), STRAY)
def test_a_tag_without_a_partner_is_told_of_on_its_own_line(body: str, lines: list[int]) -> None:
    found = unpaired(body)
    assert [one.line for one in found if one.message] == lines
    for official in (False, True):
        html = RENDERER.render("a.md", f"Một.\n\n{body}\n\nCuối.", official=official).html
        assert html.rstrip().endswith("<p>Cuối.</p>"), html
    assert not [one for one in unpaired(as_text(body, found)) if one.rule == "dong-the" and one.message]


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize(
    "around", ["{}", "<div>{}</div>", "<div>{}", "a {} b", "<div></div>{}", "> {}", "`{}`", "<b>{}"]
)
def test_what_opens_no_tag_ends_no_rendering(around: str, hostile: str) -> None:
    body = f"Một.\n\n{around.format(hostile)}\n\nCuối."
    for official in (False, True):
        found = RENDERER.render("a.md", body, official=official)
        assert "Cuối" in found.html or found.unpaired or found.lost
        assert found.unpaired or found.lost or not re.search("[\ue000-\ue003]", found.html)


@pytest.mark.parametrize(
    "part",
    ["<div>\n", "<div>\n\n", "<div>a</section>\n\n", "- <div>\n\n", "</div>\n\n", "<li>a\n", "<!--\n\n", "<b>", "`<b>"],
)
def test_thousands_of_tags_without_a_partner_are_gone_through_once(part: str) -> None:
    found = unpaired(part * 4000)
    assert len(found) >= 100
    assert RENDERER.render("a.md", part * 4000, official=False).unpaired == tuple(found)


def test_an_end_tag_within_a_value_ends_nothing() -> None:
    assert [one.message.split(";")[0] for one in unpaired("<div><a b=</div>")] == [
        "thẻ <div> mở mà chưa đóng",
        "thẻ <a> mở mà chưa đóng",
    ]


def test_what_stands_too_deep_is_told_of_once() -> None:
    found = [one for one in unpaired("<div>\n" * 3000 + "</div>\n" * 3000) if one.message]
    assert [(one.line, one.rule) for one in found] == [(100, "qua-roi")]


@examples(100)
@example("<div>", "", False)
@example("<div>\n\n", "</div>", True)
@given(
    st.lists(
        st.sampled_from(("<div>", "<b>", "<li>", "<ul>", "<p>", "</p>", "</b>", "</div>", "\n", "\n\n", "chữ"))
    ).map("".join),
    st.sampled_from(("", "</div>", "</b></div>")),
    st.booleans(),
)
def test_nothing_is_swallowed_unless_it_is_told(body: str, end: str, official: bool) -> None:
    found = RENDERER.render("a.md", f"Một.\n\n{body}{end}\n\nCuối.", official=official)
    assert found.unpaired or found.html.rstrip().endswith(("<p>Cuối.</p>", "<br>\nCuối.</p>"))
    assert found.unpaired or "\ue000" not in found.html


def test_whatever_the_parser_stumbles_over_is_told_with_file_and_line() -> None:
    def render(name: str, body: str, *, official: bool) -> None:
        if "lạ" in body:
            raise AssertionError(name)

    broken = cast(MarkdownRenderer, SimpleNamespace(render=render))
    page = MarkdownFile("docs/a.md", Mapping((), 2), "Một.\n\nHai.\n\nDấu lạ.", 7)
    fault = rendered(broken, "a.md", page, official=False)
    assert str(fault).startswith("docs/a.md:11: lỗi [qua-roi]: ")


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("<div>a</div>&copy; 2026\n\nb", "<div>a</div>\n<p>© 2026</p>\n<p>b</p>"),
        ("<div>a</div>&#169; 2026\n\nb\n\n<div>c</div>", "<div>a</div>\n<p>© 2026</p>\n<p>b</p>\n<div>c</div>"),
        ("<hr><hr>\n\nb", "<hr>\n<hr>\n<p>b</p>"),
        ("<hr>&lt;x\n\nb", "<hr>\n<p>&lt;x</p>\n<p>b</p>"),
    ],
)
def test_what_follows_a_block_on_its_line_stays_there(body: str, html: str) -> None:
    assert RENDERER.render("a.md", body, official=False).html == html


@pytest.mark.parametrize(
    ("part", "official"),
    [
        ("<summary></summary><table><li>\n\nHai</li></table>", True),
        ("<div <p>\n\nHai</p>", True),
        ("<div <p>\n\nHai</p>", False),
    ],
)
def test_a_text_of_which_markdown_leaves_a_part_unread_is_no_page(part: str, official: bool) -> None:
    page = MarkdownFile("docs/a.md", Mapping((), 2), f"Một.\n\n{part}", 7)
    assert "docs/a.md:9: lỗi [qua-roi]" in str(rendered(RENDERER, "a.md", page, official=official))
