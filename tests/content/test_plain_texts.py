"""Facts about a plain official text are not parsed from its HTML, but must equal what parsing would give."""

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
