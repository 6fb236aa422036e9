"""The large parts of a text are read from the store (the builds' cache) once, if memory has room for them."""

from pathlib import Path

import pytest

from infopage.content import large as large_module
from infopage.content.large import Large
from infopage.content.rendered import Rendered
from infopage.store.store import Store


class Counting(Store):
    """A store that counts requests."""

    asked = 0

    def get(self, shelf: str, key: str) -> object | None:
        """Count the requests for values, and return None, as an empty store does."""
        self.asked += 1
        return None


def part(large: Large, name: str) -> object:
    """Return the HTML of a made-up text called ``name``; ``large`` renders it if it has not stored it."""
    return large.part(name, lambda: Rendered(html=f"<p>{name}</p>", headings=()), "html")


def test_parts_of_one_text_are_read_once_whoever_asks(tmp_path: Path) -> None:
    store = Counting(tmp_path)
    large = Large(store)
    for _ in range(3):
        assert part(large, "a") == "<p>a</p>"
    assert store.asked == 1


def test_the_first_texts_stay_in_memory_and_of_the_others_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large_module, "_FIRST_HELD", 40)  # bytes: room for two texts of eight characters
    store = Counting(tmp_path)
    large = Large(store)
    names = [str(number) for number in range(9)] + [f"x{number}" for number in range(100)]
    for name in names:
        assert part(large, name) == f"<p>{name}</p>"
    assert store.asked == len(names)
    for name in (*names[:2], *names[-64:]):
        assert part(large, name) == f"<p>{name}</p>"
    assert store.asked == len(names), "the first two and the last 64 texts are in memory"
    for name in names[3:6]:
        assert part(large, name) == f"<p>{name}</p>"
    assert store.asked == len(names) + 3, "the others are not"


def test_a_text_just_rendered_is_not_read_at_all(tmp_path: Path) -> None:
    store = Counting(tmp_path)
    large = Large(store)
    large.put("a", Rendered(html="<p>a</p>", headings=()))
    assert part(large, "a") == "<p>a</p>"
    assert store.asked == 0
