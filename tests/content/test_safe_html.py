"""The allowed part of an editor's HTML, and the reports of removed parts."""

import pytest

from infopage.content.markdown import MarkdownRenderer
from infopage.content.safe_html import clean, removed

RENDERER = MarkdownRenderer()


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<script>alert(1)</script>", ["thẻ <script>"]),
        ("<iframe src='x'></iframe>", ["thẻ <iframe>"]),
        ("<form><input></form>", ["thẻ <form>", "thẻ <input>"]),
        ("<svg onload=alert(1)>", ["thẻ <svg>"]),
        ('<p style="color:red">a</p>', ["thuộc tính style của thẻ <p>"]),
        ('<P ONCLICK="x">a</P>', ["thuộc tính onclick của thẻ <p>"]),
        ('<p class="la">a</p>', ["thuộc tính class của thẻ <p>"]),
        ('<a href="java&#9;script:x">a</a>', ["thuộc tính href của thẻ <a>"]),
        ('<a href="b.md" target="_blank">a</a>', ["thuộc tính target của thẻ <a>"]),
        ("a<!-- b -->", ["chú thích HTML <!-- … -->"]),
        ("<ten co quan>", ["thẻ <ten>"]),
    ],
)
def test_what_is_taken_away_is_told(html: str, told: list[str]) -> None:
    after = clean(html)
    assert [str(lost) for lost in removed(html, after)] == told
    assert clean(after) == after


@pytest.mark.parametrize(
    "html",
    [
        *(
            "<p>a</p>",
            "<p>a<br/>b</p>",
            "<p>5 &lt; 6 &amp; 7</p>",
            "a &quot;b&quot; &nbsp;c",
            '<p class="giua">a</p>',
            "<hr />",
        ),
        *(
            '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>',
            '<img src="a.jpg" alt="b" loading="lazy" />',
            '<a href="mailto:a@b.vn">a</a>',
            "<b>a",
            "<p>a<p>b",
        ),
    ],
)
def test_what_is_allowed_is_not_accused(html: str) -> None:
    assert list(removed(html, clean(html))) == []


def test_images_and_headings_written_as_html_are_seen_too() -> None:
    rendered = RENDERER.render("tin-tuc/a.md", '<h4>Câu hỏi</h4>\n\n<img src="a.jpg">\n\n## Câu hỏi\n', official=False)
    assert [(heading.level, heading.anchor) for heading in rendered.headings] == [(4, "cau-hoi"), (2, "cau-hoi~2")]
    assert [(image.link.target, image.alt) for image in rendered.images] == [("tin-tuc/a.jpg", "")]


def test_a_headings_own_anchor_gives_way_to_one_an_editor_set() -> None:
    body = "## Nội dung\n\n## Khác {: #noi-dung }\n\n## Md 5\n"
    rendered = RENDERER.render("tin-tuc/a.md", body, official=False)
    assert [heading.anchor for heading in rendered.headings] == ["noi-dung~2", "noi-dung", "muc-md-5"]
    assert rendered.repeated == ()


@pytest.mark.parametrize(
    "written", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#x09;script:x", "data:text/html,x"]
)
def test_an_address_that_could_run_is_a_wrong_link_and_not_in_the_page(written: str) -> None:
    rendered = RENDERER.render("tin-tuc/a.md", f"[a]({written}) ![b]({written})", official=False)
    assert [link.kind for link in rendered.links] == ["wrong"]
    assert [image.link.kind for image in rendered.images] == ["wrong"]
    assert "href" not in rendered.html
    assert "src" not in rendered.html
    assert rendered.lost == ()


@pytest.mark.parametrize(
    "written",
    [
        "[a](https://bao.example/bai)",
        '<a href="HTTP://bao.example/" rel="opener">a</a>',
        '<a rel="opener me" href="https://bao.example/" lang="vi">a</a>',
    ],
)
def test_a_link_to_another_site_is_marked_and_tells_it_nothing_of_ours(written: str) -> None:
    html = RENDERER.render("tin-tuc/a.md", written, official=False).html
    assert html.count("rel=") == 1
    assert 'rel="external noopener"' in html


def test_a_link_within_the_site_is_not_marked() -> None:
    html = RENDERER.render("tin-tuc/a.md", "[a](b.md) [c](#d) [e](mailto:a@b.example)", official=False).html
    assert "rel=" not in html
