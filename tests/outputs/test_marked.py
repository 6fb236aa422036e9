"""Two versions of a provision shown as one, with added and removed words marked."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from infopage.content.effects.blocks import TextBlock, blocks_of, text_of
from infopage.content.markdown import MarkdownRenderer
from infopage.outputs.pages.marked import marked
from tests.properties import examples

RENDERER = MarkdownRenderer()
TABLE = "| A | B |\n|---|---|\n| 1 | {} |\n"


def blocks(source: str) -> tuple[TextBlock, ...]:
    rendered = RENDERER.render("van-ban/a.md", source, official=True)
    return blocks_of(rendered.html, rendered.provisions)


def told(html: str, without: str) -> str:
    """Return the words of marked HTML, without those in the elements ``without`` and those only for screen readers."""
    html = re.sub(r'<span class="unseen">.*?</span>', "", html)
    html = re.sub(rf"<{without}>.*?</{without}>", "", html, flags=re.DOTALL)
    return re.sub(r"\s", "", unescape(re.sub(r"<[^>]*>", "", html)))


def words(found: tuple[TextBlock, ...]) -> str:
    return re.sub(r"\s", "", "".join(one.text for one in found))


def test_emphasis_is_kept_and_words_in_it_are_marked() -> None:
    html = marked(blocks("1. Học **tốt** và làm tốt."), blocks("1. Học **rất tốt** và làm *đủ*."))
    assert re.search(r"<strong><ins>(?:<span.*?</span>)?rất</ins> tốt</strong>", html)
    assert re.search(r"tốt</del> <em><ins>", html), "a space parts removed words from added ones"


def test_cells_of_a_table_are_compared_one_by_one() -> None:
    html = marked(blocks(TABLE.format("85%")), blocks(TABLE.format("90%")))
    assert "<td>1</td>" in html
    assert re.search(r"<td><del>.*85</del> <ins>.*90</ins>%</td>", html)


def test_a_table_of_another_shape_is_shown_twice() -> None:
    html = marked(blocks(TABLE.format("85%")), blocks(TABLE.format("85%") + "| 2 | 3 |\n"))
    assert html.count("<table>") == 2
    assert html.startswith("<del>")


def test_a_new_line_stands_where_it_was_added() -> None:
    html = marked(blocks("1. A\n\na) B;\n\nb) C."), blocks("1. A\n\na) B;\n\na1) D;\n\nb) C."))
    assert re.findall(r"<p>(.*?)</p>", re.sub("<span.*?</span>", "", html)) == [
        "1. A",
        "a) B;",
        "<ins>a1) D;</ins>",
        "b) C.",
    ]


LINE = st.lists(st.sampled_from(["học", "**làm**", "*tốt*", "< 5", "&", "“x”", "a_b"]), min_size=1, max_size=6)
TEXT = st.lists(LINE, min_size=1, max_size=4).map(lambda lines: "\n\n".join(" ".join(line) for line in lines))


@examples(150)
@given(TEXT, TEXT, st.booleans())
def test_each_version_can_be_read_from_what_is_marked(one: str, other: str, with_table: bool) -> None:
    old, new = blocks(one + (f"\n\n{TABLE.format(1)}" if with_table else "")), blocks(other)
    html = marked(old, new)
    assert told(html, "ins") == words(old)
    assert told(html, "del") == words(new)
    assert text_of(html)
