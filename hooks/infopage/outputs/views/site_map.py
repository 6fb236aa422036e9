"""The map of the site for readers."""

from dataclasses import dataclass

from infopage.outputs.views.links import Link
from infopage.outputs.views.lists import Facet


@dataclass(frozen=True)
class Branch:
    """A part of the site with its lists; the other pages, which are in no part, have no ``link``."""

    link: Link | None
    facets: tuple[Facet, ...]


@dataclass(frozen=True)
class MapView:
    """The map of the site: its parts in the order of the header, then the other pages."""

    branches: tuple[Branch, ...]
