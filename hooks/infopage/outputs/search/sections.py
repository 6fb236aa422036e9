"""The sections by which search results can be filtered: those of the site, documents elsewhere, and other languages."""

from infopage.content.languages import LANGUAGES, language_of
from infopage.content.model import ITEM_TYPES, Item, StandingPage

OUTSIDE_SECTION = "ngoai-trang"
"""The section of documents that are not on the site.

They are in no list of documents, so it is a section of its own.
"""

SECTIONS = {
    StandingPage.section: StandingPage.label,
    **{cls.section: cls.label for cls in ITEM_TYPES},
    OUTSIDE_SECTION: "Văn bản ngoài trang",
    LANGUAGES: "Các thứ tiếng",
}
"""The name of each section, by its id."""


def section_of(item: Item) -> str:
    """Return the id of an item's section. Items in other languages than Vietnamese have one of their own."""
    return LANGUAGES if language_of(item) else item.section
