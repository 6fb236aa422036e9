"""Provisions and labels: the optimised look-ups give the same results as simple, slow definitions."""

from hypothesis import given
from hypothesis import strategies as st

from infopage.content.provisions import labels
from infopage.content.provisions.labels import Label, Rank
from infopage.content.provisions.outline import Open, OpenProvisions
from tests.properties import examples

KINDS = ((Rank.ROMAN, "I", 0), (Rank.CLAUSE, "1", 0), (Rank.CLAUSE, "1", 1), (Rank.POINT, "a", 0), (Rank.ITEM, "i", 0))
numbers = st.integers(1, 4)


@st.composite
def some_label(draw: st.DrawFn) -> Label:
    rank, kind, depth = draw(st.sampled_from(KINDS))
    order = (*(draw(numbers) for _ in range(depth)), draw(numbers), draw(st.sampled_from((0, 0, 1))))
    sign = draw(st.sampled_from(".)"))
    return Label(rank, "", "k", depth, kind, sign, order)


@examples(400)
@given(st.lists(some_label(), max_size=5), some_label(), st.booleans())
def test_a_label_comes_after_the_innermost_of_its_list(above: list[Label], label: Label, after_colon: bool) -> None:
    outline = OpenProvisions([Open(one, "") for one in above])
    alike = [at for at, one in enumerate(above) if one.kind == label.kind and label.follows(one)]
    if alike:
        nearest = max(alike, key=lambda at: (above[at].sign == label.sign, at))
        assert outline.room_for(label, after_colon=after_colon) == nearest


@examples(400)
@given(
    st.tuples(
        st.sampled_from(
            (
                "PHẦN",
                "Phần thứ",
                "Mục",
                "MẪU SỐ",
                "Chương",
                "TIỂU MỤC",
                "Điều",
                "Điểm",
                "Khoản",
                "Phụ lục",
                *"IVXAĐB",
                "II",
            )
        ),
        st.sampled_from(("", " ", " - ", "-", "–", ".", ")", "/", ".1", ".1.2", "\xa0", "\t")),
        st.sampled_from(("", "I", "1", "12a", "hai", "NHẤT", "a")),
        st.sampled_from(("", ".", ":", "-", ")")),
        st.sampled_from(("", " Quy định chung", " QUY ĐỊNH", "Một")),
    ).map("".join)
)
def test_no_label_is_missed_at_one_look(line: str) -> None:
    assert list(labels.readings(line)) == list(labels._capital(line))
