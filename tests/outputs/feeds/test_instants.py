"""The time of change that a feed entry states: different for each entry, within its minute, in whole milliseconds."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.language.dates import HANOI
from infopage.outputs.feeds import instants as instants_module
from infopage.outputs.feeds.instants import instants
from tests.properties import examples

MINUTE = datetime(2026, 11, 30, 8, 0, tzinfo=HANOI)
MILLISECOND = timedelta(milliseconds=1)


def test_150_items_of_one_minute_have_150_instants_within_it() -> None:
    found = instants((f"tin-{number}", MINUTE) for number in range(150))
    assert len(set(found.values())) == 150
    for text in found.values():
        assert len(text) == len("2026-11-30T08:00:00.000+07:00")
        assert MINUTE <= datetime.fromisoformat(text) < MINUTE + timedelta(minutes=1)


def test_what_collides_takes_the_next_free_millisecond_in_the_order_of_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(instants_module, "_part", {"a": 5, "b": 5, "c": 6, "d": 5, "e": 7}.__getitem__)
    found = instants((id, MINUTE) for id in "edcba")
    parts = {id: (datetime.fromisoformat(text) - MINUTE) // MILLISECOND for id, text in found.items()}
    assert parts == {"a": 5, "b": 6, "c": 7, "d": 8, "e": 9}


@examples(60)
@given(st.dictionaries(st.from_regex(r"[a-c]{1,4}", fullmatch=True), st.integers(0, 3), max_size=40))
def test_an_item_more_moves_only_what_it_collides_with(minutes: dict[str, int]) -> None:
    changes = {id: MINUTE + timedelta(minutes=minute) for id, minute in minutes.items()}
    found = instants(changes.items())
    assert len(set(found.values())) == len(changes)
    assert instants(reversed(changes.items())) == found
    more = instants([*changes.items(), ("zz", MINUTE)])
    assert {id: more[id] for id in found} == found
