"""The large parts of a text are read from the store only once."""

from pathlib import Path

from infopage.content.large import Large
from infopage.content.rendered import Rendered
from infopage.store.store import Store


class Counting(Store):
    """A store that counts requests."""

    asked = 0

    def get(self, shelf: str, key: str) -> object | None:
        """Count the request and find nothing."""
        self.asked += 1
        return None


def test_parts_of_one_text_are_read_once_whoever_asks(tmp_path: Path) -> None:
    store = Counting(tmp_path)
    large = Large(store)
    for _ in range(3):
        assert large.part("a", lambda: Rendered(html="<p>a</p>", headings=()), "html") == "<p>a</p>"
    assert store.asked == 1
    for number in range(100):
        large.part(str(number), lambda: Rendered(html="", headings=()), "html")
    large.part("a", lambda: Rendered(html="", headings=()), "html")
    assert store.asked == 102
