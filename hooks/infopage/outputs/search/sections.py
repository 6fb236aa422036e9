"""The sections by which search results can be filtered: those of the site, and that of documents elsewhere."""

from infopage.content.model import ITEM_TYPES, StandingPage

OUTSIDE_SECTION = "ngoai-trang"
"""The section of documents that are not on the site.

They are in no list of documents, so it is a section of its own.
"""

SECTIONS = {
    StandingPage.section: StandingPage.label,
    **{cls.section: cls.label for cls in ITEM_TYPES},
    OUTSIDE_SECTION: "Văn bản ngoài trang",
}
"""The name of each section, by its id."""
