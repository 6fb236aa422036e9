"""Archive pages: each entry is on one page, no page is too large, and a change of one entry affects one page."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.language.dates import Moment
from infopage.outputs.feeds import archives
from infopage.outputs.feeds.archives import LEAST, Span, archived, in_full, key, name, spans
from tests.properties import examples

SMALL = {"MOST_ENTRIES": 4, "MOST_BYTES": 100, "LEAST": 3}
"""Small limits for feed pages in these tests, so that a few entries reach every limit."""

days = st.sampled_from(
    [date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 2), date(2026, 9, 16), date(2031, 1, 1), date(1999, 12, 31)]
) | st.dates(date(1990, 1, 1), date(2040, 1, 1))
ids = st.from_regex(r"[a-c]{1,3}(-[0-9a-z]{1,3})?", fullmatch=True)
feeds = st.dictionaries(ids, st.tuples(days, st.integers(1, 120)), max_size=30)
Entries = dict[str, tuple[date, int]]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Apply the limits ``SMALL`` to feed pages during a test."""
    for constant, value in SMALL.items():
        monkeypatch.setattr(archives, constant, value)


def cut(entries: Entries) -> tuple[list[tuple[int, str]], list[Span]]:
    """Return the (sort key, id) of each feed entry in order, and the feed pages into which they are divided."""
    keyed = sorted((key(Moment.on(day), id), id) for id, (day, _) in entries.items())
    return keyed, spans([key for key, _ in keyed], [entries[id][1] for _, id in keyed])


def told(entries: Entries) -> dict[str, tuple[str, tuple[tuple[str, int], ...]]]:
    """Return by name, for each feed page: the name of the page before it, and its own entries as (id, size)."""
    keyed, pages = cut(entries)
    names = ["", *(name(page.last) for page in pages)]
    shown = (tuple((id, entries[id][1]) for _, id in keyed[page.start : page.stop]) for page in pages)
    return {own: (before, ids) for own, before, ids in zip(names[1:], names, shown, strict=False)}


def holder(entries: Entries, at: int) -> str:
    """Return the name of the feed page whose interval of time contains the sort key ``at``."""
    return next(name(page.last) for page in cut(entries)[1] if at <= page.last)


@examples(150)
@given(feeds)
def test_each_entry_is_on_one_page_in_order_and_no_page_is_too_large(small: None, entries: Entries) -> None:
    keyed, pages = cut(entries)
    assert [page.start for page in pages] == [0, *(page.stop for page in pages)][: len(pages)]
    assert pages[-1].stop == len(keyed)
    for page in pages:
        sizes = [entries[id][1] for _, id in keyed[page.start : page.stop]]
        assert len(sizes) <= 1 or (len(sizes) <= SMALL["MOST_ENTRIES"] and sum(sizes) <= SMALL["MOST_BYTES"])
        assert all(at <= page.last for at, _ in keyed[page.start : page.stop])
        assert all(at > page.last for at, _ in keyed[page.stop :])
    assert len({name(page.last) for page in pages}) == len(pages)


@examples(300)
@given(feeds, ids, days, st.integers(1, 120))
def test_one_more_entry_or_one_less_touches_one_page(
    small: None, entries: Entries, id: str, day: date, size: int
) -> None:
    without = {other: facts for other, facts in entries.items() if other != id}
    with_it = {**without, id: (day, size)}
    touched = holder(without, key(Moment.on(day), id))
    before, after = told(without), told(with_it)
    untouched = {own: page for own, page in before.items() if own != touched}
    assert untouched.items() <= after.items()
    more = [page for own, page in after.items() if own not in untouched]
    ids_before = [one for one, _ in before[touched][1]]
    assert sorted(one for _, shown in more for one, _ in shown) == sorted([*ids_before, id])
    assert touched in after


@examples(300)
@given(feeds.filter(bool), st.data(), st.integers(1, 120))
def test_an_edit_touches_the_page_of_its_entry_alone(
    small: None, entries: Entries, data: st.DataObject, size: int
) -> None:
    id = data.draw(st.sampled_from(sorted(entries)))
    day, _ = entries[id]
    rest = {other: facts for other, facts in entries.items() if other != id}
    touched = holder(rest, key(Moment.on(day), id))
    before, after = told(entries), told({**rest, id: (day, size)})
    kept = {own: page for own, page in told(rest).items() if own != touched}
    assert kept.items() <= before.items()
    assert kept.items() <= after.items()


@examples(150)
@given(feeds)
def test_the_subscription_document_and_the_archives_share_no_entry(small: None, entries: Entries) -> None:
    pages = cut(entries)[1]
    count = archived(pages, len(entries))
    held = sum(page.stop - page.start for page in pages[count:])
    assert held >= min(len(entries), SMALL["LEAST"])
    assert count == len(pages) or held - (pages[count].stop - pages[count].start) < SMALL["LEAST"]


@examples(150)
@given(feeds, st.lists(st.integers(1, 200), min_size=30, max_size=30), st.integers(4, 12), st.integers(100, 300))
def test_smaller_limits_keep_every_address_and_the_subscription_document_no_less_new(
    small: None, entries: Entries, sizes: list[int], most: int, bytes: int
) -> None:
    keyed, pages = cut(entries)
    keys = [at for at, _ in keyed]
    allowed = [entries[id][1] * bytes // SMALL["MOST_BYTES"] for _, id in keyed]
    larger = [min(size, most) for size, most in zip(sizes, allowed, strict=False)]
    with pytest.MonkeyPatch.context() as once:
        once.setattr(archives, "MOST_ENTRIES", most)
        once.setattr(archives, "MOST_BYTES", bytes)
        old = spans(keys, larger)
    names, old_names = ([name(span.last) for span in one] for one in (pages, old))
    assert set(old_names) <= set(names)
    told = names[: archived(pages, len(keyed))]
    assert set(old_names[: archived(old, len(keyed))]) <= set(told)


minutes = st.lists(st.integers(1, 90), min_size=1, max_size=8)


@examples(100)
@given(minutes, st.data())
def test_what_is_in_full_stays_so_whatever_comes_later_or_goes(sizes: list[int], data: st.DataObject) -> None:
    keys: list[int] = []
    full: dict[int, bool] = {}
    for minute, size in enumerate(sizes):
        at = Moment.parse(f"23/11/2026 08:{minute:02}")
        keys += sorted(key(at, f"m-{number:02}") for number in data.draw(st.permutations(range(size))))
        if data.draw(st.booleans()):
            keys.remove(data.draw(st.sampled_from(keys)))
        told = dict(zip(keys, in_full(keys), strict=True))
        assert [at for at in keys if full.get(at) and not told[at]] == []
        assert sum(told[at] for at in keys[-size:]) >= min(size, LEAST) - 1
        full = told


def test_of_one_minute_the_newest_thirty_are_in_full() -> None:
    keys = [key(Moment.parse(f"23/11/2026 08:{n // 40:02}"), f"a-{n:02}") for n in range(85)]
    assert in_full(keys) == [False] * 10 + [True] * 30 + [False] * 10 + [True] * 35


@pytest.mark.parametrize(("same_minute", "least"), [(False, 12), (True, 8)])
def test_pages_of_a_real_size_are_well_filled(same_minute: bool, least: int) -> None:
    random = Random(7)
    entries = {
        f"vb-{n}": (date(2026, 7, 1) if same_minute else date(2026 + n // 400, 1 + n % 12, 1 + n % 28), 8_000)
        for n in range(3000)
    }
    keyed, pages = cut(dict(random.sample(sorted(entries.items()), len(entries))))
    counts = [page.stop - page.start for page in pages]
    assert max(counts) <= archives.MOST_ENTRIES
    assert len(keyed) / len(pages) > least
    assert archived(pages, len(keyed)) in range(len(pages) - 6, len(pages))


@examples(150)
@given(feeds, st.integers(0, 30))
def test_what_is_fresh_is_in_no_archive(small: None, entries: Entries, fresh: int) -> None:
    pages = cut(entries)[1]
    count = archived(pages, fresh)
    assert not count or pages[count - 1].stop <= fresh
    least = archived(pages, len(entries))
    assert count == least or (count < least and pages[count].stop > fresh)


def test_an_entry_larger_than_a_page_has_one_of_its_own() -> None:
    pages = cut({"a": (date(2026, 1, 1), 10), "b": (date(2026, 1, 2), 3_000_000), "c": (date(2026, 1, 3), 10)})[1]
    assert [(page.start, page.stop) for page in pages] in ([(0, 1), (1, 2), (2, 3)],)


def test_a_page_is_called_by_its_last_minute_and_within_a_minute_by_an_id() -> None:
    assert name(key(Moment.parse("01/9/2026"), "") - 1) == "2026-08-31-2359"
    assert name(key(Moment.parse("01/9/2026 08:00"), "b") - 1).startswith("2026-09-01-0800-61")
    longest = max(key(Moment.parse("01/9/2026"), "z" * 80), key(Moment.parse("01/9/2026"), "a" * 79 + "b")) - 1
    assert len(name(longest)) < 200
