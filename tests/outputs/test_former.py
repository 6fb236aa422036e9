"""Anchors that an earlier release of a page had, and the text no longer has, are kept in the page."""

from infopage.content.model_parts import FormerAnchor
from infopage.outputs.pages.former import with_former_anchors

BODY = '<p class="nhan-cap-1" id="I">I-</p>\n<p id="I.1">1. &amp;</p>\n'


def test_a_former_anchor_stands_within_the_place_it_leads_to() -> None:
    html = with_former_anchors(BODY, [FormerAnchor(id="I.2", to="I.1"), FormerAnchor(id="I.3", to="I.1")])
    assert '<p id="I.1"><span id="I.3"></span><span id="I.2"></span>1. &amp;</p>' in html


def test_one_without_a_place_stands_before_the_text() -> None:
    assert with_former_anchors(BODY, [FormerAnchor(id="II", to="")]) == f'<span id="II"></span>{BODY}'


def test_a_text_without_former_anchors_is_as_it_was() -> None:
    assert with_former_anchors(BODY, ()) == BODY


def test_where_an_element_holds_no_text_it_stands_before_it() -> None:
    table = '<p>x</p>\n<table title="a > b" id="bang"><tbody><tr id="dong"><td id="o">1</td></tr></tbody></table>'
    former = (FormerAnchor(id="cu", to="bang"), FormerAnchor(id="cu-2", to="o"), FormerAnchor(id="cu-3", to="dong"))
    assert with_former_anchors(table, former) == (
        '<span id="cu-3"></span><p>x</p>\n<span id="cu"></span><table title="a > b" id="bang"><tbody><tr id="dong">'
        '<td id="o"><span id="cu-2"></span>1</td></tr></tbody></table>'
    )
