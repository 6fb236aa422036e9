"""What pages say of items in other languages than Vietnamese: the language, the original and the translations."""

from collections.abc import Iterator

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.languages import LANGUAGES, VIETNAMESE, Language, language_of, translated_by
from infopage.content.model import Item
from infopage.outputs.views.items import Fact, Value
from infopage.outputs.views.links import Link

FOLDER = f"{LANGUAGES}/"
ALL = Link("Các thứ tiếng", FOLDER)
"""The link to the page that lists the items of all languages but Vietnamese."""


def language(item: Item, catalogue: Catalogue) -> Language | None:
    """Return the language of an item; None if it is Vietnamese."""
    id = language_of(item)
    return catalogue.registries.languages[id] if id else None


def lang(item: Item, catalogue: Catalogue) -> str:
    """Return the BCP 47 tag of an item's language; empty if it is Vietnamese, the language of all pages."""
    found = language(item, catalogue)
    return found.tag if found else ""


def language_name(item: Item, catalogue: Catalogue) -> str:
    """Return the Vietnamese name of an item's language, such as ``tiếng Ê Đê``; empty if it is Vietnamese."""
    found = language(item, catalogue)
    return found.name if found else ""


def capital(name: str) -> str:
    """Return the name of a language with a capital first letter: ``Tiếng Ê Đê``."""
    return name[:1].upper() + name[1:]


def original(item: Item, catalogue: Catalogue) -> Item | None:
    """Return the item of which ``item`` is a translation; None if it is none, or if that item is not current."""
    if not (id := translated_by(item)) or id not in catalogue.public:
        return None
    found = catalogue.public[id].item
    return found if isinstance(found, Item) and not catalogue.is_gone(found) else None


def translations(item: Item, catalogue: Catalogue) -> list[Item]:
    """Return the current translations of an item, or those of its original, without ``item`` itself."""
    found: list[Item] = catalogue.translations.get(translated_by(item) or item.id, [])
    return [one for one in found if one.id != item.id]


def language_facts(item: Item, catalogue: Catalogue) -> Iterator[Fact]:
    """Yield the facts (labelled lines) about an item's language, its original and its translations."""
    if own := language(item, catalogue):
        named = f"{own.name} ({own.own_name})" if own.own_name else own.name
        yield Fact("Ngôn ngữ", (Value(named),), Value(own.name))
    if source := original(item, catalogue):
        yield Fact("Bản tiếng Việt", (Value(source.title, address_of(source.path)),))
    if others := translations(item, catalogue):
        yield Fact("Bản dịch", tuple(_version(one, catalogue) for one in others))


def _version(item: Item, catalogue: Catalogue) -> Value:
    own = language(item, catalogue)
    assert own
    return Value(item.title, address_of(item.path), note=f"({own.name})", lang=own.tag)


def alternates(item: Item, catalogue: Catalogue) -> tuple[Link, ...]:
    """Return a link (text: BCP 47 tag) to each version of an item in any language; none if there is only one."""
    first = original(item, catalogue) or item
    if not (others := catalogue.translations.get(first.id)):
        return ()
    return tuple(Link(lang(one, catalogue) or VIETNAMESE, address_of(one.path)) for one in (first, *others))
