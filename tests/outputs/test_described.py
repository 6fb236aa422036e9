"""An item's description is computed once for all pages that name it."""

from collections import Counter
from pathlib import Path

import pytest

from infopage.content.catalogue import Catalogue
from infopage.content.model import Item
from infopage.outputs.views.cards import Card
from infopage.outputs.views.links import Badge
from infopage.outputs.wording import described as module
from tests.outputs.values import gather
from tests.sites import golden_project


def test_each_item_gets_its_card_and_its_status_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cards: Counter[str] = Counter()
    badges: Counter[str] = Counter()
    card, badge = module.card, module.badge

    def counted_card(item: Item, status: Badge | None, catalogue: Catalogue) -> Card:
        cards[item.id] += 1
        return card(item, status, catalogue)

    def counted_badge(document: object, catalogue: Catalogue) -> Badge:
        badges[document.id] += 1  # type: ignore[attr-defined]  # only documents have a badge
        return badge(document, catalogue)  # type: ignore[arg-type]  # as above

    monkeypatch.setattr(module, "card", counted_card)
    monkeypatch.setattr(module, "badge", counted_badge)
    found, contents = gather(golden_project(tmp_path / "project"))
    assert [one.make() for one in contents.feeds.documents()]
    assert [*contents.pages.values()]
    assert {item.id for item in found.current} <= cards.keys() <= found.public.keys()
    assert {document.id for document in found.documents} <= badges.keys() <= found.public.keys()
    assert set(cards.values()) == set(badges.values()) == {1}
