"""Which of several items is the older where others are copies of it: it keeps its id and number, they are told."""

from collections.abc import Iterable
from datetime import datetime

from infopage.content.model import Item, OfficialDocument
from infopage.content.texts import Text
from infopage.language.folding import slug


def oldest_first(texts: Iterable[Text]) -> list[Text]:
    """Return the texts of items, the one that looks most like the first of its id before the others."""
    found = list(texts)
    return sorted(found, key=_strangeness) if len(found) > 1 else found


def _strangeness(text: Text) -> tuple[float, bool, datetime, int, str]:
    """Return how little a file fits the id it gives itself; then the later, the longer named, the last is the copy."""
    item = text.item
    assert isinstance(item, Item)
    name = set(item.path.rpartition("/")[2].removesuffix(".md").split("-"))
    id = set(item.id.split("-"))
    fit = len(name & id) / len(name | id)
    wrong = isinstance(item, OfficialDocument) and not set(slug(item.symbol.number).split("-")) & id
    return -fit, wrong, item.published.at, len(item.path), item.path
