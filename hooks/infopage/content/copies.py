"""Guesses which of several items with the same id or number is the original; only the others are reported."""

from collections.abc import Iterable
from datetime import datetime

from infopage.content.model import Item, OfficialDocument
from infopage.content.texts import Text
from infopage.language.folding import slug


def oldest_first(texts: Iterable[Text]) -> list[Text]:
    """Return the texts of items, the most likely original first."""
    found = list(texts)
    return sorted(found, key=_strangeness) if len(found) > 1 else found


def _strangeness(text: Text) -> tuple[float, bool, datetime, int, str]:
    """Return a sort key that is smallest for the most likely original. Its parts, in order of importance, are:

    - how few words the file's name and the id share (copies often keep the id, but not the name);
    - whether the id lacks the document's number;
    - the publication date;
    - the length of the path, and the path.
    """
    item = text.item
    assert isinstance(item, Item)
    name = set(item.path.rpartition("/")[2].removesuffix(".md").split("-"))
    id = set(item.id.split("-"))
    fit = len(name & id) / len(name | id)
    symbol = item.symbol if isinstance(item, OfficialDocument) else None
    wrong = symbol is not None and not set(slug(symbol.number).split("-")) & id
    return -fit, wrong, item.published.at, len(item.path), item.path
