"""The feeds of items in languages other than Vietnamese, one for each language."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from infopage.content.catalogue import Catalogue
from infopage.content.languages import language_of
from infopage.content.model import Item
from infopage.outputs.feeds.feed import Feed, feed
from infopage.outputs.wording import feed_links as links
from infopage.outputs.wording.frame import Settings
from infopage.outputs.wording.languages import FOLDER, capital


def language_feeds(catalogue: Catalogue, settings: Settings) -> Iterator[Feed]:
    """Yield the feed of each language of which an item was ever published."""
    for language in (one for one in catalogue.registries.languages if one.id in catalogue.met.languages):
        had = partial(_is_in_language, language.id)
        items = tuple(filter(had, catalogue.current))
        home = f"{FOLDER}{language.id}/" if items else ""
        found = feed(links.language_feed(language, settings), "", home, items, had, capital(language.name))
        description = f"Tin, bài bằng {language.name}."
        yield replace(found, description=description, lang=language.tag, has_all_languages=True)


def _is_in_language(language: str, item: Item) -> bool:
    return language_of(item) == language
