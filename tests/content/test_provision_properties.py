"""What is true of the provisions of any text, official or not (property tests)."""

import re

from hypothesis import given
from hypothesis import strategies as st

from infopage.content.official import paragraph
from infopage.content.provisions.citation import citation
from infopage.content.provisions.lines import provisions
from infopage.content.provisions.ranks import Rank
from infopage.content.provisions.tree import find, parse, render, walk
from infopage.content.safe_html import clean
from infopage.content.source import decode
from tests.properties import examples

LABELS = (
    *"I- II. IV- V- A. B- C. 1. 2. 3. 1) 1.1. 1.10. 1.2 2a. II.1. Điều".split(),
    *"a) b) c) d) đ) h) i) k) ii) (i) (ii) (1) a. b. a1) • * - +".split(),
    *("Điều 1.", "Điều 2.", "Điều 5a.", "Điều 3", "Chương I", "CHƯƠNG II.", "Mục 1.", "Phần A"),
    *("PHẦN THỨ NHẤT", "PHỤ LỤC I", "Phụ lục", "Mẫu số 01", "QUY CHẾ", "Khoản 1.", "Nơi nhận:", "TM. ỦY BAN"),
    *("“", "”", '"', "“1.", '"Điều 7.', "“a)", ""),
)
words = st.sampled_from(
    ("một", "Hai ba", "BỐN NĂM", "như sau:", "xong.", "hết”", 'hết".', "1.5 triệu", "(Kèm theo)", "hết./.", "")
)
official = st.lists(st.tuples(st.sampled_from(LABELS), words).map(" ".join), max_size=25)
texts = st.one_of(official, st.lists(st.text(max_size=20), max_size=12)).map("\n".join)


def squeeze(text: str) -> str:
    return "".join(text.split())


@examples(400)
@given(texts)
def test_the_tree_says_the_text_to_the_character(text: str) -> None:
    said = [path[-1] for path in walk(parse(text))]
    assert squeeze("".join((node.label.text if node.label else "") + node.text for node in said)) == squeeze(text)


@examples(600)
@given(texts)
def test_a_tree_written_out_is_read_as_the_same_tree(text: str) -> None:
    nodes = parse(text)
    assert parse(render(nodes)) == nodes


@examples(400)
@given(texts)
def test_every_anchor_is_ascii_and_leads_to_one_provision(text: str) -> None:
    nodes = parse(text)
    anchors = [path[-1].anchor for path in walk(nodes) if path[-1].anchor]
    assert len(set(anchors)) == len(anchors)
    for anchor in anchors:
        assert re.fullmatch(r"[A-Za-z0-9.~-]+", anchor)
        assert find(nodes, anchor)[-1].anchor == anchor


@examples(200)
@given(texts)
def test_every_provision_stands_in_the_one_it_belongs_to(text: str) -> None:
    nodes = parse(text)
    flat = provisions(enumerate(text.split("\n"), 1))
    assert [(len(path) - 1, path[-1].number) for path in walk(nodes)] == [(p.depth, p.number) for p in flat]
    for path in walk(nodes):
        assert all(node.label for node in path[:-1])
        assert bool(citation(path)) == (path[-1].label is not None)
        assert not (path[-1].quoted and path[-1].heading)
        assert path[-1].anchor == "" or (path[-1].label is not None and path[-1].label.rank < Rank.STAR)


@examples(100)
@given(st.sampled_from(("đ)", "IV-", "1.10.", "1.1", "Điều 5a.", "(ii)", "1)", "aa)", "đ)")))
def test_a_label_is_kept_as_typed(typed: str) -> None:
    (node,) = parse(f"{typed} Nội dung")
    assert node.label
    assert (node.label.text, node.text) == (typed, "Nội dung")


@examples(300)
@given(texts)
def test_the_html_of_plain_lines_passes_the_allow_list_unchanged(text: str) -> None:
    source, _ = decode("docs/a.md", text.encode())
    for provision in provisions(enumerate(source.text.split("\n"), 1)) if source else ():
        html = paragraph(provision, "điểm a, khoản 1")
        assert clean(html) == html
