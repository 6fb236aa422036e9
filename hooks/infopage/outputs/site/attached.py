"""The files of docs/ that public pages use: those published as they are, and pictures, published as renditions."""

from collections.abc import Mapping

from infopage.content.catalogue import Catalogue
from infopage.content.field_types.places import Focus
from infopage.content.lints.references import files_of, linked_files
from infopage.content.media import outside_videos_of
from infopage.content.model import Item
from infopage.content.pictured import CENTRE, album_paths, lead_path, picture_of
from infopage.content.pictures import Picture
from infopage.content.shown_files import words_paths
from infopage.outputs.renditions.album import of_album
from infopage.outputs.renditions.lead import of_lead
from infopage.outputs.renditions.sizes import renditions
from infopage.outputs.site.pictures import Wanted


def assets(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the files of docs/ that public pages use; no other file of docs/ is published."""

    def used(whole: Catalogue) -> tuple[str, ...]:
        texts = [*whole.library.pages, *whole.public.values()]
        shown = [t for t in texts if not isinstance(t.item, Item) or not whole.is_gone(t.item)]
        return tuple(sorted({file.path for text in shown for file in files_of(text)}))

    return catalogue.once(" tệp đi kèm", used)


def pictures(catalogue: Catalogue) -> Mapping[str, Wanted]:
    """Return, by path, which renditions (copies in several sizes) to make of the pictures that public pages show."""
    used = frozenset(assets(catalogue))
    leads: dict[str, Focus] = {}
    in_albums: set[str] = set()
    for item in catalogue.current:
        if picture := picture_of(item):
            leads.setdefault(lead_path(item), picture.focus)
        in_albums.update(album_paths(item))
        for video in outside_videos_of(item):
            if video.picture:
                leads.setdefault(video.picture.within(item.path), CENTRE)

    def wanted(path: str, picture: Picture) -> Wanted:
        cut = (*(of_lead(path) if path in leads else ()), *(of_album(path) if path in in_albums else ()))
        return Wanted(picture, (*renditions(path, *picture.published), *cut), leads.get(path, CENTRE))

    return {path: wanted(path, picture) for path, picture in catalogue.library.pictures.items() if path in used}


def as_they_are(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the files of docs/ that are published as they are.

    A picture is among them only if a text also offers it for download. Of other pictures, only renditions (copies in
    several sizes) are published. The same holds for a file with the words of an infographic, which its page repeats.
    """
    library = catalogue.library
    offered = {file.path for text in library.texts for file in linked_files(text)}
    told = {path for item in catalogue.current for path in words_paths(item)}
    shown = library.pictures.keys() | told
    return tuple(path for path in assets(catalogue) if path in offered or path not in shown)
