"""Shows edited texts in a preview early: as soon as their own pages are made, before the rest of the site."""

from pathlib import Path

from infopage.building.gathering import Gathered, aside_of
from infopage.building.preview import Shown
from infopage.content.model import Item, StandingPage
from infopage.outputs.metadata.structured import with_structured_data
from infopage.outputs.pages.home import standing_page
from infopage.outputs.site.folder import SiteFolder
from infopage.outputs.site.item_jobs import Items
from infopage.outputs.site.shared import shared_digest, shared_view
from infopage.outputs.site.writing import file_of
from infopage.outputs.theme.renderer import Renderer
from infopage.release.hosting.headers import policy
from infopage.store.digests import digest
from infopage.store.store import Store

_MOST = 20
"""The most edited texts that are shown early: making the pages of many takes as long as the rest of the site."""


def show_edited(loaded: Gathered, made: Path, shown: Shown) -> bool:
    """Replace the pages and files of edited texts in the site that a preview server shows; return whether any changed.

    Nothing is replaced if there are errors, if all pages may have changed, or if no text was edited. Files are made in
    the folder ``made`` and then moved into place: overwriting a file could change a hard link to it in an older site.
    ``loaded`` is the content, and ``shown`` is what the server shows; it is updated.
    """
    if (catalogue := loaded.catalogue) is None:
        return False
    view = shared_view(catalogue, loaded.settings)
    renderer = Renderer(loaded.request.theme, view, loaded.settings, policy(in_page=True))
    shared = shared_digest(view, catalogue, loaded.settings)
    common = digest(shared.encode(), renderer.digest.encode())
    shows: tuple[Item | StandingPage, ...] = (*catalogue.pages, *catalogue.current)
    texts = {one.path: catalogue.text(one).digest for one in shows}
    edited = [one for one in shows if texts[one.path] != shown.texts.get(one.path)]
    is_whole = common == shown.common and not aside_of(made).is_dir()
    is_done = is_whole and len(edited) <= _MOST and (bool(edited) or shown.is_behind)
    shown.common, shown.texts, shown.is_behind = common, texts, is_done
    if not is_done:
        return False
    items = Items(catalogue, loaded.settings, shared, Store())
    files: dict[str, bytes] = {}
    for one in edited:
        if isinstance(one, Item):
            result = items.make(one)
            files |= {file_of(page): renderer.render(page) for page in result.pages}
            files |= result.files
        else:
            page = standing_page(one, catalogue, loaded.settings)
            files[file_of(page)] = renderer.render(with_structured_data(page, None, catalogue, loaded.settings))
    SiteFolder(made).put_all(files)
    site = SiteFolder(loaded.request.site)
    for name in files:
        (made / name).replace(site.room_for(name))
    return True
