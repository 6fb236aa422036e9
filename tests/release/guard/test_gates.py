"""The guard's quick tests never skip a text in which the full check finds something that must not be published."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.content.unfilled import EMBLEM, HOST, mark, marks, marks_within
from infopage.language.folding import slug
from infopage.release.guard.names import NameGuard
from infopage.release.guard.patterns import Patterns
from infopage.release.guard.spelling import normalised, squeezed
from infopage.release.guard.stamps import Stamps
from infopage.release.guard.wording import SHORT, Wording
from tests.properties import examples

_PARTS = st.one_of(
    st.sampled_from(
        "~$ .~lock. .bak .old thumbs.db .ds_store du-thao Dự_thảo tối-mật -nq-mat ban-nhap (copy) # .pdf".split()
    ),
    st.sampled_from([" - Copy", "copy of ", "bản sao ", "5"]),
    st.text(max_size=4),
)
_NAMES = st.lists(_PARTS, min_size=1, max_size=4).map("".join).map(lambda name: name.replace("/", ""))


@pytest.fixture(scope="module")
def names(patterns: Patterns) -> NameGuard:
    """Return a checker of file names that has only the patterns of names, and no stamps (markings such as MẬT)."""
    return NameGuard(patterns, Stamps(Patterns()))


@pytest.fixture(scope="module")
def wording(patterns: Patterns) -> Wording:
    """Return a checker of wording with the stamps (markings such as MẬT) of the project."""
    return Wording(patterns)


def _slowly(name: str, patterns: Patterns) -> set[str]:
    stem, dot, ending = name.rpartition(".")
    if not dot or not stem.strip("."):
        stem, ending = name, ""
    plain = slug(stem)
    forms = (
        normalised(name).lower(),
        plain,
        f"{plain}{f'.{ending}'.lower()}" if ending or name.endswith(".") else plain,
    )
    return {rule for pattern, rule in patterns.names if any(pattern.match(form) for form in forms)}


@examples(150)
@given(name=_NAMES)
def test_a_name_breaks_what_any_pattern_says(patterns: Patterns, names: NameGuard, name: str) -> None:
    assert set(names.rules(name, hidden=False)) == _slowly(name, patterns)


@examples(150)
@given(data=st.data())
def test_letters_of_a_stamp_are_seen_wherever_any_stamp_is_within(
    patterns: Patterns, wording: Wording, data: st.DataObject
) -> None:
    signs = {*patterns.stamps, *patterns.labels, *(one for one in patterns.plain if len(one) > SHORT)}
    short = [one.upper() for one in patterns.plain if len(one) <= SHORT]
    backwards = [one[::-1] for one, rule in patterns.stamps.items() if rule == "dau-mat"]
    cut = st.tuples(st.sampled_from(sorted({*signs, *short, *backwards})), st.integers(0, 2), st.integers(0, 2)).map(
        lambda drawn: drawn[0][drawn[1] : len(drawn[0]) - drawn[2]]
    )
    text = data.draw(st.lists(cut | st.sampled_from([" ", "x", "-"]), max_size=4).map("".join))
    letters = squeezed(text)
    is_there = any(one in letters for one in (*signs, *backwards)) or any(one in text for one in short)
    assert wording.is_within(text) is is_there


def test_a_list_without_names_forbids_none() -> None:
    names = NameGuard(Patterns(), Stamps(Patterns()))
    assert list(names.rules("a/~$b.bak", hidden=False)) == []
    assert list(names.rules(".a/b", hidden=True)) == ["ten-tep-cam"]


@examples(150)
@given(st.text() | st.text("a Ậ\t\n\x1c\u00a0_-²½", max_size=20))
def test_squeezed_leaves_letters_and_digits_alone(text: str) -> None:
    assert squeezed(text) == "".join(filter(str.isalnum, text)).casefold()


_MARKED: Iterable[str] = (
    mark("tên"),
    mark("").lower(),
    EMBLEM,
    f"huy_hieu: {EMBLEM}",
    HOST,
    HOST.upper(),
    "Can-đien",
    "\n",
    "x",
)


@examples(150)
@given(st.lists(st.sampled_from(sorted(_MARKED)), max_size=4).map("".join))
def test_a_mark_is_found_in_a_file_as_in_its_text(text: str) -> None:
    assert list(marks_within(text.encode())) == list(marks(text))
