"""The data that all pages of a site share."""

from dataclasses import replace

from infopage.content.catalogue import Catalogue
from infopage.outputs.search.scripts import MANIFEST
from infopage.outputs.views.page import SiteView
from infopage.outputs.wording.announced import notice_lines
from infopage.outputs.wording.feed_links import site_feed
from infopage.outputs.wording.frame import Settings, site_view
from infopage.store.digests import digest
from infopage.store.values import packed


def shared_view(catalogue: Catalogue, settings: Settings) -> SiteView:
    """Return the data that the template of every page shows."""
    view = site_view(catalogue, settings, site_feed(settings))
    return replace(view, notices=tuple(notice_lines(catalogue)), search_index=MANIFEST)


def shared_digest(view: SiteView, catalogue: Catalogue, settings: Settings) -> str:
    """Return the fingerprint of the data that every page depends on; ``view`` is the data that templates show."""
    return digest(packed((view, settings, catalogue.registries)))
