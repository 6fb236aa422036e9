"""The data in the frame of every page: breadcrumbs, sections, and the site's details in header and footer."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.languages import language_of
from infopage.content.model import ITEM_TYPES, Collection, Draft, Item, Question
from infopage.content.outside import FOLDER
from infopage.outputs.views.links import Link, TypedLink
from infopage.outputs.views.page import SiteView
from infopage.outputs.wording.bylines import AUTHORS
from infopage.outputs.wording.columns import COLUMNS
from infopage.outputs.wording.languages import ALL as LANGUAGES

HOME = Link("Trang chủ", "")
TOPICS = Link("Chủ đề", "chuyen-de/")
SECTIONS = (
    HOME,
    *(Link(cls.label, f"{cls.section}/") for cls in ITEM_TYPES if cls.within is None),
    COLUMNS,
    TOPICS,
    Link("Theo dõi (RSS)", "nguon-tin/"),
)
ON_USE = (Question, Draft, Collection)
"""The types of item whose section exists only once an item of it was published."""
IMPLEMENTATION = Link("Triển khai nghị quyết", "trien-khai/")
CORRECTIONS = Link("Đính chính", "dinh-chinh/")
ISSUERS = Link("Cơ quan ban hành", "co-quan/")
LINKED_BODIES = Link("Liên kết", "lien-ket/")
OUTSIDE = Link("Văn bản ngoài trang", FOLDER)
SITE_MAP = Link("Sơ đồ trang", "so-do-trang/")


@dataclass(frozen=True)
class Settings:
    """The site's name, and its absolute address with a final ``/``, normally taken from mkdocs.yml."""

    name: str
    url: str


def section(cls: type[Item]) -> Link:
    """Return the link to the section of an item type, such as news; that of chapters is the section of their books."""
    of = cls.within or cls
    return Link(of.label, f"{of.section}/")


def has_section(cls: type[Item], catalogue: Catalogue) -> bool:
    """Tell whether the site has a section for a type of item."""
    return cls not in ON_USE or cls.section in catalogue.met.sections


def last_change(items: Iterable[Item]) -> str:
    """Return the day on which any of the items last changed, in ISO form; empty if there are none."""
    return max(map(attrgetter("changed_on"), items), default="")


def site_view(catalogue: Catalogue, settings: Settings, feed: TypedLink) -> SiteView:
    """Return the data about the site that every page shows; ``feed`` is the link to the feed of all items."""
    identity = catalogue.registries.identity
    missing = {f"{cls.section}/" for cls in ON_USE if not has_section(cls, catalogue)}
    missing |= set() if catalogue.met.columns else {COLUMNS.address}
    sections = tuple(link for link in SECTIONS if link.address not in missing)
    in_header = {link.address for link in sections}
    made = (
        *(ISSUERS, IMPLEMENTATION, CORRECTIONS),
        *((OUTSIDE,) if catalogue.registries.outside.entries else ()),
        *((AUTHORS,) if catalogue.met.authors else ()),
        SITE_MAP,
        *((LANGUAGES,) if any(map(language_of, catalogue.current)) else ()),
        *((LINKED_BODIES,) if catalogue.registries.linked_bodies.entries else ()),
    )
    footer = (Link(page.title, address_of(page.path)) for page in catalogue.pages)
    return SiteView(
        name=settings.name,
        organisation=identity.organisation,
        emblem=identity.emblem,
        description=identity.description,
        demonstration=identity.demonstration,
        preview=catalogue.preview,
        governing_body=identity.governing_body,
        responsible=identity.responsible,
        postal_address=identity.postal_address,
        telephone=identity.telephone,
        email=identity.email,
        licence=identity.licence,
        sections=sections,
        footer=(
            *made,
            *(link for link in footer if link.address not in in_header),
        ),
        feed=feed,
        search_examples=identity.search_examples,
    )
